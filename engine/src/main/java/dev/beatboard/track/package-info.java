/// What moves, over time: poses, and the tracks of a clip, which say where every part of every
/// performer is in the world and in the picture. A leaf: tracks are of use without the engine.
/// Enters what motion found; leaves what files are written from. Invariants: meters, y up; left and
/// right are the person's own; absent, never zero, where something does not apply.
@NullMarked
package dev.beatboard.track;

import org.jspecify.annotations.NullMarked;
