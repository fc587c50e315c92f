package dev.beatboard.render.filter;

import dev.beatboard.render.work.Lanes;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// One iteration of an edge-stopping filter with holes (a-trous; Dammertz et al. 2010) over two or four planes. A
/// neighbor counts by its distance from the pixel's tangent plane, by the angle between normals and, if asked, by its
/// own value. Nine taps an iteration: with a step that doubles each time, they add up to a smooth tent.
public final class Smoother {

    private static final VectorSpecies<Float> F = Lanes.F;
    private static final float OWN = 1 / 4f;
    private static final float BESIDE = 1 / 8f;
    private static final float ACROSS = 1 / 16f;

    /// Position and normal planes, and the numbers in a row of them.
    public record Geometry(float[] x, float[] y, float[] z, float[] nx, float[] ny, float[] nz, int stride) {}

    private Smoother() {}

    /// Filters pixels `from .. to-1` of one row from `in` to `out` (rounded up to whole vectors), as many planes as
    /// `range` has numbers.
    ///
    /// @param step distance between taps in pixels
    /// @param thickness tolerated distance from the tangent plane per distance from the lens at (cx, cy, cz)
    /// @param range how strongly a differing value stops the filter, by plane; two or four
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
        if (range.length == 2) {
            for (int p = from; p < to; p += Lanes.COUNT) {
                two(
                        in[0], in[1], out[0], out[1], g.x, g.y, g.z, g.nx, g.ny, g.nz, g.stride, p, step, thickness,
                        range[0], range[1], cx, cy, cz);
            }
            return;
        }
        for (int p = from; p < to; p += Lanes.COUNT) {
            four(
                    in[0], in[1], in[2], in[3], out[0], out[1], out[2], out[3], g.x, g.y, g.z, g.nx, g.ny, g.nz,
                    g.stride, p, step, thickness, range[0], range[1], range[2], range[3], cx, cy, cz);
        }
    }

    /// Each plane is written out: vectors in arrays would end up on the heap.
    private static void four(
            float[] a0,
            float[] a1,
            float[] a2,
            float[] a3,
            float[] o0,
            float[] o1,
            float[] o2,
            float[] o3,
            float[] x,
            float[] y,
            float[] z,
            float[] nx,
            float[] ny,
            float[] nz,
            int stride,
            int p,
            int step,
            float thickness,
            float r0,
            float r1,
            float r2,
            float r3,
            float cx,
            float cy,
            float cz) {
        FloatVector px = FloatVector.fromArray(F, x, p);
        FloatVector py = FloatVector.fromArray(F, y, p);
        FloatVector pz = FloatVector.fromArray(F, z, p);
        FloatVector mx = FloatVector.fromArray(F, nx, p);
        FloatVector my = FloatVector.fromArray(F, ny, p);
        FloatVector mz = FloatVector.fromArray(F, nz, p);
        FloatVector c0 = FloatVector.fromArray(F, a0, p);
        FloatVector c1 = FloatVector.fromArray(F, a1, p);
        FloatVector c2 = FloatVector.fromArray(F, a2, p);
        FloatVector c3 = FloatVector.fromArray(F, a3, p);
        FloatVector s0 = c0.mul(OWN);
        FloatVector s1 = c1.mul(OWN);
        FloatVector s2 = c2.mul(OWN);
        FloatVector s3 = c3.mul(OWN);
        FloatVector sw = FloatVector.broadcast(F, OWN);
        FloatVector ex = px.sub(cx);
        FloatVector ey = py.sub(cy);
        FloatVector ez = pz.sub(cz);
        FloatVector ip = FloatVector.broadcast(F, 1f / thickness)
                .div(ex.mul(ex).add(ey.mul(ey)).add(ez.mul(ez)).sqrt());
        FloatVector plane = px.mul(mx).add(py.mul(my)).add(pz.mul(mz));
        for (int j = -1; j <= 1; j++) {
            for (int i = -1; i <= 1; i++) {
                if (i == 0 && j == 0) {
                    continue;
                }
                int q = p + j * step * stride + i * step;
                FloatVector w = FloatVector.fromArray(F, nx, q)
                        .mul(mx)
                        .add(FloatVector.fromArray(F, ny, q).mul(my))
                        .add(FloatVector.fromArray(F, nz, q).mul(mz))
                        .reinterpretAsInts()
                        .max(0)
                        .reinterpretAsFloats();
                w = w.mul(w);
                w = w.mul(w);
                w = w.mul(w);
                w = w.mul(w);
                FloatVector dd = FloatVector.fromArray(F, x, q)
                        .mul(mx)
                        .add(FloatVector.fromArray(F, y, q).mul(my))
                        .add(FloatVector.fromArray(F, z, q).mul(mz))
                        .sub(plane)
                        .mul(ip);
                FloatVector q0 = FloatVector.fromArray(F, a0, q);
                FloatVector q1 = FloatVector.fromArray(F, a1, q);
                FloatVector q2 = FloatVector.fromArray(F, a2, q);
                FloatVector q3 = FloatVector.fromArray(F, a3, q);
                FloatVector d = q0.sub(c0).abs().mul(r0).add(q1.sub(c1).abs().mul(r1));
                d = d.add(q2.sub(c2).abs().mul(r2)).add(q3.sub(c3).abs().mul(r3));
                FloatVector den = dd.mul(dd).add(1f);
                den = den.mul(den).mul(d.mul(d).add(1f));
                w = w.mul(i == 0 || j == 0 ? BESIDE : ACROSS).div(den);
                s0 = s0.add(q0.mul(w));
                s1 = s1.add(q1.mul(w));
                s2 = s2.add(q2.mul(w));
                s3 = s3.add(q3.mul(w));
                sw = sw.add(w);
            }
        }
        FloatVector is = FloatVector.broadcast(F, 1f).div(sw);
        s0.mul(is).intoArray(o0, p);
        s1.mul(is).intoArray(o1, p);
        s2.mul(is).intoArray(o2, p);
        s3.mul(is).intoArray(o3, p);
    }

    /// As [#four], for two planes.
    private static void two(
            float[] a0,
            float[] a1,
            float[] o0,
            float[] o1,
            float[] x,
            float[] y,
            float[] z,
            float[] nx,
            float[] ny,
            float[] nz,
            int stride,
            int p,
            int step,
            float thickness,
            float r0,
            float r1,
            float cx,
            float cy,
            float cz) {
        FloatVector px = FloatVector.fromArray(F, x, p);
        FloatVector py = FloatVector.fromArray(F, y, p);
        FloatVector pz = FloatVector.fromArray(F, z, p);
        FloatVector mx = FloatVector.fromArray(F, nx, p);
        FloatVector my = FloatVector.fromArray(F, ny, p);
        FloatVector mz = FloatVector.fromArray(F, nz, p);
        FloatVector c0 = FloatVector.fromArray(F, a0, p);
        FloatVector c1 = FloatVector.fromArray(F, a1, p);
        FloatVector s0 = c0.mul(OWN);
        FloatVector s1 = c1.mul(OWN);
        FloatVector sw = FloatVector.broadcast(F, OWN);
        FloatVector ex = px.sub(cx);
        FloatVector ey = py.sub(cy);
        FloatVector ez = pz.sub(cz);
        FloatVector ip = FloatVector.broadcast(F, 1f / thickness)
                .div(ex.mul(ex).add(ey.mul(ey)).add(ez.mul(ez)).sqrt());
        FloatVector plane = px.mul(mx).add(py.mul(my)).add(pz.mul(mz));
        for (int j = -1; j <= 1; j++) {
            for (int i = -1; i <= 1; i++) {
                if (i == 0 && j == 0) {
                    continue;
                }
                int q = p + j * step * stride + i * step;
                FloatVector w = FloatVector.fromArray(F, nx, q)
                        .mul(mx)
                        .add(FloatVector.fromArray(F, ny, q).mul(my))
                        .add(FloatVector.fromArray(F, nz, q).mul(mz))
                        .reinterpretAsInts()
                        .max(0)
                        .reinterpretAsFloats();
                w = w.mul(w);
                w = w.mul(w);
                w = w.mul(w);
                w = w.mul(w);
                FloatVector dd = FloatVector.fromArray(F, x, q)
                        .mul(mx)
                        .add(FloatVector.fromArray(F, y, q).mul(my))
                        .add(FloatVector.fromArray(F, z, q).mul(mz))
                        .sub(plane)
                        .mul(ip);
                FloatVector q0 = FloatVector.fromArray(F, a0, q);
                FloatVector q1 = FloatVector.fromArray(F, a1, q);
                FloatVector d = q0.sub(c0).abs().mul(r0).add(q1.sub(c1).abs().mul(r1));
                FloatVector den = dd.mul(dd).add(1f);
                den = den.mul(den).mul(d.mul(d).add(1f));
                w = w.mul(i == 0 || j == 0 ? BESIDE : ACROSS).div(den);
                s0 = s0.add(q0.mul(w));
                s1 = s1.add(q1.mul(w));
                sw = sw.add(w);
            }
        }
        FloatVector is = FloatVector.broadcast(F, 1f).div(sw);
        s0.mul(is).intoArray(o0, p);
        s1.mul(is).intoArray(o1, p);
    }
}
