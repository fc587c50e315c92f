package dev.beatboard.stage.cast;

import dev.beatboard.asset.People;
import dev.beatboard.asset.Piece;
import dev.beatboard.math.Chance;
import dev.beatboard.math.Ease;
import dev.beatboard.scene.Texture;
import java.util.HashMap;
import java.util.Map;

/// Where hair ends: not all strands at one line, as if cut from paper, but each where it likes, fewer and fewer toward
/// the skin, and darker where they come out of it.
final class Hairline {

    /// How far from its edge hair is thinned at most, in texels of the finer picture (about 0.7 mm), and over how many
    /// a single strand fades.
    private static final int DEEP = 26;

    private static final int FADE = 5;

    /// Locks that are narrower than this, in texels to their middle, end in points already and are left alone.
    private static final int LOCK = 16;

    /// How much of the light is lost at the roots, and how far from the edge.
    private static final double ROOTS = 0.3;

    private static final int SHADE = 44;
    /// Short cuts end above this height of the neutral head, meters; bobs and longer hair hang lower.
    private static final double NECK = 0.635;

    /// Of other hair only what is as near as this has its edge thinned, meters.
    private static final double FLAT = 0.0025;

    private static final int OPAQUE = 128;
    private static final int STRANDS = 1024;

    private Hairline() {}

