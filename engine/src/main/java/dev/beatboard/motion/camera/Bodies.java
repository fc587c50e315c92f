package dev.beatboard.motion.camera;

import dev.beatboard.math.Vec3;
import dev.beatboard.stage.camera.Landmarks;

/// The performers as the camera department sees them, at a time in seconds.
public interface Bodies {

    /// Where the parts of a posed body are.
    Landmarks landmarks(int actor, double seconds);

    /// A smooth floor point under the body.
    Vec3 anchor(int actor, double seconds);
}
