package dev.beatboard.direction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What can be filmed instead of words that cannot, from the table beside this class.
final class Answers {

    private static final String TABLE = "advice.tsv";

    enum Kind {
        VERB,
        NOUN,
        WORD,
        LOOK
    }

    /// @param text with the ending that the words have which it stands for
    /// @param keeps whether what the verb is about stays, and has to be there
    record Answer(Kind kind, String text, boolean keeps) {}

    private final Map<String, List<Answer>> answers = new HashMap<>();

    private static final class Holder {
        private static final Answers STANDARD = new Answers();
    }

    static Answers standard() {
        return Holder.STANDARD;
    }

    private Answers() {
        Tables.rows(TABLE).forEach(this::row);
    }

    private void row(String line) {
        String[] cells = Tables.cells(TABLE, line);
        Kind kind = Kind.valueOf(cells[0]);
        for (String phrase : cells[1].split("\\|")) {
            for (Entry.Form form : Entry.Form.values()) {
                boolean verb = kind == Kind.VERB;
                boolean noun = kind == Kind.NOUN || kind == Kind.WORD;
                boolean takes = form == Entry.Form.PLAIN || (form == Entry.Form.PLURAL ? noun : verb);
                if (takes) {
                    List<Answer> all = new ArrayList<>();
                    for (String answer : cells[2].split("\\|")) {
                        boolean keeps = answer.endsWith(" ~");
                        String text = keeps ? answer.substring(0, answer.length() - 2) : answer;
                        all.add(new Answer(kind, inflected(text, form), keeps));
                    }
                    answers.putIfAbsent(key(inflected(phrase, form)), all);
                }
            }
        }
    }

    private static String key(String phrase) {
        return String.join(" ", Tokenizer.keys(phrase));
    }

    /// A phrase with an ending: of its first word if it is a verb, of its last if it is a noun.
    static String inflected(String phrase, Entry.Form form) {
        if (form == Entry.Form.PLAIN) {
            return phrase;
        }
        if (form == Entry.Form.PLURAL) {
            int at = phrase.lastIndexOf(' ') + 1;
            return phrase.substring(0, at) + Endings.plural(phrase.substring(at));
        }
        int at = phrase.indexOf(' ');
        String verb = at < 0 ? phrase : phrase.substring(0, at);
        String ending = switch (form) {
            case FINITE -> Endings.finite(verb);
            case LASTING -> Endings.lasting(verb);
            default -> verb.equals("think") ? "thought" : Endings.past(verb);
        };
        return at < 0 ? ending : ending + phrase.substring(at);
    }

    /// For words as they stand, in any case.
    List<Answer> of(String words) {
        return answers.getOrDefault(key(words.toLowerCase(java.util.Locale.ROOT)), List.of());
    }
}
