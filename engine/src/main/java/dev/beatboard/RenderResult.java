package dev.beatboard;

import dev.beatboard.file.Report;
import java.nio.file.Path;
import java.util.List;

/// What a rendering left behind.
///
/// @param folder the output folder
/// @param files everything that was written, in a fixed order
/// @param report as in `report.json`
public record RenderResult(Path folder, List<Path> files, Report report) {

    public RenderResult {
        files = List.copyOf(files);
    }
}
