package dev.beatboard.motion.gait;

import dev.beatboard.motion.body.Flank;
import dev.beatboard.stage.Cue;

/// One foot leaves its print at `lift` and is planted on another at `land`, seconds.
///
/// @param strike how much of a heel strike it lands with: 0 flat, 1 a full stride
/// @param push how much of a toe-off the old print is left with; NaN: as the length of the step has it
/// @param clearance how high the sole passes over the floor, meters
/// @param speed of the body, meters per second
/// @param sway how far from the body's line the hips go over the standing foot, meters
public record Footstep(
        double lift,
        double land,
        Footprint to,
        double strike,
        double push,
        double clearance,
        double speed,
        double sway,
        Cue.Style style) {

    Flank flank() {
        return to.flank();
    }

    boolean running() {
        return style == Cue.Style.RUNNING;
    }
}
