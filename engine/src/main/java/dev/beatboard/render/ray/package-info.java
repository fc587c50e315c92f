/// Bounding volume hierarchies and the rays that are traced through them.
@NullMarked
package dev.beatboard.render.ray;

import org.jspecify.annotations.NullMarked;
