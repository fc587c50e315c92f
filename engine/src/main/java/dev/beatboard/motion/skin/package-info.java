/// From a posed skeleton and a face to the surfaces of skin, clothes and hair, and to the points of the body that
/// framing needs. [dev.beatboard.motion.skin.Skinning] is how we draw them;
/// [dev.beatboard.motion.skin.LinearSkin] is as close as plain linear blend skinning comes, for files.
@NullMarked
package dev.beatboard.motion.skin;

import org.jspecify.annotations.NullMarked;
