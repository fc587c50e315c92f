package dev.beatboard.file.camera;

import java.util.Locale;
import java.util.Set;

/// Names and strings as a `.usda` file holds them.
final class UsdText {

    private UsdText() {}

    /// A string between quotation marks, everything that would end it escaped.
    static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < 0x20 || c == 0x7f) {
                        out.append(String.format(Locale.ROOT, "\\x%02x", c));
                    } else {
                        out.appendCodePoint(c);
                    }
                }
            }
        });
        return out.append('"').toString();
    }

    /// An identifier that reads like `name`, other than those taken: letters of ASCII, digits,
    /// underscores. It is taken from then on.
    static String identifier(String name, Set<String> taken) {
        StringBuilder id = new StringBuilder();
        name.codePoints()
                .forEach(c -> id.append(
                        c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' ? (char) c : '_'));
        if (id.isEmpty() || Character.isDigit(id.charAt(0))) {
            id.insert(0, '_');
        }
        String free = id.toString();
        for (int i = 2; !taken.add(free); i++) {
            free = id + "_" + i;
        }
        return free;
    }

    /// A name with a number of two digits, so that they sort.
    static String padded(String name, int number) {
        return name + String.format(Locale.ROOT, "%02d", number);
    }
}
