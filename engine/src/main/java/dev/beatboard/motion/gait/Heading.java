package dev.beatboard.motion.gait;

import dev.beatboard.math.Quat;
import dev.beatboard.math.Vec3;

/// Headings: radians about y, 0 facing +z, positive to one's own left.
public final class Heading {

    private Heading() {}

    public static Vec3 forward(double heading) {
        return new Vec3(StrictMath.sin(heading), 0, StrictMath.cos(heading));
    }

    public static Vec3 left(double heading) {
        return new Vec3(StrictMath.cos(heading), 0, -StrictMath.sin(heading));
    }

    public static Quat turn(double heading) {
        return Quat.about(Vec3.Y, heading);
    }

    public static double of(Vec3 direction) {
        return StrictMath.atan2(direction.x(), direction.z());
    }

    /// The shorter way from one to another, within plus or minus pi.
    public static double between(double from, double to) {
        double full = 2 * StrictMath.PI;
        double d = to - from;
        return d - full * Math.floor((d + StrictMath.PI) / full);
    }
}
