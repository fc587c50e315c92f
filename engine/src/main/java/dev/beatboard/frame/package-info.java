/// A frame is a set of named planes; here too are color spaces, tone mapping and differences between frames. A leaf
/// over
/// mathematics and time.
@NullMarked
package dev.beatboard.frame;

import org.jspecify.annotations.NullMarked;
