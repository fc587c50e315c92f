package dev.beatboard.render.emitter;

import dev.beatboard.render.bsdf.LobeFit;
import dev.beatboard.render.work.Lanes;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// Light without shadows for as many neighboring pixels as a vector holds: diffuse as [AnalyticLight], and the share of
/// a GGX lobe that an emitter covers, by the product of two one-dimensional profiles in the emitter's plane.
public final class LightKernel {

    private static final VectorSpecies<Float> F = Lanes.F;
    private static final VectorSpecies<Integer> I = Lanes.I;

    /// Planes read: position, normal, GGX alpha.
    public record Planes(
            float[] x, float[] y, float[] z, float[] nx, float[] ny, float[] nz, float[] alpha, float[] specular) {

        /// For `n` pixels.
        public static Planes of(int n) {
            float[][] p = new float[8][n];
            return new Planes(p[0], p[1], p[2], p[3], p[4], p[5], p[6], p[7]);
        }
    }

    /// Planes written for one channel: diffuse and glossy light by color, the sum of weights, and the chosen light.
    public record Channel(
            float[] dr, float[] dg, float[] db, float[] gr, float[] gg, float[] gb, float[] weight, int[] pick) {

        /// For `n` pixels.
        public static Channel of(int n) {
            float[][] p = new float[7][n];
            return new Channel(p[0], p[1], p[2], p[3], p[4], p[5], p[6], new int[n]);
        }
    }

    /// One worker's scratch: mirror direction, lobe width and the plane of incidence of the pixels at hand; then the
    /// light at hand.
    public static final class Scratch {
        final float[] v = new float[26 * 16];
        /// Whether all lobes at hand are so wide that they see a rectangle as the diffuse lobe does.
        boolean dull;
        /// Whether any is of metal, whose lobe's tails count.
        boolean metal;
        /// Whether the reflectance of even light is known.
        boolean even;
        /// One random number per pixel and channel, used up as lights are chosen.
        public final float[] chance = new float[16 * Lights.CHANNELS];

        /// Sets the reflectances of pixel `i`'s coat.
        public void coat(int i, float f0, float f90) {
            v[F0 + i] = f0;
            v[F90 + i] = f90;
        }
    }

    /// By this share of its width a lobe sees a rectangle as the diffuse lobe does.
    private static final float WIDE = 0.8f;

    /// Stands for the reflectance of metals.
    private static final float METAL = 0.7f;
    /// Gloss fades where the cosine to a light is less than one over this.
    private static final float LOW = 5;
    /// A lobe begins to see a rectangle as a small light where its squared width is this part of the squared angle
    /// between the rectangle's middle and its corners; at all of that it sees it so.
    private static final float BROAD = 0.3f;

    private static final int ONE = Float.floatToRawIntBits(1);
    /// Where the reflectance of even light lies in the scratch, and what it is made of.
    private static final int EVEN = 192;

    private static final int NORMAL = 208;
    private static final int GRAZING = 224;
    private static final int ROUGHNESS = 240;
    private static final int COSINE = 192;
    /// Where the parts of a lobe's tail lie in it.
    private static final int MISSED = 208;

    private static final int NEAR = 224;
    private static final int DIFFUSE = 240;
    /// The reflectances of the coats at hand, and how much of a light they let in, by its cosine.
    private static final int F0 = 256;

    private static final int F90 = 272;
    private static final int ENTERING = 288;
    /// The cosine to the light at hand.
    static final int TOWARD = 368;
    private static final int ANGLE = 384;
    private static final int PLAIN = 400;

    private LightKernel() {}

