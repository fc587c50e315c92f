package dev.beatboard.render.filter;

import dev.beatboard.render.work.Lanes;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// Blends the blurred picture of [LensBlur], of half the resolution, over the sharp one, two rows
/// at a time: those that lie between the same two rows of the blurred one.
final class Compose {

    /// Scratch rows needed, see [#row].
    static final int ROWS = 16;

    private static final VectorSpecies<Float> F = Lanes.F;
    private static final int ONE = Float.floatToRawIntBits(1);
    /// Of how much of the blurred picture that is like a surface is enough for it: one part in so many.
    private static final float FOUND = 12;
    /// A veil that covers more than one part in so many leaves nothing of the sharp picture: the
    /// blurred one has both.
    static final float VEIL = 8;

    /// Radius in pixels up to which the picture of full resolution serves, as [NearFocus] left it, and one
    /// over the step to where the blurred one does.
    static final float SHARP = 2.2f;

    private static final float STEP = 0.7f;

    private static final int LEAST_DEPTH = Float.floatToRawIntBits(1e-3f);
    /// By the parity of the column: how far it lies to the right between the columns of the blurred
    /// picture. An even one lies between that before its own and its own.
    private static final float[] RIGHT = new float[Lanes.MOST];

    private static final float[] LEFT = new float[Lanes.MOST];

    static {
        for (int i = 0; i < RIGHT.length; i++) {
            RIGHT[i] = (i & 1) == 0 ? 0.75f : 0.25f;
            LEFT[i] = 1 - RIGHT[i];
        }
    }

    private static final int N = Lanes.MOST;
    /// Vectors in scratch: how blurred the near and the far surface are, sums over the four
    /// neighbors, and the weights of each.
    private static final int NEAR = 0;

    private static final int FAR = N;
    private static final int NEAR_SUM = 2 * N;
    private static final int FAR_SUM = 3 * N;
    private static final int ALIKE = 4 * N;
    private static final int VEILED = 5 * N;
    private static final int TAKEN = 6 * N;
    private static final int NEAR_TAP = 7 * N;
    private static final int FAR_TAP = 11 * N;
    private static final int VECTORS = 15 * N;

    private final Picture p;
    private final LensBlur.Aperture lens;
    private final Disk.Planes at;
    private final Border border;
    /// Where the sharp picture stays as it is.
    private final Flat.Map flat;

    Compose(Picture p, LensBlur.Aperture lens, Disk.Planes at, Border border, Flat.Map flat) {
        this.p = p;
        this.lens = lens;
        this.at = at;
        this.border = border;
        this.flat = flat;
    }

    /// Numbers in a scratch row: the picture's row and what is read to the right of it.
    static int row(int width) {
        return (width + Lanes.MOST - 1) / Lanes.MOST * 2 * Lanes.MOST + Lanes.MOST;
    }

    /// The rows between `hy` and `hy + 1` of the blurred picture.
    void rows(int hy, float[] s) {
        int n = row(border.width());
        float[][] planes = {at.r, at.g, at.b, at.radius, at.cover};
        for (int k = 0; k < 5; k++) {
            for (int j = 0; j < 2; j++) {
                stretch(planes[k], border.at(0, hy + j), s, (2 * k + j) * n, n);
            }
        }
        for (int y = 2 * hy + 1; y <= 2 * hy + 2; y++) {
            if (y >= 0 && y < p.height()) {
                row(y, s, n);
            }
        }
    }

    /// Column `x` of the result is the left neighbor of column `x` of the picture; the right one is
    /// that of `x + 2`.
    private static void stretch(float[] from, int at, float[] to, int o, int n) {
        to[o] = from[at - 1];
        for (int x = 1; x < n - 1; x += 2) {
            float v = from[at + (x >> 1)];
            to[o + x] = v;
            to[o + x + 1] = v;
        }
    }

