/// Camera: what a shot size, an angle and a lens mean for a body in a set, and the set-ups and moves that a shot's
/// keyframes
/// ask for.
@NullMarked
package dev.beatboard.stage.camera;

import org.jspecify.annotations.NullMarked;