    /// Prepares the mirror directions of the pixels at `p`, seen from the lens at (cx, cy, cz).
    public static void prepare(Planes in, int p, float cx, float cy, float cz, Scratch s) {
        FloatVector nx = FloatVector.fromArray(F, in.nx, p);
        FloatVector ny = FloatVector.fromArray(F, in.ny, p);
        FloatVector nz = FloatVector.fromArray(F, in.nz, p);
        FloatVector vx = FloatVector.fromArray(F, in.x, p).sub(cx);
        FloatVector vy = FloatVector.fromArray(F, in.y, p).sub(cy);
        FloatVector vz = FloatVector.fromArray(F, in.z, p).sub(cz);
        FloatVector il = FloatVector.broadcast(F, 1f)
                .div(vx.mul(vx).add(vy.mul(vy)).add(vz.mul(vz)).sqrt());
        vx = vx.mul(il);
        vy = vy.mul(il);
        vz = vz.mul(il);
        FloatVector k = vx.mul(nx).add(vy.mul(ny)).add(vz.mul(nz)).mul(-2f);
        vx.add(nx.mul(k)).intoArray(s.v, 0);
        vy.add(ny.mul(k)).intoArray(s.v, 16);
        vz.add(nz.mul(k)).intoArray(s.v, 32);
        FloatVector al = FloatVector.fromArray(F, in.alpha, p).mul(2f).add(.004f);
        al.intoArray(s.v, 48);
        s.dull = al.mul(WIDE).compare(VectorOperators.GE, 1f).allTrue();
        FloatVector nv = k.mul(.5f);
        nv.mul(nv).intoArray(s.v, 64);
        FloatVector qx = ny.mul(vz).sub(nz.mul(vy));
        FloatVector qy = nz.mul(vx).sub(nx.mul(vz));
        FloatVector qz = nx.mul(vy).sub(ny.mul(vx));
        qx.intoArray(s.v, 80);
        qy.intoArray(s.v, 96);
        qz.intoArray(s.v, 112);
        FloatVector.broadcast(F, 1f)
                .div(qx.mul(qx).add(qy.mul(qy)).add(qz.mul(qz)).add(1e-6f))
                .intoArray(s.v, 128);
        FloatVector.fromArray(F, in.alpha, p).sqrt().intoArray(s.v, ROUGHNESS);
        LobeFit.entering(s.v, ROUGHNESS, F0, F90, ENTERING);
        s.even = false;
        s.metal = FloatVector.fromArray(F, in.specular, p)
                .compare(VectorOperators.LT, 0f)
                .anyTrue();
    }

    /// Adds light `i` at the pixels from `p`.
    ///
    /// @param away how far a rectangle is known to be from all of them, in half diagonals, squared
    public static void add(Lights l, int i, float away, Planes in, int p, Scratch s, Channel out) {
        if (!s.even) {
            even(in, p, s.v);
            s.even = true;
        }
        switch (l.type[i]) {
            case Lights.RECTANGLE -> {
                long cut = 0;
                if (away > AnalyticLight.FAR) {
                    RectangleKernel.far(l.center, l.normal, l.u, l.v, 3 * i, l.halfU[i], l.halfV[i], in, p, s.v);
                } else if (away > 5) {
                    cut = RectangleKernel.distant(l.corners, 12 * i, l.center, l.normal, 3 * i, in, p, s.v);
                } else {
                    cut = RectangleKernel.anywhere(l.corners, 12 * i, l.center, l.normal, 3 * i, in, p, s.v);
                }
                if (cut != 0) {
                    above(l, i, in, p, cut, s.v);
                }
                if (s.dull) {
                    System.arraycopy(s.v, 144, s.v, 160, Lanes.COUNT);
                } else {
                    rectangleGloss(l.center, l.normal, l.u, l.v, 3 * i, l.halfU[i], l.halfV[i], in, p, s.v);
                    tail(l.center, 3 * i, l.halfU[i] * l.halfU[i] + l.halfV[i] * l.halfV[i], in, p, s);
                }
            }
            case Lights.BULB ->
                bulb(l.center[3 * i], l.center[3 * i + 1], l.center[3 * i + 2], l.radius[i], in, p, s.v);
            default -> sun(l.center[3 * i], l.center[3 * i + 1], l.center[3 * i + 2], l.radius[i], in, p, s.v);
        }
        accumulate(l.color[3 * i], l.color[3 * i + 1], l.color[3 * i + 2], i, l.channel[i], p, s, out);
    }

    /// The lanes of `cut`, for which the horizon cuts rectangle `i`.
    private static void above(Lights l, int i, Planes in, int p, long cut, float[] s) {
        for (long m = cut; m != 0; m &= m - 1) {
            int k = Long.numberOfTrailingZeros(m);
            int q = p + k;
            s[144 + k] = AnalyticLight.diffuse(l, i, in.x[q], in.y[q], in.z[q], in.nx[q], in.ny[q], in.nz[q]);
        }
    }

