/// From a [dev.beatboard.scene.Scene] to a [dev.beatboard.frame.Frame]. The port is [dev.beatboard.render.Renderer]; it
/// knows
/// nothing of shots, stages and performers.
@NullMarked
package dev.beatboard.render;

import org.jspecify.annotations.NullMarked;
