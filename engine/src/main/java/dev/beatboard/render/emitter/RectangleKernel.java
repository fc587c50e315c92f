package dev.beatboard.render.emitter;

import dev.beatboard.render.work.Lanes;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// Diffuse light from a rectangle for many points: the vector irradiance of its four edges. Where the horizon
/// cuts the rectangle the lanes are left to [AnalyticLight]. Written out edge by edge, since vectors that live
/// in arrays or cross calls end up on the heap.
final class RectangleKernel {

    private static final VectorSpecies<Float> F = Lanes.F;

    private RectangleKernel() {}

    /// Anywhere. Writes to `to[144 ..]`, the cosine to the middle of the light to `to[LightKernel.TOWARD ..]`, and
    /// returns the bits of the lanes for which the horizon cuts the rectangle, which have nothing of use.
    static long anywhere(
            float[] q, int o, float[] center, float[] normal, int o3, LightKernel.Planes in, int p, float[] to) {
        float ax0 = q[o];
        float ay0 = q[o + 1];
        float az0 = q[o + 2];
        float bx0 = q[o + 3];
        float by0 = q[o + 4];
        float bz0 = q[o + 5];
        float cx0 = q[o + 6];
        float cy0 = q[o + 7];
        float cz0 = q[o + 8];
        float dx0 = q[o + 9];
        float dy0 = q[o + 10];
        float dz0 = q[o + 11];
        float m0 = center[o3];
        float m1 = center[o3 + 1];
        float m2 = center[o3 + 2];
        float n0 = normal[o3];
        float n1 = normal[o3 + 1];
        float n2 = normal[o3 + 2];
        FloatVector one = FloatVector.broadcast(F, 1f);
        FloatVector x = FloatVector.fromArray(F, in.x(), p).neg();
        FloatVector y = FloatVector.fromArray(F, in.y(), p).neg();
        FloatVector z = FloatVector.fromArray(F, in.z(), p).neg();
        FloatVector ax = x.add(ax0);
        FloatVector ay = y.add(ay0);
        FloatVector az = z.add(az0);
        FloatVector il = one.div(ax.mul(ax).add(ay.mul(ay)).add(az.mul(az)).sqrt());
        ax = ax.mul(il);
        ay = ay.mul(il);
        az = az.mul(il);
        FloatVector bx = x.add(bx0);
        FloatVector by = y.add(by0);
        FloatVector bz = z.add(bz0);
        il = one.div(bx.mul(bx).add(by.mul(by)).add(bz.mul(bz)).sqrt());
        bx = bx.mul(il);
        by = by.mul(il);
        bz = bz.mul(il);
        FloatVector cx = x.add(cx0);
        FloatVector cy = y.add(cy0);
        FloatVector cz = z.add(cz0);
        il = one.div(cx.mul(cx).add(cy.mul(cy)).add(cz.mul(cz)).sqrt());
        cx = cx.mul(il);
        cy = cy.mul(il);
        cz = cz.mul(il);
        FloatVector dx = x.add(dx0);
        FloatVector dy = y.add(dy0);
        FloatVector dz = z.add(dz0);
        il = one.div(dx.mul(dx).add(dy.mul(dy)).add(dz.mul(dz)).sqrt());
        dx = dx.mul(il);
        dy = dy.mul(il);
        dz = dz.mul(il);
        FloatVector d = ax.mul(bx).add(ay.mul(by)).add(az.mul(bz));
        FloatVector h = d.abs();
        FloatVector v = h.mul(.0145206f)
                .add(.4965155f)
                .mul(h)
                .add(.8543985f)
                .div(h.add(4.1616724f).mul(h).add(3.4175940f));
        FloatVector alt = FloatVector.broadcast(F, .5f)
                .div(d.mul(d).neg().add(1.0000002f).abs().add(1e-7f).sqrt())
                .sub(v);
        v = alt.blend(v, d.compare(VectorOperators.GT, 0f));
        FloatVector fx = ay.mul(bz).sub(az.mul(by)).mul(v);
        FloatVector fy = az.mul(bx).sub(ax.mul(bz)).mul(v);
        FloatVector fz = ax.mul(by).sub(ay.mul(bx)).mul(v);
        d = bx.mul(cx).add(by.mul(cy)).add(bz.mul(cz));
        h = d.abs();
        v = h.mul(.0145206f)
                .add(.4965155f)
                .mul(h)
                .add(.8543985f)
                .div(h.add(4.1616724f).mul(h).add(3.4175940f));
        alt = FloatVector.broadcast(F, .5f)
                .div(d.mul(d).neg().add(1.0000002f).abs().add(1e-7f).sqrt())
                .sub(v);
        v = alt.blend(v, d.compare(VectorOperators.GT, 0f));
        fx = fx.add(by.mul(cz).sub(bz.mul(cy)).mul(v));
        fy = fy.add(bz.mul(cx).sub(bx.mul(cz)).mul(v));
        fz = fz.add(bx.mul(cy).sub(by.mul(cx)).mul(v));
        d = cx.mul(dx).add(cy.mul(dy)).add(cz.mul(dz));
        h = d.abs();
        v = h.mul(.0145206f)
                .add(.4965155f)
                .mul(h)
                .add(.8543985f)
                .div(h.add(4.1616724f).mul(h).add(3.4175940f));
        alt = FloatVector.broadcast(F, .5f)
                .div(d.mul(d).neg().add(1.0000002f).abs().add(1e-7f).sqrt())
                .sub(v);
        v = alt.blend(v, d.compare(VectorOperators.GT, 0f));
        fx = fx.add(cy.mul(dz).sub(cz.mul(dy)).mul(v));
        fy = fy.add(cz.mul(dx).sub(cx.mul(dz)).mul(v));
        fz = fz.add(cx.mul(dy).sub(cy.mul(dx)).mul(v));
        d = dx.mul(ax).add(dy.mul(ay)).add(dz.mul(az));
        h = d.abs();
        v = h.mul(.0145206f)
                .add(.4965155f)
                .mul(h)
                .add(.8543985f)
                .div(h.add(4.1616724f).mul(h).add(3.4175940f));
        alt = FloatVector.broadcast(F, .5f)
                .div(d.mul(d).neg().add(1.0000002f).abs().add(1e-7f).sqrt())
                .sub(v);
        v = alt.blend(v, d.compare(VectorOperators.GT, 0f));
        fx = fx.add(dy.mul(az).sub(dz.mul(ay)).mul(v));
        fy = fy.add(dz.mul(ax).sub(dx.mul(az)).mul(v));
        fz = fz.add(dx.mul(ay).sub(dy.mul(ax)).mul(v));
        FloatVector nx = FloatVector.fromArray(F, in.nx(), p);
        FloatVector ny = FloatVector.fromArray(F, in.ny(), p);
        FloatVector nz = FloatVector.fromArray(F, in.nz(), p);
        FloatVector fn = fx.mul(nx).add(fy.mul(ny)).add(fz.mul(nz));
        // The signs of the corners' heights: whether any, and whether all, are below the horizon.
        IntVector height = ax.mul(nx).add(ay.mul(ny)).add(az.mul(nz)).reinterpretAsInts();
        IntVector any = height;
        IntVector all = height;
        height = bx.mul(nx).add(by.mul(ny)).add(bz.mul(nz)).reinterpretAsInts();
        any = any.or(height);
        all = all.and(height);
        height = cx.mul(nx).add(cy.mul(ny)).add(cz.mul(nz)).reinterpretAsInts();
        any = any.or(height);
        all = all.and(height);
        height = dx.mul(nx).add(dy.mul(ny)).add(dz.mul(nz)).reinterpretAsInts();
        any = any.or(height);
        all = all.and(height);
        FloatVector l2 = fx.mul(fx).add(fy.mul(fy)).add(fz.mul(fz));
        fn.div(l2.sqrt().add(1e-12f)).intoArray(to, LightKernel.TOWARD);
        FloatVector side =
                x.add(m0).mul(n0).add(y.add(m1).mul(n1)).add(z.add(m2).mul(n2));
        VectorMask<Float> shines = side.compare(VectorOperators.LT, -1e-4f)
                .and(all.compare(VectorOperators.GE, 0).cast(F));
        FloatVector.zero(F)
                .blend(fn, shines.and(fn.compare(VectorOperators.GT, 0f)))
                .intoArray(to, 144);
        return shines.and(any.compare(VectorOperators.LT, 0).cast(F)).toLong();
    }

