/// Lights made ready for shading: analytic diffuse and glossy light from rectangles, balls and the sun.
@NullMarked
package dev.beatboard.render.emitter;

import org.jspecify.annotations.NullMarked;
