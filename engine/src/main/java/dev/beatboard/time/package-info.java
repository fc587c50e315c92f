/// Exact time: seconds as fractions, frame rates as fractions, frame numbers from 0 and SMPTE timecode. A leaf. Nothing
/// here rounds but [FrameRate#frameAt], which says so.
@NullMarked
package dev.beatboard.time;

import org.jspecify.annotations.NullMarked;
