package dev.beatboard.motion.body;

import static java.lang.StrictMath.toRadians;

import dev.beatboard.math.Quat;
import dev.beatboard.math.Vec3;

/// A leg between the hip, which the trunk gives, and the foot, which the footsteps give: two bones and a knee that
/// points between where the foot and the hips point.
final class LegChain {

    /// A leg never gets straighter than this share of its length.
    private static final double STRETCH = 0.9985;
    /// How much the foot, rather than the pelvis, decides where the knee points.
    private static final double FOOT_SAY = 0.6;

    private LegChain() {}

    static void solve(Anatomy a, Skeleton s, Flank flank, FootGoal goal) {
        Leg leg = a.leg(flank);
        s.follow(leg.pelvis);
        Vec3 hip = s.place(leg.upper);
        Vec3 reach = goal.ankle().minus(hip);
        double longest = leg.length() * STRETCH;
        double distance = Math.min(reach.length(), longest);
        Vec3 down = reach.normalized();
        Vec3 ankle = hip.plus(down, distance);
        double l1 = leg.upperLength;
        double cos = Math.clamp(
                (l1 * l1 + distance * distance - leg.lowerLength * leg.lowerLength) / (2 * l1 * distance), -1, 1);
        Vec3 ahead = knee(a, s, goal, down);
        Vec3 knee = hip.plus(down, l1 * cos).plus(ahead, l1 * Math.sqrt(1 - cos * cos));
        Vec3 hinge = ahead.cross(down);
        Quat thigh = Frames.LEG.to(Frames.of(knee.minus(hip), hinge)).times(leg.upperZero);
        Quat shank = Frames.LEG.to(Frames.of(ankle.minus(knee), hinge)).times(leg.lowerZero);
        Quat foot = goal.turn().times(leg.footZero);

        Quat local = s.parentTurn(leg.upper).inverse().times(thigh);
        double twist = local.twistAbout(leg.upperAxis);
        s.bend(leg.upper, local.times(Quat.about(leg.upperAxis, -twist)));
        s.follow(leg.upperTail);
        s.twist(leg.upper, twist);
        s.twist(leg.upperTail, twist);
        s.aim(leg.lower, shank);
        double ankleTwist = shank.inverse().times(foot).twistAbout(leg.lowerAxis);
        s.bend(leg.lowerTail, Quat.about(leg.lowerAxis, ankleTwist * 0.5));
        s.aim(leg.foot, foot);
        Vec3 across = leg.footZero.inverse().rotate(Vec3.X);
        for (int[] toe : leg.toes) {
            s.bend(toe[0], Quat.about(across, -toRadians(goal.toes())));
            for (int k = 1; k < toe.length; k++) {
                s.follow(toe[k]);
            }
        }
    }

    private static Vec3 knee(Anatomy a, Skeleton s, FootGoal goal, Vec3 down) {
        Vec3 pelvis = s.turn(a.root).rotate(Vec3.Z);
        Vec3 wish = goal.knee().lengthSquared() > 0
                ? goal.knee()
                : goal.turn()
                        .rotate(Vec3.Z)
                        .withY(0)
                        .normalized()
                        .times(FOOT_SAY)
                        .plus(pelvis, 1 - FOOT_SAY);
        Vec3 across = wish.across(down);
        if (across.length() < 0.1) {
            across = s.turn(a.root).rotate(Vec3.Y).across(down);
        }
        return across.normalized();
    }
}
