package dev.beatboard.motion.face;

import dev.beatboard.math.Chance;
import dev.beatboard.math.Ease;
import dev.beatboard.stage.Cue;
import java.util.ArrayList;
import java.util.List;

/// The expression of one face over time: each cue takes over from what is there, and is complete at its `full`.
public final class FaceTrack {

    /// The right half of a face follows the left, seconds, and is a little weaker.
    private static final double RIGHT_LAG = 0.03;

    private static final double RIGHT_SHARE = 0.94;
    /// A held expression breathes by this share from a second after it is full: no face holds still.
    private static final double DRIFT = 0.09;

    private final List<Event> events = new ArrayList<>();
    private final long seed;

    private record Event(double start, double full, double strength, FaceWeights recipe) {}

    public FaceTrack(List<Cue> cues, long seed) {
        this.seed = seed;
        for (Cue c : cues) {
            if (c instanceof Cue.Face f) {
                double start = Math.min(f.start(), f.full() - 0.12);
                events.add(new Event(start, f.full(), f.strength(), Expressions.of(f.expression())));
            }
        }
    }

    /// Pure.
    public FaceWeights at(double t) {
        FaceWeights w = Expressions.rest();
        FaceWeights rest = Expressions.rest();
        for (Event e : events) {
            if (t <= e.start) {
                continue;
            }
            double drift = Ease.smooth((t - e.full - 1) / 1.5) * DRIFT * (0.5 + 0.5 * Chance.noise(seed, 31, t * 0.45));
            double span = e.full - e.start - RIGHT_LAG;
            double left = Ease.minimumJerk((t - e.start) / span);
            double right = Ease.minimumJerk((t - e.start - RIGHT_LAG) / span);
            double kept = 1 - Math.min(1, e.recipe.largest() * e.strength);
            for (FaceShape s : FaceShape.values()) {
                double shown = e.recipe.get(s) * e.strength * (1 - drift) * (s.right() ? RIGHT_SHARE : 1);
                if (s == FaceShape.EYE_RIGHT_CLOSURE && e.recipe.get(s) > 0.9) {
                    shown = e.strength;
                }
                double target = Math.max(shown, kept * rest.get(s));
                w.set(s, Ease.lerp(w.get(s), target, s.right() ? right : left));
            }
        }
        return w;
    }
}
