/// The performance as a function of time: bodies, faces and the camera at any moment, and the Scene that the lens sees
/// at a frame. Pure functions of the stage and the time.
@NullMarked
package dev.beatboard.motion;

import org.jspecify.annotations.NullMarked;
