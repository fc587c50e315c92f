package dev.beatboard.motion.face;

import static dev.beatboard.motion.face.Viseme.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// From the letters of an English word to the mouth shapes of its sounds, by an ordered list of rules: the first whose
/// letters stand here and whose surroundings fit is taken. After the method of the letter-to-sound rules of the U.S.
/// Naval Research Laboratory (Elovitz 1976), reduced to what can be seen on a mouth.
final class LetterToSound {

    /// @param letters what is read
    /// @param next any of these letters has to follow; empty: whatever; `$`: the end of the word
    record Rule(String letters, String next, List<Viseme> sounds) {}

    private static final String SOFT = "eiy";

    private static final List<Rule> RULES = List.of(
            rule("tion", "", CH, E, NN),
            rule("sion", "", CH, E, NN),
            rule("ture", "", CH, RR),
            rule("ough", "", O),
            rule("augh", "", O, FF),
            rule("eigh", "", E, I),
            rule("igh", "", AA, I),
            rule("tch", "", CH),
            rule("sch", "", SS, KK),
            rule("eau", "", O, U),
            rule("oor", "", O, RR),
            rule("ear", "", I, RR),
            rule("air", "", E, RR),
            rule("are", "$", E, RR),
            rule("our", "", AA, U, RR),
            rule("the", "$", TH, E),
            rule("you", "", I, U),
            rule("ing", "", I, NN),
            rule("ch", "", CH),
            rule("sh", "", CH),
            rule("th", "", TH),
            rule("ph", "", FF),
            rule("wh", "", U),
            rule("gh", "", KK),
            rule("ck", "", KK),
            rule("qu", "", KK, U),
            rule("kn", "", NN),
            rule("wr", "", RR),
            rule("ng", "", NN),
            rule("ee", "", I),
            rule("ea", "", I),
            rule("ie", "", I),
            rule("ei", "", E, I),
            rule("ey", "", I),
            rule("ai", "", E, I),
            rule("ay", "", E, I),
            rule("oo", "", U),
            rule("ou", "", AA, U),
            rule("ow", "$", O, U),
            rule("ow", "", AA, U),
            rule("oi", "", O, I),
            rule("oy", "", O, I),
            rule("oa", "", O, U),
            rule("au", "", O),
            rule("aw", "", O),
            rule("ue", "", U),
            rule("ui", "", U),
            rule("ew", "", U),
            rule("eu", "", I, U),
            rule("er", "", E, RR),
            rule("ir", "", E, RR),
            rule("ur", "", E, RR),
            rule("or", "", O, RR),
            rule("ar", "", AA, RR),
            rule("es", "$", E, SS),
            rule("ed", "$", E, DD),
            rule("e", "$"),
            rule("c", SOFT, SS),
            rule("g", SOFT, CH),
            rule("y", "$", I),
            rule("a", "", AA),
            rule("e", "", E),
            rule("i", "", I),
            rule("o", "", O),
            rule("u", "", E),
            rule("y", "", I),
            rule("b", "", PP),
            rule("p", "", PP),
            rule("m", "", PP),
            rule("f", "", FF),
            rule("v", "", FF),
            rule("d", "", DD),
            rule("t", "", DD),
            rule("l", "", NN),
            rule("n", "", NN),
            rule("k", "", KK),
            rule("c", "", KK),
            rule("q", "", KK),
            rule("g", "", KK),
            rule("h", "", E),
            rule("j", "", CH),
            rule("s", "", SS),
            rule("z", "", SS),
            rule("x", "", KK, SS),
            rule("r", "", RR),
            rule("w", "", U));

    private static final List<String> DIGITS =
            List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine");

    private LetterToSound() {}

    /// The shapes of one word; letters of other alphabets and signs are silent.
    static List<Viseme> word(String word) {
        String w = spelled(word.toLowerCase(Locale.ROOT));
        List<Viseme> out = new ArrayList<>();
        int i = 0;
        while (i < w.length()) {
            Rule found = null;
            for (Rule r : RULES) {
                if (w.startsWith(r.letters, i) && fits(r, w, i)) {
                    found = r;
                    break;
                }
            }
            if (found == null) {
                i++;
                continue;
            }
            for (Viseme v : found.sounds) {
                if (out.isEmpty() || out.getLast() != v) {
                    out.add(v);
                }
            }
            i += found.letters.length();
        }
        if (!out.isEmpty() && out.stream().noneMatch(Viseme::vowel)) {
            out.add(w.endsWith("e") ? I : E);
        }
        return out;
    }

    private static boolean fits(Rule r, String w, int i) {
        int end = i + r.letters.length();
        if (r.next.isEmpty()) {
            return true;
        }
        if (r.next.equals("$")) {
            return end == w.length() && (i > 0 || r.letters.length() > 1);
        }
        return end < w.length() && r.next.indexOf(w.charAt(end)) >= 0;
    }

    private static String spelled(String w) {
        StringBuilder b = new StringBuilder();
        for (int i = 0; i < w.length(); i++) {
            char c = w.charAt(i);
            if (c >= '0' && c <= '9') {
                b.append(DIGITS.get(c - '0'));
            } else if (c >= 'a' && c <= 'z') {
                b.append(c);
            }
        }
        return b.toString();
    }

    private static Rule rule(String letters, String next, Viseme... sounds) {
        return new Rule(letters, next, List.of(sounds));
    }
}
