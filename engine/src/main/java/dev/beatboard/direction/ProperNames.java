package dev.beatboard.direction;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Names that no table has: those that a file declares, and capitalized words that the prompts use as one, because a
/// title stands before them or because they do something somewhere ("Lily nods", "Dr. Okafor").
record ProperNames(List<Name> known) {

    private static final Map<String, String> TITLES =
            Map.of("mr", "M", "mrs", "F", "ms", "F", "miss", "F", "dr", "?", "prof", "?", "sir", "M", "madam", "F");

    /// @param keys of the tokens, in order
    record Name(List<String> keys, Entry entry) {

        static Name of(List<String> keys, String value) {
            return new Name(keys, new Entry(Slot.NAME, value, String.join(" ", keys), false, Entry.Form.PLAIN));
        }
    }

    static ProperNames of(List<String> declared, List<String> prompts, Lexicon lexicon) {
        List<Name> out = new ArrayList<>();
        for (String name : declared) {
            List<String> keys = Tokenizer.tokens(name).stream().map(Token::key).toList();
            if (!keys.isEmpty()) {
                out.add(Name.of(keys, name));
            }
        }
        for (String prompt : prompts) {
            List<Token> tokens = Tokenizer.tokens(prompt);
            for (int i = 0; i < tokens.size(); i++) {
                if (capitalized(tokens.get(i), prompt)) {
                    implied(tokens, i, lexicon).filter(n -> !out.contains(n)).ifPresent(out::add);
                }
            }
        }
        return new ProperNames(List.copyOf(out));
    }

    private static boolean capitalized(Token t, String prompt) {
        return t.kind() == Token.Kind.WORD && t.key().length() > 1 && Character.isUpperCase(prompt.charAt(t.start()));
    }

    private static Optional<Name> implied(List<Token> tokens, int i, Lexicon lexicon) {
        String key = tokens.get(i).key();
        int dot = i > 0 && tokens.get(i - 1).is(".") ? 1 : 0;
        String title = i > dot ? TITLES.get(tokens.get(i - 1 - dot).key()) : null;
        if (title != null) {
            List<String> keys =
                    tokens.subList(i - 1 - dot, i + 1).stream().map(Token::key).toList();
            return Optional.of(Name.of(keys, title));
        }
        return lexicon.knows(key) || !acts(tokens, i + 1, lexicon)
                ? Optional.empty()
                : Optional.of(Name.of(List.of(key), "?"));
    }

    /// Whether what follows is a verb of the third person, or an age.
    private static final List<String> AUXILIARIES = List.of("does", "is", "has", "doesn't", "isn't");

    private static boolean acts(List<Token> tokens, int i, Lexicon lexicon) {
        boolean age = i + 2 < tokens.size()
                && tokens.get(i).is(",")
                && tokens.get(i + 1).kind() == Token.Kind.NUMBER
                && tokens.get(i + 2).is(",");
        boolean years = i + 1 < tokens.size()
                && tokens.get(i).is(",")
                && lexicon.matches(tokens, i + 1).stream()
                        .flatMap(m -> m.entries().stream())
                        .anyMatch(e -> e.slot() == Slot.AGE);
        return age
                || i < tokens.size() && AUXILIARIES.contains(tokens.get(i).key())
                || years
                || i < tokens.size()
                        && lexicon.matches(tokens, i).stream()
                                .flatMap(m -> m.entries().stream())
                                .anyMatch(e -> e.form() == Entry.Form.FINITE
                                        && (e.slot() == Slot.ACTION
                                                || e.slot() == Slot.EXPRESSION
                                                || e.slot() == Slot.POSTURE));
    }

    List<Lexicon.Match> matches(List<Token> tokens, int from) {
        List<Lexicon.Match> out = new ArrayList<>();
        for (Name name : known) {
            int to = from + name.keys().size();
            if (to <= tokens.size()
                    && tokens.subList(from, to).stream()
                            .map(Token::key)
                            .toList()
                            .equals(name.keys())) {
                out.add(new Lexicon.Match(from, to, List.of(name.entry()), List.of()));
            }
        }
        return out;
    }
}
