package dev.beatboard.stage.cast;

import dev.beatboard.math.Ease;

/// Brings the arms of a shaped body in. The neutral body is modelled with its arms out, and where they hang, the muscle
/// that bulged upward bulges outward: elbow to elbow it was 5 cm wider than people are (0.50 m for men, Tilley 2002),
/// and looked inflated in a jacket.
final class Shoulders {

    /// How far in and down, meters, for an adult.
    private static final double IN = 0.019;

    private static final double DOWN = 0.010;

    /// From the trunk to the arm in so many meters.
    private static final double SPAN = 0.1;

    /// Half the width of the trunk at the height of the shoulders and at that of the hands, meters.
    private static final double HIGH = 0.36;

    private static final double LOW = 0.2;
    private static final double CHEST = 0.085;
    private static final double HIPS = 0.22;

    private Shoulders() {}

    /// Moves the vertices of the whole base mesh, joints included.
    ///
    /// @param shaped positions to change
    /// @param neutral positions of the same mesh, by which arms are told from the trunk
    static void bringIn(float[] shaped, float[] neutral, double scale) {
        for (int i = 0; i < neutral.length; i += 3) {
            double trunk = Ease.lerp(HIPS, CHEST, Ease.unit((neutral[i + 1] - LOW) / (HIGH - LOW)));
            double arm = Ease.smooth((Math.abs(neutral[i]) - trunk) / SPAN) * Ease.smooth(neutral[i + 1] / 0.1);
            shaped[i] -= (float) (Math.signum(neutral[i]) * arm * IN * scale);
            shaped[i + 1] -= (float) (arm * DOWN * scale);
        }
    }
}
