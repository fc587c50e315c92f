package dev.beatboard.track;

import dev.beatboard.math.Quat;
import dev.beatboard.math.Vec3;

/// How a head is held. The head's own frame has x to the person's left, y up through the crown and
/// z out of the face.
///
/// @param orientation worldFromHead; no turn faces +z
/// @param yaw degrees against the lens, -180 to 180: positive turns the face to the person's own
///     left, which is the picture's right for a face that is seen from the front
/// @param pitch degrees against the lens, -90 to 90: positive looks up
/// @param roll degrees against the lens, -180 to 180: positive tilts the crown to the picture's
///     right
/// @param offLens degrees, 0 to 180, between the face's axis and the way from the eyes to the lens:
///     0 faces the lens wherever in the picture it is
public record HeadPose(Quat orientation, double yaw, double pitch, double roll, double offLens) {

    /// Against the axes of a lens: yaw about y, then pitch about x, then roll about z, each about
    /// the axes that the turns before it have turned; all 0 for a face that looks along the lens's
    /// axis into it.
    ///
    /// @param eyes the midpoint of the eyes, world space
    public static HeadPose of(Quat orientation, Vec3 eyes, LensTrack lens) {
        Quat seen = lens.orientation().inverse().times(orientation);
        Vec3 face = seen.rotate(Vec3.Z);
        double yaw = StrictMath.atan2(face.x(), face.z());
        double pitch = StrictMath.asin(Math.clamp(face.y(), -1, 1));
        Vec3 up = seen.rotate(Vec3.Y);
        Quat level = Quat.about(Vec3.Y, yaw).times(Quat.about(Vec3.X, -pitch));
        double roll = StrictMath.atan2(up.dot(level.rotate(Vec3.X)), up.dot(level.rotate(Vec3.Y)));
        Vec3 to = lens.position().minus(eyes).normalized();
        double cosine = Math.clamp(to.dot(orientation.rotate(Vec3.Z)), -1, 1);
        return new HeadPose(
                orientation,
                StrictMath.toDegrees(yaw),
                StrictMath.toDegrees(pitch),
                StrictMath.toDegrees(roll),
                StrictMath.toDegrees(StrictMath.acos(cosine)));
    }
}
