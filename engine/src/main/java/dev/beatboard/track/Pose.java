package dev.beatboard.track;

import dev.beatboard.math.Quat;
import dev.beatboard.math.Vec3;
import java.util.List;
import java.util.Map;

/// One body at one moment, world space.
///
/// @param rotations worldFromRest per bone; every bone's rest frame is the world axes
/// @param joints where each bone's head is, meters
/// @param twists per bone the radians by which vertices along the bone turn about its axis, growing from its head to
///     its tail (twist-linear skinning); 0 for most
/// @param face weights of face shapes by name, in name order; absent means 0
public record Pose(List<Quat> rotations, List<Vec3> joints, List<Double> twists, Map<String, Double> face) {

    public Pose {
        rotations = List.copyOf(rotations);
        joints = List.copyOf(joints);
        twists = List.copyOf(twists);
    }
}
