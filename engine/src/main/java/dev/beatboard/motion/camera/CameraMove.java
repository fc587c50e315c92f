package dev.beatboard.motion.camera;

import dev.beatboard.math.Ease;
import dev.beatboard.math.Vec3;
import dev.beatboard.scene.View;

/// One move between two solved views, told relative to an anchor that travels with the subject, so that the camera
/// leads or follows a walk while it moves. Starts and lands with zero velocity and acceleration relative to the anchor.
///
/// @param fromAnchor where the anchor was for the view `from`, world space
/// @param toAnchor where it was for `to`
/// @param start seconds; before it the view `from` is kept
/// @param end seconds, after `start`; from it on the view `to` is kept
public record CameraMove(View from, Vec3 fromAnchor, View to, Vec3 toAnchor, double start, double end) {

    public CameraMove {
        if (!(end > start)) {
            throw new IllegalArgumentException("a camera move ends after it starts: " + start + " to " + end);
        }
    }

    /// The view at a time, with the subject's anchor there: a smooth point such as a filtered path of the hips on the
    /// floor, as every bounce of it moves the camera; a constant for a camera that stays in its place.
    public View at(double seconds, Vec3 anchor) {
        double share = Ease.minimumJerk((seconds - start) / (end - start));
        Vec3 offset = from.position().minus(fromAnchor).lerp(to.position().minus(toAnchor), share);
        return new View(
                anchor.plus(offset),
                from.orientation().slerp(to.orientation(), share),
                from.focalLength() * StrictMath.pow(to.focalLength() / from.focalLength(), share),
                Ease.lerp(from.sensorWidth(), to.sensorWidth(), share),
                Ease.lerp(from.focusDistance(), to.focusDistance(), share),
                from.fNumber() == to.fNumber() ? to.fNumber() : Ease.lerp(from.fNumber(), to.fNumber(), share));
    }
}
