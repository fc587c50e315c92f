package dev.beatboard.render.filter;

import dev.beatboard.render.work.Crew;

/// Depth of field of a thin lens, as a filter over the finished picture: at half resolution each pixel gathers from a
/// disk of taps those whose circle of confusion reaches it. What lies behind something sharp never smears over it; what
/// lies before it does.
public final class LensBlur {

    private static final int MOST_TAPS = 40;
    private static final int SOFT_TAPS = 12;
    /// Of the taps that soften, in gaps between the taps that gather.
    private static final float SOFT_REACH = 0.62f;
    private static final int TILE = 16;
    private static final float GOLDEN = 2.39996323f;
    private static final float[] TAP_X = new float[MOST_TAPS];
    private static final float[] TAP_Y = new float[MOST_TAPS];
    private static final float[] TAP_R = new float[MOST_TAPS];

    static {
        for (int k = 0; k < MOST_TAPS; k++) {
            double r = Math.sqrt(k + 0.5);
            TAP_R[k] = (float) r;
            TAP_X[k] = (float) (r * StrictMath.cos(k * GOLDEN));
            TAP_Y[k] = (float) (r * StrictMath.sin(k * GOLDEN));
        }
    }

    /// The lens: radius of confusion in pixels at infinity when focused at `focus` meters, at most `limit` pixels.
    public record Aperture(float atInfinity, float focus, float limit) {

        /// From focal length and sensor width in millimeters, f-number and distances in meters.
        public static Aperture of(double focal, double sensor, double fNumber, double focus, int width) {
            double f = focal * 1e-3;
            double at = Math.max(focus, f * 1.5);
            double diameter = f * f / (fNumber * (at - f));
            return new Aperture((float) (0.5 * diameter / (sensor * 1e-3) * width), (float) at, 0.02f * width);
        }

        /// Signed radius of confusion at a depth: negative before the plane of focus.
        float radius(float depth) {
            float k = depth == Float.POSITIVE_INFINITY ? 1 : (depth - focus) / Math.max(1e-3f, depth);
            float r = atInfinity * k;
            return r > limit ? limit : r < -limit ? -limit : r;
        }
    }

    private int width;
    private int height;
    private float[] r = new float[0];
    private float[] g = new float[0];
    private float[] b = new float[0];
    private float[] radius = new float[0];
    private float[] outR = new float[0];
    private float[] outG = new float[0];
    private float[] outB = new float[0];
    private float[] cover = new float[0];
    private float[] tileNear = new float[0];
    private int tilesX;
    private int taps;

    /// @param fine whether to spend forty taps on a disk rather than twenty
    public void apply(Picture p, Aperture lens, boolean fine, Crew crew) {
        taps = fine ? MOST_TAPS : MOST_TAPS / 2;
        if (!(lens.atInfinity > 0.2f)) {
            return;
        }
        width = (p.width() + 1) / 2;
        height = (p.height() + 1) / 2;
        tilesX = (width + TILE - 1) / TILE;
        int tilesY = (height + TILE - 1) / TILE;
        int n = width * height;
        if (r.length < n) {
            r = new float[n];
            g = new float[n];
            b = new float[n];
            radius = new float[n];
            outR = new float[n];
            outG = new float[n];
            outB = new float[n];
            cover = new float[n];
        }
        tileNear = new float[tilesX * tilesY];
        crew.each(height, (y, w) -> shrink(p, lens, y));
        crew.each(tilesX * tilesY, (t, w) -> nearest(t));
        crew.each(height, (y, w) -> gather(y));
        crew.each(height, (y, w) -> soften(y));
        crew.each(p.height(), (y, w) -> compose(p, lens, y));
    }