    private static void accumulate(float r, float g, float b, int i, int channel, int p, Scratch s, Channel out) {
        FloatVector d = FloatVector.fromArray(F, s.v, 144).mul(LobeFit.entering(s.v, ENTERING, TOWARD));
        // Low over a surface a light has no shadow rays: its gloss fades, or it would draw a line along dark edges.
        FloatVector low = FloatVector.fromArray(F, s.v, TOWARD)
                .mul(LOW)
                .reinterpretAsInts()
                .max(0)
                .min(ONE)
                .reinterpretAsFloats();
        FloatVector c = FloatVector.fromArray(F, s.v, 160).mul(low);
        FloatVector.fromArray(F, out.dr, p).add(d.mul(r)).intoArray(out.dr, p);
        FloatVector.fromArray(F, out.dg, p).add(d.mul(g)).intoArray(out.dg, p);
        FloatVector.fromArray(F, out.db, p).add(d.mul(b)).intoArray(out.db, p);
        FloatVector.fromArray(F, out.gr, p).add(c.mul(r)).intoArray(out.gr, p);
        FloatVector.fromArray(F, out.gg, p).add(c.mul(g)).intoArray(out.gg, p);
        FloatVector.fromArray(F, out.gb, p).add(c.mul(b)).intoArray(out.gb, p);
        float lum = 0.2126f * r + 0.7152f * g + 0.0722f * b;
        FloatVector w = d.add(c.mul(.1f)).mul(lum);
        FloatVector sum = FloatVector.fromArray(F, out.weight, p).add(w);
        sum.intoArray(out.weight, p);
        // Weighted reservoir: each light is kept with its share of what has come so far, and the rest of the random
        // number serves for the next.
        FloatVector share = w.div(sum.add(1e-20f));
        FloatVector u = FloatVector.fromArray(F, s.chance, 16 * channel);
        VectorMask<Float> take = u.compare(VectorOperators.LT, share);
        FloatVector part = share.neg().add(1f + 1e-7f).blend(share.add(1e-20f), take);
        u.sub(share).blend(u, take).div(part).intoArray(s.chance, 16 * channel);
        IntVector.fromArray(I, out.pick, p)
                .blend(IntVector.broadcast(I, i), take.cast(I))
                .intoArray(out.pick, p);
    }