    private void row(int y, float[] s, int n) {
        int o = y * p.width();
        int w = p.width();
        int sharp = 10 * n;
        System.arraycopy(p.r(), o, s, sharp, w);
        System.arraycopy(p.g(), o, s, sharp + n, w);
        System.arraycopy(p.b(), o, s, sharp + 2 * n, w);
        System.arraycopy(p.depth(), o, s, sharp + 3 * n, w);
        System.arraycopy(p.far(), o, s, sharp + 4 * n, w);
        System.arraycopy(p.share(), o, s, sharp + 5 * n, w);
        float below = (y & 1) == 0 ? 0.75f : 0.25f;
        float[] v = new float[VECTORS];
        for (int x = 0; x < w; x += Lanes.COUNT) {
            if (!flat.at(x, y)) {
                blend(s, n, x, below, v);
            }
        }
        System.arraycopy(s, sharp, p.r(), o, w);
        System.arraycopy(s, sharp + n, p.g(), o, w);
        System.arraycopy(s, sharp + 2 * n, p.b(), o, w);
    }

    /// Blends a row's vector. The nearest surface of a pixel and what is behind it each take the
    /// blurred picture where that is blurred as they are, by their shares of the pixel: edges stay
    /// as smooth as they were.
    ///
    /// In kernels so small that no vector has to outlive one: see [Smoother].
    private void blend(float[] s, int n, int x, float below, float[] v) {
        blur(s, 13 * n + x, NEAR, lens.atInfinity(), lens.focus(), lens.limit(), v);
        blur(s, 14 * n + x, FAR, lens.atInfinity(), lens.focus(), lens.limit(), v);
        zero(v, NEAR_SUM);
        zero(v, ALIKE);
        zero(v, FAR_SUM);
        zero(v, VEILED);
        for (int t = 0; t < 4; t++) {
            // Left and right in the row above, then in the one below.
            int at = (t >> 1) * n + x + 2 * (t & 1);
            tap(s, 6 * n + at, 8 * n + at, (t & 1) == 0 ? LEFT : RIGHT, t < 2 ? 1 - below : below, t * N, v);
        }
        shares(s, 15 * n + x, v);
        for (int c = 0; c < 3; c++) {
            mix(s, 2 * c * n + x, n, (10 + c) * n + x, v);
        }
    }

    private static void zero(float[] v, int at) {
        FloatVector.zero(F).intoArray(v, at);
    }

    /// The radius of the blur of depths, signed: negative before the plane of focus.
    private static void blur(float[] s, int from, int to, float atInfinity, float focus, float limit, float[] v) {
        FloatVector depth = FloatVector.fromArray(F, s, from)
                .reinterpretAsInts()
                .max(LEAST_DEPTH)
                .reinterpretAsFloats();
        FloatVector r = FloatVector.broadcast(F, focus).div(depth).neg().add(1f).mul(atInfinity);
        FloatVector capped = r.blend(limit, r.compare(VectorOperators.GT, limit));
        capped.blend(-limit, capped.compare(VectorOperators.LT, -limit)).intoArray(v, to);
    }

    /// The weights of one of the four blurred neighbors for the near surface and for the far one.
    private static void tap(float[] s, int radius, int cover, float[] beside, float row, int t, float[] v) {
        FloatVector one = FloatVector.broadcast(F, 1f);
        FloatVector w = FloatVector.fromArray(F, beside, 0).mul(row);
        FloatVector covers = FloatVector.fromArray(F, s, cover);
        FloatVector r = FloatVector.fromArray(F, s, radius).mul(2f);
        FloatVector en = r.sub(FloatVector.fromArray(F, v, NEAR));
        FloatVector ef = r.sub(FloatVector.fromArray(F, v, FAR));
        FloatVector like = one.div(en.mul(en).add(1f)).mul(w);
        FloatVector all = covers.add(1e-3f).mul(w);
        FloatVector near = like.add(all);
        FloatVector far = one.div(ef.mul(ef).add(1f)).mul(w).add(all);
        near.intoArray(v, NEAR_TAP + t);
        far.intoArray(v, FAR_TAP + t);
        FloatVector.fromArray(F, v, NEAR_SUM).add(near).intoArray(v, NEAR_SUM);
        FloatVector.fromArray(F, v, FAR_SUM).add(far).intoArray(v, FAR_SUM);
        FloatVector.fromArray(F, v, ALIKE).add(like).intoArray(v, ALIKE);
        FloatVector.fromArray(F, v, VEILED).add(w.mul(covers)).intoArray(v, VEILED);
    }

