package dev.beatboard.service.api.shot;

import dev.beatboard.service.problem.Code;
import dev.beatboard.service.problem.Refusal;
import java.util.ArrayList;
import java.util.List;

/// A table as text, its first row the heads of its columns. Source: RFC 4180; a bare line feed ends
/// a row too. Rows without any text are left out.
///
/// @param rows cells by row; each row with the line that it begins at
record CsvTable(List<String> heads, List<Row> rows) {

    private static final int MOST_ROWS = 1000;
    private static final int MOST_CELLS = 64;

    record Row(int line, List<String> cells) {}

    /// @throws dev.beatboard.service.problem.RefusedException (MALFORMED_BODY) if it is no table
    static CsvTable of(String text) {
        List<Row> all = new Reader(text.startsWith("\uFEFF") ? text.substring(1) : text).read();
        if (all.isEmpty()) {
            throw malformed("The table is empty.");
        }
        return new CsvTable(all.getFirst().cells(), all.subList(1, all.size()));
    }

    /// The cell of a row under a head; empty if the row or the table has none. A spreadsheet's
    /// apostrophe, which keeps a text from being a formula, is not part of it.
    String cell(Row row, String head) {
        int i = heads.indexOf(head);
        String cell = i < 0 || i >= row.cells().size() ? "" : row.cells().get(i);
        boolean kept = cell.length() > 1 && cell.charAt(0) == '\'' && "=+-@\t\r".indexOf(cell.charAt(1)) >= 0;
        return kept ? cell.substring(1) : cell;
    }

    private static RuntimeException malformed(String detail) {
        return Refusal.of(Code.MALFORMED_BODY, detail).exception();
    }

    private static final class Reader {

        private final String text;
        private final List<Row> rows = new ArrayList<>();
        private List<String> cells = new ArrayList<>();
        private int at;
        private int line = 1;
        private int began = 1;

        Reader(String text) {
            this.text = text;
        }

        List<Row> read() {
            while (at < text.length()) {
                cells.add(text.charAt(at) == '"' ? quoted() : plain());
                if (cells.size() > MOST_CELLS) {
                    throw malformed("Line " + began + " has more than " + MOST_CELLS + " cells.");
                }
                if (at < text.length() && text.charAt(at) == ',') {
                    at++;
                    if (at == text.length()) {
                        cells.add("");
                    }
                } else {
                    endOfRow();
                }
            }
            if (!cells.isEmpty()) {
                row();
            }
            return rows;
        }

        private void endOfRow() {
            if (at < text.length() && text.charAt(at) == '\r') {
                at++;
            }
            if (at < text.length() && text.charAt(at) == '\n') {
                at++;
            }
            line++;
            row();
        }

        private void row() {
            if (cells.stream().anyMatch(c -> !c.isBlank())) {
                rows.add(new Row(began, List.copyOf(cells)));
            }
            if (rows.size() > MOST_ROWS) {
                throw malformed("The table has more than " + MOST_ROWS + " rows.");
            }
            cells = new ArrayList<>();
            began = line;
        }

        private String plain() {
            int from = at;
            while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            return text.substring(from, at);
        }

        private String quoted() {
            StringBuilder cell = new StringBuilder();
            at++;
            while (true) {
                if (at >= text.length()) {
                    throw malformed("A quotation mark that line " + began + " opens is never closed.");
                }
                char c = text.charAt(at++);
                if (c != '"') {
                    line += c == '\n' ? 1 : 0;
                    cell.append(c);
                } else if (at < text.length() && text.charAt(at) == '"') {
                    cell.append('"');
                    at++;
                } else if (at == text.length() || ",\r\n".indexOf(text.charAt(at)) >= 0) {
                    return cell.toString();
                } else {
                    throw malformed("In line " + line + " something follows after a closed quotation mark.");
                }
            }
        }
    }
}
