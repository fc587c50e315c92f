package dev.beatboard.motion;

import static java.lang.StrictMath.PI;
import static java.lang.StrictMath.sin;

import dev.beatboard.math.Chance;
import dev.beatboard.math.Ease;
import dev.beatboard.math.Vec3;
import dev.beatboard.motion.body.Angles;
import dev.beatboard.motion.body.Dof;
import dev.beatboard.motion.body.Flank;

/// What a body does all the time without being told: it breathes, sways, and shifts its weight. A function of the
/// person's seed and the absolute time only, so no edit of a shot changes it.
final class Life {

    /// Breaths per second; people differ a little.
    private static final double BREATHS = 14.0 / 60;
    /// Seconds between shifts of weight, on average.
    private static final double SHIFT = 8.5;

    private final long seed;
    private final double phase;
    private final double rate;

    Life(long seed) {
        this.seed = seed;
        phase = Chance.unit(seed, 81, 0, 0) * 10;
        rate = BREATHS * (0.9 + 0.2 * Chance.unit(seed, 81, 1, 0));
    }

    /// 0 with empty lungs, 1 with full ones: in for 40 % of the time, out for 50, then a pause.
    double breath(double t) {
        double u = (t + phase) * rate;
        u -= Math.floor(u);
        if (u < 0.4) {
            return 0.5 - 0.5 * StrictMath.cos(PI * u / 0.4);
        }
        return u < 0.9 ? 0.5 + 0.5 * StrictMath.cos(PI * (u - 0.4) / 0.5) : 0;
    }

    void breathe(Angles d, double t) {
        double b = breath(t);
        d.add(Dof.SPINE_FLEX, -1.1 * b).add(Dof.HEAD_FLEX, 0.9 * b);
        for (Flank f : Flank.values()) {
            d.add(Dof.GIRDLE_LIFT, f, 1.8 * b);
            d.add(Dof.GIRDLE_FORWARD, f, -b);
            d.add(Dof.SHOULDER_ABDUCT, f, 0.6 * b);
        }
    }

    /// Sway of the hips over the feet, meters: x to the body's left, z forward.
    Vec3 sway(double t) {
        double x = 0.0030 * sin(2 * PI * 0.17 * t + phase)
                + 0.0017 * sin(2 * PI * 0.41 * t + 2 * phase)
                + 0.003 * Chance.noise(seed, 82, t * 0.25);
        double z = 0.0045 * sin(2 * PI * 0.13 * t + 3 * phase)
                + 0.0022 * sin(2 * PI * 0.37 * t + phase)
                + 0.003 * Chance.noise(seed, 83, t * 0.3);
        return new Vec3(x, 0, z);
    }

    /// Small wanderings of head and trunk, so that nothing ever stands quite still.
    void drift(Angles d, double t, double share) {
        d.add(Dof.HEAD_SIDE, share * 1.8 * Chance.noise(seed, 84, t * 0.23));
        d.add(Dof.HEAD_TWIST, share * 1.6 * Chance.noise(seed, 85, t * 0.31));
        d.add(Dof.HEAD_FLEX, share * 1.3 * Chance.noise(seed, 86, t * 0.27));
        d.add(Dof.SPINE_TWIST, share * 1.2 * Chance.noise(seed, 87, t * 0.17));
        for (Flank f : Flank.values()) {
            long c = 88 + f.ordinal();
            d.add(Dof.SHOULDER_FLEX, f, share * 1.3 * Chance.noise(seed, c, t * 0.21));
            d.add(Dof.ELBOW, f, share * 2.2 * Chance.noise(seed, c, 40 + t * 0.19));
            d.add(Dof.CURL, f, share * 4 * Chance.noise(seed, c, 80 + t * 0.24));
        }
    }

    /// On which leg the weight is: 1 all on the left, -1 all on the right, 0 on both.
    double weight(double t) {
        double u = (t + phase) / SHIFT;
        long k = (long) Math.floor(u);
        double into = (u - k) * SHIFT;
        double at = 0.15 * SHIFT + 0.6 * SHIFT * Chance.unit(seed, 91, k, 0);
        return Ease.lerp(side(k - 1), side(k), Ease.minimumJerk((into - at) / 1.1));
    }

    private double side(long k) {
        double u = Chance.unit(seed, 92, k, 0);
        double sign = (k & 1) == 0 ? 1 : -1;
        return u < 0.25 ? 0 : sign * (0.5 + 0.5 * u);
    }

    /// Stands on one leg: the hips go over it, the pelvis tips to the free side, the spine bends back.
    static Vec3 shift(Angles d, double weight, double scale) {
        d.add(Dof.PELVIS_SIDE, -5 * weight).add(Dof.SPINE_SIDE, 6.8 * weight).add(Dof.HEAD_SIDE, -1.8 * weight);
        d.add(Dof.PELVIS_TWIST, -3.5 * weight).add(Dof.SPINE_TWIST, 3.5 * weight);
        return new Vec3(0.035 * weight, -0.010 * StrictMath.abs(weight), 0).times(scale);
    }
}
