package dev.beatboard.motion.body;

import static java.lang.StrictMath.toDegrees;
import static java.lang.StrictMath.toRadians;

import dev.beatboard.math.Ease;
import dev.beatboard.math.Quat;
import dev.beatboard.math.Vec3;

/// Turns each eye to what it rests on, whatever the head does meanwhile, within what eyes can; the upper lids go up and
/// down with the eyes.
final class Eyeballs {

    static final double MOST_YAW = 34;
    static final double MOST_UP = 22;
    static final double MOST_DOWN = 30;
    /// How much of a look up or down the upper lids follow.
    private static final double LID_SHARE = 0.5;

    private Eyeballs() {}

    static void solve(Anatomy a, Skeleton s, Figure.Look look) {
        double down = 0;
        for (int eye : a.eyes) {
            Vec3 at = s.place(eye);
            Quat head = s.turn(a.head).inverse();
            Vec3 from = head.rotate(look.from().minus(at)).normalized();
            Vec3 to = head.rotate(look.to().minus(at)).normalized();
            Vec3 d = Quat.IDENTITY.slerp(Quat.between(from, to), look.share()).rotate(from);
            double yaw = toDegrees(StrictMath.atan2(d.x(), d.z())) + look.yaw();
            double flat = Math.sqrt(d.x() * d.x() + d.z() * d.z());
            double pitch = toDegrees(StrictMath.atan2(d.y(), flat)) + look.pitch();
            // Nothing can be seen of what is behind the head: there the eyes go back to the middle.
            double behind = Ease.smooth((180 - Math.min(180, StrictMath.abs(yaw))) / 70);
            yaw = Math.clamp(yaw, -MOST_YAW, MOST_YAW) * behind;
            pitch = Math.clamp(pitch, -MOST_DOWN, MOST_UP);
            s.bend(eye, Quat.about(Vec3.Y, toRadians(yaw)).times(Quat.about(Vec3.X, -toRadians(pitch))));
            down -= pitch / 2;
        }
        for (int lid : a.lids) {
            s.bend(lid, Quat.about(Vec3.X, toRadians(down * LID_SHARE)));
        }
    }
}
