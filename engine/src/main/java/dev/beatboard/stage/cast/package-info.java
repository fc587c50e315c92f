/// Casting: from a [dev.beatboard.shot.Performer] to an [dev.beatboard.stage.cast.Actor], a body with face, hair and
/// fitted,
/// recolored clothes in the rest pose.
@NullMarked
package dev.beatboard.stage.cast;

import org.jspecify.annotations.NullMarked;
