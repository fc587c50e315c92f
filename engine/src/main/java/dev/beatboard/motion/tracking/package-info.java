/// Reads the tracks of a clip off a play: where every part of every performer is in the world and
/// in the picture. Enters a [dev.beatboard.motion.Play] and the size of the picture; leaves a
/// [dev.beatboard.track.ClipTrack]. Frames are pure functions of the play and their number; nothing
/// is rendered.
@NullMarked
package dev.beatboard.motion.tracking;

import org.jspecify.annotations.NullMarked;