    /// The picture at twice its resolution with soft edges; only edges that are painted inside of the surface count and
    /// where the surface ends, not those at seams, where hair goes on.
    static Texture soften(Texture drawn, Piece hair, People people) {
        Texture fine = Finer.twice(drawn);
        int w = fine.width();
        int h = fine.height();
        byte[] out = fine.rgba().clone();
        boolean[] covered = Coverage.of(fine, hair);
        boolean[] close = Coverage.of(fine, close(hair, people));
        int[] depth = depth(out, covered, ends(hair, w, h), w, h);
        int[] thick = most(most(depth, w, LOCK, true), w, LOCK, false);
        int[] far = most(most(thick, w, LOCK, true), w, LOCK, false);
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                int i = y * w + x;
                int d = depth[i];
                if (d > SHADE || !close[i]) {
                    continue;
                }
                int around = d == 0 ? far[i] : thick[i];
                double body = Ease.smooth((around - LOCK / 2.0) / (LOCK / 2.0));
                double from = DEEP * body * strand(x, y);
                double keep = d == 0 ? 1 - body : Ease.unit((d - from) / FADE + 0.5);
                out[4 * i + 3] = (byte) (int) ((out[4 * i + 3] & 255) * keep + 0.5);
                double k = 1 - ROOTS * body * (1 - Ease.smooth(d / (double) SHADE));
                for (int c = 0; c < 3; c++) {
                    out[4 * i + c] = (byte) (int) ((out[4 * i + c] & 255) * k + 0.5);
                }
            }
        }
        return new Texture(fine.name() + "#soft", w, h, out);
    }

    /// The part whose edges are thinned: all of a short cut, of longer hair what lies right on the skin. Where hair
    /// stands off there is nothing behind a thinned edge.
    private static Piece close(Piece hair, People people) {
        int[] t = hair.triangles();
        double limit = Trim.lowest(hair, people) > NECK ? Double.MAX_VALUE : FLAT;
        return Trim.only(
                hair,
                hair.hides(),
                i -> off(hair, t[i]) < limit && off(hair, t[i + 1]) < limit && off(hair, t[i + 2]) < limit);
    }

    /// How far a vertex is from the skin, meters.
    private static double off(Piece hair, int vertex) {
        float[] o = hair.offsets();
        return Math.hypot(o[3 * vertex], Math.hypot(o[3 * vertex + 1], o[3 * vertex + 2]));
    }

    /// How far from the edge the strand at a texel begins, 0..1: few reach all the way.
    private static double strand(int x, int y) {
        // Strands run down the picture, a little slanted so that their ends do not stand in rows.
        double at = x + 0.12 * y;
        int i = (int) Math.floor(at);
        double f = at - i;
        double fine = Ease.lerp(one(i), one(i + 1), f);
        double lock = Ease.lerp(one(5000 + i / 7), one(5001 + i / 7), (at / 7) - Math.floor(at / 7));
        double q = 0.65 * fine + 0.35 * lock;
        return q * q;
    }

    private static double one(int i) {
        return Chance.unit(i & STRANDS * 8 - 1, 0, 53, 0);
    }

    /// The texels under sides of triangles that no other triangle has.
    private static boolean[] ends(Piece hair, int w, int h) {
        int[] t = hair.triangles();
        Map<Long, Integer> sides = new HashMap<>();
        for (int i = 0; i < t.length; i++) {
            sides.merge(side(hair, t[i], t[i - i % 3 + (i + 1) % 3]), 1, Integer::sum);
        }
        boolean[] out = new boolean[w * h];
        float[] uv = hair.uvs();
        for (int i = 0; i < t.length; i++) {
            int a = t[i];
            int b = t[i - i % 3 + (i + 1) % 3];
            if (sides.getOrDefault(side(hair, a, b), 0) > 1) {
                continue;
            }
            double x0 = uv[2 * a] * w;
            double y0 = (1 - uv[2 * a + 1]) * h;
            double x1 = uv[2 * b] * w;
            double y1 = (1 - uv[2 * b + 1]) * h;
            int n = (int) (2 * Math.hypot(x1 - x0, y1 - y0)) + 1;
            for (int k = 0; k <= n; k++) {
                int x = (int) Ease.clamp(Ease.lerp(x0, x1, k / (double) n), 0, w - 1);
                int y = (int) Ease.clamp(Ease.lerp(y0, y1, k / (double) n), 0, h - 1);
                out[y * w + x] = true;
            }
        }
        return out;
    }

    private static long side(Piece hair, int a, int b) {
        int p = hair.twins()[a];
        int q = hair.twins()[b];
        return ((long) Math.min(p, q) << 32) + Math.max(p, q);
    }

    /// Distance in texels to the nearest transparent texel of the surface, in steps of one; large where there is none.
    private static int[] depth(byte[] rgba, boolean[] covered, boolean[] ends, int w, int h) {
        int[] d = new int[w * h];
        for (int i = 0; i < d.length; i++) {
            boolean edge = ends[i] || covered[i] && (rgba[4 * i + 3] & 255) < OPAQUE;
            d[i] = edge ? 0 : 3 * 255;
        }
        // Chamfer distance (Borgefors 1986): 3 for a neighbor, 4 for a diagonal one.
        for (int y = 1; y < h; y++) {
            for (int x = 1; x < w - 1; x++) {
                int i = y * w + x;
                d[i] = Math.min(
                        Math.min(d[i], d[i - 1] + 3),
                        Math.min(d[i - w] + 3, Math.min(d[i - w - 1] + 4, d[i - w + 1] + 4)));
            }
        }
        for (int y = h - 2; y >= 0; y--) {
            for (int x = w - 2; x > 0; x--) {
                int i = y * w + x;
                d[i] = Math.min(
                        Math.min(d[i], d[i + 1] + 3),
                        Math.min(d[i + w] + 3, Math.min(d[i + w - 1] + 4, d[i + w + 1] + 4)));
            }
        }
        for (int i = 0; i < d.length; i++) {
            d[i] = (d[i] + 1) / 3;
        }
        return d;
    }

    /// The most of a row or a column around each texel. Of two halves of a stretch that are known, the more is the most
    /// of the stretch, so that stretches are doubled until two of them cover all that is in reach.
    private static int[] most(int[] of, int w, int reach, boolean row) {
        int step = row ? 1 : w;
        int[] stretch = of.clone();
        int length = 1;
        for (; 2 * length <= 2 * reach + 1; length *= 2) {
            int half = length * step;
            for (int i = 0; i < stretch.length - half; i++) {
                stretch[i] = Math.max(stretch[i], stretch[i + half]);
            }
        }
        int before = reach * step;
        int after = (length - 1 - reach) * step;
        int[] out = new int[of.length];
        for (int i = before; i < out.length; i++) {
            out[i] = Math.max(stretch[i - before], stretch[i - after]);
        }
        for (int i = 0; i < Math.min(before, out.length); i++) {
            for (int k = -reach; k <= reach; k++) {
                int at = i + k * step;
                if (at >= 0 && at < of.length) {
                    out[i] = Math.max(out[i], of[at]);
                }
            }
        }
        return out;
    }
}
