package dev.beatboard.stage.cast;

import dev.beatboard.asset.BodyMesh;

/// The skin at the neck: a collar stands off it, and where garments hide it one looks into a dark hole.
final class Collar {

    /// The foot of the neck on the neutral body, meters.
    private static final float FOOT = 0.47f;

    /// In front, from this depth on, collars close higher up: from the pit of the throat.
    private static final float FRONT = 0.03f;

    private static final float PIT = 0.545f;

    private static final float WIDE = 0.105f;

    private Collar() {}

    /// Whether a vertex of the body is drawn whatever is worn over it.
    static boolean shows(BodyMesh body, int vertex) {
        float[] at = body.positions();
        float foot = at[3 * vertex + 2] > FRONT ? PIT : FOOT;
        return at[3 * vertex + 1] > foot && Math.abs(at[3 * vertex]) < WIDE;
    }
}
