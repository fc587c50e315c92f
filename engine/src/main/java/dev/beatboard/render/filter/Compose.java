package dev.beatboard.render.filter;

import dev.beatboard.render.work.Lanes;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// Blends the blurred picture of [LensBlur], of half the resolution, over the sharp one, two rows at a time: those that
/// lie between the same two rows of the blurred one.
final class Compose {

    /// Scratch rows needed, see [#row].
    static final int ROWS = 16;

    private static final VectorSpecies<Float> F = Lanes.F;
    private static final int ONE = Float.floatToRawIntBits(1);
    private static final int LEAST_DEPTH = Float.floatToRawIntBits(1e-3f);
    /// By the parity of the column: how far it lies to the right between the columns of the blurred picture. An even
    /// one lies between that before its own and its own.
    private static final float[] RIGHT = new float[Lanes.MOST];

    static {
        for (int i = 0; i < RIGHT.length; i++) {
            RIGHT[i] = (i & 1) == 0 ? 0.75f : 0.25f;
        }
    }

    private final Picture p;
    private final LensBlur.Aperture lens;
    private final Disk.Planes at;
    private final int width;
    private final int margin;
    private final int stride;

    Compose(Picture p, LensBlur.Aperture lens, Disk.Planes at, int width, int margin, int stride) {
        this.p = p;
        this.lens = lens;
        this.at = at;
        this.width = width;
        this.margin = margin;
        this.stride = stride;
    }

    /// Numbers in a scratch row: the picture's row and what is read to the right of it.
    static int row(int width) {
        return (width + Lanes.MOST - 1) / Lanes.MOST * 2 * Lanes.MOST + Lanes.MOST;
    }

    /// The rows between `hy` and `hy + 1` of the blurred picture.
    void rows(int hy, float[] s) {
        int n = row(width);
        float[][] planes = {at.r, at.g, at.b, at.radius, at.cover};
        for (int k = 0; k < 5; k++) {
            for (int j = 0; j < 2; j++) {
                stretch(planes[k], (hy + j + margin) * stride + margin, s, (2 * k + j) * n, n);
            }
        }
        for (int y = 2 * hy + 1; y <= 2 * hy + 2; y++) {
            if (y >= 0 && y < p.height()) {
                row(y, s, n);
            }
        }
    }

    /// Column `x` of the result is the left neighbor of column `x` of the picture; the right one is that of `x + 2`.
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
        for (int x = 0; x < w; x += Lanes.COUNT) {
            blend(s, n, x, below, lens.atInfinity(), lens.focus(), lens.limit());
        }
        System.arraycopy(s, sharp, p.r(), o, w);
        System.arraycopy(s, sharp + n, p.g(), o, w);
        System.arraycopy(s, sharp + 2 * n, p.b(), o, w);
    }

    private static void blend(float[] s, int n, int x, float below, float atInfinity, float focus, float limit) {
        int at = 10 * n + x;
        FloatVector near = FloatVector.fromArray(F, s, at + 3 * n)
                .reinterpretAsInts()
                .max(LEAST_DEPTH)
                .reinterpretAsFloats();
        near = FloatVector.broadcast(F, focus).div(near).neg().add(1f).mul(atInfinity);
        FloatVector far = FloatVector.fromArray(F, s, at + 4 * n)
                .reinterpretAsInts()
                .max(LEAST_DEPTH)
                .reinterpretAsFloats();
        far = FloatVector.broadcast(F, focus).div(far).neg().add(1f).mul(atInfinity);
        FloatVector own = near.blend(far, far.abs().compare(VectorOperators.GT, near.abs()));
        own = own.blend(limit, own.compare(VectorOperators.GT, limit));
        own = own.blend(-limit, own.compare(VectorOperators.LT, -limit));
        FloatVector right = FloatVector.fromArray(F, RIGHT, 0);
        FloatVector left = right.neg().add(1f);
        FloatVector wa = left.mul(1 - below);
        FloatVector wb = right.mul(1 - below);
        FloatVector wc = left.mul(below);
        FloatVector wd = right.mul(below);
        FloatVector ca = FloatVector.fromArray(F, s, 8 * n + x);
        FloatVector cb = FloatVector.fromArray(F, s, 8 * n + x + 2);
        FloatVector cc = FloatVector.fromArray(F, s, 9 * n + x);
        FloatVector cd = FloatVector.fromArray(F, s, 9 * n + x + 2);
        IntVector veil = wa.mul(ca)
                .add(wb.mul(cb))
                .add(wc.mul(cc))
                .add(wd.mul(cd))
                .mul(1.5f)
                .reinterpretAsInts()
                .min(ONE);
        // The sharp surface of an edge keeps its share of the pixel.
        FloatVector t = near.abs()
                .sub(0.6f)
                .mul(1.1f)
                .reinterpretAsInts()
                .max(0)
                .min(ONE)
                .reinterpretAsFloats();
        t = t.mul(t).mul(t.mul(-2f).add(3f));
        FloatVector behind = far.abs()
                .sub(0.6f)
                .mul(1.1f)
                .reinterpretAsInts()
                .max(0)
                .min(ONE)
                .reinterpretAsFloats();
        behind = behind.mul(behind).mul(behind.mul(-2f).add(3f));
        t = behind.add(t.sub(behind).mul(FloatVector.fromArray(F, s, at + 5 * n)))
                .reinterpretAsInts()
                .max(veil)
                .reinterpretAsFloats();
        FloatVector one = FloatVector.broadcast(F, 1f);
        FloatVector e = FloatVector.fromArray(F, s, 6 * n + x).mul(2f).sub(own);
        wa = wa.mul(one.div(e.mul(e).add(1f)).add(1e-3f).add(ca));
        e = FloatVector.fromArray(F, s, 6 * n + x + 2).mul(2f).sub(own);
        wb = wb.mul(one.div(e.mul(e).add(1f)).add(1e-3f).add(cb));
        e = FloatVector.fromArray(F, s, 7 * n + x).mul(2f).sub(own);
        wc = wc.mul(one.div(e.mul(e).add(1f)).add(1e-3f).add(cc));
        e = FloatVector.fromArray(F, s, 7 * n + x + 2).mul(2f).sub(own);
        wd = wd.mul(one.div(e.mul(e).add(1f)).add(1e-3f).add(cd));
        FloatVector k = t.div(wa.add(wb).add(wc).add(wd));
        for (int c = 0; c < 3; c++) {
            int q = 2 * c * n + x;
            FloatVector blurred = FloatVector.fromArray(F, s, q)
                    .mul(wa)
                    .add(FloatVector.fromArray(F, s, q + 2).mul(wb))
                    .add(FloatVector.fromArray(F, s, q + n).mul(wc))
                    .add(FloatVector.fromArray(F, s, q + n + 2).mul(wd));
            FloatVector sharp = FloatVector.fromArray(F, s, at + c * n);
            sharp.add(blurred.mul(k)).sub(sharp.mul(t)).intoArray(s, at + c * n);
        }
    }
}
