package dev.beatboard.render.filter;

import dev.beatboard.render.work.Crew;
import dev.beatboard.render.work.Lanes;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/// Motion blur of an open shutter as a filter over the finished picture (after McGuire et al. 2012): each pixel gathers
/// along the largest motion about it, from what is moving that fast or lies behind.
///
/// All pixels of a tile gather along one motion, so the taps of neighbors are neighbors and a whole vector of pixels
/// takes them at once; kernels are small for the reason that [Smoother] gives.
public final class MotionBlur {

    private static final VectorSpecies<Float> F = Lanes.F;
    /// That of what may be flat, so that a tile is left out whole; a whole number of vectors.
    private static final int TILE = Flat.TILE;

    /// Longest streak to each side, pixels.
    private static final float LIMIT = 24;
    /// Slower than this, squared, nothing is blurred.
    private static final float STILL = 0.25f;
    /// Where among a worker's numbers the sums of weights stand, the sums of each color, and the weights of a tap.
    private static final int SHARES = 0;

    private static final int RED = Lanes.MOST;
    private static final int GREEN = 2 * Lanes.MOST;
    private static final int BLUE = 3 * Lanes.MOST;
    private static final int TAP = 4 * Lanes.MOST;

    private float[] sr = new float[0];
    private float[] sg = new float[0];
    private float[] sb = new float[0];
    private float[] speed = new float[0];
    private Streak[] streaks = new Streak[0];
    private int tilesX;
    private int tilesY;
    private boolean still = true;

    /// What the pixels of a tile gather.
    ///
    /// @param length of the motion to each side, pixels; 0 where all about the tile is at rest
    /// @param x columns that a tap is away, as `y` rows
    private record Streak(float length, int[] x, int[] y) {

        static final Streak NONE = new Streak(0, new int[0], new int[0]);

        static Streak of(float mx, float my) {
            float whole = (float) Math.sqrt(mx * mx + my * my);
            float k = Math.min(1, LIMIT / whole);
            float length = Math.min(whole, LIMIT);
            // One per pixel: where taps skip pixels small lights show as dots.
            int taps = Math.max(3, (int) Math.ceil(2 * length) | 1);
            int[] x = new int[taps];
            int[] y = new int[taps];
            Streak s = new Streak(length, x, y);
            for (int t = 0; t < taps; t++) {
                x[t] = Math.round(s.place(t) * mx * k);
                y[t] = Math.round(s.place(t) * my * k);
            }
            return s;
        }

        int taps() {
            return x.length;
        }

        /// Where along the streak a tap is, between -1 and 1.
        float place(int tap) {
            return (2 * tap - taps() + 1) / (float) taps();
        }

        /// Whether none of `n` pixels from (px, py) on leaves the picture, nor do their taps.
        boolean inside(int px, int py, int n, Picture p) {
            for (int t = 0; t < taps(); t++) {
                if (px + x[t] < 0 || px + n + x[t] > p.width() || py + y[t] < 0 || py + y[t] >= p.height()) {
                    return false;
                }
            }
            return true;
        }
    }

    /// Layers come right after their picture, with the same motion.
    ///
    /// @param vx half the way in pixels that each pixel's surface moves while the shutter is open
    public void apply(Picture p, float[] vx, float[] vy, Crew crew) {
        int n = p.width() * p.height();
        if (!p.layer()) {
            survey(p, vx, vy, crew);
        }
        if (still) {
            return;
        }
        if (sr.length < n) {
            sr = new float[n];
            sg = new float[n];
            sb = new float[n];
        }
        crew.each(p.height(), (y, w) -> {
            System.arraycopy(p.r(), y * p.width(), sr, y * p.width(), p.width());
            System.arraycopy(p.g(), y * p.width(), sg, y * p.width(), p.width());
            System.arraycopy(p.b(), y * p.width(), sb, y * p.width(), p.width());
        });
        Flat.Map flat = new Flat(p, crew).around((int) LIMIT);
        crew.each(tilesY, (j, w) -> {
            float[] sums = new float[5 * Lanes.MOST];
            for (int i = 0; i < tilesX; i++) {
                Streak s = streaks[j * tilesX + i];
                if (s.length > 0 && !flat.at(i * TILE, j * TILE)) {
                    tile(p, i * TILE, j * TILE, s, sums);
                }
            }
        });
    }

