/// The body as anatomists see it: named joint angles, contacts of hands and feet, and the solver that turns both into
/// the bones of the human rig.
@NullMarked
package dev.beatboard.motion.body;

import org.jspecify.annotations.NullMarked;
