package dev.beatboard.motion.gesture;

import dev.beatboard.math.Ease;
import dev.beatboard.motion.body.Angles;
import dev.beatboard.motion.body.Dof;
import dev.beatboard.motion.body.Flank;
import java.util.List;
import java.util.Map;

/// Head and trunk taking part in a gesture, added to what they do anyway.
///
/// @param mirror -1 if sideways joints go the other way than in the table
record TrunkEvent(
        double start,
        double until,
        double rise,
        double fall,
        Map<Dof, Double> trunk,
        List<Gesture.Sway> sways,
        int mirror) {

    TrunkEvent until(double other) {
        return new TrunkEvent(start, other, rise, fall, trunk, sways, mirror);
    }

    void apply(double t, Angles d) {
        if (t <= start || t >= until + fall) {
            return;
        }
        double w = Ease.minimumJerk((t - start) / rise / 0.85) * (1 - Ease.minimumJerk((t - until) / fall / 0.85));
        for (Dof dof : Dof.values()) {
            Double v = trunk.get(dof);
            if (v != null) {
                if (dof.sided()) {
                    d.add(dof, Flank.LEFT, v * w).add(dof, Flank.RIGHT, v * w);
                } else {
                    d.add(dof, v * w * (sideways(dof) ? mirror : 1));
                }
            }
        }
        for (Gesture.Sway s : sways) {
            double since = t - start;
            double fade = StrictMath.pow(0.5, since / s.halfLife());
            d.add(s.dof(), s.degrees() * w * fade * StrictMath.sin(2 * StrictMath.PI * s.hertz() * since));
        }
    }

    private static boolean sideways(Dof dof) {
        return switch (dof) {
            case PELVIS_SIDE, PELVIS_TWIST, SPINE_SIDE, SPINE_TWIST, HEAD_SIDE, HEAD_TWIST -> true;
            default -> false;
        };
    }
}
