package dev.beatboard.render.filter;

import dev.beatboard.render.bsdf.SkinProfile;

/// Light that scatters under skin: a separable blur of the diffuse light (not of the color) over skin pixels, by their
/// distance in space, by [SkinProfile].
public final class SkinBlur {

    /// exp(-x) for x in 0..8 by table.
    private static final float[] FALL = new float[1026];

    static {
        for (int i = 0; i < FALL.length; i++) {
            FALL[i] = i >= 1024 ? 0 : (float) StrictMath.exp(-i / 128.0);
        }
    }

    /// What the filter knows of the picture.
    public record Geometry(float[] x, float[] y, float[] z, float[] depth, byte[] kind, byte skin) {}

    private SkinBlur() {}

    /// Blurs pixels `from .. to-1` along `step` (1 for a row, the stride for a column).
    ///
    /// @param pixels pixels per unit slope of the lens
    public static void pass(float[][] in, float[][] out, Geometry g, int from, int to, int step, float pixels) {
        for (int p = from; p < to; p++) {
            float radius = g.kind[p] == g.skin ? SkinProfile.WIDTH * pixels / g.depth[p] * 1.6f : 0;
            if (radius < 0.6f) {
                out[0][p] = in[0][p];
                out[1][p] = in[1][p];
                out[2][p] = in[2][p];
                continue;
            }
            int n = Math.min(8, Math.max(2, (int) Math.ceil(radius * 1.3f)));
            float stride = Math.min(3.9f, Math.max(1, radius * 1.5f / n));
            float r = 0;
            float gr = 0;
            float b = 0;
            float wr = 0;
            float wg = 0;
            float wb = 0;
            for (int k = -n; k <= n; k++) {
                int q = p + (int) Math.floor(k * stride + 0.5f) * step;
                if (g.kind[q] != g.skin) {
                    continue;
                }
                float dx = g.x[q] - g.x[p];
                float dy = g.y[q] - g.y[p];
                float dz = g.z[q] - g.z[p];
                float d2 = (dx * dx + dy * dy + dz * dz) / (SkinProfile.WIDTH * SkinProfile.WIDTH);
                float a = fall(d2 * SkinProfile.RED);
                float c = fall(d2 * SkinProfile.GREEN);
                float e = fall(d2 * SkinProfile.BLUE);
                r += a * in[0][q];
                wr += a;
                gr += c * in[1][q];
                wg += c;
                b += e * in[2][q];
                wb += e;
            }
            out[0][p] = r / wr;
            out[1][p] = gr / wg;
            out[2][p] = b / wb;
        }
    }

    private static float fall(float x) {
        return x >= 8 ? 0 : FALL[(int) (x * 128)];
    }
}
