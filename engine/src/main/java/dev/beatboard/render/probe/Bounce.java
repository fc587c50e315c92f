package dev.beatboard.render.probe;

import dev.beatboard.render.mesh.Finish;
import dev.beatboard.render.texture.Surface;

/// What a surface throws back of light that comes evenly from everywhere: its color, and its gloss, which is the less
/// the rougher it is. A fit to the mean of [dev.beatboard.render.bsdf.LobeFit] at a specular of 0.04.
final class Bounce {

    /// A white that throws back more would never settle.
    private static final float MOST = 0.95f;

    private Bounce() {}

    static float gloss(Finish.Entry f, Surface p) {
        return f.material.metalness() > 0.5f ? 0 : f.material.specular() / 0.04f * (0.09f - 0.075f * p.roughness);
    }

    static float of(float color, float gloss) {
        return Math.clamp(color * (1 - gloss) + gloss, 0, MOST);
    }
}
