package dev.beatboard.render.filter;

import dev.beatboard.render.work.Lanes;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// One iteration of an edge-stopping filter with holes (a-trous; Dammertz et al. 2010) over some planes. A
/// neighbor counts by its distance from the pixel's tangent plane, by the angle between normals and, if asked, by its
/// own value. Nine taps an iteration: with a step that doubles each time, they add up to a smooth tent.
public final class Smoother {

    private static final VectorSpecies<Float> F = Lanes.F;
    private static final float OWN = 1 / 4f;
    /// Of the eight taps around a pixel: columns and rows away in steps, and the share of each.
    private static final int[] COLUMN = {-1, 0, 1, -1, 1, -1, 0, 1};

    private static final int[] ROW = {-1, -1, -1, 0, 0, 1, 1, 1};
    private static final float[] SHARE = {1 / 16f, 1 / 8f, 1 / 16f, 1 / 8f, 1 / 8f, 1 / 16f, 1 / 8f, 1 / 16f};
    /// Where among the weights of a vector's taps other vectors stand: one over the sum of all, the tangent plane, and
    /// one
    /// over the tolerated distance from it.
    private static final int SUM = 8 * Lanes.MOST;

    private static final int PLANE = 9 * Lanes.MOST;
    private static final int TOLERANCE = 10 * Lanes.MOST;

    /// Position and normal planes, and the numbers in a row of them.
    public record Geometry(float[] x, float[] y, float[] z, float[] nx, float[] ny, float[] nz, int stride) {}

    private Smoother() {}

    /// Filters pixels `from .. to-1` of one row from `in` to `out` (rounded up to whole vectors), as many planes as
    /// `range` has numbers.
    ///
    /// The kernels are small and hold no vector from tap to tap.
    /// Large ones were compiled in some runs so that vectors ended up on the heap, ten times slower.
    ///
    /// @param step distance between taps in pixels
    /// @param thickness tolerated distance from the tangent plane per distance from the lens at (cx, cy, cz)
    /// @param range how strongly a differing value stops the filter, by plane; an even
    ///     number of them
    public static void row(
            float[][] in,
            float[][] out,
            Geometry g,
            int from,
            int to,
            int step,
            float thickness,
            float[] range,
            float cx,
            float cy,
            float cz) {
        int[] taps = new int[8];
        for (int t = 0; t < 8; t++) {
            taps[t] = step * (COLUMN[t] + ROW[t] * g.stride);
        }
        boolean ranged = false;
        for (float r : range) {
            ranged |= r > 0;
        }
        float[] weights = new float[11 * Lanes.MOST];
        float[] difference = new float[Lanes.MOST];
        for (int p = from; p < to; p += Lanes.COUNT) {
            plane(g, p, thickness, cx, cy, cz, weights);
            for (int t = 0; t < 8; t++) {
                weigh(g, p, p + taps[t], SHARE[t], weights, t * Lanes.MOST);
            }
            if (ranged) {
                for (int t = 0; t < 8; t++) {
                    difference(in[0], in[1], p, p + taps[t], range[0], range[1], difference);
                    for (int k = 2; k < range.length; k += 2) {
                        more(in[k], in[k + 1], p, p + taps[t], range[k], range[k + 1], difference);
                    }
                    stop(difference, weights, t * Lanes.MOST);
                }
            }
            sum(weights);
            for (int k = 0; k < range.length; k++) {
                blend(in[k], out[k], p, taps, weights);
            }
        }
    }

    /// The pixel's tangent plane, and one over the tolerated distance from it.
    private static void plane(Geometry g, int p, float thickness, float cx, float cy, float cz, float[] weights) {
        FloatVector px = FloatVector.fromArray(F, g.x, p);
        FloatVector py = FloatVector.fromArray(F, g.y, p);
        FloatVector pz = FloatVector.fromArray(F, g.z, p);
        FloatVector ex = px.sub(cx);
        FloatVector ey = py.sub(cy);
        FloatVector ez = pz.sub(cz);
        FloatVector.broadcast(F, 1f / thickness)
                .div(ex.mul(ex).add(ey.mul(ey)).add(ez.mul(ez)).sqrt())
                .intoArray(weights, TOLERANCE);
        px.mul(FloatVector.fromArray(F, g.nx, p))
                .add(py.mul(FloatVector.fromArray(F, g.ny, p)))
                .add(pz.mul(FloatVector.fromArray(F, g.nz, p)))
                .intoArray(weights, PLANE);
    }

