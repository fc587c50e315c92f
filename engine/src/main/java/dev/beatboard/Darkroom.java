package dev.beatboard;

import dev.beatboard.file.FileNumber;
import dev.beatboard.file.Graphic;
import dev.beatboard.file.OutputFile;
import dev.beatboard.file.Overlay;
import dev.beatboard.file.Picture;
import dev.beatboard.file.PngWriter;
import dev.beatboard.file.Slate;
import dev.beatboard.file.exr.ExrOptions;
import dev.beatboard.file.exr.ExrShot;
import dev.beatboard.file.exr.ExrWriter;
import dev.beatboard.file.exr.PackedFrame;
import dev.beatboard.file.guide.GuideVideos;
import dev.beatboard.file.guide.GuideWriter;
import dev.beatboard.file.provenance.ContentCredentials;
import dev.beatboard.file.provenance.Xmp;
import dev.beatboard.file.video.Clip;
import dev.beatboard.file.video.Ffmpeg;
import dev.beatboard.file.video.Seal;
import dev.beatboard.file.video.VideoWriter;
import dev.beatboard.frame.ColorSpace;
import dev.beatboard.frame.Frame;
import dev.beatboard.frame.ToneMap;
import dev.beatboard.math.Sha256;
import dev.beatboard.motion.Play;
import dev.beatboard.motion.tracking.ClipTracker;
import dev.beatboard.motion.tracking.Silhouettes;
import dev.beatboard.scene.Scene;
import dev.beatboard.score.Observation;
import dev.beatboard.shot.Shot;
import dev.beatboard.stage.cast.Actor;
import dev.beatboard.time.Timecode;
import dev.beatboard.track.VisibleFractions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What becomes of frames: videos, sequences of files, guides, and what the report wants to know
/// of them. One frame at a time, in order.
final class Darkroom implements AutoCloseable {

    private final Take take;
    private final RenderOrder order;
    private final FrameStore store;
    private final @Nullable Assembly assembly;
    private final WorkTimes times;
    private final Slate slate;
    private final Witness witness;
    private final ExrWriter exr;
    private final Overlay overlay;
    private final Map<Format, VideoWriter> videos = new LinkedHashMap<>();
    private final @Nullable GuideWriter guides;
    private final VisibleFractions visible = new VisibleFractions();
    private final Map<Integer, Picture> stills = new LinkedHashMap<>();
    private final Map<Integer, Observation> observations = new LinkedHashMap<>();
    private final List<Path> files = new ArrayList<>();
    private @Nullable Picture latest;
    /// Of the files of a chunk, by their paths in its folder.
    private final Map<String, String> digests = new LinkedHashMap<>();

