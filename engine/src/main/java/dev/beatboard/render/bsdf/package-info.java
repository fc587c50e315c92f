/// How surfaces scatter light, as energy-conserving models: what the rasterizing renderer approximates and the
/// reference samples. All directions are local, z along the shading normal, and point away from the surface.
@NullMarked
package dev.beatboard.render.bsdf;

import org.jspecify.annotations.NullMarked;
