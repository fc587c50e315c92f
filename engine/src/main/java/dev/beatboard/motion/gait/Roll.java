package dev.beatboard.motion.gait;

import static java.lang.StrictMath.toRadians;

import dev.beatboard.math.Quat;
import dev.beatboard.math.Vec3;
import dev.beatboard.motion.body.FootGoal;
import dev.beatboard.motion.body.Leg;

/// How a foot rolls over a print: about the heel while the toes are up, about the toe joint while the heel is, and
/// about the tip beyond what the toes bend. The pivot stays where it is, so a planted foot cannot slide.
///
/// Pitch is in degrees, toes up +.
record Roll(Leg.Sole sole) {

    /// What the toes bend.
    private static final double TOES = 50;
    /// Width of the rounding where heel, ball and tip take over from each other, meters.
    private static final double ROUND = 0.008;

    /// @param toes how far the toes are bent up, degrees
    record Rolled(Vec3 ankle, double pitch, double toes) {}

    static double toes(double pitch) {
        return Math.clamp(-pitch, 0, TOES);
    }

    Vec3 ankle(Footprint print, double pitch) {
        Vec3 local;
        if (pitch >= 0) {
            Vec3 heel = new Vec3(0, 0, sole.heel());
            local = heel.plus(about(pitch).rotate(new Vec3(0, sole.ankleHeight(), -sole.heel())));
        } else {
            double excess = Math.max(0, -pitch - TOES);
            Vec3 tip = new Vec3(0, 0, sole.tip() - 0.02);
            Vec3 ball = new Vec3(
                    0, sole.ankleHeight() + sole.ball().y(), sole.ball().z());
            Vec3 raised = tip.plus(about(-excess).rotate(ball.minus(tip)));
            local = raised.plus(about(pitch).rotate(sole.ball().negated()));
        }
        return print.place().plus(Heading.turn(print.yaw()).rotate(local));
    }

    FootGoal goal(Footprint print, double pitch) {
        return new FootGoal(
                ankle(print, pitch), Heading.turn(print.yaw()).times(about(pitch)), toes(pitch), true, Vec3.ZERO);
    }

    /// How high the ankle must be for a foot in the air to just touch the floor, meters.
    double clearing(double pitch, double toes) {
        double s = StrictMath.sin(toRadians(pitch));
        double c = StrictMath.cos(toRadians(pitch));
        double tc = StrictMath.cos(toRadians(toes));
        double ts = StrictMath.sin(toRadians(toes));
        double bh = -sole.ankleHeight() - sole.ball().y();
        double length = sole.tip() - 0.012 - sole.ball().z();
        double tipZ = sole.ball().z() + length * tc - bh * ts;
        double tipY = sole.ball().y() + length * ts + bh * tc;
        double heel = -(-sole.ankleHeight() * c + sole.heel() * s);
        double ball = -(-sole.ankleHeight() * c + sole.ball().z() * s) - 0.02 * Math.clamp(toes / 8, 0, 1);
        double tip = -(tipY * c + tipZ * s);
        double most = Math.max(heel, Math.max(ball, tip));
        return most
                + ROUND
                        * StrictMath.log(StrictMath.exp((heel - most) / ROUND)
                                + StrictMath.exp((ball - most) / ROUND)
                                + StrictMath.exp((tip - most) / ROUND));
    }

    static Quat about(double pitch) {
        return Quat.about(Vec3.X, -toRadians(pitch));
    }
}
