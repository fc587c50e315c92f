/// Bounding volume hierarchies and the rays that are traced through them, in packets and one by one.
@NullMarked
package dev.beatboard.render.ray;

import org.jspecify.annotations.NullMarked;
