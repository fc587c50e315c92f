/// The face: expressions, blinks and the shapes of a talking mouth, as weights of face shapes over time.
@NullMarked
package dev.beatboard.motion.face;

import org.jspecify.annotations.NullMarked;