    /// Averages those of four pixels that are blurred like the farthest of them.
    private void shrink(Picture p, Aperture lens, int y) {
        for (int x = 0; x < width; x++) {
            float far = -Float.MAX_VALUE;
            for (int k = 0; k < 4; k++) {
                int q = Math.min(p.height() - 1, 2 * y + (k >> 1)) * p.width()
                        + Math.min(p.width() - 1, 2 * x + (k & 1));
                far = Math.max(far, lens.radius(p.depth()[q]));
            }
            float sr = 0;
            float sg = 0;
            float sb = 0;
            float sw = 0;
            for (int k = 0; k < 4; k++) {
                int q = Math.min(p.height() - 1, 2 * y + (k >> 1)) * p.width()
                        + Math.min(p.width() - 1, 2 * x + (k & 1));
                float rad = lens.radius(p.depth()[q]);
                if (Math.abs(rad - far) > 0.5f + 0.25f * Math.abs(far)) {
                    continue;
                }
                float w = 1 / (1 + Math.max(p.r()[q], Math.max(p.g()[q], p.b()[q])));
                sr += w * p.r()[q];
                sg += w * p.g()[q];
                sb += w * p.b()[q];
                sw += w;
            }
            int o = y * width + x;
            r[o] = sr / sw;
            g[o] = sg / sw;
            b[o] = sb / sw;
            radius[o] = 0.5f * far;
        }
    }

    /// The largest blur before the plane of focus in a tile.
    private void nearest(int tile) {
        int x0 = tile % tilesX * TILE;
        int y0 = tile / tilesX * TILE;
        float most = 0;
        for (int y = y0; y < Math.min(height, y0 + TILE); y++) {
            for (int x = x0; x < Math.min(width, x0 + TILE); x++) {
                most = Math.max(most, -radius[y * width + x]);
            }
        }
        tileNear[tile] = most;
    }

    private float nearAround(int x, int y) {
        int tx = x / TILE;
        int ty = y / TILE;
        float most = 0;
        for (int j = Math.max(0, ty - 1); j <= ty + 1 && j * tilesX < tileNear.length; j++) {
            for (int i = Math.max(0, tx - 1); i <= Math.min(tilesX - 1, tx + 1); i++) {
                most = Math.max(most, tileNear[j * tilesX + i]);
            }
        }
        return most;
    }

    private void gather(int y) {
        float near = 0;
        for (int x = 0; x < width; x++) {
            int o = y * width + x;
            float own = radius[o];
            near = x % TILE == 0 ? nearAround(x, y) : near;
            float reach = Math.max(Math.abs(own), near);
            cover[o] = 0;
            outR[o] = r[o];
            outG[o] = g[o];
            outB[o] = b[o];
            if (reach > 0.3f) {
                disk(x, y, o, own, reach);
            }
        }
    }

    private void disk(int x, int y, int o, float own, float reach) {
        float sw = 1 / (1 + 0.5f * Math.max(r[o], Math.max(g[o], b[o])));
        float sr = sw * r[o];
        float sg = sw * g[o];
        float sb = sw * b[o];
        float nr = 0;
        float ng = 0;
        float nb = 0;
        float nw = 0;
        float covered = 0;
        float scale = reach / (float) Math.sqrt(taps);
        for (int k = 0; k < taps; k++) {
            int qx = x + (int) Math.floor(TAP_X[k] * scale + 0.5f);
            int qy = y + (int) Math.floor(TAP_Y[k] * scale + 0.5f);
            qx = qx < 0 ? 0 : qx >= width ? width - 1 : qx;
            qy = qy < 0 ? 0 : qy >= height ? height - 1 : qy;
            int q = qy * width + qx;
            float d = TAP_R[k] * scale;
            float rad = radius[q];
            if (rad < -0.3f && rad < own - 0.3f) {
                // Before the pixel and before the plane of focus: it covers the pixel as far as it is spread.
                float w = clamp(-rad - d + 0.5f);
                float share = w * reach * reach / Math.max(0.5f, rad * rad);
                covered += share;
                nr += w * r[q];
                ng += w * g[q];
                nb += w * b[q];
                nw += w;
            } else {
                float spread = Math.min(Math.abs(rad), Math.abs(own) + 0.25f);
                // Bright taps weigh less, so that a lamp does not show the pattern of the taps as dots.
                float w = clamp(spread - d + 0.5f) / (1 + 0.5f * Math.max(r[q], Math.max(g[q], b[q])));
                sr += w * r[q];
                sg += w * g[q];
                sb += w * b[q];
                sw += w;
            }
        }
        float k = 1 / sw;
        float a = Math.min(1, covered / taps);
        if (nw > 0) {
            float m = a / nw;
            outR[o] = (1 - a) * sr * k + m * nr;
            outG[o] = (1 - a) * sg * k + m * ng;
            outB[o] = (1 - a) * sb * k + m * nb;
            cover[o] = a;
        } else {
            outR[o] = sr * k;
            outG[o] = sg * k;
            outB[o] = sb * k;
        }
    }

