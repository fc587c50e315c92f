package dev.beatboard.render.filter;

import dev.beatboard.render.work.Lanes;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// The inner loops of [LensBlur]: sums over the taps of a disk for as many neighbors as a vector
/// holds. Comparing floats as integers is right, and much quicker, where neither is negative.
final class Disk {

    private static final VectorSpecies<Float> F = Lanes.F;
    private static final int ONE = Float.floatToRawIntBits(1);
    private static final int HALF = Float.floatToRawIntBits(0.5f);

    /// Signed blur of what belongs to the layer before the plane of focus, pixels.
    private static final float BEFORE = -1.1f;

    private Disk() {}

    /// The picture at half resolution: color, weight and signed blur in, gathered color and how
    /// much of it lies before the pixel out.
    static final class Planes {
        float[] r = new float[0];
        float[] g = r;
        float[] b = r;
        float[] tone = r;
        float[] radius = r;
        float[] outR = r;
        float[] outG = r;
        float[] outB = r;
        float[] cover = r;

        void reserve(int n) {
            if (r.length < n) {
                r = new float[n];
                g = new float[n];
                b = new float[n];
                tone = new float[n];
                radius = new float[n];
                outR = new float[n];
                outG = new float[n];
                outB = new float[n];
                cover = new float[n];
            }
        }
    }

    private static int offset(float x, float y, float scale, int stride) {
        return (int) Math.floor(y * scale + 0.5f) * stride + (int) Math.floor(x * scale + 0.5f);
    }

    /// Where nothing is blurred that lies before the plane of focus.
    static void plain(Planes at, int p, int stride, float[] tapX, float[] tapY, float[] tapR, int taps, float scale) {
        float[] r = at.r;
        float[] g = at.g;
        float[] b = at.b;
        float[] tone = at.tone;
        float[] radius = at.radius;
        FloatVector own = FloatVector.fromArray(F, radius, p).abs();
        IntVector most = own.add(0.25f).reinterpretAsInts();
        FloatVector broad = own.reinterpretAsInts().max(HALF).reinterpretAsFloats();
        FloatVector sw = FloatVector.fromArray(F, tone, p).div(broad.mul(broad));
        FloatVector sr = FloatVector.fromArray(F, r, p).mul(sw);
        FloatVector sg = FloatVector.fromArray(F, g, p).mul(sw);
        FloatVector sb = FloatVector.fromArray(F, b, p).mul(sw);
        for (int k = 0; k < taps; k++) {
            int q = p + offset(tapX[k], tapY[k], scale, stride);
            float d = 0.5f - tapR[k] * scale;
            FloatVector spread = FloatVector.fromArray(F, radius, q)
                    .abs()
                    .reinterpretAsInts()
                    .min(most)
                    .reinterpretAsFloats();
            broad = spread.reinterpretAsInts().max(HALF).reinterpretAsFloats();
            FloatVector w = spread.add(d)
                    .reinterpretAsInts()
                    .max(0)
                    .min(ONE)
                    .reinterpretAsFloats()
                    .mul(FloatVector.fromArray(F, tone, q))
                    .div(broad.mul(broad));
            sr = sr.add(FloatVector.fromArray(F, r, q).mul(w));
            sg = sg.add(FloatVector.fromArray(F, g, q).mul(w));
            sb = sb.add(FloatVector.fromArray(F, b, q).mul(w));
            sw = sw.add(w);
        }
        FloatVector k = FloatVector.broadcast(F, 1f).div(sw);
        sr.mul(k).intoArray(at.outR, p);
        sg.mul(k).intoArray(at.outG, p);
        sb.mul(k).intoArray(at.outB, p);
        FloatVector.zero(F).intoArray(at.cover, p);
    }

