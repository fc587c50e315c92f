package dev.beatboard.motion.camera;

import dev.beatboard.math.Vec3;
import dev.beatboard.scene.View;

/// A framing that lasts: the camera stays, or goes along with a walking subject. Focus follows the subject either way.
///
/// @param fixed whether the camera stays in its place
record Hold(KeyView key, Travel travel, boolean fixed) implements Leg {

    @Override
    public View at(double seconds) {
        Vec3 by = travel.at(seconds).minus(key.anchor());
        if (!fixed) {
            return key.movedBy(by).view();
        }
        View v = key.view();
        if (by.lengthSquared() == 0) {
            return v;
        }
        double focus = v.focusDistance() + by.dot(v.forward());
        return new View(
                v.position(), v.orientation(), v.focalLength(), v.sensorWidth(), Math.max(0.3, focus), v.fNumber());
    }
}
