package dev.beatboard.stage.light;

import dev.beatboard.scene.Emitter;
import dev.beatboard.scene.Sky;
import java.util.List;

/// What shines and how it is exposed, from one moment until the next plan.
///
/// @param emitters all lamps that are on, with the added key, fill and rim
/// @param exposure what radiance is multiplied by so that faces are well exposed
/// @param decisions what was chosen unasked, for the report
public record LightPlan(List<Emitter> emitters, Sky sky, double exposure, List<String> decisions) {

    public LightPlan {
        emitters = List.copyOf(emitters);
        decisions = List.copyOf(decisions);
    }
}