    /// The lobe around the mirror direction is cut by the emitter's plane; its width there is twice alpha times the
    /// distance, narrowed across the plane of incidence and stretched by the slant of the emitter.
    private static void rectangleGloss(
            float[] center,
            float[] normal,
            float[] eu,
            float[] ev,
            int o,
            float halfU,
            float halfV,
            Planes in,
            int p,
            float[] s) {
        float m0 = center[o];
        float m1 = center[o + 1];
        float m2 = center[o + 2];
        float n0 = normal[o];
        float n1 = normal[o + 1];
        float n2 = normal[o + 2];
        float u0 = eu[o] / halfU;
        float u1 = eu[o + 1] / halfU;
        float u2 = eu[o + 2] / halfU;
        float v0 = ev[o] / halfV;
        float v1 = ev[o + 1] / halfV;
        float v2 = ev[o + 2] / halfV;
        FloatVector one = FloatVector.broadcast(F, 1f);
        FloatVector rx = FloatVector.fromArray(F, s, 0);
        FloatVector ry = FloatVector.fromArray(F, s, 16);
        FloatVector rz = FloatVector.fromArray(F, s, 32);
        FloatVector al = FloatVector.fromArray(F, s, 48);
        FloatVector nv2 = FloatVector.fromArray(F, s, 64);
        FloatVector qx = FloatVector.fromArray(F, s, 80);
        FloatVector qy = FloatVector.fromArray(F, s, 96);
        FloatVector qz = FloatVector.fromArray(F, s, 112);
        FloatVector iq = FloatVector.fromArray(F, s, 128);
        FloatVector ex = FloatVector.fromArray(F, in.x, p).neg().add(m0);
        FloatVector ey = FloatVector.fromArray(F, in.y, p).neg().add(m1);
        FloatVector ez = FloatVector.fromArray(F, in.z, p).neg().add(m2);
        FloatVector dn = rx.mul(n0).add(ry.mul(n1)).add(rz.mul(n2));
        FloatVector idn = one.div(dn.sub(1e-3f));
        FloatVector t = ex.mul(n0).add(ey.mul(n1)).add(ez.mul(n2)).mul(idn);
        FloatVector hx = rx.mul(t).sub(ex);
        FloatVector hy = ry.mul(t).sub(ey);
        FloatVector hz = rz.mul(t).sub(ez);
        FloatVector u = hx.mul(u0).add(hy.mul(u1)).add(hz.mul(u2));
        FloatVector v = hx.mul(v0).add(hy.mul(v1)).add(hz.mul(v2));
        FloatVector da = qx.mul(u0).add(qy.mul(u1)).add(qz.mul(u2));
        FloatVector db = qx.mul(v0).add(qy.mul(v1)).add(qz.mul(v2));
        da = da.mul(da).mul(iq);
        db = db.mul(db).mul(iq);
        FloatVector id2 = idn.mul(idn);
        FloatVector at = al.mul(t);
        at = at.mul(at);
        // The squared widths along the two edges.
        FloatVector wu = at.mul(da.mul(nv2).add(one.sub(da).mul(id2))).add(1e-12f);
        FloatVector wv = at.mul(db.mul(nv2).add(one.sub(db).mul(id2))).add(1e-12f);
        // x / sqrt(x^2 + width^2) at the four edges, over one denominator: divisions are dear.
        FloatVector a = u.neg().add(halfU);
        FloatVector b = u.add(halfU);
        FloatVector c = v.neg().add(halfV);
        FloatVector d = v.add(halfV);
        FloatVector la = a.mul(a).add(wu).sqrt();
        FloatVector lb = b.mul(b).add(wu).sqrt();
        FloatVector lc = c.mul(c).add(wv).sqrt();
        FloatVector ld = d.mul(d).add(wv).sqrt();
        FloatVector cover = a.mul(lb)
                .add(b.mul(la))
                .mul(c.mul(ld).add(d.mul(lc)))
                .mul(.25f)
                .div(la.mul(lb).mul(lc.mul(ld)));
        cover = FloatVector.zero(F)
                .blend(cover, dn.compare(VectorOperators.LT, -1e-3f).and(t.compare(VectorOperators.GT, 0f)));
        // A wide lobe sees the emitter as the diffuse one does.
        FloatVector wide = al.mul(WIDE);
        wide = one.blend(wide, wide.compare(VectorOperators.LT, 1f));
        cover.mul(one.sub(wide)).add(FloatVector.fromArray(F, s, 144).mul(wide)).intoArray(s, 160);
        // How many of its widths the lobe misses the emitter by.
        FloatVector offU = u.abs().sub(halfU).reinterpretAsInts().max(0).reinterpretAsFloats();
        FloatVector offV = v.abs().sub(halfV).reinterpretAsInts().max(0).reinterpretAsFloats();
        offU = offU.mul(offU).div(wu);
        offV = offV.mul(offV).div(wv);
        offU.max(offV).intoArray(s, MISSED);
    }

    /// Where a lobe is wide beside a rectangle, and where that of metal misses it, the rectangle counts as a small
    /// light.
    private static void tail(float[] center, int o, float size, Planes in, int p, Scratch scratch) {
        float[] s = scratch.v;
        FloatVector dx = FloatVector.fromArray(F, in.x, p).neg().add(center[o]);
        FloatVector dy = FloatVector.fromArray(F, in.y, p).neg().add(center[o + 1]);
        FloatVector dz = FloatVector.fromArray(F, in.z, p).neg().add(center[o + 2]);
        FloatVector id2 = FloatVector.broadcast(F, 1f)
                .div(dx.mul(dx).add(dy.mul(dy)).add(dz.mul(dz)).add(1e-9f));
        FloatVector id = id2.sqrt();
        FloatVector.fromArray(F, s, 0)
                .mul(dx)
                .add(FloatVector.fromArray(F, s, 16).mul(dy))
                .add(FloatVector.fromArray(F, s, 32).mul(dz))
                .mul(id)
                .intoArray(s, 176);
        FloatVector.fromArray(F, s, 160).intoArray(s, NEAR);
        FloatVector.fromArray(F, s, 144).intoArray(s, DIFFUSE);
        FloatVector nl = dx.mul(FloatVector.fromArray(F, in.nx, p))
                .add(dy.mul(FloatVector.fromArray(F, in.ny, p)))
                .add(dz.mul(FloatVector.fromArray(F, in.nz, p)))
                .mul(id);
        nl.blend(0.02f, nl.compare(VectorOperators.LT, 0.02f)).intoArray(s, 144);
        FloatVector angle = id2.mul(size);
        angle.intoArray(s, ANGLE);
        halfway(in, p, FloatVector.zero(F), s);
        if (scratch.metal) {
            FloatVector.fromArray(F, s, 160).intoArray(s, PLAIN);
        }
        reflectance(in, p, s);
        far(in, p, s, scratch.metal);
    }

