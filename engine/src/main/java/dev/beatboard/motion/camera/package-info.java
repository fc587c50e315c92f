/// The camera over time. Solved key views enter, a view for every moment leaves. Between cuts place, direction, lens
/// and
/// focus have continuous velocity and acceleration; every answer is a pure function of time and the subject's anchor.
@NullMarked
package dev.beatboard.motion.camera;

import org.jspecify.annotations.NullMarked;
