package dev.beatboard.file.track;

import dev.beatboard.file.Slate;
import dev.beatboard.track.ClipTrack;
import dev.beatboard.track.TrackedPerformer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// All files of a clip's tracks: `tracks.json`, `track-points.csv`, `track-performers.csv` and one BVH per performer.
public final class TrackFiles {

    private TrackFiles() {}

    /// Writes them into `folder`, for a clip without performers just the first three.
    ///
    /// @return what was written
    /// @throws IOException with a message for people
    public static List<Path> write(Path folder, ClipTrack clip, Slate slate) throws IOException {
        List<Path> files = new ArrayList<>();
        Path json = folder.resolve("tracks.json");
        JsonTracks.write(json, clip, slate);
        files.add(json);
        files.addAll(CsvTracks.write(folder, clip));
        for (int i = 0; i < clip.performers().size(); i++) {
            Path bvh = folder.resolve(bvhName(clip.performers(), i));
            BvhWriter.write(bvh, clip, i);
            files.add(bvh);
        }
        return files;
    }

    /// `01-anna.bvh`: the number keeps names apart that differ only in what a file name cannot hold.
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
