package dev.beatboard.direction;

import java.util.List;
import java.util.Optional;

/// A stretch of tokens `[from, to)` with its possible readings; without readings it is a number, sign, quotation or a
/// word that is not known.
///
/// @param skipped tokens inside the stretch that belong to it without being part of its phrase
record Item(int from, int to, List<Entry> entries, List<Integer> skipped, Token first) {

    Optional<Entry> as(Slot slot) {
        for (Entry e : entries) {
            if (e.slot() == slot) {
                return Optional.of(e);
            }
        }
        return Optional.empty();
    }

    boolean is(Slot slot) {
        for (Entry e : entries) {
            if (e.slot() == slot) {
                return true;
            }
        }
        return false;
    }

    boolean any(Slot... slots) {
        for (Slot slot : slots) {
            if (is(slot)) {
                return true;
            }
        }
        return false;
    }

    boolean sign(String sign) {
        return first.kind() == Token.Kind.SIGN && first.is(sign);
    }

    boolean number() {
        return first.kind() == Token.Kind.NUMBER && entries.isEmpty()
                || first.kind() == Token.Kind.NUMBER && is(Slot.COUNT);
    }

    boolean word(String key) {
        return to - from == 1 && first.is(key);
    }
}
