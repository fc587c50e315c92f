/// What moves, over time: skeletons, poses and curves. A leaf.
@NullMarked
package dev.beatboard.track;

import org.jspecify.annotations.NullMarked;
