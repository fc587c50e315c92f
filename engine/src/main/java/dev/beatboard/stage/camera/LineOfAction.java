package dev.beatboard.stage.camera;

import dev.beatboard.math.Vec3;

/// The line between two people, or along a walk, on one side of which the camera stays.
///
/// @param from a point of the line, world space
/// @param to another point of the line
/// @param side a place on the side that the camera keeps
public record LineOfAction(Vec3 from, Vec3 to, Vec3 side) {

    /// Whether a lens at `position` is on the kept side.
    public boolean keeps(Vec3 position) {
        return offset(position) * offset(side) >= 0;
    }

    private double offset(Vec3 p) {
        return to.minus(from).cross(p.minus(from)).y();
    }
}
