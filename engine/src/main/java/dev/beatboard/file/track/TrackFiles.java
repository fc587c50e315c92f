package dev.beatboard.file.track;

import dev.beatboard.file.OutputFile;
import dev.beatboard.file.Slate;
import dev.beatboard.track.ClipTrack;
import dev.beatboard.track.FrameTrack;
import dev.beatboard.track.TrackedPerformer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// All files of a clip's tracks: `tracks.json`, `track-points.csv`, `track-performers.csv` and one
/// BVH per performer.
public final class TrackFiles {

    private TrackFiles() {}

    /// Writes them into `folder`, for a clip without performers just the first three. Every frame
    /// is asked for once, and the files appear together or not at all.
    ///
    /// @return what was written
    /// @throws IOException with a message for people
    public static List<Path> write(Path folder, ClipTrack clip, Slate slate) throws IOException {
        Map<Path, TrackSink.Opening> files = new LinkedHashMap<>();
        files.put(folder.resolve("tracks.json"), part -> JsonTracks.open(part, clip, slate));
        files.put(folder.resolve("track-points.csv"), part -> CsvTracks.points(part, clip));
        files.put(folder.resolve("track-performers.csv"), part -> CsvTracks.performers(part, clip));
        for (int i = 0; i < clip.performers().size(); i++) {
            int performer = i;
            files.put(folder.resolve(bvhName(clip.performers(), i)), part -> BvhWriter.open(part, clip, performer));
        }
        write(files, clip);
        return List.copyOf(files.keySet());
    }

    /// Writes files of one clip side by side.
    static void write(Map<Path, TrackSink.Opening> files, ClipTrack clip) throws IOException {
        write(List.copyOf(files.entrySet()), new ArrayList<>(), clip);
    }

    /// Opens the first of the files and, with it open, all others; when none is left the frames are
    /// written.
    private static void write(List<Map.Entry<Path, TrackSink.Opening>> files, List<TrackSink> open, ClipTrack clip)
            throws IOException {
        if (files.isEmpty()) {
            for (int n = clip.frames().first(); n <= clip.frames().last(); n++) {
                FrameTrack frame = clip.frame(n);
                for (TrackSink sink : open) {
                    sink.frame(frame);
                }
            }
            return;
        }
        OutputFile.write(files.getFirst().getKey(), part -> {
            try (TrackSink sink = files.getFirst().getValue().open(part)) {
                open.add(sink);
                write(files.subList(1, files.size()), open, clip);
                sink.end();
            }
        });
    }

    /// `01-anna.bvh`: the number keeps names apart that differ only in what a file name cannot
    /// hold.
    static String bvhName(List<TrackedPerformer> performers, int i) {
        String plain = performers
                .get(i)
                .name()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        String number = String.format(Locale.ROOT, "%02d", i + 1);
        return number + (plain.isEmpty() ? "" : "-" + plain.substring(0, Math.min(40, plain.length()))) + ".bvh";
    }
}
