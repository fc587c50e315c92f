package dev.beatboard.stage;

import dev.beatboard.math.Vec3;

/// Which way the picture's right lies in the world just before a keyframe, so that "looks left" and "enters from the
/// right"
/// can be read as the audience reads them (keyframe rule 12).
@FunctionalInterface
public interface PictureAxes {

    /// A camera on the audience's side, looking toward -z: the picture's right is +x.
    PictureAxes AUDIENCE = keyframe -> Vec3.X;

    /// Horizontal unit vector of the picture's right at the 0-based keyframe.
    Vec3 right(int keyframe);
}
