/// What color a surface has at a point: filtered images and procedural patterns.
@NullMarked
package dev.beatboard.render.texture;

import org.jspecify.annotations.NullMarked;
