package dev.beatboard.file.edit;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Paths as URLs.
final class Urls {

    private Urls() {}

    /// A path with slashes as a relative URL: everything but letters, digits and `-._~/` escaped
    /// (RFC 3986).
    static String of(String path) {
        StringBuilder out = new StringBuilder();
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean plain =
                    c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "-._~/".indexOf(c) >= 0;
            out.append(plain ? String.valueOf(c) : String.format(Locale.ROOT, "%%%02X", (int) c));
        }
        return out.toString();
    }
}
