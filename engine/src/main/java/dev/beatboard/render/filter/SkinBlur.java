package dev.beatboard.render.filter;

import dev.beatboard.render.bsdf.SkinProfile;

/// Light that scatters under skin: a separable blur of the diffuse light (not of the color) over skin pixels, by their
/// distance in space, by [SkinProfile]. Skin goes on under what lies on it, and has less light there.
public final class SkinBlur {

    /// exp(-x) for x in 0..8 by table.
    private static final float[] FALL = new float[1026];

    static {
        for (int i = 0; i < FALL.length; i++) {
            FALL[i] = i >= 1024 ? 0 : (float) StrictMath.exp(-i / 128.0);
        }
    }

    /// What hangs higher over skin does not keep light from what is under it, meters.
    private static final float LOW = 0.03f;

    /// What the filter knows of the picture, seen from (ox, oy, oz).
    ///
    /// @param nx the skin's normals
    /// @param covers by kind, how dark it makes the skin that it lies on near its edge, in [0, 1]
    public record Geometry(
            float ox,
            float oy,
            float oz,
            float[] x,
            float[] y,
            float[] z,
            float[] nx,
            float[] ny,
            float[] nz,
            float[] depth,
            byte[] kind,
            byte skin,
            float[] covers) {

        /// The squared distance between the places that two pixels show.
        private float apart(int p, int q) {
            return squared(x[q] - x[p], y[q] - y[p], z[q] - z[p]);
        }

        /// The squared distance from the skin that pixel `p` shows to where it goes on under what lies on
        /// it at pixel `q`; infinite where nothing lies on it.
        private float under(int p, int q) {
            float dx = x[q] - x[p];
            float dy = y[q] - y[p];
            float dz = z[q] - z[p];
            float over = dx * nx[p] + dy * ny[p] + dz * nz[p];
            if (over <= 0 || over >= LOW) {
                return Float.POSITIVE_INFINITY;
            }
            float vx = x[q] - ox;
            float vy = y[q] - oy;
            float vz = z[q] - oz;
            // How far the ray through it goes on to the plane of the skin.
            float t = -over / (vx * nx[p] + vy * ny[p] + vz * nz[p]);
            if (!(t > 0) || t * depth[q] >= LOW) {
                return Float.POSITIVE_INFINITY;
            }
            return squared(dx + t * vx, dy + t * vy, dz + t * vz);
        }

        private static float squared(float x, float y, float z) {
            return x * x + y * y + z * z;
        }
    }

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
                byte kind = g.kind[q];
                boolean skin = kind == g.skin;
                if (!skin && (kind < 0 || g.covers[kind] == 0)) {
                    continue;
                }
                float d2 = (skin ? g.apart(p, q) : g.under(p, q)) / (SkinProfile.WIDTH * SkinProfile.WIDTH);
                float share = skin ? 1 : g.covers[kind];
                float a = share * fall(d2 * SkinProfile.RED);
                float c = share * fall(d2 * SkinProfile.GREEN);
                float e = share * fall(d2 * SkinProfile.BLUE);
                wr += a;
                wg += c;
                wb += e;
                if (skin) {
                    r += a * in[0][q];
                    gr += c * in[1][q];
                    b += e * in[2][q];
                }
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
