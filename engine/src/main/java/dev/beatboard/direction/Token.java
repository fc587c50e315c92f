package dev.beatboard.direction;

/// One word, number, sign or quotation of a prompt. `start` and `end` count UTF-16 units.
///
/// @param key lower case; for a number its digits, for a quotation what is inside the quotes
record Token(Kind kind, String key, int start, int end) {

    enum Kind {
        WORD,
        NUMBER,
        APERTURE,
        SIGN,
        QUOTE
    }

    boolean is(String word) {
        return key.equals(word);
    }
}