    private static void far(Planes in, int p, float[] s, boolean metal) {
        FloatVector al = FloatVector.fromArray(F, s, 48);
        FloatVector share =
                al.mul(al).div(FloatVector.fromArray(F, s, ANGLE)).sub(BROAD).mul(1 / (1 - BROAD));
        FloatVector gloss = FloatVector.fromArray(F, s, 160);
        if (metal) {
            FloatVector missed = FloatVector.fromArray(F, s, MISSED);
            VectorMask<Float> is = FloatVector.fromArray(F, in.specular, p).compare(VectorOperators.LT, 0f);
            share = share.blend(missed.sub(4f).mul(1 / 32f), is);
            gloss = gloss.blend(FloatVector.fromArray(F, s, PLAIN), is);
        }
        // Dull ones see it as the diffuse lobe does, whatever lies beside them in the vector.
        share = share.blend(
                0f, share.compare(VectorOperators.LT, 0f).or(al.mul(WIDE).compare(VectorOperators.GE, 1f)));
        share = share.blend(1f, share.compare(VectorOperators.GT, 1f));
        FloatVector near = FloatVector.fromArray(F, s, NEAR);
        FloatVector diffuse = FloatVector.fromArray(F, s, DIFFUSE);
        // Per light from straight ahead, of which the diffuse light is the part that the surface faces.
        FloatVector nl = FloatVector.fromArray(F, s, 144).add(1e-3f);
        gloss.mul(diffuse).div(nl).sub(near).mul(share).add(near).intoArray(s, 160);
        diffuse.intoArray(s, 144);
    }

    private static void bulb(float lx, float ly, float lz, float radius, Planes in, int p, float[] s) {
        float r2 = radius * radius;
        FloatVector dx = FloatVector.fromArray(F, in.x, p).neg().add(lx);
        FloatVector dy = FloatVector.fromArray(F, in.y, p).neg().add(ly);
        FloatVector dz = FloatVector.fromArray(F, in.z, p).neg().add(lz);
        FloatVector d2 = dx.mul(dx).add(dy.mul(dy)).add(dz.mul(dz));
        d2 = FloatVector.broadcast(F, r2).blend(d2, d2.compare(VectorOperators.GT, r2));
        FloatVector id = FloatVector.broadcast(F, 1f).div(d2.sqrt());
        FloatVector cos = dx.mul(FloatVector.fromArray(F, in.nx, p))
                .add(dy.mul(FloatVector.fromArray(F, in.ny, p)))
                .add(dz.mul(FloatVector.fromArray(F, in.nz, p)))
                .mul(id);
        FloatVector sin = id.mul(radius);
        FloatVector s2 = sin.mul(sin);
        FloatVector wrap = cos.add(sin);
        wrap = wrap.mul(wrap).div(sin.mul(4f));
        FloatVector c = wrap.blend(cos, cos.compare(VectorOperators.GT, sin));
        c = FloatVector.zero(F).blend(c, cos.add(sin).compare(VectorOperators.GT, 0f));
        c.intoArray(s, 144);
        c.intoArray(s, TOWARD);
        FloatVector rx = FloatVector.fromArray(F, s, 0);
        FloatVector ry = FloatVector.fromArray(F, s, 16);
        FloatVector rz = FloatVector.fromArray(F, s, 32);
        FloatVector toward = rx.mul(dx).add(ry.mul(dy)).add(rz.mul(dz)).mul(id);
        toward.intoArray(s, 176);
        halfway(in, p, s2.mul(0.25f), s);
        reflectance(in, p, s);
        FloatVector.fromArray(F, s, 160).mul(s2).intoArray(s, 160);
        FloatVector.fromArray(F, s, 144).mul(s2).intoArray(s, 144);
    }