    /// How fast each pixel is, and what each tile gathers: along the largest motion in it and the tiles around.
    private void survey(Picture p, float[] vx, float[] vy, Crew crew) {
        int n = p.width() * p.height();
        tilesX = (p.width() + TILE - 1) / TILE;
        tilesY = (p.height() + TILE - 1) / TILE;
        if (speed.length < n) {
            speed = new float[n];
        }
        float[] tileX = new float[tilesX * tilesY];
        float[] tileY = new float[tilesX * tilesY];
        crew.each(tilesX * tilesY, (t, w) -> largest(p, t, vx, vy, tileX, tileY));
        streaks = new Streak[tileX.length];
        still = true;
        for (int t = 0; t < streaks.length; t++) {
            streaks[t] = around(t, tileX, tileY);
            still &= streaks[t].length == 0;
        }
    }

    private Streak around(int tile, float[] tileX, float[] tileY) {
        float best = STILL;
        int at = -1;
        for (int j = Math.max(0, tile / tilesX - 1); j <= Math.min(tilesY - 1, tile / tilesX + 1); j++) {
            for (int i = Math.max(0, tile % tilesX - 1); i <= Math.min(tilesX - 1, tile % tilesX + 1); i++) {
                int t = j * tilesX + i;
                float l = tileX[t] * tileX[t] + tileY[t] * tileY[t];
                if (l > best) {
                    best = l;
                    at = t;
                }
            }
        }
        return at < 0 ? Streak.NONE : Streak.of(tileX[at], tileY[at]);
    }

    private void largest(Picture p, int tile, float[] vx, float[] vy, float[] tileX, float[] tileY) {
        int x0 = tile % tilesX * TILE;
        int y0 = tile / tilesX * TILE;
        float best = 0;
        for (int y = y0; y < Math.min(p.height(), y0 + TILE); y++) {
            for (int x = x0; x < Math.min(p.width(), x0 + TILE); x++) {
                int o = y * p.width() + x;
                float l = vx[o] * vx[o] + vy[o] * vy[o];
                speed[o] = (float) Math.sqrt(l);
                if (l > best) {
                    best = l;
                    tileX[tile] = vx[o];
                    tileY[tile] = vy[o];
                }
            }
        }
    }

    private void tile(Picture p, int x0, int y0, Streak s, float[] sums) {
        for (int y = y0; y < Math.min(p.height(), y0 + TILE); y++) {
            if (s.inside(x0, y, TILE, p)) {
                for (int x = x0; x < x0 + TILE; x += Lanes.COUNT) {
                    inside(p, y * p.width() + x, s, sums);
                }
            } else {
                for (int x = x0; x < Math.min(p.width(), x0 + TILE); x++) {
                    edge(p, x, y, s);
                }
            }
        }
    }

    /// A vector of pixels from `o` on whose taps are all within the picture.
    private void inside(Picture p, int o, Streak s, float[] sums) {
        begin(o, sums);
        for (int t = 0; t < s.taps(); t++) {
            if (t != s.taps() / 2) {
                int q = o + s.y[t] * p.width() + s.x[t];
                weigh(p.depth(), o, q, Math.abs(s.place(t)) * s.length, sums);
                add(sr, q, sums, RED);
                add(sg, q, sums, GREEN);
                add(sb, q, sums, BLUE);
            }
        }
        end(p.r(), o, sums, RED);
        end(p.g(), o, sums, GREEN);
        end(p.b(), o, sums, BLUE);
    }

