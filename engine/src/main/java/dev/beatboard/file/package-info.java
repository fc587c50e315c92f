/// Files: stills, frames, clips, reports, and the slate that says what made them.
@NullMarked
package dev.beatboard.file;

import org.jspecify.annotations.NullMarked;
