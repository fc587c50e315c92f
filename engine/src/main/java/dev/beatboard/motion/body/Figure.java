package dev.beatboard.motion.body;

import dev.beatboard.math.Quat;
import dev.beatboard.math.Vec3;
import java.util.List;

/// What a body is asked to be at one moment: joint angles, and the places of hips, feet and hands.
///
/// @param hips the midpoint of the hip joints, world space
/// @param turn of the pelvis before its own angles: the heading
/// @param left of the left hand; the later ones take over from the earlier
/// @param look where the eyes rest
public record Figure(
        Angles angles,
        Vec3 hips,
        Quat turn,
        FootGoal leftFoot,
        FootGoal rightFoot,
        List<HandAnchor.Hold> left,
        List<HandAnchor.Hold> right,
        Look look) {

    public FootGoal foot(Flank flank) {
        return flank == Flank.LEFT ? leftFoot : rightFoot;
    }

    public List<HandAnchor.Hold> hand(Flank flank) {
        return flank == Flank.LEFT ? left : right;
    }

    /// What the eyes are on: `share` of the way from one point to another, in angles.
    ///
    /// @param yaw added, degrees to the left: fixation wanders a little
    /// @param pitch added, degrees up
    public record Look(Vec3 from, Vec3 to, double share, double yaw, double pitch) {}
}
