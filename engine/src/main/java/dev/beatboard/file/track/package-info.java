/// Writes the tracks of a clip: JSON for programs, CSV for tables, BVH for animation tools. Enters
/// a [dev.beatboard.track.ClipTrack], frame by frame; leaves whole files. Invariants: meters and
/// degrees but for BVH, which is in centimeters; numbers have fixed decimals, so equal tracks give
/// equal bytes; what does not apply is absent. `docs/TRACKS.md` says what every field means.
@NullMarked
package dev.beatboard.file.track;

import org.jspecify.annotations.NullMarked;
