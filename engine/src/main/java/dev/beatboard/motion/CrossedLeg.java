package dev.beatboard.motion;

import static java.lang.StrictMath.toRadians;

import dev.beatboard.math.Quat;
import dev.beatboard.math.Vec3;
import dev.beatboard.motion.body.Anatomy;
import dev.beatboard.motion.body.Flank;
import dev.beatboard.motion.body.FootGoal;
import dev.beatboard.motion.gait.Heading;

/// The right leg of somebody seated, laid over the left one.
final class CrossedLeg {

    private CrossedLeg() {}

    static FootGoal goal(Anatomy a, Vec3 hips, double heading) {
        Quat body = Heading.turn(heading);
        double length = a.leg(Flank.RIGHT).length();
        Quat thigh = body.times(Quat.ofRotationVector(new Vec3(-toRadians(97), 0, toRadians(18))));
        Quat shank = thigh.times(Quat.about(Vec3.X, toRadians(78)));
        Quat foot = shank.times(Quat.about(Vec3.X, toRadians(22)));
        Vec3 hip = hips.plus(body.rotate(Vec3.X), -a.halfHipWidth());
        Vec3 knee = hip.plus(thigh.rotate(Vec3.Y), -0.51 * length);
        Vec3 ankle = knee.plus(shank.rotate(Vec3.Y), -0.49 * length);
        return new FootGoal(ankle, foot, 0, false, thigh.rotate(Vec3.Z).plus(body.rotate(Vec3.Y), 0.8));
    }
}
