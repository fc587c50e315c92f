/// The director engine. The data's path: words, [dev.beatboard.shot.Shot], stage, motion,
/// [dev.beatboard.scene.Scene], [dev.beatboard.frame.Frame], file; [dev.beatboard.Director] walks it.
@NullMarked
package dev.beatboard;

import org.jspecify.annotations.NullMarked;
