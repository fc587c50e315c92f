/// Gestures: what arms, head and trunk do for each action, and how a body gets into and out of them, from wherever it
/// is.
@NullMarked
package dev.beatboard.motion.gesture;

import org.jspecify.annotations.NullMarked;