    /// Averages the gathered picture over the gaps between the taps, among pixels of similar blur: a disk of few taps
    /// alone shows as a weave. Writes where the unblurred picture was, which is not needed any more.
    private void soften(int y) {
        for (int x = 0; x < width; x++) {
            int o = y * width + x;
            float own = Math.abs(radius[o]);
            float sr = outR[o];
            float sg = outG[o];
            float sb = outB[o];
            float sw = 1;
            float scale = Math.max(own, cover[o] > 0 ? nearAround(x, y) : 0) / (float) Math.sqrt(taps);
            if (scale > 0.5f) {
                for (int k = 0; k < SOFT_TAPS; k++) {
                    int qx = x + (int) Math.floor(TAP_X[k] * scale * SOFT_REACH + 0.5f);
                    int qy = y + (int) Math.floor(TAP_Y[k] * scale * SOFT_REACH + 0.5f);
                    if (qx < 0 || qy < 0 || qx >= width || qy >= height) {
                        continue;
                    }
                    int q = qy * width + qx;
                    float w = clamp(2 - 2 * Math.abs(Math.abs(radius[q]) - own) / (1 + 0.5f * own));
                    sr += w * outR[q];
                    sg += w * outG[q];
                    sb += w * outB[q];
                    sw += w;
                }
            }
            float k = 1 / sw;
            r[o] = sr * k;
            g[o] = sg * k;
            b[o] = sb * k;
        }
    }

    private static float clamp(float v) {
        return v < 0 ? 0 : v > 1 ? 1 : v;
    }

    /// Blends the blurred picture over the sharp one.
    private void compose(Picture p, Aperture lens, int y) {
        float fyp = (y - 0.5f) * 0.5f;
        int hy = (int) Math.floor(fyp);
        float fy = fyp - hy;
        for (int x = 0; x < p.width(); x++) {
            int o = y * p.width() + x;
            float own = lens.radius(p.depth()[o]);
            float fxp = (x - 0.5f) * 0.5f;
            int hx = (int) Math.floor(fxp);
            float fx = fxp - hx;
            float covered = 0;
            for (int k = 0; k < 4; k++) {
                covered += weight(k, fx, fy) * cover[corner(hx, hy, k)];
            }
            float t = clamp((Math.abs(own) - 0.6f) * 1.1f);
            t = Math.max(t * t * (3 - 2 * t), clamp(1.5f * covered));
            if (t <= 0) {
                continue;
            }
            float sr = 0;
            float sg = 0;
            float sb = 0;
            float sw = 1e-9f;
            for (int k = 0; k < 4; k++) {
                int q = corner(hx, hy, k);
                float off = Math.abs(2 * radius[q] - own);
                float w = weight(k, fx, fy) * (1 / (1 + off * off) + 1e-3f + cover[q]);
                sr += w * r[q];
                sg += w * g[q];
                sb += w * b[q];
                sw += w;
            }
            float k = t / sw;
            p.r()[o] += sr * k - t * p.r()[o];
            p.g()[o] += sg * k - t * p.g()[o];
            p.b()[o] += sb * k - t * p.b()[o];
        }
    }

    private int corner(int hx, int hy, int k) {
        int qx = Math.max(0, Math.min(width - 1, hx + (k & 1)));
        int qy = Math.max(0, Math.min(height - 1, hy + (k >> 1)));
        return qy * width + qx;
    }

    private static float weight(int k, float fx, float fy) {
        return ((k & 1) != 0 ? fx : 1 - fx) * (k >> 1 != 0 ? fy : 1 - fy);
    }
}
