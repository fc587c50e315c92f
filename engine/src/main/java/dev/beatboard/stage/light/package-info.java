/// Light plans: key, fill, rim and practicals for a set, a lighting asked for and the places of the faces; exposure as
/// by
/// a light meter.
@NullMarked
package dev.beatboard.stage.light;

import org.jspecify.annotations.NullMarked;
