package dev.beatboard.render.texture;

/// The fine relief of skin, which no mesh has: pores and the soft unevenness under them, and how oily it is from place
/// to place. It lies in the skin's texture, so it moves with the face, and is gone before it is smaller than a pixel.
public final class Pores {

    /// Cells per unit of the skin's texture, which is about a meter of face: 1 mm and 2.7 mm.
    private static final float FINE = 960;

    private static final float COARSE = 360;

    /// Oil: patches of 2 cm.
    private static final float OIL = 48;

    /// Slopes of the relief.
    private static final float DEPTH = 0.2f;

    private static final float UNEVEN = 0.07f;
    private static final float SHEEN = 0.07f;

    /// Wider pixels see nothing of it, meters.
    private static final float BLIND = 1.1e-3f;

    private Pores() {}

    /// Tilts the normal and changes the roughness of a point of skin whose texture coordinates are known.
    public static void apply(Surface p) {
        p.roughness += SHEEN * (Grain.value(p.u * OIL, p.v * OIL) - 0.5f);
        if (p.footprint > 2 * BLIND) {
            return;
        }
        float broad = UNEVEN * (1 - Grain.smooth(BLIND, 2 * BLIND, p.footprint));
        float u = p.u * COARSE;
        float v = p.v * COARSE;
        float c = Grain.value(u, v);
        float du = broad * (Grain.value(u + 0.5f, v) - c);
        float dv = broad * (Grain.value(u, v + 0.5f) - c);
        float fine = DEPTH * (1 - Grain.smooth(0.4f * BLIND, BLIND, p.footprint));
        if (fine > 0) {
            u = p.u * FINE;
            v = p.v * FINE;
            c = pit(u, v);
            du += fine * (pit(u + 0.5f, v) - c);
            dv += fine * (pit(u, v + 0.5f) - c);
        }
        tilt(p, du, dv);
    }

    /// Noise is the same in all directions, so any two across the normal will do for its slopes.
    static void tilt(Surface p, float du, float dv) {
        float h = (float) Math.sqrt(p.nx * p.nx + p.nz * p.nz + 1e-6f);
        float ax = p.nz / h;
        float az = -p.nx / h;
        float bx = p.ny * az;
        float by = p.nz * ax - p.nx * az;
        float bz = -p.ny * ax;
        p.nx -= du * ax + dv * bx;
        p.ny -= dv * by;
        p.nz -= du * az + dv * bz;
    }

    /// Height with hollows where the noise is low.
    private static float pit(float u, float v) {
        float n = Grain.value(u, v);
        return Math.min(n, 0.45f);
    }
}
