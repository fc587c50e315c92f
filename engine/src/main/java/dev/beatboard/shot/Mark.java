package dev.beatboard.shot;

import java.util.Optional;

/// Where a performer, the camera or the key light is at a keyframe, in the world frame of the set
/// (that of the glTF export): meters, y up, the floor at 0, +z toward the audience. A mark wins over
/// what words say about the place; one that nobody can stand on is staged at the nearest free place.
///
/// @param y height of the lens or lamp above the floor; empty: as its framing or lighting has it.
///     People stand on the floor and have none
/// @param facing where a performer is turned, degrees: 0 faces +z, 90 faces +x; empty: as it comes.
///     Only people have one
public record Mark(double x, Optional<Double> y, double z, Optional<Double> facing) {

    /// The farthest from the middle of a set that is read, meters.
    static final double FARTHEST = 1000;

    static final double HIGHEST = 100;

    /// A mark on the floor.
    public static Mark floor(double x, double z) {
        return new Mark(x, Optional.empty(), z, Optional.empty());
    }

    /// The same mark for somebody who is turned so, degrees.
    public Mark facing(double degrees) {
        return new Mark(x, y, z, Optional.of(degrees));
    }

    /// The same place at a height, meters.
    public Mark at(double height) {
        return new Mark(x, Optional.of(height), z, facing);
    }
}