    /// @param cache where the encoder is unpacked
    /// @param assembly whose EXR files are delivered, if frames come from there
    Darkroom(
            Take take,
            RenderOrder order,
            FrameStore store,
            @Nullable Assembly assembly,
            WorkTimes times,
            Slate slate,
            Path cache)
            throws IOException {
        this.take = take;
        this.order = order;
        this.store = store;
        this.assembly = assembly;
        this.times = times;
        this.slate = slate;
        Shot shot = take.shot();
        int first = order.frames().first();
        witness = new Witness(take.play());
        exr = new ExrWriter(ExrShot.of(shot.rate(), slate, take.play().world(first), order.width(), order.height()));
        overlay = order.marking().overlay(shot, Timecode.of(shot.rate()));
        try {
            openVideos(cache);
            guides = order.formats().contains(Format.GUIDES) ? openGuides(cache) : null;
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private void openVideos(Path cache) throws IOException {
        Shot shot = take.shot();
        int slates =
                (int) Math.round(order.marking().slateSeconds() / shot.rate().frameSeconds());
        Timecode timecode = new Timecode(shot.rate(), false, order.frames().first());
        Optional<Seal> seal = order.key().map(k -> new ContentCredentials(slate, k));
        Clip clip = new Clip(timecode.before(slates), slate, Optional.of(Xmp.bytes(slate)), seal);
        for (Format f : Format.values()) {
            if (!order.formats().contains(f) || f.video().isEmpty()) {
                continue;
            }
            Path target = order.folder().resolve("clip" + f.video().get().ending());
            VideoWriter writer = VideoWriter.open(
                    Ffmpeg.installed(cache), target, f.video().get(), order.width(), order.height(), clip);
            videos.put(f, writer);
            files.add(target);
            for (int i = 0; i < slates; i++) {
                writer.write(Overlay.slate(slate, shot.rate(), order.frames().count(), order.width(), order.height()));
            }
        }
    }

    private GuideWriter openGuides(Path cache) throws IOException {
        Shot shot = take.shot();
        Ffmpeg ffmpeg = Ffmpeg.installed(cache);
        GuideVideos asVideos = (target, width, height) -> {
            VideoWriter writer = VideoWriter.open(ffmpeg, target, width, height, shot.rate(), slate);
            return new GuideVideos.Video() {
                @Override
                public void write(Picture picture) throws IOException {
                    writer.write(picture);
                }

                @Override
                public void finish() throws IOException {
                    writer.finish();
                }

                @Override
                public void close() {
                    writer.close();
                }
            };
        };
        ClipTracker tracker = tracker();
        return GuideWriter.open(
                order.folder().resolve("guides"),
                tracker.clip(order.frames(), visible),
                shot,
                take.play().world(order.frames().first()).objects(),
                tracker.depthSpans(),
                slate,
                Optional.of(asVideos));
    }

    /// The tracks of pictures as large as these.
    ClipTracker tracker() {
        return order.extended()
                ? ClipTracker.extended(
                        take.play(),
                        order.width(),
                        order.height(),
                        order.inside().width())
                : ClipTracker.of(take.play(), order.width(), order.height());
    }

    /// A frame that was drawn.
    ///
    /// @param frame to look at
    /// @param whole the same with overscan, if EXR files have some
    /// @param coverage of the frame as it was framed
    record Drawn(Frame frame, Frame whole, Coverage coverage) {}

    /// A frame that was drawn: delivered, and kept for later.
    void develop(int n, String key, Supplier<Scene> scene, Drawn drawn) throws IOException {
        Frame frame = drawn.frame();
        long before = System.nanoTime();
        Picture picture = new Picture(frame.width(), frame.height(), ToneMap.toSrgb(frame));
        times.spend("tone map", before);
        before = System.nanoTime();
        List<PackedFrame> packed = order.exr()
                .map(sequence -> sequence.spaces().stream()
                        .map(space -> PackedFrame.of(drawn.whole(), sequence.options(space), sequence::has))
                        .toList())
                .orElse(List.of());
        Optional<PackedFrame> light = order.wanted().light()
                ? Optional.of(PackedFrame.of(frame, ExrOptions.PLAIN, p -> "RGBA".contains(p)))
                : Optional.empty();
        times.spend("write", before);
        FrameStore.Kept kept = new FrameStore.Kept(new KeptFrame(picture, drawn.coverage()), packed, light);
        deliver(n, scene, kept);
        before = System.nanoTime();
        if (guides != null) {
            guides.frame(n, frame, picture);
        }
        times.spend("guides", before);
        before = System.nanoTime();
        store.put(key, order.wanted(), kept);
        times.spend("keep", before);
    }

    /// A frame that was drawn before.
    void deliver(int n, Supplier<Scene> scene, FrameStore.Kept kept) throws IOException {
        long before = System.nanoTime();
        Picture picture = kept.frame().picture();
        latest = picture;
        Graphic graphic = overlay.graphic(picture.width(), picture.height(), n);
        Picture marked = graphic.over(picture);
        Optional<Frame> light = kept.light().map(PackedFrame::frame);
        for (Map.Entry<Format, VideoWriter> v : videos.entrySet()) {
            if (v.getKey().takesLight()) {
                v.getValue().write(light.orElseThrow(), graphic);
            } else {
                v.getValue().write(marked);
            }
        }
        if (order.formats().contains(Format.PNG)) {
            Path png = order.folder().resolve("png").resolve(FileNumber.name(n, ".png"));
            PngWriter.write(png, marked, Xmp.packet(slate));
            files.add(png);
        }
        writeExr(n, kept);
        if (order.chunk().isPresent()) {
            account(n, kept);
        }
        times.spend("write", before);
        if (order.formats().contains(Format.TRACKS) || order.formats().contains(Format.GUIDES)) {
            before = System.nanoTime();
            see(n, scene.get(), kept.frame().coverage());
            times.spend("tracks", before);
        }
        Shot shot = take.shot();
        for (int k = 0; k < shot.keyframes().size(); k++) {
            if (shot.frameOf(k) == n) {
                stills.put(k, picture);
                observations.put(k, witness.seen(k, Optional.of(kept.frame().coverage())));
            }
        }
    }

    private void writeExr(int n, FrameStore.Kept kept) throws IOException {
        if (order.exr().isEmpty()) {
            return;
        }
        SequenceOrder sequence = order.exr().get();
        for (int i = 0; i < sequence.spaces().size(); i++) {
            String name = sequence.file(sequence.spaces().get(i), n);
            Path file = order.folder().resolve(name);
            if (assembly != null) {
                Path from = assembly.file(n, name);
                OutputFile.write(file, part -> Files.copy(from, part, StandardCopyOption.REPLACE_EXISTING));
            } else {
                exr.write(
                        file,
                        kept.packed().get(i),
                        new ExrShot.Moment(
                                n,
                                take.play().camera().view(n),
                                Play.SHUTTER * take.shot().rate().frameSeconds()));
            }
            files.add(file);
        }
    }

    /// Leaves what is needed to join the frame with others.
    private void account(int n, FrameStore.Kept kept) throws IOException {
        account(Assembly.picture(n), kept.frame().bytes());
        if (kept.light().isPresent()) {
            account(Assembly.light(n), kept.light().get().bytes());
        }
        for (ColorSpace space : order.exr().map(SequenceOrder::spaces).orElse(List.of())) {
            String name = order.exr().orElseThrow().file(space, n);
            digests.put(name, Sha256.hex(Files.readAllBytes(order.folder().resolve(name))));
        }
    }

    private void account(String path, byte[] bytes) throws IOException {
        OutputFile.write(order.folder().resolve(path), bytes);
        digests.put(path, Sha256.hex(bytes));
    }

    /// How much of each performer can be seen.
    private void see(int n, Scene scene, Coverage coverage) {
        double aspect = order.inside().width() / (double) order.inside().height();
        for (Actor a : take.play().stage().actors()) {
            int object = take.play().object(a.index());
            double whole = Silhouettes.share(scene, object, aspect);
            if (whole > 0) {
                visible.put(n, a.index(), coverage.share(object) / whole);
            }
        }
    }

    /// After the last frame.
    void finish() throws IOException {
        for (VideoWriter v : videos.values()) {
            v.finish();
        }
        if (guides != null) {
            files.addAll(guides.finish());
        }
        Shot shot = take.shot();
        for (int k = 0; k < shot.keyframes().size(); k++) {
            if (!observations.containsKey(k)) {
                observations.put(k, witness.seen(k, Optional.empty()));
            }
        }
    }

    /// The picture that was delivered last.
    Picture latest() {
        return Objects.requireNonNull(latest, "no frame was delivered yet");
    }

    /// The pictures of keyframes, by their number.
    Map<Integer, Picture> stills() {
        return stills;
    }

    /// What can be seen at keyframes, by their number.
    Map<Integer, Observation> observations() {
        return observations;
    }

    VisibleFractions visible() {
        return visible;
    }

    Map<String, String> digests() {
        return digests;
    }

    /// Everything that was written.
    List<Path> files() {
        return files;
    }

    @Override
    public void close() {
        videos.values().forEach(VideoWriter::close);
        if (guides != null) {
            guides.close();
        }
    }
}
