package dev.beatboard.render.reference;

/// One face of a pane: it mirrors by Schlick's approximation and lets the rest through unbent, tinted. A pane of two
/// faces mirrors 2 f / (1 + f), with all that goes to and fro between them.
final class Pane {

    private static final double NORMAL = 0.04;

    private Pane() {}

    /// The share that is mirrored at a cosine.
    static double mirrored(double cos) {
        double m = Math.max(0, 1 - cos);
        double m2 = m * m;
        return NORMAL + (1 - NORMAL) * m2 * m2 * m;
    }

    /// What is left of the light of a color on its way through: two faces make the tint of the pane.
    static double tint(float base) {
        return Math.sqrt(Math.max(0, Math.min(1, base + 0.25)));
    }
}