    /// How much of the blurred picture the near surface and the far one take.
    private static void shares(float[] s, int at, float[] v) {
        FloatVector one = FloatVector.broadcast(F, 1f);
        FloatVector near = FloatVector.fromArray(F, v, NEAR);
        IntVector veil = FloatVector.fromArray(F, v, VEILED)
                .mul(VEIL)
                .reinterpretAsInts()
                .min(ONE);
        // How strongly blurred it is, as a smooth step: the blurred picture, of half the resolution, is no better
        // before. Where the nearest surface is sharp, the edge of it is, whatever is behind.
        FloatVector t = near.abs()
                .sub(SHARP)
                .mul(STEP)
                .reinterpretAsInts()
                .max(0)
                .min(ONE)
                .reinterpretAsFloats();
        FloatVector smooth = t.mul(t).mul(t.mul(-2f).add(3f));
        FloatVector own = FloatVector.fromArray(F, s, at);
        // What is blurred before the plane of focus covers by its blur (the veil), not by the pixel's own samples.
        FloatVector before =
                near.mul(-0.5f).sub(0.25f).reinterpretAsInts().max(0).min(ONE).reinterpretAsFloats();
        FloatVector share = own.add(one.sub(own).mul(before));
        // Where the blurred picture shows nothing like the near surface, the sharp one serves for it.
        FloatVector found = FloatVector.fromArray(F, v, ALIKE)
                .mul(FOUND)
                .reinterpretAsInts()
                .min(ONE)
                .reinterpretAsFloats();
        // So it does for what is behind then: it has both by their shares already, and to replace one of them would
        // take
        // from the other too and make stairs of edges.
        FloatVector taken = smooth.mul(found).reinterpretAsInts().max(veil).reinterpretAsFloats();
        FloatVector tn = taken.mul(share);
        FloatVector tf = taken.mul(one.sub(share));
        tn.add(tf).intoArray(v, TAKEN);
        tn.div(FloatVector.fromArray(F, v, NEAR_SUM)).intoArray(v, NEAR_SUM);
        tf.div(FloatVector.fromArray(F, v, FAR_SUM)).intoArray(v, FAR_SUM);
    }

    private static FloatVector weight(float[] v, int t) {
        return FloatVector.fromArray(F, v, NEAR_TAP + t)
                .mul(FloatVector.fromArray(F, v, NEAR_SUM))
                .add(FloatVector.fromArray(F, v, FAR_TAP + t).mul(FloatVector.fromArray(F, v, FAR_SUM)));
    }

    /// One color: the four neighbors at `q` over the sharp picture at `at`.
    private static void mix(float[] s, int q, int n, int at, float[] v) {
        FloatVector sharp = FloatVector.fromArray(F, s, at);
        sharp.add(FloatVector.fromArray(F, s, q).mul(weight(v, 0)))
                .add(FloatVector.fromArray(F, s, q + 2).mul(weight(v, N)))
                .add(FloatVector.fromArray(F, s, q + n).mul(weight(v, 2 * N)))
                .add(FloatVector.fromArray(F, s, q + n + 2).mul(weight(v, 3 * N)))
                .sub(sharp.mul(FloatVector.fromArray(F, v, TAKEN)))
                .intoArray(s, at);
    }
}
