package dev.beatboard.render.bsdf;

import dev.beatboard.scene.Material;

/// What a coat reflects by angle, for surfaces that are asked one by one: the polynomials of [LobeFit] put together for
/// one roughness. Scratch memory, one per worker.
public final class Coat {

    /// Of 1, x, x^4, x^5 and x^16 with x = 1 - cosine.
    private final float[] k = new float[5];

    private float mean;

    /// The reflectance of a material's coat at normal incidence, 0 without one.
    public static float of(Material m) {
        return m.metalness() > 0.5f || m.kind() == Material.Kind.HAIR ? 0 : m.specular();
    }

    /// Turns to a surface.
    ///
    /// @param f0 reflectance at normal incidence; nothing is reflected if 0
    public void turn(float f0, float roughness) {
        LobeFit.coat(f0, f0 > 0 ? 1 : 0, roughness, k);
        mean = LobeFit.mean(k);
    }

    /// The share of light along a direction that is reflected.
    public float reflects(float cosine) {
        float x = Math.clamp(1 - cosine, 0, 1);
        float x2 = x * x;
        float x4 = x2 * x2;
        float x8 = x4 * x4;
        return Math.clamp(k[0] + k[1] * x + x4 * (k[2] + k[3] * x) + k[4] * x8 * x8, 0, 1);
    }

    /// The share of light from everywhere that is reflected.
    public float mean() {
        return mean;
    }

    /// How much of light along a direction gets to the body, against light from everywhere (Kelemen and Szirmay-Kalos
    /// 2001).
    public float lets(float cosine) {
        return (1 - reflects(cosine)) / (1 - mean);
    }
}
