package dev.beatboard.motion.face;

import dev.beatboard.motion.body.Angles;
import dev.beatboard.stage.Cue;
import java.util.List;

public final class Voice {
    public Voice(List<Cue> cues, long seed) {}

    public boolean talking(double t) {
        return false;
    }

    public void shape(FaceWeights w, double t) {}

    public void move(Angles d, double t) {}
}
