package dev.beatboard.direction;

import dev.beatboard.direction.Understanding.Fate;
import dev.beatboard.direction.Understanding.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// The account of one prompt: every stretch of it ends up used, ignored or unknown, without gaps or overlaps.
final class Ledger {

    private final String text;
    private final List<Token> tokens;
    private final TreeMap<Integer, Word> words = new TreeMap<>();

    Ledger(String text, List<Token> tokens) {
        this.text = text;
        this.tokens = tokens;
    }

    String key(int token) {
        return tokens.get(token).key();
    }

    int start(Item item) {
        return tokens.get(item.from()).start();
    }

    int end(Item item) {
        return tokens.get(item.to() - 1).end();
    }

    String text(Item item) {
        return text.substring(start(item), end(item));
    }

    void used(Item item, String slot, String value, String reason) {
        put(item, Fate.USED, Optional.of(slot), Optional.of(value), reason);
    }

    void ignored(Item item, String reason) {
        put(item, Fate.IGNORED, Optional.empty(), Optional.empty(), reason);
    }

    void unknown(Item item, String reason) {
        put(item, Fate.UNKNOWN, Optional.empty(), Optional.empty(), reason);
    }

    boolean settled(Item item) {
        return words.containsKey(start(item));
    }

    /// The fate so far, if any.
    Optional<Word> word(Item item) {
        return Optional.ofNullable(words.get(start(item)));
    }

    /// The first words that fill a slot.
    Optional<Word> first(String slot) {
        return words.values().stream()
                .filter(w -> w.slot().filter(slot::equals).isPresent())
                .findFirst();
    }

    private void put(Item item, Fate fate, Optional<String> slot, Optional<String> value, String reason) {
        words.put(start(item), new Word(text(item), start(item), end(item), fate, slot, value, reason));
    }

    /// Turns words whose slot is told by a field of the file into ignored ones.
    void overruled(String slot, String reason) {
        words.replaceAll((at, w) -> w.fate() == Fate.USED && w.slot().orElse("").equals(slot)
                ? new Word(w.text(), w.start(), w.end(), Fate.IGNORED, Optional.empty(), Optional.empty(), reason)
                : w);
    }

    /// The account with the gaps filled: spaces, hyphens, control characters.
    List<Word> close(int limit) {
        List<Word> out = new ArrayList<>();
        int at = 0;
        for (Word w : words.values()) {
            if (w.start() > at) {
                out.add(gap(at, w.start(), "space and punctuation"));
            }
            out.add(w);
            at = w.end();
        }
        if (at < limit) {
            out.add(gap(at, limit, "space and punctuation"));
        }
        if (limit < text.length()) {
            out.add(gap(limit, text.length(), "past the longest prompt that is read"));
        }
        return out;
    }

    private Word gap(int from, int to, String reason) {
        return new Word(text.substring(from, to), from, to, Fate.IGNORED, Optional.empty(), Optional.empty(), reason);
    }
}
