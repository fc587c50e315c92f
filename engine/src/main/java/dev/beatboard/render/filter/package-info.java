/// Filters over the planes of a frame: noise, skin, lens and motion.
@NullMarked
package dev.beatboard.render.filter;

import org.jspecify.annotations.NullMarked;
