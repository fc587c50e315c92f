package dev.beatboard.file.edit;

import dev.beatboard.file.FileNumber;
import dev.beatboard.file.OutputFile;
import dev.beatboard.scene.View;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Writes the keyframes of a shot as a table that spreadsheets read: a row each, what they say
/// about camera, people and light, and the words.
///
/// Source: RFC 4180. A cell that a spreadsheet would take for a formula begins with an apostrophe.
public final class ShotListFile {

    private static final List<String> HEADS = List.of(
            "number",
            "seconds",
            "timecode",
            "frame",
            "set-up",
            "framing",
            "lens",
            "support",
            "move",
            "performers",
            "light",
            "prompt");

    private ShotListFile() {}

    /// @param views one per frame of the clip, for the focal length at each keyframe; or none
    public static void write(Path target, Edit edit, List<View> views) throws IOException {
        OutputFile.write(target, text(edit, views));
    }

    static String text(Edit edit, List<View> views) {
        StringBuilder out = new StringBuilder();
        row(out, HEADS);
        for (int k = 0; k < edit.shot().keyframes().size(); k++) {
            int n = edit.shot().frameOf(k);
            var key = edit.shot().keyframes().get(k);
            Optional<Double> lens = n < views.size()
                    ? Optional.of(views.get(n).focalLength() * 36 / views.get(n).sensorWidth())
                    : key.camera().lens();
            List<String> cells = new ArrayList<>();
            cells.add(Integer.toString(k + 1));
            cells.add(String.format(Locale.ROOT, "%.3f", n * edit.rate().frameSeconds()));
            cells.add(edit.source(n));
            cells.add(Integer.toString(FileNumber.of(n)));
            cells.add(Long.toString(
                    edit.cuts().stream().filter(c -> c > 0 && c <= n).count() + 1));
            cells.add(Wording.framing(key.camera()));
            cells.add(lens.map(l -> String.format(Locale.ROOT, "%.0f mm", l)).orElse(""));
            cells.add(Wording.support(key.camera()));
            cells.add(Wording.move(key.camera()));
            cells.add(Wording.performers(key.cast()));
            cells.add(Wording.light(key.light()));
            cells.add(key.prompt());
            row(out, cells);
        }
        return out.toString();
    }

    private static void row(StringBuilder out, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            out.append(i > 0 ? "," : "").append(cell(cells.get(i)));
        }
        out.append("\r\n");
    }

    private static String cell(String text) {
        String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean quotes = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quotes ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
