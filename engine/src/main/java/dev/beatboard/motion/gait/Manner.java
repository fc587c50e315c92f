package dev.beatboard.motion.gait;

import dev.beatboard.math.Ease;
import dev.beatboard.stage.Cue;

/// What makes a way of walking different from a plain one. Degrees, meters and factors.
///
/// @param lean of the spine, forward +
/// @param head down +
/// @param arms how far they swing, 1 is plain
/// @param girdle how far the shoulders are drawn forward
/// @param lift of the shoulders
/// @param elbows added to their bend
/// @param curl added to the fingers
/// @param crouch how much lower the hips are
/// @param step length against plain
/// @param run 1 while running
record Manner(
        double lean,
        double head,
        double arms,
        double girdle,
        double lift,
        double elbows,
        double curl,
        double crouch,
        double step,
        double run) {

    static Manner of(Cue.Style style) {
        return switch (style) {
            case PLAIN -> new Manner(0, 0, 1, 0, 0, 0, 0, 0, 1, 0);
            case SLOW -> new Manner(0, 0, 0.85, 0, 0, 0, 0, 0, 0.97, 0);
            case BRISK -> new Manner(1.5, -1, 1.1, 0, 0, 4, 6, 0, 1, 0);
            case SAD -> new Manner(9, 14, 0.45, 12, 0, 0, 0, 0.004, 0.85, 0);
            case PROUD -> new Manner(-5, -3, 1.25, -10, 0, 0, 0, 0, 1, 0);
            case OLD -> new Manner(20, -12, 0.6, 8, 0, 18, 0, 0.025, 0.7, 0);
            case SNEAKING -> new Manner(18, -18, 0.4, 4, 3, 50, 10, 0.09, 0.9, 0);
            case ANGRY -> new Manner(6, 3, 1.1, 4, 5, 10, 55, 0, 1, 0);
            case RUNNING -> new Manner(0, 0, 1, 0, 0, 0, 0, 0, 1, 1);
        };
    }

    Manner toward(Manner o, double t) {
        return new Manner(
                Ease.lerp(lean, o.lean, t),
                Ease.lerp(head, o.head, t),
                Ease.lerp(arms, o.arms, t),
                Ease.lerp(girdle, o.girdle, t),
                Ease.lerp(lift, o.lift, t),
                Ease.lerp(elbows, o.elbows, t),
                Ease.lerp(curl, o.curl, t),
                Ease.lerp(crouch, o.crouch, t),
                Ease.lerp(step, o.step, t),
                Ease.lerp(run, o.run, t));
    }
}
