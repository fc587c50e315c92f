package dev.beatboard.motion.gait;

import dev.beatboard.math.Vec3;
import dev.beatboard.motion.body.Flank;

/// A place on the floor where a foot is planted.
///
/// @param place under the ankle, y = 0
/// @param heading of the body that stands there; the foot itself points [#TOE_OUT] outward
public record Footprint(Flank flank, Vec3 place, double heading) {

    /// Radians.
    static final double TOE_OUT = StrictMath.toRadians(6);

    /// A print to one side of a body.
    ///
    /// @param aside from the body's middle, meters
    static Footprint beside(Flank flank, Vec3 body, double heading, double aside) {
        return new Footprint(flank, body.withY(0).plus(Heading.left(heading), aside * flank.sign()), heading);
    }

    double yaw() {
        return heading + TOE_OUT * flank.sign();
    }
}
