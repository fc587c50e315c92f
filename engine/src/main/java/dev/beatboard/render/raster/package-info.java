/// The rasterizing renderer: visibility, surface planes, light and resolve, in tiles.
@NullMarked
package dev.beatboard.render.raster;

import org.jspecify.annotations.NullMarked;