    /// Anywhere: what is before the plane of focus is a layer of its own, which covers as much of a
    /// pixel as its disks reach it, inside its outline too; what is behind shows through the rest,
    /// or what is known of it nearby.
    static void veiled(
            Planes at,
            int p,
            int stride,
            float[] tapX,
            float[] tapY,
            float[] tapR,
            int taps,
            float scale,
            float reach) {
        float[] r = at.r;
        float[] g = at.g;
        float[] b = at.b;
        float[] tone = at.tone;
        float[] radius = at.radius;
        float area = reach * reach / taps;
        FloatVector one = FloatVector.broadcast(F, 1f);
        FloatVector own = FloatVector.fromArray(F, radius, p);
        VectorMask<Float> fore = own.compare(VectorOperators.LT, BEFORE);
        FloatVector size0 = own.abs();
        IntVector most = size0.add(0.25f).blend(reach, fore).reinterpretAsInts();
        FloatVector cr = FloatVector.fromArray(F, r, p);
        FloatVector cg = FloatVector.fromArray(F, g, p);
        FloatVector cb = FloatVector.fromArray(F, b, p);
        FloatVector broad0 = size0.reinterpretAsInts().max(HALF).reinterpretAsFloats();
        FloatVector sw =
                FloatVector.fromArray(F, tone, p).div(broad0.mul(broad0)).blend(1e-6f, fore);
        FloatVector sr = cr.mul(sw);
        FloatVector sg = cg.mul(sw);
        FloatVector sb = cb.mul(sw);
        FloatVector nw = FloatVector.broadcast(F, 1e-12f).blend(1f, fore);
        FloatVector nr = cr.mul(nw);
        FloatVector ng = cg.mul(nw);
        FloatVector nb = cb.mul(nw);
        FloatVector covered = FloatVector.zero(F).blend(one.div(broad0.mul(broad0)), fore);
        for (int k = 0; k < taps; k++) {
            int q = p + offset(tapX[k], tapY[k], scale, stride);
            float d = 0.5f - tapR[k] * scale;
            FloatVector rad = FloatVector.fromArray(F, radius, q);
            IntVector size = rad.abs().reinterpretAsInts();
            VectorMask<Float> near = rad.compare(VectorOperators.LT, BEFORE);
            FloatVector v = size.reinterpretAsFloats()
                    .add(d)
                    .reinterpretAsInts()
                    .max(0)
                    .min(ONE)
                    .reinterpretAsFloats();
            v = FloatVector.zero(F).blend(v, near);
            FloatVector broad = size.max(HALF).reinterpretAsFloats();
            covered = covered.add(v.div(broad.mul(broad)));
            // A little of every tap behind: under the layer's own middle nothing else is known.
            IntVector spread = size.min(most);
            FloatVector wide = spread.max(HALF).reinterpretAsFloats();
            FloatVector w = spread.reinterpretAsFloats()
                    .add(d)
                    .reinterpretAsInts()
                    .max(0)
                    .min(ONE)
                    .reinterpretAsFloats()
                    .add(1e-4f)
                    .mul(FloatVector.fromArray(F, tone, q))
                    .div(wide.mul(wide));
            w = w.blend(0f, near);
            cr = FloatVector.fromArray(F, r, q);
            cg = FloatVector.fromArray(F, g, q);
            cb = FloatVector.fromArray(F, b, q);
            sr = sr.add(cr.mul(w));
            sg = sg.add(cg.mul(w));
            sb = sb.add(cb.mul(w));
            sw = sw.add(w);
            nr = nr.add(cr.mul(v));
            ng = ng.add(cg.mul(v));
            nb = nb.add(cb.mul(v));
            nw = nw.add(v);
        }
        FloatVector a = covered.mul(area).reinterpretAsInts().min(ONE).reinterpretAsFloats();
        FloatVector k = a.neg().add(1f).div(sw);
        FloatVector m = a.div(nw);
        sr.mul(k).add(nr.mul(m)).intoArray(at.outR, p);
        sg.mul(k).add(ng.mul(m)).intoArray(at.outG, p);
        sb.mul(k).add(nb.mul(m)).intoArray(at.outB, p);
        a.intoArray(at.cover, p);
    }

    /// Averages what was gathered over a few taps of similar blur, and across the outline of what lies before the plane
    /// of focus, where that covers both sides.
    static void soften(Planes at, int p, int stride, float[] tapX, float[] tapY, int taps, float scale) {
        float[] r = at.outR;
        float[] g = at.outG;
        float[] b = at.outB;
        float[] radius = at.radius;
        FloatVector own = FloatVector.fromArray(F, radius, p).abs();
        IntVector covered =
                FloatVector.fromArray(F, at.cover, p).mul(Compose.VEIL).reinterpretAsInts();
        FloatVector per = FloatVector.broadcast(F, -2f).div(own.mul(0.5f).add(1f));
        FloatVector sw = FloatVector.broadcast(F, 1f);
        FloatVector sr = FloatVector.fromArray(F, r, p);
        FloatVector sg = FloatVector.fromArray(F, g, p);
        FloatVector sb = FloatVector.fromArray(F, b, p);
        for (int k = 0; k < taps; k++) {
            int q = p + offset(tapX[k], tapY[k], scale, stride);
            FloatVector w = FloatVector.fromArray(F, radius, q)
                    .abs()
                    .sub(own)
                    .abs()
                    .mul(per)
                    .add(2f)
                    .reinterpretAsInts()
                    .max(FloatVector.fromArray(F, at.cover, q)
                            .mul(Compose.VEIL)
                            .reinterpretAsInts()
                            .min(covered))
                    .min(ONE)
                    .reinterpretAsFloats();
            sr = sr.add(FloatVector.fromArray(F, r, q).mul(w));
            sg = sg.add(FloatVector.fromArray(F, g, q).mul(w));
            sb = sb.add(FloatVector.fromArray(F, b, q).mul(w));
            sw = sw.add(w);
        }
        FloatVector k = FloatVector.broadcast(F, 1f).div(sw);
        sr.mul(k).intoArray(at.r, p);
        sg.mul(k).intoArray(at.g, p);
        sb.mul(k).intoArray(at.b, p);
    }
}
