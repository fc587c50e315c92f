package dev.beatboard.stage.cast;

import dev.beatboard.asset.People;
import dev.beatboard.asset.Piece;
import dev.beatboard.math.Ease;

/// Keeps one garment out of another: a shirt is worn over the trousers, so its lower edge is widened.
final class Layers {

    private static final double OVERLAP = 0.05;
    private static final double OUT = 0.016;

    /// How far a hem is let down, meters: no bare waist between a short top and low trousers.
    private static final double DOWN = 0.035;

    /// Arms are farther out than this, meters.
    private static final double TRUNK = 0.24;

    private Layers() {}

    /// A top whose part below the top edge of the trousers (`waist`, neutral height in meters) stands off the body.
    static Piece over(Piece top, People people, double waist) {
        float[] at = Trim.neutral(top, people);
        float[] offsets = top.offsets().clone();
        for (int i = 0; i < top.count(); i++) {
            double x = at[3 * i];
            double z = at[3 * i + 2] - 0.02;
            double k = OUT * Ease.smooth((waist + OVERLAP - at[3 * i + 1]) / OVERLAP);
            double far = Math.hypot(x, z);
            if (k > 0 && Math.abs(x) < TRUNK && far > 1e-3) {
                offsets[3 * i] += (float) (k * x / far);
                offsets[3 * i + 2] += (float) (k * z / far);
                offsets[3 * i + 1] -= (float) (k / OUT * DOWN);
            }
        }
        return new Piece(
                top.name(),
                top.kind(),
                top.references(),
                top.shares(),
                offsets,
                top.bones(),
                top.weights(),
                top.triangles(),
                top.uvs(),
                top.twins(),
                top.hides(),
                top.looks(),
                top.credit());
    }
}
