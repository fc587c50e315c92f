/// Where somebody looks: eyes first, then the head, then a share of the trunk.
@NullMarked
package dev.beatboard.motion.gaze;

import org.jspecify.annotations.NullMarked;
