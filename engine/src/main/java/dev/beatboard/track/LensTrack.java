package dev.beatboard.track;

import dev.beatboard.math.Quat;
import dev.beatboard.math.Vec3;

/// The lens at one frame. It looks along its own -z with y up.
///
/// @param position the entrance pupil, world space, meters
/// @param orientation worldFromLens
/// @param focalLength millimeters
/// @param sensorWidth millimeters of the whole width of the picture
/// @param focusDistance meters along the optical axis
/// @param fNumber the aperture; infinity means everything is sharp
public record LensTrack(
        Vec3 position, Quat orientation, double focalLength, double sensorWidth, double focusDistance, double fNumber) {

    /// Where a point of the world is seen in a picture of that size.
    public TrackPoint see(Vec3 world, int width, int height) {
        Vec3 p = orientation.inverse().rotate(world.minus(position));
        double depth = -p.z();
        if (!(depth > 0)) {
            return TrackPoint.behindLens(world);
        }
        double pixelsPerTan = width * focalLength / sensorWidth;
        double x = 0.5 * width + pixelsPerTan * p.x() / depth;
        double y = 0.5 * height - pixelsPerTan * p.y() / depth;
        boolean inside = x >= 0 && x < width && y >= 0 && y < height;
        return TrackPoint.seen(world, new ImagePoint(x, y, depth, inside));
    }
}
