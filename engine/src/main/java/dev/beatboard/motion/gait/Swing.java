package dev.beatboard.motion.gait;

import static java.lang.StrictMath.cos;
import static java.lang.StrictMath.sin;

import dev.beatboard.math.Ease;
import dev.beatboard.motion.body.Angles;
import dev.beatboard.motion.body.Dof;
import dev.beatboard.motion.body.Flank;

/// What trunk and arms do while the legs walk: sine waves of the phase, as wide as the stride. Degrees.
final class Swing {

    private Swing() {}

    /// Adds the swing of a stride to a body at ease.
    static void add(Angles d, Stride stride, double t) {
        double psi = stride.phase(t);
        double e = stride.amplitude(t);
        double v = stride.speed(t);
        Manner m = stride.manner(t);
        double run = m.run() * Math.min(1, 1.3 * e);
        double a = Ease.lerp(Math.min(e, 1.2), Math.min(1, 1.5 * e), run);
        double tilt = Ease.lerp(1.5 * a, 7 * a, run) + 0.8 * a * cos(2 * psi);
        double pelvis = -4.5 * a * cos(psi);
        double list = -3.6 * a * sin(psi + 0.6);
        double spine = 8.5 * a * cos(psi - 0.15) * (1 + 0.6 * run);
        double bend = 3.2 * a * sin(psi + 0.45);
        d.add(Dof.PELVIS_TWIST, pelvis).add(Dof.PELVIS_SIDE, list).add(Dof.PELVIS_TILT, tilt);
        d.add(Dof.SPINE_TWIST, spine).add(Dof.SPINE_SIDE, bend);
        d.add(Dof.SPINE_FLEX, (3 + 3 * run) * a - d.get(Dof.SPINE_FLEX) * Math.min(1, a));
        d.add(Dof.HEAD_TWIST, -0.85 * (pelvis + spine)).add(Dof.HEAD_SIDE, -0.6 * (list + bend));
        d.add(Dof.HEAD_FLEX, -(2 + 6 * run) * a + 0.8 * a * cos(2 * psi - 0.8));
        double share = Math.min(1, a);
        double wide = Ease.lerp(4 + 10.5 * Math.min(v, 2), 34, run) * a * m.arms();
        for (Flank f : Flank.values()) {
            double q = psi + (f == Flank.LEFT ? 0 : StrictMath.PI);
            double s = -cos(q - 0.1);
            toward(d, Dof.SHOULDER_FLEX, f, Ease.lerp(-5, -14, run), share, wide * s);
            d.add(Dof.SHOULDER_ABDUCT, f, 6 * run - 1.5 * a * s);
            double elbow = -cos(q - 0.45) * Ease.lerp(9 + 4 * Math.min(v, 2), 16, run) * a * m.arms();
            toward(d, Dof.ELBOW, f, Ease.lerp(24, 85, run), share, elbow);
            toward(d, Dof.SHOULDER_TWIST, f, Ease.lerp(6, 25, run), share, Ease.lerp(5, 12, run) * a * s);
            toward(d, Dof.PRONATION, f, Ease.lerp(22, 5, run), share, 0);
            toward(d, Dof.WRIST_FLEX, f, 2, share, -4 * a * sin(q - 0.3));
            toward(d, Dof.CURL, f, Ease.lerp(d.get(Dof.CURL, f), 55, run), share, 0);
        }
        manner(d, m, Math.min(1, 1.25 * e));
    }

    private static void manner(Angles d, Manner m, double share) {
        d.add(Dof.SPINE_FLEX, m.lean() * share).add(Dof.HEAD_FLEX, m.head() * share);
        for (Flank f : Flank.values()) {
            d.add(Dof.GIRDLE_FORWARD, f, m.girdle() * share);
            d.add(Dof.GIRDLE_LIFT, f, m.lift() * share);
            d.add(Dof.ELBOW, f, m.elbows() * share);
            d.add(Dof.CURL, f, m.curl() * share);
        }
    }

    private static void toward(Angles d, Dof dof, Flank f, double mean, double share, double wave) {
        d.approach(dof, f, mean, share);
        d.add(dof, f, wave);
    }
}
