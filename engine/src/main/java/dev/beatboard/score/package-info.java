/// Measures of what was made: what the skin, the view and the id plane say about each keyframe's facts.
@NullMarked
package dev.beatboard.score;

import org.jspecify.annotations.NullMarked;
