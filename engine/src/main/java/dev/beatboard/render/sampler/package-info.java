/// Sample sequences for integrals.
@NullMarked
package dev.beatboard.render.sampler;

import org.jspecify.annotations.NullMarked;
