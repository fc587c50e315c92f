/// Staging: from a [dev.beatboard.shot.Shot] to what stands where in which set, seen and lit by what, and who does what
/// when.
///
/// Four departments that do not know each other, `cast`, `set`, `camera` and `light`, and over them the blocking: a
/// [dev.beatboard.stage.Score] of [dev.beatboard.stage.Cue]s for each performer.
@NullMarked
package dev.beatboard.stage;

import org.jspecify.annotations.NullMarked;
