package dev.beatboard.render.filter;

import dev.beatboard.render.work.Crew;
import dev.beatboard.render.work.Lanes;
import java.util.stream.IntStream;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// Depth of field of what lies so near to the plane of focus that its circle of confusion is a few
/// pixels wide: a disk at full resolution, where [LensBlur] at half of it is too coarse. What is
/// nearer than a pixel by more than a little covers it as much as its disks reach it; what lies
/// behind never smears over it.
final class NearFocus {

    /// The widest radius that is gathered in full, pixels; [Compose] goes over to the picture of half
    /// the resolution before.
    static final float MOST = 3;

    private static final VectorSpecies<Float> F = Lanes.F;
    private static final int ONE = Float.floatToRawIntBits(1);
    private static final int HALF = Float.floatToRawIntBits(0.5f);
    /// Beyond a radius that a disk of pixels of that radius still reaches, so that its spread is that of the disk.
    private static final float EDGE = 0.33f;
    /// Radii below which nothing is spread to a neighbor.
    static final float IDLE = 1 - EDGE;
    /// By how many pixels of radius a surface must lie before another to cover it.
    private static final float BEFORE = 0.7f;
    private static final float PER_DISK = (float) (1 / Math.PI);
    private static final int SIDE = 3;
    private static final int SEGMENT = Flat.TILE;

    private static final int TAPS;
    private static final int[] TAP_X;
    private static final int[] TAP_Y;
    private static final float[] TAP_R;

    static {
        int across = 2 * SIDE + 1;
        int[] order = IntStream.range(0, across * across)
                .boxed()
                .filter(i -> i != across * across / 2 && distance(i) < MOST + EDGE)
                .sorted((a, b) -> distance(a) != distance(b) ? Float.compare(distance(a), distance(b)) : a - b)
                .mapToInt(i -> i)
                .toArray();
        TAPS = order.length;
        TAP_X = new int[TAPS];
        TAP_Y = new int[TAPS];
        TAP_R = new float[TAPS];
        for (int k = 0; k < TAPS; k++) {
            TAP_X[k] = order[k] % across - SIDE;
            TAP_Y[k] = order[k] / across - SIDE;
            TAP_R[k] = distance(order[k]);
        }
    }

    private static float distance(int i) {
        int across = 2 * SIDE + 1;
        int x = i % across - SIDE;
        int y = i / across - SIDE;
        return (float) Math.sqrt(x * x + y * y);
    }

    private int width;
    private int height;
    private int stride;
    private int segments;
    private Border border = new Border(0, 0, 0, 0);
    /// The sharp picture with a border, and the signed radius of each pixel.
    private float[] r = new float[0];

    private float[] g = r;
    private float[] b = r;
    private float[] radius = r;
    /// Of each segment of a row the least and the greatest signed radius.
    private float[] low = r;

    private float[] high = r;
    private float[][] out = new float[0][];

    /// Takes the depths of a picture; its layers have the same.
    ///
    /// @return the widest radius of confusion, pixels
    float measure(Picture p, LensBlur.Aperture lens, Crew crew) {
        width = p.width();
        height = p.height();
        segments = (width + SEGMENT - 1) / SEGMENT;
        border = new Border(width, height, SEGMENT, SIDE);
        stride = border.stride();
        int n = border.size();
        if (r.length < n) {
            r = new float[n];
            g = new float[n];
            b = new float[n];
            radius = new float[n];
        }
        if (low.length < segments * height) {
            low = new float[segments * height];
            high = new float[segments * height];
        }
        if (out.length < crew.size()) {
            out = new float[crew.size()][3 * SEGMENT];
        }
        crew.each(height, (y, w) -> radii(p, lens, y));
        float widest = 0;
        for (int i = 0; i < segments * height; i++) {
            widest = Math.max(widest, Math.max(high[i], -low[i]));
        }
        return widest;
    }

    /// Blurs a picture that was measured, or a layer of it.
    void blur(Picture p, Flat flat, Crew crew) {
        Flat.Map idle = flat.around(SIDE);
        crew.each(height, (y, w) -> keep(p, y));
        crew.each(height, (y, w) -> row(p, y, idle, out[w]));
    }

    private void radii(Picture p, LensBlur.Aperture lens, int y) {
        int from = y * width;
        int o = border.at(0, y);
        for (int i = 0; i < segments; i++) {
            float least = Float.MAX_VALUE;
            float most = -Float.MAX_VALUE;
            for (int x = i * SEGMENT; x < Math.min(width, (i + 1) * SEGMENT); x++) {
                float v = radius(p, lens, from + x);
                radius[o + x] = v;
                least = Math.min(least, v);
                most = Math.max(most, v);
            }
            low[y * segments + i] = least;
            high[y * segments + i] = most;
        }
        border.repeat(y, radius);
    }

    /// Of a pixel with an edge that of the sharper side, so that the edge stays as smooth as it is.
    private static float radius(Picture p, LensBlur.Aperture lens, int q) {
        float near = lens.radius(p.depth()[q]);
        float far = lens.radius(p.far()[q]);
        return p.share()[q] < 0.5f && Math.abs(far) < Math.abs(near) ? far : near;
    }

    private void keep(Picture p, int y) {
        int from = y * width;
        int o = border.at(0, y);
        System.arraycopy(p.r(), from, r, o, width);
        System.arraycopy(p.g(), from, g, o, width);
        System.arraycopy(p.b(), from, b, o, width);
        border.repeat(y, r, g, b);
    }

