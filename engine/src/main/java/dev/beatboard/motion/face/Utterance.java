package dev.beatboard.motion.face;

import dev.beatboard.math.Chance;
import java.util.ArrayList;
import java.util.List;

/// The sounds of something that is said, with their times.
///
/// @param phones in order
record Utterance(List<Phone> phones) {

    private static final double COMMA = 0.2;
    private static final double STOP = 0.42;
    private static final double WORD = 0.025;
    /// A line is said at most this much faster to fit its time.
    private static final double FASTEST = 0.75;

    /// @param stressed a beat of the sentence
    record Phone(Viseme viseme, double start, double seconds, boolean stressed) {}

    Utterance {
        phones = List.copyOf(phones);
    }

    /// A line, said from `start` at a natural pace; what does not fit before `end` is not said.
    static Utterance of(String line, double start, double end) {
        List<Phone> natural = new ArrayList<>();
        double t = 0.08;
        for (String token : line.strip().split("\\s+")) {
            List<Viseme> word = LetterToSound.word(token);
            boolean content = word.size() > 3;
            boolean beat = content;
            for (Viseme v : word) {
                boolean stressed = beat && v.vowel();
                double seconds = v.seconds() * (stressed ? 1.25 : content ? 1 : 0.85);
                natural.add(new Phone(v, t, seconds, stressed));
                beat &= !stressed;
                t += seconds;
            }
            char last = token.isEmpty() ? ' ' : token.charAt(token.length() - 1);
            t += ".!?".indexOf(last) >= 0 ? STOP : ",;:-".indexOf(last) >= 0 ? COMMA : WORD;
        }
        double pace = Math.clamp((end - start) / Math.max(0.1, t), FASTEST, 1);
        return new Utterance(natural.stream()
                .map(p -> new Phone(p.viseme, start + p.start * pace, p.seconds * pace, p.stressed))
                .filter(p -> p.start + p.seconds <= end)
                .toList());
    }

    /// Syllables that could be a language, in phrases with pauses to breathe.
    static Utterance madeUp(double start, double end, long seed) {
        Viseme[] onsets = {
            Viseme.DD, Viseme.NN, Viseme.PP, Viseme.SS, Viseme.KK, Viseme.TH, Viseme.RR, Viseme.FF, Viseme.CH, Viseme.PP
        };
        Viseme[] vowels = {Viseme.AA, Viseme.E, Viseme.I, Viseme.E, Viseme.O, Viseme.U, Viseme.AA, Viseme.I};
        List<Phone> out = new ArrayList<>();
        double t = start + 0.08;
        int k = 0;
        while (t < end - 0.2) {
            int phrase = 5 + (int) (9 * Chance.unit(seed, 101, k, 0));
            for (int i = 0; i < phrase && t < end - 0.2; i++, k++) {
                boolean stressed = Chance.unit(seed, 102, k, 0) < 0.34;
                if (Chance.unit(seed, 102, k, 1) < 0.82) {
                    t = add(out, onsets[(int) (onsets.length * Chance.unit(seed, 102, k, 2))], t, 1, false);
                }
                t = add(
                        out,
                        vowels[(int) (vowels.length * Chance.unit(seed, 102, k, 3))],
                        t,
                        stressed ? 1.35 : 0.9,
                        stressed);
                if (Chance.unit(seed, 102, k, 4) < 0.4) {
                    t = add(out, onsets[(int) (onsets.length * Chance.unit(seed, 102, k, 5))], t, 0.9, false);
                }
            }
            t += 0.3 + 0.45 * Chance.unit(seed, 103, k, 0);
        }
        return new Utterance(out);
    }

    private static double add(List<Phone> out, Viseme v, double t, double stretch, boolean stressed) {
        double seconds = v.seconds() * stretch;
        out.add(new Phone(v, t, seconds, stressed));
        return t + seconds;
    }

    double end() {
        return phones.isEmpty() ? Double.NEGATIVE_INFINITY : phones.getLast().start + phones.getLast().seconds;
    }
}
