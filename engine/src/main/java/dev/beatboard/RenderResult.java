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
public record RenderResult(Path folder, List<Path> files, Report report, int kept, int drawn) {

    public RenderResult {
        files = List.copyOf(files);
    }
}
