package dev.beatboard.motion.face;

import dev.beatboard.math.Chance;

/// When and how the eyes blink: irregularly, some 17 times a minute at rest and 26 when talking, now and then twice,
/// and with every large shift of the gaze (Bentivoglio 1997). Lids close in 90 ms, stay 40, and open in 200.
///
/// At the moments a shot speaks about, eyes are open: a blink that would fall there comes sooner or later, or not at
/// all.
public final class Blinks {

    private static final double CLOSE = 0.09;
    private static final double SHUT = 0.13;
    private static final double OPEN = 0.33;
    private static final double DOUBLE = 0.32;
    private static final double RESTING = 60.0 / 17;
    private static final double TALKING = 60.0 / 26;

    private final long seed;
    /// Lids are open from this long before a moment until that long after it, seconds.
    private static final double BEFORE = 0.15;

    private static final double AFTER = 0.4;
    /// A blink is moved no farther than this, seconds, or it is dropped.
    private static final double MOVED = 0.7;

    private final double[] shifts;
    private final double[] moments;

    /// @param shifts when the gaze makes large shifts, seconds
    /// @param moments when eyes must be open, seconds
    public Blinks(long seed, double[] shifts, double[] moments) {
        this.seed = seed;
        this.shifts = shifts.clone();
        this.moments = moments.clone();
    }

    /// How far the lids are closed, 0 to 1.
    public double at(double t, boolean talking) {
        double c = 0;
        for (double s : shifts) {
            c = Math.max(c, lid(t, s));
        }
        double period = talking ? TALKING : RESTING;
        long k0 = (long) Math.floor(t / period);
        for (long k = k0 - 1; k <= k0 + 1; k++) {
            double at = (k + 0.15 + 0.7 * Chance.unit(seed, 41, k, talking ? 1 : 0)) * period;
            c = Math.max(c, lid(t, at));
            if (Chance.unit(seed, 42, k, 0) < 0.1) {
                c = Math.max(c, lid(t, at + DOUBLE));
            }
        }
        return c;
    }

    /// Puts a blink on a face.
    public static void close(FaceWeights w, double lid) {
        w.atLeast(FaceShape.EYE_LEFT_CLOSURE, lid);
        w.atLeast(FaceShape.EYE_RIGHT_CLOSURE, lid);
    }

    /// The lid of a blink that was to begin at `due`.
    private double lid(double t, double due) {
        if (StrictMath.abs(t - due) > OPEN + MOVED) {
            return 0;
        }
        double sooner = free(due, -1);
        double later = free(due, 1);
        double at = due - sooner <= later - due ? sooner : later;
        return StrictMath.abs(at - due) > MOVED ? 0 : lid(t - at);
    }

    /// The begin nearest to `due` in one direction of time that leaves all moments alone.
    private double free(double due, int direction) {
        double at = due;
        for (int i = 0; i <= moments.length; i++) {
            double before = at;
            for (double m : moments) {
                if (at < m + AFTER - 1e-9 && at + OPEN > m - BEFORE + 1e-9) {
                    at = direction < 0 ? m - BEFORE - OPEN : m + AFTER;
                }
            }
            if (at == before) {
                break;
            }
        }
        return at;
    }

    private static double lid(double since) {
        if (since <= 0 || since >= OPEN) {
            return 0;
        }
        if (since < CLOSE) {
            return StrictMath.sin(StrictMath.PI / 2 * since / CLOSE);
        }
        return since < SHUT ? 1 : 0.5 + 0.5 * StrictMath.cos(StrictMath.PI * (since - SHUT) / (OPEN - SHUT));
    }
}
