package dev.beatboard.motion;

import dev.beatboard.math.Vec3;

/// What eyes can rest on beside fixed points; world space, at a time in seconds.
public interface Eyelines {

    /// The entrance pupil of the lens.
    Vec3 lens(double seconds);

    /// The midpoint of the eyes of a performer, by place in the cast.
    Vec3 eyes(int actor, double seconds);
}
