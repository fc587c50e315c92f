package dev.beatboard.motion.body;

import dev.beatboard.math.Quat;
import dev.beatboard.math.Vec3;

/// Where a foot is, world space.
///
/// @param ankle the ankle joint
/// @param turn of the anatomical foot, which points to +z when not turned
/// @param toes how far the toes bend up, degrees
/// @param contact whether some part of the sole is planted
/// @param knee where the knee points, a horizontal direction; the zero vector: where the foot and the hips point
public record FootGoal(Vec3 ankle, Quat turn, double toes, boolean contact, Vec3 knee) {

    /// The goal a share of the way to another one.
    public FootGoal toward(FootGoal o, double share) {
        Vec3 k = knee.lengthSquared() == 0 ? turn.rotate(Vec3.Z).withY(0) : knee;
        Vec3 ok = o.knee.lengthSquared() == 0 ? o.turn.rotate(Vec3.Z).withY(0) : o.knee;
        return new FootGoal(
                ankle.lerp(o.ankle, share),
                turn.slerp(o.turn, share),
                toes + (o.toes - toes) * share,
                share < 0.5 ? contact : o.contact,
                k.lerp(ok, share));
    }
}
