package dev.beatboard.motion.body;

import static java.lang.StrictMath.toRadians;

import dev.beatboard.math.Ease;
import dev.beatboard.math.Quat;
import dev.beatboard.math.Vec3;

/// The way of a hand from one place to another that does not lead through the body: from the front to the back it goes
/// round its own side, as it has to.
///
/// Places are told by the angle round the trunk's axis, from the hand's own side (0) to the front (+) and the back (-),
/// by the distance from the axis and by height.
final class AroundBody {

    /// Below this angle between two places the straight way is taken; above the second one the way round.
    private static final double STRAIGHT = toRadians(50);

    private static final double ROUND = toRadians(110);

    private final Vec3 origin;
    private final Quat frame;
    private final int sign;

    AroundBody(Anatomy a, Skeleton s, Flank flank) {
        origin = s.joint(a.root);
        frame = s.turn(a.root);
        sign = flank.sign();
    }

    /// The place a share of the way from `p` to `q`.
    Vec3 between(Vec3 p, Vec3 q, double share) {
        Vec3 straight = p.lerp(q, share);
        Vec3 a = frame.inverse().rotate(p.minus(origin));
        Vec3 b = frame.inverse().rotate(q.minus(origin));
        double from = StrictMath.atan2(a.z(), sign * a.x());
        double to = StrictMath.atan2(b.z(), sign * b.x());
        double round = Ease.smooth((StrictMath.abs(to - from) - STRAIGHT) / (ROUND - STRAIGHT));
        if (round <= 0) {
            return straight;
        }
        double angle = Ease.lerp(from, to, share);
        double radius = Ease.lerp(StrictMath.hypot(a.x(), a.z()), StrictMath.hypot(b.x(), b.z()), share);
        Vec3 local = new Vec3(
                sign * radius * StrictMath.cos(angle), Ease.lerp(a.y(), b.y(), share), radius * StrictMath.sin(angle));
        return straight.lerp(origin.plus(frame.rotate(local)), round);
    }
}
