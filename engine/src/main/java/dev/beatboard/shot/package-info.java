/// The Shot: immutable records that say what is to be filmed. Words and images have been understood before it, staging
/// comes after it.
///
/// What is fixed for the whole clip (cast, wardrobe, set, rate, size) is in [dev.beatboard.shot.Shot]; what changes is
/// in its
/// [dev.beatboard.shot.Keyframe]s. A field that is empty in a keyframe goes on as before. Canonical JSON of a Shot is
/// its
/// identity: equal text, equal clip.
@NullMarked
package dev.beatboard.shot;

import org.jspecify.annotations.NullMarked;
