package dev.beatboard.track;

import dev.beatboard.math.Vec3;
import java.util.Optional;

/// A point of a body in the world and in the picture.
///
/// @param world meters
/// @param image where it is seen; empty for what is not before the lens
public record TrackPoint(Vec3 world, Optional<ImagePoint> image) {

    public static TrackPoint seen(Vec3 world, ImagePoint image) {
        return new TrackPoint(world, Optional.of(image));
    }

    public static TrackPoint behindLens(Vec3 world) {
        return new TrackPoint(world, Optional.empty());
    }
}
