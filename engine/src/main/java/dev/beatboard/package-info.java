/// The director engine. The data's path: words, [dev.beatboard.shot.Shot], stage, motion,
/// [dev.beatboard.scene.Scene], [dev.beatboard.frame.Frame], file; [dev.beatboard.Director] walks
/// it.
///
/// What enters a rendering is a staged [dev.beatboard.Take] and a [dev.beatboard.RenderOrder];
/// what leaves are files ([dev.beatboard.Format]) and a report. This package alone imports
/// everything: it hands `file` what `motion` and `stage` know, as records of `track`, `scene` and
/// `shot`.
@NullMarked
package dev.beatboard;

import org.jspecify.annotations.NullMarked;
