/// The reference: unbiased path tracing of the same scene, slow, which the other renderer is measured against.
@NullMarked
package dev.beatboard.render.reference;

import org.jspecify.annotations.NullMarked;
