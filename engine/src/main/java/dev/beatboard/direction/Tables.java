package dev.beatboard.direction;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The tables of words beside this class.
final class Tables {

    private Tables() {}

    /// The rows of a table in UTF-8, without blank ones and comments, which begin with `#`.
    ///
    /// @param file such as `camera.tsv`
    /// @throws IllegalStateException if the program was built without it
    static List<String> rows(String file) {
        try (InputStream in = Tables.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("The table " + file + " is missing from the build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(l -> !l.isBlank() && !l.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The cells of a row, which has three.
    static String[] cells(String file, String row) {
        String[] cells = row.split("\t", -1);
        if (cells.length != 3) {
            throw new IllegalStateException(file + " has a row without three cells: " + row);
        }
        return cells;
    }
}
