/// A crew of threads that shares out numbered pieces of work.
@NullMarked
package dev.beatboard.render.work;

import org.jspecify.annotations.NullMarked;
