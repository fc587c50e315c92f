/// The light beyond everything.
@NullMarked
package dev.beatboard.render.sky;

import org.jspecify.annotations.NullMarked;
