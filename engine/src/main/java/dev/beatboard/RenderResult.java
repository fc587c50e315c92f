package dev.beatboard;

import dev.beatboard.file.Report;
import java.nio.file.Path;
import java.util.List;

/// What a rendering left behind.
///
/// @param folder the output folder
/// @param files everything that was written, in a fixed order
/// @param report as in `report.json`
/// @param kept how many frames were those of an earlier rendering
/// @param drawn how many were drawn
/// @param digests what each frame shows, in their sequence, as [Director#digests]; empty if no
///     frames are kept
public record RenderResult(Path folder, List<Path> files, Report report, int kept, int drawn, List<String> digests) {

    public RenderResult {
        files = List.copyOf(files);
        digests = List.copyOf(digests);
    }
}
