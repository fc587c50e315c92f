package dev.beatboard.motion.body;

import static java.lang.StrictMath.toRadians;

import dev.beatboard.math.Quat;
import dev.beatboard.math.Vec3;

/// Pelvis, spine, neck and head: each angle is shared out along its bones.
final class TrunkChain {

    private static final double[] SPINE_SHARE = {0.12, 0.20, 0.22, 0.26, 0.20};
    private static final double[] NECK_SHARE = {0.2, 0.2, 0.2, 0.4};
    /// How much of a lean the hanging arms do not follow: they hang from the shoulders by their weight.
    private static final double HANG = 0.6;

    private TrunkChain() {}

    static void solve(Anatomy a, Skeleton s, Figure f) {
        Angles d = f.angles();
        Quat pelvis = f.turn().times(turn(d, 1, Dof.PELVIS_TILT, Dof.PELVIS_SIDE, Dof.PELVIS_TWIST));
        s.put(a.root, f.hips().plus(pelvis.rotate(a.rest.get(a.root).minus(a.hips()))), pelvis);
        for (int i = 0; i < a.spine.length; i++) {
            s.bend(a.spine[i], turn(d, SPINE_SHARE[i], Dof.SPINE_FLEX, Dof.SPINE_SIDE, Dof.SPINE_TWIST));
        }
        for (int i = 0; i < a.neck.length; i++) {
            s.bend(a.neck[i], turn(d, NECK_SHARE[i], Dof.HEAD_FLEX, Dof.HEAD_SIDE, Dof.HEAD_TWIST));
        }
    }

    /// The frame that free arms hang in.
    static Quat hangingFrame(Anatomy a, Skeleton s) {
        Quat chest = s.turn(a.chest);
        Quat upright = Quat.between(chest.rotate(Vec3.Y), Vec3.Y);
        return Quat.IDENTITY.slerp(upright, HANG).times(chest);
    }

    private static Quat turn(Angles d, double share, Dof flex, Dof side, Dof twist) {
        return Quat.ofRotationVector(new Vec3(
                toRadians(flex.limit(d.get(flex)) * share),
                toRadians(twist.limit(d.get(twist)) * share),
                -toRadians(side.limit(d.get(side)) * share)));
    }
}
