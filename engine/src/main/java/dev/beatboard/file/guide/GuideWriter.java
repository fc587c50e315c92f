package dev.beatboard.file.guide;

import dev.beatboard.file.FileNumber;
import dev.beatboard.file.Picture;
import dev.beatboard.file.PngWriter;
import dev.beatboard.file.Slate;
import dev.beatboard.frame.Frame;
import dev.beatboard.scene.SceneObject;
import dev.beatboard.shot.Shot;
import dev.beatboard.track.ClipTrack;
import dev.beatboard.track.DepthSpan;
import dev.beatboard.track.FrameTrack;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Writes the guide package of a clip while it is rendered: [#open], [#frame] for every frame in
/// order, [#finish]. Holds no more than one frame. The manifest is written last, so a folder
/// without one is not whole.
public final class GuideWriter implements AutoCloseable {

    private final Path folder;
    private final ClipTrack clip;
    private final Shot shot;
    private final List<Guide> guides;
    private final Optional<GuideVideos> videos;
    private final GuideManifest manifest;
    private final Map<String, GuideVideos.Video> open = new LinkedHashMap<>();
    /// By guide that is absent, why.
    private final Map<String, String> absent = new LinkedHashMap<>();
    private final Map<Integer, String> stills = new LinkedHashMap<>();
    private final List<Path> files = new ArrayList<>();
    private int next;

    private GuideWriter(
            Path folder,
            ClipTrack clip,
            Shot shot,
            List<SceneObject> objects,
            List<DepthSpan> depths,
            Slate slate,
            Optional<GuideVideos> videos) {
        this.folder = folder;
        this.clip = clip;
        this.shot = shot;
        this.videos = videos;
        guides = List.of(
                new Guides.InverseDepth(depths),
                new Guides.MetricDepth(),
                new Guides.Normals(),
                new PosePictures(clip),
                new Guides.Segments(),
                new Guides.Flow());
        manifest = new GuideManifest(clip, shot, objects, depths, slate);
        next = clip.frames().first();
    }

    /// @param clip of the frames that will come; its size is theirs
    /// @param objects by number, as in the id plane
    /// @param depths what is near and far in depth pictures; every frame is in one of them
    /// @param videos makes an MP4 beside each sequence of pictures; empty for sequences alone
    public static GuideWriter open(
            Path folder,
            ClipTrack clip,
            Shot shot,
            List<SceneObject> objects,
            List<DepthSpan> depths,
            Slate slate,
            Optional<GuideVideos> videos) {
        return new GuideWriter(folder, clip, shot, objects, depths, slate, videos);
    }

    /// The next frame.
    ///
    /// @param frame with whatever planes it has; guides that need others are absent
    /// @param picture the same frame as it is seen in the clip
    /// @throws IllegalArgumentException if frames come out of order or in another size
    /// @throws IOException with a message for people
    public void frame(int n, Frame frame, Picture picture) throws IOException {
        if (n != next) {
            throw new IllegalArgumentException("Frame " + n + " comes where frame " + next + " is due");
        }
        if (frame.width() != clip.width() || frame.height() != clip.height()) {
            throw new IllegalArgumentException("A frame of " + frame.width() + "x" + frame.height() + " in a clip of "
                    + clip.width() + "x" + clip.height());
        }
        next++;
        FrameTrack track = clip.frame(n);
        for (Guide g : guides) {
            String missing = g.planes().stream().filter(p -> !frame.has(p)).collect(Collectors.joining(", "));
            if (missing.isEmpty() && !absent.containsKey(g.name())) {
                g.draw(frame, track, new Target(g, n));
            } else {
                absent.putIfAbsent(g.name(), "frame " + n + " was rendered without " + missing);
            }
        }
        still(n, picture);
    }

    /// Ends the videos and writes prompts and manifest.
    ///
    /// @return everything that was written
    /// @throws IllegalStateException if frames are missing
    /// @throws IOException with a message for people
    public List<Path> finish() throws IOException {
        if (next <= clip.frames().last()) {
            throw new IllegalStateException(
                    "Frames " + next + "-" + clip.frames().last() + " have not come");
        }
        for (GuideVideos.Video v : open.values()) {
            v.finish();
        }
        files.addAll(manifest.write(folder, guides, absent, stills, open.keySet()));
        return List.copyOf(files);
    }

    @Override
    public void close() {
        open.values().forEach(GuideVideos.Video::close);
    }

    /// The first frame of what is written, and every keyframe.
    private void still(int n, Picture picture) throws IOException {
        boolean wanted = n == clip.frames().first();
        for (int k = 0; k < shot.keyframes().size(); k++) {
            wanted |= shot.frameOf(k) == n;
        }
        if (wanted) {
            String name = "stills/" + file(n);
            PngWriter.write(folder.resolve(name), picture);
            files.add(folder.resolve(name));
            stills.put(n, name);
        }
    }

    static String file(int n) {
        return FileNumber.of(n) + ".png";
    }

    private final class Target implements Guide.Sheet {

        private final Guide guide;
        private final Path png;

        Target(Guide guide, int n) {
            this.guide = guide;
            this.png = folder.resolve(guide.name()).resolve(file(n));
        }

        @Override
        public void picture(Picture picture) throws IOException {
            PngWriter.write(png, picture);
            files.add(png);
            if (videos.isPresent()) {
                GuideVideos.Video video = open.get(guide.name());
                if (video == null) {
                    Path mp4 = folder.resolve(guide.name() + ".mp4");
                    video = videos.get().open(mp4, picture.width(), picture.height());
                    open.put(guide.name(), video);
                    files.add(mp4);
                }
                video.write(picture);
            }
        }

        @Override
        public void data(int width, int height, short[] samples) throws IOException {
            PngWriter.write16(png, width, height, samples);
            files.add(png);
        }
    }
}