    private void row(Picture p, int y, Flat.Map idle, float[] to) {
        for (int i = 0; i < segments; i++) {
            if (idle.at(i * SEGMENT, y)) {
                continue;
            }
            float least = Float.MAX_VALUE;
            float most = -Float.MAX_VALUE;
            for (int j = Math.max(0, y - SIDE); j <= Math.min(height - 1, y + SIDE); j++) {
                for (int k = Math.max(0, i - 1); k <= Math.min(segments - 1, i + 1); k++) {
                    least = Math.min(least, low[j * segments + k]);
                    most = Math.max(most, high[j * segments + k]);
                }
            }
            float reach = Math.min(MOST, Math.max(most, -least));
            float ownLow = low[y * segments + i];
            float ownHigh = high[y * segments + i];
            if (reach <= IDLE || ownLow > MOST + 1 || ownHigh < -MOST - 1) {
                continue;
            }
            boolean covered = least < ownHigh - BEFORE;
            for (int x = 0; x < SEGMENT; x += Lanes.COUNT) {
                int q = border.at(i * SEGMENT + x, y);
                if (covered) {
                    veiled(q, reach, to, x);
                } else {
                    plain(q, reach, to, x);
                }
            }
            int n = Math.min(SEGMENT, width - i * SEGMENT);
            int o = y * width + i * SEGMENT;
            System.arraycopy(to, 0, p.r(), o, n);
            System.arraycopy(to, SEGMENT, p.g(), o, n);
            System.arraycopy(to, 2 * SEGMENT, p.b(), o, n);
        }
    }

    /// Where nothing lies before a pixel and is blurred.
    private void plain(int p, float reach, float[] to, int x) {
        FloatVector own = FloatVector.fromArray(F, radius, p).abs();
        IntVector most = own.add(0.25f).reinterpretAsInts();
        FloatVector sw = FloatVector.broadcast(F, 1f);
        FloatVector sr = FloatVector.fromArray(F, r, p);
        FloatVector sg = FloatVector.fromArray(F, g, p);
        FloatVector sb = FloatVector.fromArray(F, b, p);
        for (int k = 0; k < TAPS && TAP_R[k] < reach + EDGE; k++) {
            int q = p + TAP_Y[k] * stride + TAP_X[k];
            FloatVector spread = FloatVector.fromArray(F, radius, q)
                    .abs()
                    .reinterpretAsInts()
                    .min(most)
                    .reinterpretAsFloats();
            FloatVector w = spread.add(EDGE - TAP_R[k])
                    .reinterpretAsInts()
                    .max(0)
                    .min(ONE)
                    .reinterpretAsFloats();
            sr = sr.add(FloatVector.fromArray(F, r, q).mul(w));
            sg = sg.add(FloatVector.fromArray(F, g, q).mul(w));
            sb = sb.add(FloatVector.fromArray(F, b, q).mul(w));
            sw = sw.add(w);
        }
        FloatVector k = FloatVector.broadcast(F, 1f).div(sw);
        sr.mul(k).intoArray(to, x);
        sg.mul(k).intoArray(to, SEGMENT + x);
        sb.mul(k).intoArray(to, 2 * SEGMENT + x);
    }

    /// Anywhere.
    private void veiled(int p, float reach, float[] to, int x) {
        FloatVector at = FloatVector.fromArray(F, radius, p);
        FloatVector own = at.abs();
        FloatVector front = at.sub(BEFORE);
        IntVector most = own.add(0.25f).reinterpretAsInts();
        FloatVector sw = FloatVector.broadcast(F, 1f);
        FloatVector sr = FloatVector.fromArray(F, r, p);
        FloatVector sg = FloatVector.fromArray(F, g, p);
        FloatVector sb = FloatVector.fromArray(F, b, p);
        FloatVector nw = FloatVector.broadcast(F, 1e-9f);
        FloatVector nr = FloatVector.zero(F);
        FloatVector ng = FloatVector.zero(F);
        FloatVector nb = FloatVector.zero(F);
        for (int k = 0; k < TAPS && TAP_R[k] < reach + EDGE; k++) {
            int q = p + TAP_Y[k] * stride + TAP_X[k];
            FloatVector rad = FloatVector.fromArray(F, radius, q);
            VectorMask<Float> near = rad.compare(VectorOperators.LT, front);
            FloatVector size = rad.abs();
            FloatVector spread =
                    size.reinterpretAsInts().min(most).reinterpretAsFloats().blend(size, near);
            FloatVector w = spread.add(EDGE - TAP_R[k])
                    .reinterpretAsInts()
                    .max(0)
                    .min(ONE)
                    .reinterpretAsFloats();
            FloatVector broad = size.reinterpretAsInts().max(HALF).reinterpretAsFloats();
            FloatVector v = FloatVector.zero(F).blend(w.div(broad.mul(broad)), near);
            w = w.blend(0f, near);
            FloatVector cr = FloatVector.fromArray(F, r, q);
            FloatVector cg = FloatVector.fromArray(F, g, q);
            FloatVector cb = FloatVector.fromArray(F, b, q);
            sr = sr.add(cr.mul(w));
            sg = sg.add(cg.mul(w));
            sb = sb.add(cb.mul(w));
            sw = sw.add(w);
            nr = nr.add(cr.mul(v));
            ng = ng.add(cg.mul(v));
            nb = nb.add(cb.mul(v));
            nw = nw.add(v);
        }
        FloatVector a = nw.mul(PER_DISK).reinterpretAsInts().min(ONE).reinterpretAsFloats();
        FloatVector k = a.neg().add(1f).div(sw);
        FloatVector m = a.div(nw);
        sr.mul(k).add(nr.mul(m)).intoArray(to, x);
        sg.mul(k).add(ng.mul(m)).intoArray(to, SEGMENT + x);
        sb.mul(k).add(nb.mul(m)).intoArray(to, 2 * SEGMENT + x);
    }
}
