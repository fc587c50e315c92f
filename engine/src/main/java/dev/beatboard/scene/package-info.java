/// The renderer's input at one open shutter: surfaces, materials, emitters, sky and view. A leaf that knows no film
/// words;
/// whoever can fill a [dev.beatboard.scene.Scene] can be rendered, and whoever can read one can be a renderer.
///
/// World space is in meters, right-handed, y up. Colors are scene-linear with Rec.709 primaries. Bulk data is in arrays
/// that are shared and must not be written after construction.
@NullMarked
package dev.beatboard.scene;

import org.jspecify.annotations.NullMarked;
