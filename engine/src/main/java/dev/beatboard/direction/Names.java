package dev.beatboard.direction;

import java.util.ArrayList;
import java.util.List;

/// The names of the cast that a file declares, as phrases.
record Names(List<String> declared) {

    Names {
        declared = List.copyOf(declared);
    }

    List<Lexicon.Match> matches(List<Token> tokens, int from) {
        List<Lexicon.Match> out = new ArrayList<>();
        for (String name : declared) {
            List<Token> keys = Tokenizer.tokens(name);
            if (keys.isEmpty() || from + keys.size() > tokens.size()) {
                continue;
            }
            boolean same = true;
            for (int i = 0; i < keys.size() && same; i++) {
                same = keys.get(i).key().equals(tokens.get(from + i).key());
            }
            if (same) {
                Entry entry = new Entry(Slot.NAME, name, name, false, Entry.Form.PLAIN);
                out.add(new Lexicon.Match(from, from + keys.size(), List.of(entry), List.of()));
            }
        }
        return out;
    }
}
