package dev.beatboard.service.review;

import dev.beatboard.service.problem.Refusal;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/// Texts of people whom nobody knows.
final class Words {

    private Words() {}

    /// Composed (NFC) and trimmed, of 1 to `most` characters.
    ///
    /// @param field as a JSON pointer
    /// @param lines whether it may have several lines
    /// @throws dev.beatboard.service.problem.RefusedException naming the field
    static String checked(String field, String text, int most, boolean lines) {
        boolean sound = text.length() <= 4 * most
                && StandardCharsets.UTF_8.newEncoder().canEncode(text)
                && text.chars().noneMatch(c -> Character.isISOControl(c) && !(lines && (c == '\n' || c == '\r')));
        String plain = sound
                ? Normalizer.normalize(text, Normalizer.Form.NFC)
                        .replace("\r\n", "\n")
                        .strip()
                : "";
        if (plain.isEmpty() || plain.length() > most) {
            throw Refusal.field(
                            field,
                            "It has 1 to " + most + " characters" + (lines ? "" : " on one line") + " and no controls.")
                    .exception();
        }
        return plain;
    }
}
