package dev.beatboard.direction;

import java.util.Map;

/// English endings of the verbs and nouns of the lexicon.
final class Endings {

    private static final Map<String, String> PLURALS = Map.of(
            "man",
            "men",
            "woman",
            "women",
            "child",
            "children",
            "person",
            "persons",
            "wife",
            "wives",
            "shelf",
            "shelves",
            "knife",
            "knives",
            "businessman",
            "businessmen");

    private static final Map<String, String> PASTS = Map.ofEntries(
            Map.entry("run", "ran"),
            Map.entry("go", "went"),
            Map.entry("come", "came"),
            Map.entry("sit", "sat"),
            Map.entry("stand", "stood"),
            Map.entry("rise", "rose"),
            Map.entry("speak", "spoke"),
            Map.entry("say", "said"),
            Map.entry("take", "took"),
            Map.entry("put", "put"),
            Map.entry("shake", "shook"),
            Map.entry("hold", "held"),
            Map.entry("write", "wrote"),
            Map.entry("drink", "drank"),
            Map.entry("get", "got"),
            Map.entry("begin", "began"),
            Map.entry("leave", "left the room"),
            Map.entry("weep", "wept"));

    private Endings() {}

    static String plural(String noun) {
        String known = PLURALS.get(noun);
        if (known != null) {
            return known;
        }
        if (noun.endsWith("s") || noun.endsWith("x") || noun.endsWith("ch") || noun.endsWith("sh")) {
            return noun + "es";
        }
        return consonantY(noun) ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
    }

    static String finite(String verb) {
        return verb.equals("be") ? "is" : verb.endsWith("o") ? verb + "es" : plural(verb);
    }

    static String lasting(String verb) {
        if (verb.endsWith("ie")) {
            return verb.substring(0, verb.length() - 2) + "ying";
        }
        if (verb.endsWith("e") && !verb.endsWith("ee") && !verb.endsWith("ye")) {
            return verb.substring(0, verb.length() - 1) + "ing";
        }
        return (doubles(verb) ? verb + verb.charAt(verb.length() - 1) : verb) + "ing";
    }

    static String past(String verb) {
        String known = PASTS.get(verb);
        if (known != null) {
            return known;
        }
        if (verb.endsWith("e")) {
            return verb + "d";
        }
        if (consonantY(verb)) {
            return verb.substring(0, verb.length() - 1) + "ied";
        }
        return (doubles(verb) ? verb + verb.charAt(verb.length() - 1) : verb) + "ed";
    }

    private static boolean consonantY(String w) {
        return w.length() > 1 && w.endsWith("y") && !vowel(w.charAt(w.length() - 2));
    }

    /// Short verbs double their last consonant: stop, nod, sit, run, clap, shrug, begin.
    private static boolean doubles(String w) {
        int n = w.length();
        if (w.equals("begin")) {
            return true;
        }
        return n >= 3
                && n <= 5
                && !vowel(w.charAt(n - 1))
                && "wxy".indexOf(w.charAt(n - 1)) < 0
                && vowel(w.charAt(n - 2))
                && !vowel(w.charAt(n - 3))
                && !w.equals("enter")
                && !w.equals("lower")
                && !w.equals("open")
                && !w.equals("exit")
                && !w.equals("near");
    }

    private static boolean vowel(char c) {
        return "aeiou".indexOf(c) >= 0;
    }
}
