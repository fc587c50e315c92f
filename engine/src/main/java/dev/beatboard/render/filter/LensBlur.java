package dev.beatboard.render.filter;

import dev.beatboard.render.work.Crew;
import dev.beatboard.render.work.Lanes;
import java.util.Arrays;

/// Depth of field of a thin lens, as a filter over the finished picture. What is blurred by up to a few pixels is
/// gathered in full ([NearFocus]); for the rest, at half resolution, each pixel gathers from a
/// disk of taps those whose circle of confusion reaches it. What lies behind something sharp never smears over it; what
/// lies before it does. Sixteen neighbors share a disk as large as the widest of them needs, so that their taps lie
/// beside each other.
public final class LensBlur {

    private static final int MOST_TAPS = 40;
    private static final int SOFT_TAPS = 12;
    /// Of the taps that soften, in gaps between the taps that gather.
    private static final float SOFT_REACH = 0.62f;
    /// Pixels that share a disk, and the width and height of a tile.
    private static final int TILE = Lanes.MOST;
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
            float r = atInfinity * (1 - focus / Math.max(1e-3f, depth));
            return r > limit ? limit : r < -limit ? -limit : r;
        }

        /// That of what covers most of pixel `q`.
        float radius(Picture p, int q) {
            return radius(p.share()[q] < 0.5f ? p.far()[q] : p.depth()[q]);
        }
    }

    /// The picture at half resolution with a border as wide as a disk.
    private final Disk.Planes half = new Disk.Planes();

    /// Of each pixel of that, what the four that it is made of count.
    private float[] weights = new float[0];

    private int width;
    private int height;
    private Border border = new Border(0, 0, 0, 0);
    private int stride;
    private int tilesX;
    private int tilesY;
    /// The widest radius of confusion in the picture, pixels.
    private float widest;
    private int taps;
    private float[] tileNear = new float[0];
    private float[][] rows = new float[0][];
    private final NearFocus nearFocus = new NearFocus();

    /// Layers come right after their picture, with the same lens.
    ///
    /// @param fine whether to spend forty taps on a disk rather than twenty
    public void apply(Picture p, Aperture lens, boolean fine, Crew crew) {
        if (!p.layer()) {
            widest = nearFocus.measure(p, lens, crew);
        }
        if (widest <= NearFocus.IDLE) {
            return;
        }
        Flat flat = new Flat(p, crew);
        if (widest <= Compose.SHARP) {
            nearFocus.blur(p, flat, crew);
            return;
        }
        taps = fine ? MOST_TAPS : MOST_TAPS / 2;
        reserve(p, lens, crew);
        crew.each(height, (y, w) -> shrink(p, lens, y));
        if (!p.layer()) {
            crew.each(tilesX * tilesY, (t, w) -> nearest(t));
        }
        int reach = (int) ((1 + SOFT_REACH) * lens.limit) + 4;
        Flat.Map idle = flat.around(reach + 2 * Flat.TILE);
        crew.each(height, (y, w) -> gather(y, idle));
        crew.each(height, (y, w) -> soften(y, idle));
        nearFocus.blur(p, flat, crew);
        Compose compose = new Compose(p, lens, half, border, flat.around(reach));
        crew.each(height + 1, (y, w) -> compose.rows(y - 1, rows[w]));
    }

    private void reserve(Picture p, Aperture lens, Crew crew) {
        width = (p.width() + 1) / 2;
        height = (p.height() + 1) / 2;
        tilesX = (width + TILE - 1) / TILE;
        tilesY = (height + TILE - 1) / TILE;
        int reach = ((int) lens.limit / 2 + 2 + TILE - 1) / TILE * TILE;
        border = new Border(width, height, reach, reach);
        stride = border.stride();
        half.reserve(border.size());
        if (weights.length < 4 * half.r.length) {
            weights = new float[4 * half.r.length];
        }
        if (tileNear.length < tilesX * tilesY) {
            tileNear = new float[tilesX * tilesY];
        }
        if (rows.length < crew.size() || rows[0].length < Compose.ROWS * Compose.row(width)) {
            rows = new float[crew.size()][Compose.ROWS * Compose.row(width)];
        }
    }

    /// Averages those of four pixels that are blurred like the farthest of them.
    private void shrink(Picture p, Aperture lens, int y) {
        int top = Math.min(p.height() - 1, 2 * y) * p.width();
        int low = Math.min(p.height() - 1, 2 * y + 1) * p.width();
        int last = p.width() - 1;
        for (int x = 0; x < width; x++) {
            int a = top + Math.min(last, 2 * x);
            int b = top + Math.min(last, 2 * x + 1);
            int c = low + Math.min(last, 2 * x);
            int d = low + Math.min(last, 2 * x + 1);
            int o = border.at(x, y);
            if (!p.layer()) {
                weigh(p, lens, o, a, b, c, d);
            }
            float wa = weights[4 * o];
            float wb = weights[4 * o + 1];
            float wc = weights[4 * o + 2];
            float wd = weights[4 * o + 3];
            half.r[o] = wa * p.r()[a] + wb * p.r()[b] + (wc * p.r()[c] + wd * p.r()[d]);
            half.g[o] = wa * p.g()[a] + wb * p.g()[b] + (wc * p.g()[c] + wd * p.g()[d]);
            half.b[o] = wa * p.b()[a] + wb * p.b()[b] + (wc * p.b()[c] + wd * p.b()[d]);
            // Bright taps weigh less, so that a lamp does not show the pattern of the taps as dots. A layer weighs as
            // the picture did.
            if (!p.layer()) {
                half.tone[o] = 1 / (1 + 0.5f * Math.max(half.r[o], Math.max(half.g[o], half.b[o])));
            }
        }
        border.repeat(y, half.r, half.g, half.b);
        if (!p.layer()) {
            border.repeat(y, half.tone, half.radius);
        }
    }

    /// What each of four pixels counts in their mean.
    private void weigh(Picture p, Aperture lens, int o, int a, int b, int c, int d) {
        float ra = lens.radius(p, a);
        float rb = lens.radius(p, b);
        float rc = lens.radius(p, c);
        float rd = lens.radius(p, d);
        float far = Math.max(Math.max(ra, rb), Math.max(rc, rd));
        float least = far - 0.5f - 0.25f * Math.abs(far);
        float wa = ra < least ? 0 : weight(p, a);
        float wb = rb < least ? 0 : weight(p, b);
        float wc = rc < least ? 0 : weight(p, c);
        float wd = rd < least ? 0 : weight(p, d);
        float k = 1 / (wa + wb + (wc + wd));
        weights[4 * o] = k * wa;
        weights[4 * o + 1] = k * wb;
        weights[4 * o + 2] = k * wc;
        weights[4 * o + 3] = k * wd;
        half.radius[o] = 0.5f * far;
    }

    /// An edge's mixture of two surfaces should color neither of them.
    private static float weight(Picture p, int q) {
        float bright = Math.max(p.r()[q], Math.max(p.g()[q], p.b()[q]));
        return (p.share()[q] < 1 ? 0.1f : 1) / (1 + bright);
    }

    /// The largest blur before the plane of focus in a tile.
    private void nearest(int tile) {
        int x0 = tile % tilesX * TILE;
        int y0 = tile / tilesX * TILE;
        float most = 0;
        for (int y = y0; y < Math.min(height, y0 + TILE); y++) {
            for (int x = x0; x < Math.min(width, x0 + TILE); x++) {
                most = Math.max(most, -half.radius[border.at(x, y)]);
            }
        }
        tileNear[tile] = most;
    }

    private float nearAround(int x, int y) {
        int tx = x / TILE;
        int ty = y / TILE;
        float most = 0;
        for (int j = Math.max(0, ty - 1); j <= Math.min(tilesY - 1, ty + 1); j++) {
            for (int i = Math.max(0, tx - 1); i <= Math.min(tilesX - 1, tx + 1); i++) {
                most = Math.max(most, tileNear[j * tilesX + i]);
            }
        }
        return most;
    }

    /// The widest blur of the sixteen pixels from `o`.
    private float widest(int o) {
        float most = 0;
        for (int i = 0; i < TILE; i++) {
            most = Math.max(most, Math.abs(half.radius[o + i]));
        }
        return most;
    }

    private void gather(int y, Flat.Map idle) {
        for (int x = 0; x < width; x += TILE) {
            int o = border.at(x, y);
            if (idle(idle, x, y)) {
                copy(o);
                continue;
            }
            float near = nearAround(x, y);
            float reach = Math.max(widest(o), near);
            if (reach > 0.3f) {
                float scale = reach / (float) Math.sqrt(taps);
                for (int i = 0; i < TILE; i += Lanes.COUNT) {
                    if (near > 0.3f) {
                        Disk.veiled(half, o + i, stride, TAP_X, TAP_Y, TAP_R, taps, scale, reach);
                    } else {
                        Disk.plain(half, o + i, stride, TAP_X, TAP_Y, TAP_R, taps, scale);
                    }
                }
            } else {
                copy(o);
            }
        }
        border.repeat(y, half.outR, half.outG, half.outB, half.cover);
    }

    /// Whether all sixteen pixels from (x, y) lie where a layer is flat.
    private boolean idle(Flat.Map idle, int x, int y) {
        return idle.at(2 * x, 2 * y) && idle.at(2 * Math.min(width - 1, x + TILE - 1), 2 * y);
    }

    private void copy(int o) {
        System.arraycopy(half.r, o, half.outR, o, TILE);
        System.arraycopy(half.g, o, half.outG, o, TILE);
        System.arraycopy(half.b, o, half.outB, o, TILE);
        Arrays.fill(half.cover, o, o + TILE, 0);
    }

    /// Averages the gathered picture over the gaps between the taps, among pixels of similar blur: a disk of few taps
    /// alone shows as a weave. Writes where the unblurred picture was, which is not needed any more.
    private void soften(int y, Flat.Map idle) {
        for (int x = 0; x < width; x += TILE) {
            int o = border.at(x, y);
            if (idle(idle, x, y)) {
                continue;
            }
            float most = widest(o);
            for (int i = 0; i < TILE; i++) {
                if (half.cover[o + i] > 0) {
                    most = Math.max(most, nearAround(x, y));
                    break;
                }
            }
            float scale = most / (float) Math.sqrt(taps);
            if (scale > 0.5f) {
                for (int i = 0; i < TILE; i += Lanes.COUNT) {
                    Disk.soften(half, o + i, stride, TAP_X, TAP_Y, SOFT_TAPS, scale * SOFT_REACH);
                }
            } else {
                System.arraycopy(half.outR, o, half.r, o, TILE);
                System.arraycopy(half.outG, o, half.g, o, TILE);
                System.arraycopy(half.outB, o, half.b, o, TILE);
            }
        }
        border.repeat(y, half.r, half.g, half.b);
    }
}
