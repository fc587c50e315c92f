package dev.beatboard.stage;

import dev.beatboard.math.Vec3;
import java.util.List;

/// What one performer does in the whole clip.
///
/// @param mark where the performer is at the start, on the floor
/// @param heading radians about y, 0 facing +z
/// @param cues in order of start time
public record Score(int actor, Vec3 mark, double heading, List<Cue> cues) {

    public Score {
        cues = List.copyOf(cues);
    }
}
