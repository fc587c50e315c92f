package dev.beatboard.scene;

import dev.beatboard.math.Quat;
import dev.beatboard.math.Vec3;

/// The lens and the sensor at one moment. The camera looks along its own -z with y up; `orientation` is
/// worldFromCamera.
///
/// @param position the entrance pupil, world space, meters
/// @param focalLength millimeters
/// @param sensorWidth millimeters, 36 for a full frame; the sensor's height follows from the picture's aspect
/// @param focusDistance meters along the optical axis
/// @param fNumber the aperture; infinity means everything is sharp
public record View(
        Vec3 position, Quat orientation, double focalLength, double sensorWidth, double focusDistance, double fNumber) {

    public View {
        Allowed.place("The lens", "position", position);
        Allowed.positive("The lens", "focal length", focalLength, false);
        Allowed.positive("The lens", "sensor width", sensorWidth, false);
        Allowed.positive("The lens", "focus distance", focusDistance, true);
        Allowed.positive("The lens", "f-number", fNumber, true);
    }

    public Vec3 forward() {
        return orientation.rotate(new Vec3(0, 0, -1));
    }

    public Vec3 right() {
        return orientation.rotate(Vec3.X);
    }

    public Vec3 up() {
        return orientation.rotate(Vec3.Y);
    }

    /// The tangent of half the horizontal field of view.
    public double tanHalfWidth() {
        return sensorWidth / (2 * focalLength);
    }

    /// A view at `position` with its axis through `target`, the horizon level but for `roll` radians (positive turns
    /// the picture clockwise).
    public static Quat looking(Vec3 position, Vec3 target, double roll) {
        Vec3 back = position.minus(target).normalized();
        Vec3 side =
                StrictMath.abs(back.y()) > 0.9999 ? Vec3.X : Vec3.Y.cross(back).normalized();
        Quat level = Quat.ofColumns(side, back.cross(side), back);
        return roll == 0 ? level : level.times(Quat.about(Vec3.Z, roll));
    }

    /// Where a world point falls: x and y in 0..1 of the picture from its top left, z the distance along the axis in
    /// meters (not positive behind the lens). `aspect` is width over height.
    public Vec3 project(Vec3 world, double aspect) {
        Vec3 p = orientation.inverse().rotate(world.minus(position));
        double depth = -p.z();
        double k = 1 / (tanHalfWidth() * Math.max(1e-9, depth));
        return new Vec3(0.5 + 0.5 * p.x() * k, 0.5 - 0.5 * p.y() * k * aspect, depth);
    }

    /// The same lens before a sensor that is `k` times as wide: sees more around what this one sees.
    public View onWider(double k) {
        return new View(position, orientation, focalLength, k * sensorWidth, focusDistance, fNumber);
    }
}
