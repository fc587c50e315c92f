package dev.beatboard.stage.cast;

import dev.beatboard.asset.BodyMesh;

/// The skin at the neck: a collar stands off it, and where garments hide it one looks into a dark hole.
final class Collar {

    /// The foot of the neck on the neutral body, meters.
    private static final float FOOT = 0.5f;

    private static final float WIDE = 0.085f;

    private Collar() {}

    /// Whether a vertex of the body is drawn whatever is worn over it.
    static boolean shows(BodyMesh body, int vertex) {
        return body.positions()[3 * vertex + 1] > FOOT && Math.abs(body.positions()[3 * vertex]) < WIDE;
    }
}