    /// The weight of a tap by the geometry.
    private static void weigh(Geometry g, int p, int q, float share, float[] weights, int at) {
        FloatVector mx = FloatVector.fromArray(F, g.nx, p);
        FloatVector my = FloatVector.fromArray(F, g.ny, p);
        FloatVector mz = FloatVector.fromArray(F, g.nz, p);
        FloatVector w = FloatVector.fromArray(F, g.nx, q)
                .mul(mx)
                .add(FloatVector.fromArray(F, g.ny, q).mul(my))
                .add(FloatVector.fromArray(F, g.nz, q).mul(mz))
                .reinterpretAsInts()
                .max(0)
                .reinterpretAsFloats();
        FloatVector w2 = w.mul(w);
        FloatVector w4 = w2.mul(w2);
        FloatVector w8 = w4.mul(w4);
        FloatVector dd = FloatVector.fromArray(F, g.x, q)
                .mul(mx)
                .add(FloatVector.fromArray(F, g.y, q).mul(my))
                .add(FloatVector.fromArray(F, g.z, q).mul(mz))
                .sub(FloatVector.fromArray(F, weights, PLANE))
                .mul(FloatVector.fromArray(F, weights, TOLERANCE));
        FloatVector den = dd.mul(dd).add(1f);
        w8.mul(w8).mul(share).div(den.mul(den)).intoArray(weights, at);
    }

    /// How much two planes differ between `p` and `q`.
    private static void difference(float[] a, float[] b, int p, int q, float ra, float rb, float[] to) {
        FloatVector da = FloatVector.fromArray(F, a, q).sub(FloatVector.fromArray(F, a, p));
        FloatVector db = FloatVector.fromArray(F, b, q).sub(FloatVector.fromArray(F, b, p));
        da.abs().mul(ra).add(db.abs().mul(rb)).intoArray(to, 0);
    }

    /// Adds two more to that.
    private static void more(float[] a, float[] b, int p, int q, float ra, float rb, float[] to) {
        FloatVector da = FloatVector.fromArray(F, a, q).sub(FloatVector.fromArray(F, a, p));
        FloatVector db = FloatVector.fromArray(F, b, q).sub(FloatVector.fromArray(F, b, p));
        FloatVector.fromArray(F, to, 0)
                .add(da.abs().mul(ra).add(db.abs().mul(rb)))
                .intoArray(to, 0);
    }

    private static void stop(float[] difference, float[] weights, int at) {
        FloatVector d = FloatVector.fromArray(F, difference, 0);
        FloatVector.fromArray(F, weights, at).div(d.mul(d).add(1f)).intoArray(weights, at);
    }

    /// One over the sum of all weights.
    private static void sum(float[] w) {
        FloatVector a = FloatVector.fromArray(F, w, 0).add(FloatVector.fromArray(F, w, Lanes.MOST));
        FloatVector b = FloatVector.fromArray(F, w, 2 * Lanes.MOST).add(FloatVector.fromArray(F, w, 3 * Lanes.MOST));
        FloatVector c = FloatVector.fromArray(F, w, 4 * Lanes.MOST).add(FloatVector.fromArray(F, w, 5 * Lanes.MOST));
        FloatVector d = FloatVector.fromArray(F, w, 6 * Lanes.MOST).add(FloatVector.fromArray(F, w, 7 * Lanes.MOST));
        FloatVector.broadcast(F, 1f).div(a.add(b).add(c.add(d)).add(OWN)).intoArray(w, SUM);
    }

    private static void blend(float[] a, float[] o, int p, int[] taps, float[] w) {
        FloatVector s = FloatVector.fromArray(F, a, p).mul(OWN);
        FloatVector s0 = FloatVector.fromArray(F, a, p + taps[0]).mul(FloatVector.fromArray(F, w, 0));
        FloatVector s1 = FloatVector.fromArray(F, a, p + taps[1]).mul(FloatVector.fromArray(F, w, Lanes.MOST));
        FloatVector s2 = FloatVector.fromArray(F, a, p + taps[2]).mul(FloatVector.fromArray(F, w, 2 * Lanes.MOST));
        FloatVector s3 = FloatVector.fromArray(F, a, p + taps[3]).mul(FloatVector.fromArray(F, w, 3 * Lanes.MOST));
        FloatVector s4 = FloatVector.fromArray(F, a, p + taps[4]).mul(FloatVector.fromArray(F, w, 4 * Lanes.MOST));
        FloatVector s5 = FloatVector.fromArray(F, a, p + taps[5]).mul(FloatVector.fromArray(F, w, 5 * Lanes.MOST));
        FloatVector s6 = FloatVector.fromArray(F, a, p + taps[6]).mul(FloatVector.fromArray(F, w, 6 * Lanes.MOST));
        FloatVector s7 = FloatVector.fromArray(F, a, p + taps[7]).mul(FloatVector.fromArray(F, w, 7 * Lanes.MOST));
        s.add(s0.add(s1))
                .add(s2.add(s3))
                .add(s4.add(s5).add(s6.add(s7)))
                .mul(FloatVector.fromArray(F, w, SUM))
                .intoArray(o, p);
    }
}
