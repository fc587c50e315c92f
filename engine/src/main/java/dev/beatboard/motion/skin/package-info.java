/// From a posed skeleton and a face to the surfaces of skin, clothes and hair, and to the points of the body that
/// framing needs.
@NullMarked
package dev.beatboard.motion.skin;

import org.jspecify.annotations.NullMarked;
