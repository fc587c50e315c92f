/// Locomotion: footsteps in the world, feet that are planted on them exactly, hips that travel over the feet, and the
/// swing of trunk and arms that goes with it; sitting down and standing up.
@NullMarked
package dev.beatboard.motion.gait;

import org.jspecify.annotations.NullMarked;