    /// Where no edge is seen under more than a right angle: the same without the second branch of the edge formula.
    static long distant(
            float[] q, int o, float[] center, float[] normal, int o3, LightKernel.Planes in, int p, float[] to) {
        float ax0 = q[o];
        float ay0 = q[o + 1];
        float az0 = q[o + 2];
        float bx0 = q[o + 3];
        float by0 = q[o + 4];
        float bz0 = q[o + 5];
        float cx0 = q[o + 6];
        float cy0 = q[o + 7];
        float cz0 = q[o + 8];
        float dx0 = q[o + 9];
        float dy0 = q[o + 10];
        float dz0 = q[o + 11];
        float m0 = center[o3];
        float m1 = center[o3 + 1];
        float m2 = center[o3 + 2];
        float n0 = normal[o3];
        float n1 = normal[o3 + 1];
        float n2 = normal[o3 + 2];
        FloatVector one = FloatVector.broadcast(F, 1f);
        FloatVector x = FloatVector.fromArray(F, in.x(), p).neg();
        FloatVector y = FloatVector.fromArray(F, in.y(), p).neg();
        FloatVector z = FloatVector.fromArray(F, in.z(), p).neg();
        FloatVector ax = x.add(ax0);
        FloatVector ay = y.add(ay0);
        FloatVector az = z.add(az0);
        FloatVector il = one.div(ax.mul(ax).add(ay.mul(ay)).add(az.mul(az)).sqrt());
        ax = ax.mul(il);
        ay = ay.mul(il);
        az = az.mul(il);
        FloatVector bx = x.add(bx0);
        FloatVector by = y.add(by0);
        FloatVector bz = z.add(bz0);
        il = one.div(bx.mul(bx).add(by.mul(by)).add(bz.mul(bz)).sqrt());
        bx = bx.mul(il);
        by = by.mul(il);
        bz = bz.mul(il);
        FloatVector cx = x.add(cx0);
        FloatVector cy = y.add(cy0);
        FloatVector cz = z.add(cz0);
        il = one.div(cx.mul(cx).add(cy.mul(cy)).add(cz.mul(cz)).sqrt());
        cx = cx.mul(il);
        cy = cy.mul(il);
        cz = cz.mul(il);
        FloatVector dx = x.add(dx0);
        FloatVector dy = y.add(dy0);
        FloatVector dz = z.add(dz0);
        il = one.div(dx.mul(dx).add(dy.mul(dy)).add(dz.mul(dz)).sqrt());
        dx = dx.mul(il);
        dy = dy.mul(il);
        dz = dz.mul(il);
        FloatVector d = ax.mul(bx).add(ay.mul(by)).add(az.mul(bz));
        FloatVector h = d.abs();
        FloatVector v = h.mul(.0145206f)
                .add(.4965155f)
                .mul(h)
                .add(.8543985f)
                .div(h.add(4.1616724f).mul(h).add(3.4175940f));
        FloatVector fx = ay.mul(bz).sub(az.mul(by)).mul(v);
        FloatVector fy = az.mul(bx).sub(ax.mul(bz)).mul(v);
        FloatVector fz = ax.mul(by).sub(ay.mul(bx)).mul(v);
        d = bx.mul(cx).add(by.mul(cy)).add(bz.mul(cz));
        h = d.abs();
        v = h.mul(.0145206f)
                .add(.4965155f)
                .mul(h)
                .add(.8543985f)
                .div(h.add(4.1616724f).mul(h).add(3.4175940f));
        fx = fx.add(by.mul(cz).sub(bz.mul(cy)).mul(v));
        fy = fy.add(bz.mul(cx).sub(bx.mul(cz)).mul(v));
        fz = fz.add(bx.mul(cy).sub(by.mul(cx)).mul(v));
        d = cx.mul(dx).add(cy.mul(dy)).add(cz.mul(dz));
        h = d.abs();
        v = h.mul(.0145206f)
                .add(.4965155f)
                .mul(h)
                .add(.8543985f)
                .div(h.add(4.1616724f).mul(h).add(3.4175940f));
        fx = fx.add(cy.mul(dz).sub(cz.mul(dy)).mul(v));
        fy = fy.add(cz.mul(dx).sub(cx.mul(dz)).mul(v));
        fz = fz.add(cx.mul(dy).sub(cy.mul(dx)).mul(v));
        d = dx.mul(ax).add(dy.mul(ay)).add(dz.mul(az));
        h = d.abs();
        v = h.mul(.0145206f)
                .add(.4965155f)
                .mul(h)
                .add(.8543985f)
                .div(h.add(4.1616724f).mul(h).add(3.4175940f));
        fx = fx.add(dy.mul(az).sub(dz.mul(ay)).mul(v));
        fy = fy.add(dz.mul(ax).sub(dx.mul(az)).mul(v));
        fz = fz.add(dx.mul(ay).sub(dy.mul(ax)).mul(v));
        FloatVector nx = FloatVector.fromArray(F, in.nx(), p);
        FloatVector ny = FloatVector.fromArray(F, in.ny(), p);
        FloatVector nz = FloatVector.fromArray(F, in.nz(), p);
        FloatVector fn = fx.mul(nx).add(fy.mul(ny)).add(fz.mul(nz));
        // The signs of the corners' heights: whether any, and whether all, are below the horizon.
        IntVector height = ax.mul(nx).add(ay.mul(ny)).add(az.mul(nz)).reinterpretAsInts();
        IntVector any = height;
        IntVector all = height;
        height = bx.mul(nx).add(by.mul(ny)).add(bz.mul(nz)).reinterpretAsInts();
        any = any.or(height);
        all = all.and(height);
        height = cx.mul(nx).add(cy.mul(ny)).add(cz.mul(nz)).reinterpretAsInts();
        any = any.or(height);
        all = all.and(height);
        height = dx.mul(nx).add(dy.mul(ny)).add(dz.mul(nz)).reinterpretAsInts();
        any = any.or(height);
        all = all.and(height);
        FloatVector l2 = fx.mul(fx).add(fy.mul(fy)).add(fz.mul(fz));
        fn.div(l2.sqrt().add(1e-12f)).intoArray(to, LightKernel.TOWARD);
        FloatVector side =
                x.add(m0).mul(n0).add(y.add(m1).mul(n1)).add(z.add(m2).mul(n2));
        VectorMask<Float> shines = side.compare(VectorOperators.LT, -1e-4f)
                .and(all.compare(VectorOperators.GE, 0).cast(F));
        FloatVector.zero(F)
                .blend(fn, shines.and(fn.compare(VectorOperators.GT, 0f)))
                .intoArray(to, 144);
        return shines.and(any.compare(VectorOperators.LT, 0).cast(F)).toLong();
    }

