package dev.beatboard.shot;

/// What text of unknown origin may hold, and how it is quoted in a message.
final class Text {

    private static final int EXCERPT = 40;

    private Text() {}

    /// A short stretch of the text, with what cannot be seen made visible.
    static String excerpt(String text) {
        String one = visible(text.length() > EXCERPT + 3 ? text.substring(0, EXCERPT) : text);
        return text.length() > EXCERPT + 3 ? one + "..." : one;
    }

    static String quoted(String text) {
        return "\"" + excerpt(text) + "\"";
    }

    static String visible(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (c == '\n' || c == '\t' || c == '\r') {
                out.append(' ');
            } else if (forbidden(c)) {
                out.append(name(c));
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }

    /// Control characters other than tab and line ends, halves of surrogate pairs and code points that are no
    /// characters. Text from right to left is text like any other.
    static boolean forbidden(int c) {
        return switch (c) {
            case '\t', '\n', '\r', 0x85 -> false;
            default ->
                c < 0x20
                        || (c >= 0x7f && c < 0xa0)
                        || (c >= 0xd800 && c <= 0xdfff)
                        || (c & 0xfffe) == 0xfffe
                        || c == 0xfeff;
        };
    }

    static String name(int c) {
        return String.format(java.util.Locale.ROOT, "U+%04X", c);
    }
}
