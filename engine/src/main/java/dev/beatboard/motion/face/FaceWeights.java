package dev.beatboard.motion.face;

import java.util.Map;
import java.util.TreeMap;

/// A weight for every [FaceShape]; a work sheet, never shared.
public final class FaceWeights {

    /// A jaw that drops further shows the tongue and both rows of teeth.
    private static final double JAW_CAP = 0.6;

    private final double[] w = new double[FaceShape.values().length];

    /// The face of a person at ease, on which every expression is put.
    public static FaceWeights atEase() {
        return Expressions.rest();
    }

    public double get(FaceShape s) {
        return w[s.ordinal()];
    }

    FaceWeights set(FaceShape s, double v) {
        w[s.ordinal()] = v;
        return this;
    }

    FaceWeights add(FaceShape s, double v) {
        w[s.ordinal()] += v;
        return this;
    }

    /// Both halves of a pair.
    FaceWeights both(FaceShape left, double v) {
        w[left.ordinal()] = v;
        w[left.ordinal() + 1] = v;
        return this;
    }

    double largest() {
        double most = 0;
        for (double v : w) {
            most = Math.max(most, v);
        }
        return most;
    }

    void scale(FaceShape s, double k) {
        w[s.ordinal()] *= k;
    }

    void atLeast(FaceShape s, double v) {
        w[s.ordinal()] = Math.max(w[s.ordinal()], v);
    }

    /// By name, those that do something; the jaw is capped and no eyelid closes twice.
    public Map<String, Double> named() {
        Map<String, Double> out = new TreeMap<>();
        for (FaceShape s : FaceShape.values()) {
            double v = Math.clamp(get(s), 0, s == FaceShape.MOUTH_OPEN ? JAW_CAP : 1);
            if (s == FaceShape.EYE_LEFT_OPENED_UP || s == FaceShape.EYE_LEFT_SLIT) {
                v *= 1 - Math.min(1, get(FaceShape.EYE_LEFT_CLOSURE));
            } else if (s == FaceShape.EYE_RIGHT_OPENED_UP || s == FaceShape.EYE_RIGHT_SLIT) {
                v *= 1 - Math.min(1, get(FaceShape.EYE_RIGHT_CLOSURE));
            }
            if (v > 1e-4) {
                out.put(s.key(), v);
            }
        }
        return out;
    }
}
