/// The camera over time. Solved key views enter, a view for every moment leaves. Between cuts place, direction, lens
/// and
/// focus have continuous velocity and acceleration; every answer is a pure function of time and the subject's anchor.
///
/// A plan is for the shot's own shape. [Reframing] films it for another: [Interest] says who and what its pictures are
/// about and where they are in them; lens places and cuts stay, only direction and width of view change.
@NullMarked
package dev.beatboard.motion.camera;

import org.jspecify.annotations.NullMarked;
