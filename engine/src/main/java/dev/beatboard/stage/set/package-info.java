/// Sets: rooms and streets with furniture, windows, doors and working lamps, and the places in them where people can
/// stand, sit and walk.
@NullMarked
package dev.beatboard.stage.set;

import org.jspecify.annotations.NullMarked;