    private void begin(int o, float[] sums) {
        FloatVector own = FloatVector.fromArray(F, speed, o);
        FloatVector w = clamp(own.add(0.5f)).mul(3f).div(atLeast(own, 0.5f));
        w.intoArray(sums, SHARES);
        w.mul(FloatVector.fromArray(F, sr, o)).intoArray(sums, RED);
        w.mul(FloatVector.fromArray(F, sg, o)).intoArray(sums, GREEN);
        w.mul(FloatVector.fromArray(F, sb, o)).intoArray(sums, BLUE);
    }

    /// The weight of a tap at `d` pixels: what is before the pixel and fast covers it; where the pixel itself is fast,
    /// what is behind shows through.
    private void weigh(float[] depth, int o, int q, float d, float[] sums) {
        FloatVector own = FloatVector.fromArray(F, speed, o);
        FloatVector theirs = FloatVector.fromArray(F, speed, q);
        FloatVector reach =
                own.blend(theirs, FloatVector.fromArray(F, depth, q).lt(FloatVector.fromArray(F, depth, o)));
        IntVector both = theirs.reinterpretAsInts().min(own.reinterpretAsInts());
        FloatVector w = clamp(both.reinterpretAsFloats().sub(d).add(0.5f)).mul(2f);
        w = clamp(reach.sub(d).add(0.5f)).add(w).div(atLeast(reach, 0.5f));
        w.intoArray(sums, TAP);
        w.add(FloatVector.fromArray(F, sums, SHARES)).intoArray(sums, SHARES);
    }

    private static void add(float[] color, int q, float[] sums, int at) {
        FloatVector.fromArray(F, sums, TAP)
                .mul(FloatVector.fromArray(F, color, q))
                .add(FloatVector.fromArray(F, sums, at))
                .intoArray(sums, at);
    }

    private static void end(float[] color, int o, float[] sums, int at) {
        FloatVector.fromArray(F, sums, at)
                .div(FloatVector.fromArray(F, sums, SHARES))
                .intoArray(color, o);
    }

    /// Of what is not negative, by its bits: quicker than by its value, which may be no number.
    private static FloatVector atLeast(FloatVector v, float least) {
        return v.reinterpretAsInts().max(Float.floatToRawIntBits(least)).reinterpretAsFloats();
    }

    private static FloatVector clamp(FloatVector v) {
        return v.reinterpretAsInts().max(0).min(Float.floatToRawIntBits(1)).reinterpretAsFloats();
    }

    /// One pixel, without the taps that leave the picture.
    private void edge(Picture p, int x, int y, Streak s) {
        int width = p.width();
        int o = y * width + x;
        float own = speed[o];
        float z = p.depth()[o];
        float w0 = 3 * clamp(own + 0.5f) / Math.max(0.5f, own);
        float sw = w0;
        float r = sr[o] * w0;
        float g = sg[o] * w0;
        float b = sb[o] * w0;
        for (int t = 0; t < s.taps(); t++) {
            int qx = x + s.x[t];
            int qy = y + s.y[t];
            if (t == s.taps() / 2 || qx < 0 || qy < 0 || qx >= width || qy >= p.height()) {
                continue;
            }
            int q = qy * width + qx;
            float d = Math.abs(s.place(t)) * s.length;
            float reach = p.depth()[q] < z ? speed[q] : own;
            float w = clamp(reach - d + 0.5f) + 2 * clamp(Math.min(speed[q], own) - d + 0.5f);
            w /= Math.max(0.5f, reach);
            r += w * sr[q];
            g += w * sg[q];
            b += w * sb[q];
            sw += w;
        }
        p.r()[o] = r / sw;
        p.g()[o] = g / sw;
        p.b()[o] = b / sw;
    }

    private static float clamp(float v) {
        return v < 0 ? 0 : v > 1 ? 1 : v;
    }
}
