/// Clips on render farms: an Open Job Description template ([dev.beatboard.file.farm.JobTemplate])
/// that renders a shot in chunks of frames and puts them together.
@NullMarked
package dev.beatboard.file.farm;

import org.jspecify.annotations.NullMarked;
