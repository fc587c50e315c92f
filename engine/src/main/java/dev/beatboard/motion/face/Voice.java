package dev.beatboard.motion.face;

import static java.lang.StrictMath.PI;
import static java.lang.StrictMath.cos;
import static java.lang.StrictMath.exp;

import dev.beatboard.math.Chance;
import dev.beatboard.math.Ease;
import dev.beatboard.motion.body.Angles;
import dev.beatboard.motion.body.Dof;
import dev.beatboard.motion.body.Flank;
import dev.beatboard.stage.Cue;
import java.util.ArrayList;
import java.util.List;

/// Talking and laughing: the mouth, and what head, brows and hands do to the beat of the sentence.
///
/// A mouth shape begins 70 ms before its sound and ends 80 ms after it; where shapes overlap they mix, and closed lips
/// win (after Cohen and Massaro 1993).
public final class Voice {

    private static final double BEFORE = 0.07;
    private static final double AFTER = 0.08;
    /// How much an expression leaves the mouth while it talks.
    private static final double YIELD = 0.6;
    /// The lips of the base mesh leave a gap at rest; this much closes it.
    private static final double SEAL = 0.17;
    /// Bursts of laughter per second.
    private static final double HA = 4.7;

    private final long seed;
    private final List<Utterance> utterances = new ArrayList<>();
    private final List<Cue.Speak> laughs = new ArrayList<>();

    public Voice(List<Cue> cues, long seed) {
        this.seed = seed;
        for (Cue c : cues) {
            if (c instanceof Cue.Speak s) {
                if (s.laughing()) {
                    laughs.add(s);
                } else {
                    utterances.add(s.line()
                            .filter(l -> !l.isBlank())
                            .map(l -> Utterance.of(l, s.start(), s.end()))
                            .orElseGet(() -> Utterance.madeUp(s.start(), s.end(), seed + utterances.size())));
                }
            }
        }
    }

    /// Whether a sound is made at about `t`, pauses between phrases included.
    public boolean talking(double t) {
        for (Utterance u : utterances) {
            if (!u.phones().isEmpty() && t > u.phones().getFirst().start() - 0.2 && t < u.end() + 0.2) {
                return true;
            }
        }
        return false;
    }

    /// Lays the sounds over what the face shows.
    public void shape(FaceWeights w, double t) {
        FaceWeights mouth = new FaceWeights();
        double sum = 0;
        double brows = 0;
        for (Utterance u : utterances) {
            for (int i = first(u, t - 1); i < u.phones().size(); i++) {
                Utterance.Phone p = u.phones().get(i);
                if (p.start() - 0.6 > t) {
                    break;
                }
                double v = window(p, t) * p.viseme().dominance();
                if (v > 0) {
                    sum += v;
                    for (var e : p.viseme().recipe().entrySet()) {
                        mouth.add(
                                e.getKey(),
                                v * e.getValue() * (p.stressed() || !p.viseme().vowel() ? 1 : 0.85));
                    }
                }
                if (p.stressed()) {
                    brows += beat(t - p.start() - 0.02, 0.13);
                }
            }
        }
        double active = Math.min(1, 1.6 * sum);
        if (active > 0) {
            for (FaceShape s : FaceShape.values()) {
                if (s.mouth()) {
                    w.scale(s, 1 - YIELD * active);
                    w.add(s, mouth.get(s) / (sum + 0.08) * active);
                }
            }
        }
        w.add(FaceShape.EYEBROWS_LEFT_UP, 0.22 * Math.min(1, brows));
        w.add(FaceShape.EYEBROWS_RIGHT_UP, 0.2 * Math.min(1, brows));
        w.add(FaceShape.MOUTH_EVERSION, SEAL);
        double laugh = laughing(t);
        w.add(FaceShape.MOUTH_OPEN, 0.2 * laugh * burst(t));
        w.add(FaceShape.EYE_LEFT_SLIT, 0.2 * laugh);
        w.add(FaceShape.EYE_RIGHT_SLIT, 0.2 * laugh);
    }

    /// Adds the beats to head and arms.
    public void move(Angles d, double t) {
        double beat = 0;
        double late = 0;
        for (Utterance u : utterances) {
            for (int i = first(u, t - 1); i < u.phones().size(); i++) {
                Utterance.Phone p = u.phones().get(i);
                if (p.start() - 0.5 > t) {
                    break;
                }
                if (p.stressed()) {
                    double strength = 0.5 + 0.5 * Chance.unit(seed, 111, i, 0);
                    beat += strength * beat(t - p.start(), 0.08);
                    late += strength * beat(t - p.start() - 0.04, 0.1);
                }
            }
        }
        double talk = activity(t);
        d.add(Dof.HEAD_FLEX, 3.4 * late + talk * 1.5 * Chance.noise(seed, 112, t * 0.9));
        d.add(Dof.HEAD_TWIST, talk * 3.0 * Chance.noise(seed, 113, t * 0.7));
        d.add(Dof.HEAD_SIDE, talk * 2.2 * Chance.noise(seed, 114, t * 0.6));
        d.add(Dof.SPINE_FLEX, 0.6 * late);
        for (Flank f : Flank.values()) {
            double raised = Math.clamp((d.get(Dof.ELBOW, f) - 28) / 40, 0, 1);
            d.add(Dof.ELBOW, f, -8 * raised * beat);
        }
        double laugh = laughing(t);
        double ha = burst(t);
        d.add(Dof.HEAD_FLEX, laugh * (-5 + 2.5 * ha)).add(Dof.SPINE_FLEX, laugh * (3 + 1.6 * ha));
        for (Flank f : Flank.values()) {
            d.add(Dof.GIRDLE_LIFT, f, laugh * (3 + 3 * ha));
        }
    }

    private double activity(double t) {
        double a = 0;
        for (Utterance u : utterances) {
            if (!u.phones().isEmpty()) {
                double from = u.phones().getFirst().start();
                a = Math.max(a, Ease.smooth((t - from + 0.2) / 0.5) * Ease.smooth((u.end() + 0.5 - t) / 0.5));
            }
        }
        return a;
    }

    private double laughing(double t) {
        double a = 0;
        for (Cue.Speak s : laughs) {
            double in = Ease.smooth((t - s.start()) / 0.3);
            double out = Ease.smooth((s.end() - t) / 0.9);
            a = Math.max(a, in * out);
        }
        return a;
    }

    private static double burst(double t) {
        return 0.5 - 0.5 * cos(2 * PI * HA * t);
    }

    private static double beat(double since, double sigma) {
        double x = since / sigma;
        return exp(-0.5 * x * x);
    }

    private static double window(Utterance.Phone p, double t) {
        double ramp = 0.35 * p.seconds();
        double in = Ease.unit((t - p.start() + BEFORE) / (BEFORE + ramp));
        double out = Ease.unit((p.start() + p.seconds() + AFTER - t) / (AFTER + ramp));
        return (0.5 - 0.5 * cos(PI * in)) * (0.5 - 0.5 * cos(PI * out));
    }

    /// The first phone that may still matter at `t`.
    private static int first(Utterance u, double t) {
        int low = 0;
        int high = u.phones().size();
        while (low < high) {
            int mid = (low + high) >>> 1;
            if (u.phones().get(mid).start() < t) {
                low = mid + 1;
            } else {
                high = mid;
            }
        }
        return low;
    }
}
