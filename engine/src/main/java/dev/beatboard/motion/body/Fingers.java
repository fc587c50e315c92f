package dev.beatboard.motion.body;

import static java.lang.StrictMath.toRadians;

import dev.beatboard.math.Quat;
import dev.beatboard.math.Vec3;

/// The fingers of a hand, from how far they are curled and spread.
final class Fingers {

    /// How a finger's bend is shared by its three joints.
    private static final double[] SHARE = {0.85, 1, 0.65};

    private static final double[] THUMB_SHARE = {0.35, 0.8, 1};

    private Fingers() {}

    static void solve(Anatomy a, Skeleton s, Arm arm, Angles d) {
        Flank flank = arm.flank;
        int sign = flank.sign();
        Vec3 hinge = arm.handZero.inverse().rotate(new Vec3(0, 0, -sign));
        double curl = d.get(Dof.CURL, flank);
        double spread = d.get(Dof.SPREAD, flank);
        for (int f = 1; f < 5; f++) {
            s.follow(arm.palmBones[f - 1]);
            double own = f == 1 ? d.get(Dof.INDEX_CURL, flank) : f == 4 ? d.get(Dof.LITTLE_CURL, flank) : 0;
            double bend = Math.clamp(curl + own, -22, 95);
            double apart = spread * (2.2 - f) * sign;
            for (int k = 0; k < 3; k++) {
                Quat q = Quat.about(hinge, toRadians(bend * SHARE[k]));
                s.bend(
                        arm.fingers[f][k],
                        k == 0 ? Quat.about(arm.palm, toRadians(apart)).times(q) : q);
            }
        }
        thumb(a, s, arm, d.get(Dof.THUMB_OPPOSE, flank), d.get(Dof.THUMB_CURL, flank));
    }

    private static void thumb(Anatomy a, Skeleton s, Arm arm, double oppose, double curl) {
        int[] t = arm.fingers[0];
        Vec3 first = a.rest.get(t[1]).minus(a.rest.get(t[0])).normalized();
        Vec3 hinge = first.cross(arm.along.times(-0.2).minus(arm.across)).normalized();
        for (int k = 0; k < 3; k++) {
            Quat q = Quat.about(hinge, toRadians(curl * THUMB_SHARE[k]));
            s.bend(
                    t[k],
                    k == 0
                            ? Quat.about(arm.along, toRadians(arm.flank.sign() * oppose))
                                    .times(q)
                            : q);
        }
    }
}