    /// From at least four times its half diagonal away: the irradiance of its middle with the second
    /// derivatives across its two edges, within 0.3 % of the largest value, and where the horizon cuts it,
    /// within 0.6 %; a third of the work of [#distant].
    static void far(
            float[] center,
            float[] normal,
            float[] eu,
            float[] ev,
            int o,
            float halfU,
            float halfV,
            LightKernel.Planes in,
            int p,
            float[] to) {
        float n0 = normal[o];
        float n1 = normal[o + 1];
        float n2 = normal[o + 2];
        float u0 = eu[o];
        float u1 = eu[o + 1];
        float u2 = eu[o + 2];
        float v0 = ev[o];
        float v1 = ev[o + 1];
        float v2 = ev[o + 2];
        float area = 4 * halfU * halfV / 3.14159265f;
        float size = -4 / 6f * (halfU * halfU + halfV * halfV);
        FloatVector x = FloatVector.fromArray(F, in.x(), p).neg().add(center[o]);
        FloatVector y = FloatVector.fromArray(F, in.y(), p).neg().add(center[o + 1]);
        FloatVector z = FloatVector.fromArray(F, in.z(), p).neg().add(center[o + 2]);
        FloatVector side = x.mul(n0).add(y.mul(n1)).add(z.mul(n2));
        FloatVector id = FloatVector.broadcast(F, 1f).div(x.mul(x).add(y.mul(y)).add(z.mul(z)));
        FloatVector u = x.mul(u0).add(y.mul(u1)).add(z.mul(u2));
        FloatVector v = x.mul(v0).add(y.mul(v1)).add(z.mul(v2));
        FloatVector along =
                u.mul(u).add(v.mul(v)).mul(id).mul(4f).add(size).mul(id).add(1f);
        FloatVector k = side.mul(-area).mul(id).mul(id);
        FloatVector across = id.mul(-8 / 6f);
        u = u.mul(across);
        v = v.mul(across);
        FloatVector fx = x.mul(along).add(u.mul(u0)).add(v.mul(v0)).mul(k);
        FloatVector fy = y.mul(along).add(u.mul(u1)).add(v.mul(v1)).mul(k);
        FloatVector fz = z.mul(along).add(u.mul(u2)).add(v.mul(v2)).mul(k);
        FloatVector nx = FloatVector.fromArray(F, in.nx(), p);
        FloatVector ny = FloatVector.fromArray(F, in.ny(), p);
        FloatVector nz = FloatVector.fromArray(F, in.nz(), p);
        FloatVector fn = fx.mul(nx).add(fy.mul(ny)).add(fz.mul(nz));
        FloatVector l = fx.mul(fx).add(fy.mul(fy)).add(fz.mul(fz)).sqrt();
        fn.div(l.add(1e-12f)).intoArray(to, LightKernel.TOWARD);
        FloatVector middle = x.mul(nx).add(y.mul(ny)).add(z.mul(nz));
        FloatVector reach = nx.mul(u0)
                .add(ny.mul(u1))
                .add(nz.mul(u2))
                .abs()
                .add(nx.mul(v0).add(ny.mul(v1)).add(nz.mul(v2)).abs());
        // Where the horizon cuts it: the share that is above, at half of its height.
        FloatVector high = middle.add(reach);
        FloatVector part =
                l.mul(id.sqrt()).mul(high).mul(high).div(reach.add(1e-9f).mul(4f));
        VectorMask<Float> shines = side.compare(VectorOperators.LT, -1e-4f).and(high.compare(VectorOperators.GT, 0f));
        FloatVector.zero(F)
                .blend(fn.blend(part, middle.compare(VectorOperators.LT, reach)), shines)
                .intoArray(to, 144);
    }
}
