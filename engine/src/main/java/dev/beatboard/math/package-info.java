/// Points, rotations, easing, digests and counter-based random numbers: a leaf that everything may use. All of it is
/// pure, and
/// transcendental functions come from [StrictMath], so that equal input gives equal bits on every platform.
@NullMarked
package dev.beatboard.math;

import org.jspecify.annotations.NullMarked;
