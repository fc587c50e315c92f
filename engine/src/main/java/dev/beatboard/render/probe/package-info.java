/// Indirect light on a grid of points, baked once per world and lighting.
@NullMarked
package dev.beatboard.render.probe;

import org.jspecify.annotations.NullMarked;
