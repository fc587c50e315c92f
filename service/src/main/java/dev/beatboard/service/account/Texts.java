package dev.beatboard.service.account;

import java.text.Normalizer;

/// Short texts of people's: names of accounts, people, keys and passkeys.
final class Texts {

    private Texts() {}

    /// Composed (NFC), trimmed, on one line, of 1 to `most` characters (UTF-16 units).
    ///
    /// @throws Refusal naming the field
    static String name(String field, String text, int most) {
        if (text.length() > 4 * most) {
            throw Refusal.invalid(field, "At most " + most + " characters; these are " + text.length() + ".");
        }
        String plain = Normalizer.normalize(text, Normalizer.Form.NFC).strip();
        if (plain.isEmpty() || plain.length() > most) {
            throw Refusal.invalid(field, "1 to " + most + " characters; these are " + plain.length() + ".");
        }
        // Control, format (such as right-to-left overrides), surrogate halves and line ends.
        if (plain.codePoints().anyMatch(Texts::unfit)) {
            throw Refusal.invalid(field, "Characters that cannot be seen are not allowed.");
        }
        return plain;
    }

    private static boolean unfit(int c) {
        // Joiners are format characters too, but Persian, Indic scripts and emoji need them.
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> true;
            case Character.FORMAT -> c != 0x200C && c != 0x200D;
            default -> false;
        };
    }
}
