package dev.beatboard.render.texture;

/// Soft creases in cloth that is worn: no jacket is as smooth as its mesh. They lie in the cloth's texture.
public final class Creases {

    /// Cells per unit of a garment's texture, which is about two meters of cloth: 7 cm and 3 cm.
    private static final float LARGE = 28;

    private static final float SMALL = 66;

    /// Slopes.
    private static final float DEEP = 0.34f;

    private static final float FINE = 0.16f;

    /// Wider pixels see nothing of them, meters.
    private static final float BLIND = 2.2e-3f;

    private Creases() {}

    /// Tilts the normal of a point of cloth whose texture coordinates are known.
    public static void apply(Surface p) {
        float keep = 1 - Grain.smooth(0.6f * BLIND, BLIND, p.footprint);
        if (keep <= 0) {
            return;
        }
        float du = 0;
        float dv = 0;
        float cells = LARGE;
        float slope = DEEP * keep;
        for (int k = 0; k < 2; k++) {
            float u = p.u * cells;
            float v = p.v * cells;
            float c = fold(u, v);
            du += slope * (fold(u + 0.2f, v) - c);
            dv += slope * (fold(u, v + 0.2f) - c);
            cells = SMALL;
            slope = FINE * keep;
        }
        Pores.tilt(p, du, dv);
    }

    /// Height: flat with ridges along the middle of the noise.
    private static float fold(float u, float v) {
        float n = 2 * Grain.value(u + 0.35f * v, v) - 1;
        float r = 1 - Math.abs(n);
        return r * r;
    }
}
