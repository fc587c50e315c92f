/// The triangles of a scene flattened into arrays, the fixed ones first, and the camera as plain numbers.
@NullMarked
package dev.beatboard.render.mesh;

import org.jspecify.annotations.NullMarked;
