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
    /// Of how much of the blurred picture that is like a surface is enough for it: one part in so many.
    private static final float FOUND = 12;
    /// A veil that covers more than one part in so many leaves nothing of the sharp picture: the blurred one has both.
    private static final float VEIL = 8;

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

    /// Blends a row. The nearest surface of a pixel and what is behind it each take the blurred picture where that is
    /// blurred as they are, by their shares of the pixel: edges stay as smooth as they were.
    private static void blend(float[] s, int n, int x, float below, float atInfinity, float focus, float limit) {
        int at = 10 * n + x;
        FloatVector near = FloatVector.fromArray(F, s, at + 3 * n)
                .reinterpretAsInts()
                .max(LEAST_DEPTH)
                .reinterpretAsFloats();
        near = FloatVector.broadcast(F, focus).div(near).neg().add(1f).mul(atInfinity);
        near = near.blend(limit, near.compare(VectorOperators.GT, limit));
        near = near.blend(-limit, near.compare(VectorOperators.LT, -limit));
        FloatVector far = FloatVector.fromArray(F, s, at + 4 * n)
                .reinterpretAsInts()
                .max(LEAST_DEPTH)
                .reinterpretAsFloats();
        far = FloatVector.broadcast(F, focus).div(far).neg().add(1f).mul(atInfinity);
        far = far.blend(limit, far.compare(VectorOperators.GT, limit));
        far = far.blend(-limit, far.compare(VectorOperators.LT, -limit));
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
                .mul(VEIL)
                .reinterpretAsInts()
                .min(ONE);
        // How strongly blurred either is, as a smooth step from 0.6 pixels on.
        IntVector most = near.abs().reinterpretAsInts().max(far.abs().reinterpretAsInts());
        FloatVector t = most.reinterpretAsFloats()
                .sub(0.6f)
                .mul(1.1f)
                .reinterpretAsInts()
                .max(0)
                .min(ONE)
                .reinterpretAsFloats();
        t = t.mul(t).mul(t.mul(-2f).add(3f));
        FloatVector one = FloatVector.broadcast(F, 1f);
        FloatVector ra = FloatVector.fromArray(F, s, 6 * n + x).mul(2f);
        FloatVector rb = FloatVector.fromArray(F, s, 6 * n + x + 2).mul(2f);
        FloatVector rc = FloatVector.fromArray(F, s, 7 * n + x).mul(2f);
        FloatVector rd = FloatVector.fromArray(F, s, 7 * n + x + 2).mul(2f);
        FloatVector e = ra.sub(near);
        FloatVector na = one.div(e.mul(e).add(1f)).mul(wa);
        e = rb.sub(near);
        FloatVector nb = one.div(e.mul(e).add(1f)).mul(wb);
        e = rc.sub(near);
        FloatVector nc = one.div(e.mul(e).add(1f)).mul(wc);
        e = rd.sub(near);
        FloatVector nd = one.div(e.mul(e).add(1f)).mul(wd);
        FloatVector alike = na.add(nb).add(nc).add(nd);
        e = ra.sub(far);
        FloatVector fa = one.div(e.mul(e).add(1f)).add(1e-3f).add(ca).mul(wa);
        e = rb.sub(far);
        FloatVector fb = one.div(e.mul(e).add(1f)).add(1e-3f).add(cb).mul(wb);
        e = rc.sub(far);
        FloatVector fc = one.div(e.mul(e).add(1f)).add(1e-3f).add(cc).mul(wc);
        e = rd.sub(far);
        FloatVector fd = one.div(e.mul(e).add(1f)).add(1e-3f).add(cd).mul(wd);
        na = na.add(ca.add(1e-3f).mul(wa));
        nb = nb.add(cb.add(1e-3f).mul(wb));
        nc = nc.add(cc.add(1e-3f).mul(wc));
        nd = nd.add(cd.add(1e-3f).mul(wd));
        FloatVector share = FloatVector.fromArray(F, s, at + 5 * n);
        // What is blurred before the plane of focus covers by its blur (the veil), not by the pixel's own samples.
        FloatVector before =
                near.mul(-0.5f).sub(0.25f).reinterpretAsInts().max(0).min(ONE).reinterpretAsFloats();
        share = share.add(one.sub(share).mul(before));
        // Where the blurred picture shows nothing like the near surface, the sharp one serves for it.
        FloatVector tn = t.mul(alike.mul(FOUND).reinterpretAsInts().min(ONE).reinterpretAsFloats())
                .reinterpretAsInts()
                .max(veil)
                .reinterpretAsFloats()
                .mul(share);
        FloatVector tf = t.reinterpretAsInts().max(veil).reinterpretAsFloats().mul(one.sub(share));
        FloatVector kn = tn.div(na.add(nb).add(nc).add(nd));
        FloatVector kf = tf.div(fa.add(fb).add(fc).add(fd));
        t = tn.add(tf);
        wa = na.mul(kn).add(fa.mul(kf));
        wb = nb.mul(kn).add(fb.mul(kf));
        wc = nc.mul(kn).add(fc.mul(kf));
        wd = nd.mul(kn).add(fd.mul(kf));
        for (int c = 0; c < 3; c++) {
            int q = 2 * c * n + x;
            FloatVector blurred = FloatVector.fromArray(F, s, q)
                    .mul(wa)
                    .add(FloatVector.fromArray(F, s, q + 2).mul(wb))
                    .add(FloatVector.fromArray(F, s, q + n).mul(wc))
                    .add(FloatVector.fromArray(F, s, q + n + 2).mul(wd));
            FloatVector sharp = FloatVector.fromArray(F, s, at + c * n);
            sharp.add(blurred).sub(sharp.mul(t)).intoArray(s, at + c * n);
        }
    }
}
