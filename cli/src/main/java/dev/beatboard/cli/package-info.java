/// The command line: what people type, over the engine's [dev.beatboard.Director].
@NullMarked
package dev.beatboard.cli;

import org.jspecify.annotations.NullMarked;