    private static void sun(float lx, float ly, float lz, float tangent, Planes in, int p, float[] s) {
        FloatVector cos = FloatVector.fromArray(F, in.nx, p)
                .mul(lx)
                .add(FloatVector.fromArray(F, in.ny, p).mul(ly))
                .add(FloatVector.fromArray(F, in.nz, p).mul(lz));
        FloatVector c = FloatVector.zero(F).blend(cos, cos.compare(VectorOperators.GT, 0f));
        c.intoArray(s, 144);
        c.intoArray(s, TOWARD);
        FloatVector toward = FloatVector.fromArray(F, s, 0)
                .mul(lx)
                .add(FloatVector.fromArray(F, s, 16).mul(ly))
                .add(FloatVector.fromArray(F, s, 32).mul(lz));
        // The irradiance over pi is the radiance times the squared sine of the disk.
        float s2 = tangent * tangent;
        toward.intoArray(s, 176);
        halfway(in, p, FloatVector.broadcast(F, 0.25f * s2), s);
        reflectance(in, p, s);
    }

    /// What a small light adds to the gloss: GGX with Smith's masking (Heitz 2014), times pi over
    /// the light's irradiance, to `s[160 ..]`. Takes the cosine to the light at 144 and that
    /// between light and mirror direction at 176, and leaves there the cosine between light and
    /// half vector.
    private static void halfway(Planes in, int p, FloatVector wide, float[] s) {
        FloatVector nv = FloatVector.fromArray(F, s, 64).sqrt().add(1e-3f);
        FloatVector nl = FloatVector.fromArray(F, s, 144);
        FloatVector hh =
                nv.mul(nl).mul(2f).sub(FloatVector.fromArray(F, s, 176)).add(1f).mul(2f);
        hh = hh.blend(1e-3f, hh.compare(VectorOperators.LT, 1e-3f)).sqrt();
        FloatVector nh = nl.add(nv).div(hh);
        FloatVector al = FloatVector.fromArray(F, s, 48).mul(0.5f);
        FloatVector a2 = al.mul(al).add(wide);
        FloatVector nh2 = nh.mul(nh);
        nh2 = nh2.blend(1f, nh2.compare(VectorOperators.GT, 1f));
        FloatVector den = nh2.mul(a2).add(nh2.neg().add(1f));
        FloatVector rest = a2.neg().add(1f);
        FloatVector masked = nl.mul(nv.mul(nv).mul(rest).add(a2).sqrt())
                .add(nv.mul(nl.mul(nl).mul(rest).add(a2).sqrt()))
                .add(1e-6f);
        a2.mul(nl).mul(0.5f).div(den.mul(den).mul(masked)).intoArray(s, 160);
        hh.mul(0.5f).intoArray(s, 176);
    }

    /// What the surface reflects of even light.
    private static void even(Planes in, int p, float[] s) {
        FloatVector.fromArray(F, in.alpha, p).sqrt().intoArray(s, ROUGHNESS);
        FloatVector nv = FloatVector.fromArray(F, s, 64).sqrt();
        nv.blend(1f, nv.compare(VectorOperators.GT, 1f)).intoArray(s, COSINE);
        LobeFit.at(s, ROUGHNESS, COSINE, NORMAL, GRAZING);
        FloatVector f0 = FloatVector.fromArray(F, in.specular, p);
        VectorMask<Float> metal = f0.compare(VectorOperators.LT, 0f);
        FloatVector.fromArray(F, s, F0)
                .blend(METAL, metal)
                .mul(FloatVector.fromArray(F, s, NORMAL))
                .add(FloatVector.fromArray(F, s, F90).blend(1f, metal).mul(FloatVector.fromArray(F, s, GRAZING)))
                .add(1e-4f)
                .intoArray(s, EVEN);
    }

    /// Gloss is multiplied by what the surface reflects of even light from everywhere; a small
    /// light's is by its own angle (Schlick 1994): their ratio.
    private static void reflectance(Planes in, int p, float[] s) {
        FloatVector f0 = FloatVector.fromArray(F, in.specular, p);
        VectorMask<Float> metal = f0.compare(VectorOperators.LT, 0f);
        f0 = FloatVector.fromArray(F, s, F0).blend(METAL, metal);
        FloatVector f90 = FloatVector.fromArray(F, s, F90).blend(1f, metal);
        FloatVector m = FloatVector.fromArray(F, s, 176).neg().add(1f);
        m = m.blend(0f, m.compare(VectorOperators.LT, 0f));
        FloatVector m2 = m.mul(m);
        FloatVector own = f90.sub(f0).mul(m2.mul(m2).mul(m)).add(f0);
        FloatVector even = FloatVector.fromArray(F, s, EVEN);
        FloatVector.fromArray(F, s, 160).mul(own).div(even).intoArray(s, 160);
    }
}
