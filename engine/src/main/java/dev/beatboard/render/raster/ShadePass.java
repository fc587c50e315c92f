package dev.beatboard.render.raster;

import dev.beatboard.render.bsdf.LobeFit;
import dev.beatboard.render.bsdf.StrandLobes;
import dev.beatboard.render.emitter.Lights;
import dev.beatboard.render.mesh.Finish;
import dev.beatboard.render.mesh.Lens;
import dev.beatboard.render.sky.SkyLight;
import dev.beatboard.render.texture.Grain;
import dev.beatboard.render.work.Lanes;
import dev.beatboard.scene.Material;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// Puts light and surface together, row by row: first the light that arrives and the glossy part,
/// then, after skin has been softened, the color that leaves.
final class ShadePass {

    private static final byte EYE = (byte) Material.Kind.EYE.ordinal();
    private static final byte SKIN = (byte) Material.Kind.SKIN.ordinal();
    private static final byte MIRROR = (byte) Material.Kind.MIRROR.ordinal();
    private static final byte HAIR = (byte) Material.Kind.HAIR.ordinal();
    private static final byte MOUTH = (byte) Material.Kind.MOUTH.ordinal();

    private static final VectorSpecies<Float> F = Lanes.F;
    /// Numbers that are never negative are compared as integers, which is quicker.
    private static final int ONE = Float.floatToRawIntBits(1);

    private static final int LEAST = Float.floatToRawIntBits(0.01f);
    /// Gloss fades where the diffuse light is less than one part in so many of the brightest
    /// lamp's: it is all but behind the horizon there, and what little is left would draw a line
    /// around every dark edge.
    private static final float LIT = 40;

    /// Skin is rough on a scale that the normals do not show: at its edges it reflects less than a
    /// smooth lobe would.
    static final float SKIN_GRAZE = 0.45f;
    /// What the mouth's hollow leaves of its gloss.
    static final float MOUTH_GLOSS = 0.3f;

    /// Where skin looks away from the lens by a cosine of less than one over this, it loses the
    /// rest of its gloss: such normals are those of folds, at lids, lips and nostrils, where
    /// nothing is mirrored but more skin.
    private static final float FOLD = 3.2f;

    private static final int MOST_MIRRORED = Float.floatToRawIntBits(0.9f);
    /// Where vectors lie in the scratch.
    private static final int NORMAL = Lanes.MOST;

    private static final int GRAZING = 2 * Lanes.MOST;
    private static final int LOST = 3 * Lanes.MOST;
    private static final int MEAN = 4 * Lanes.MOST;
    private static final int ROUGHNESS = 5 * Lanes.MOST;

    /// How much later it fades where rays have met the lamps.
    private static final float BARED = 6;

    /// Luminance that counts for nothing.
    private static final float MET = 1e-6f;

    private final Canvas c;
    private final Lights lights;
    private final Finish finish;
    private final Lens lens;
    private final SkyLight sky;
    /// Channels of other lights than the sun.
    private final int emitters;
    /// The share of light that enters the surface; a plane of the shadow filter is free for it by
    /// now.
    private final float[] keep;
    /// How much of the bounced light is mirrored; another such plane.
    private final float[] echo;
    /// How much of what a surface reflects at grazing angles is left; another.
    private final float[] graze;

    ShadePass(Canvas c, Lights lights, Finish finish, Lens lens, SkyLight sky) {
        this.c = c;
        this.lights = lights;
        this.finish = finish;
        this.lens = lens;
        this.sky = sky;
        emitters = lights.emitterChannels();
        keep = c.visibleSwap[0];
        echo = c.visibleSwap[1];
        graze = c.visibleSwap[2];
    }

    /// Gathers the light of row `y`; `out` is scratch for three numbers. Sixteen pixels of surfaces
    /// without a way of their own are done together.
    void light(int y, float[] out) {
        float[] s = new float[6 * Lanes.MOST];
        for (int x = 0; x < c.width; x += Lanes.MOST) {
            int p = c.at(x, y);
            if (common(p)) {
                for (int i = 0; i < Lanes.MOST; i += Lanes.COUNT) {
                    together(p + i, s);
                }
            } else {
                for (int i = 0; i < Math.min(Lanes.MOST, c.width - x); i++) {
                    alone(x + i, y, p + i, out);
                }
            }
        }
    }

    private boolean common(int p) {
        for (int q = p; q < p + Lanes.MOST; q++) {
            byte kind = c.kind[q];
            if (kind < 0 || kind == EYE || kind == HAIR || kind == MOUTH || kind == MIRROR) {
                return false;
            }
            echo[q] = kind == SKIN ? 0.6f : 0.9f;
            graze[q] = c.specular[q] == 0 ? 0 : kind == SKIN ? SKIN_GRAZE : 1;
        }
        return true;
    }

    /// In kernels so small that no vector has to outlive one: see
    /// [dev.beatboard.render.filter.Smoother].
    private void together(int p, float[] s) {
        Canvas c = this.c;
        System.arraycopy(c.ambient[0], p, c.lightR, p, Lanes.COUNT);
        System.arraycopy(c.ambient[1], p, c.lightG, p, Lanes.COUNT);
        System.arraycopy(c.ambient[2], p, c.lightB, p, Lanes.COUNT);
        mirrored(c.shineR, c.ambient[0], c.mirror[0], p);
        mirrored(c.shineG, c.ambient[1], c.mirror[1], p);
        mirrored(c.shineB, c.ambient[2], c.mirror[2], p);
        int told = met(p) ? emitters : 0;
        Arrays.fill(s, Lanes.MOST, 2 * Lanes.MOST, MET);
        for (int k = 0; k < told; k++) {
            sum(c.gloss[3 * k + 1], p, s);
        }
        for (int k = 0; k < lights.channels; k++) {
            float[] v = c.visible[k];
            lit(c.lightR, v, c.diffuse[3 * k], p);
            lit(c.lightG, v, c.diffuse[3 * k + 1], p);
            lit(c.lightB, v, c.diffuse[3 * k + 2], p);
            float scale = LIT / Math.max(1e-9f, lights.brightest[k]);
            glossed(v, c.diffuse[3 * k + 1], c.specular, c.ambient[3], scale, p, s);
            if (k < told) {
                bared(c.diffuse[3 * k + 1], BARED * scale, p, s);
            }
            shiny(c.shineR, c.gloss[3 * k], s, p);
            shiny(c.shineG, c.gloss[3 * k + 1], s, p);
            shiny(c.shineB, c.gloss[3 * k + 2], s, p);
        }
        facing(p, s);
        reflectance(p, s);
        reflected(c.shineR, c.red, s, p);
        reflected(c.shineG, c.green, s, p);
        reflected(c.shineB, c.blue, s, p);
    }

    private static FloatVector shown(float[] open, int p) {
        return FloatVector.fromArray(F, open, p)
                .mul(1.25f)
                .reinterpretAsInts()
                .min(ONE)
                .reinterpretAsFloats();
    }

    /// What a surface mirrors: what its ray saw, or the light about it.
    private void mirrored(float[] shine, float[] about, float[] seen, int p) {
        FloatVector around = FloatVector.fromArray(F, about, p)
                .mul(FloatVector.fromArray(F, echo, p))
                .mul(shown(c.ambient[3], p));
        FloatVector.fromArray(F, seen, p)
                .sub(around)
                .mul(FloatVector.fromArray(F, c.mirror[3], p))
                .add(around)
                .intoArray(shine, p);
    }

    private static void lit(float[] light, float[] visible, float[] diffuse, int p) {
        FloatVector.fromArray(F, light, p)
                .add(FloatVector.fromArray(F, visible, p).mul(FloatVector.fromArray(F, diffuse, p)))
                .intoArray(light, p);
    }

    /// How much of a channel's gloss shows. Where no diffuse light comes no shadow ray went either:
    /// it fades with it.
    private static void glossed(
            float[] visible, float[] diffuse, float[] spec, float[] open, float scale, int p, float[] s) {
        FloatVector.fromArray(F, diffuse, p)
                .mul(scale)
                .blend(1f, FloatVector.fromArray(F, spec, p).compare(VectorOperators.GE, 0f))
                .reinterpretAsInts()
                .min(ONE)
                .reinterpretAsFloats()
                .mul(FloatVector.fromArray(F, visible, p).mul(shown(open, p)))
                .intoArray(s, 0);
    }

    /// Whether a ray met an emitter at any of the pixels; in a draft none does.
    private boolean met(int p) {
        for (int q = p; q < p + Lanes.COUNT; q++) {
            if (c.met[q] > 0) {
                return true;
            }
        }
        return false;
    }

    private static void sum(float[] gloss, int p, float[] s) {
        FloatVector.fromArray(F, s, Lanes.MOST)
                .add(FloatVector.fromArray(F, gloss, p))
                .intoArray(s, Lanes.MOST);
    }

    /// Where the rays of a shiny surface met emitters they say best how much of these shows: the
    /// more so the more of the gloss they account for.
    private void bared(float[] diffuse, float scale, int p, float[] s) {
        FloatVector all = FloatVector.fromArray(F, c.met, p);
        FloatVector lit = FloatVector.fromArray(F, diffuse, p)
                .mul(scale)
                .blend(1f, FloatVector.fromArray(F, c.specular, p).compare(VectorOperators.GE, 0f))
                .reinterpretAsInts()
                .min(ONE)
                .reinterpretAsFloats();
        FloatVector told = all.mul(2f)
                .div(FloatVector.fromArray(F, s, Lanes.MOST))
                .reinterpretAsInts()
                .min(ONE)
                .reinterpretAsFloats();
        FloatVector by = FloatVector.fromArray(F, s, 0);
        FloatVector.fromArray(F, c.bared, p)
                .div(all.add(MET))
                .mul(lit)
                .sub(by)
                .mul(told)
                .add(by)
                .intoArray(s, 0);
    }

    private static void shiny(float[] shine, float[] gloss, float[] s, int p) {
        FloatVector.fromArray(F, shine, p)
                .add(FloatVector.fromArray(F, s, 0).mul(FloatVector.fromArray(F, gloss, p)))
                .intoArray(shine, p);
    }

    /// The cosine between normal and view, to `s[0 ..]`.
    private void facing(int p, float[] s) {
        FloatVector vx = FloatVector.fromArray(F, c.x, p).neg().add(lens.ox());
        FloatVector vy = FloatVector.fromArray(F, c.y, p).neg().add(lens.oy());
        FloatVector vz = FloatVector.fromArray(F, c.z, p).neg().add(lens.oz());
        vx.mul(FloatVector.fromArray(F, c.nx, p))
                .add(vy.mul(FloatVector.fromArray(F, c.ny, p)))
                .add(vz.mul(FloatVector.fromArray(F, c.nz, p)))
                .div(vx.mul(vx).add(vy.mul(vy)).add(vz.mul(vz)).sqrt())
                .reinterpretAsInts()
                .max(LEAST)
                .min(ONE)
                .reinterpretAsFloats()
                .intoArray(s, 0);
    }

    /// As [#reflectance(int, byte, float[])], to vectors of `s`: the reflectance of what is no metal, then the shares
    /// at normal and grazing incidence, and for metal what bounces between microfacets and the mean of it.
    private void reflectance(int p, float[] s) {
        FloatVector.fromArray(F, c.alpha, p).sqrt().intoArray(s, ROUGHNESS);
        LobeFit.at(s, ROUGHNESS, 0, NORMAL, GRAZING);
        FloatVector nv = FloatVector.fromArray(F, s, 0);
        FloatVector fold = nv.mul(FOLD)
                .reinterpretAsInts()
                .min(ONE)
                .reinterpretAsFloats()
                .max(FloatVector.fromArray(F, graze, p).sub(SKIN_GRAZE).mul(1 / (1 - SKIN_GRAZE)));
        FloatVector plain = FloatVector.fromArray(F, c.specular, p)
                .mul(FloatVector.fromArray(F, s, NORMAL))
                .add(FloatVector.fromArray(F, s, GRAZING).mul(FloatVector.fromArray(F, graze, p)))
                .mul(fold);
        FloatVector.broadcast(F, 1f)
                .sub(plain.reinterpretAsInts().min(MOST_MIRRORED).reinterpretAsFloats())
                .intoArray(keep, p);
        plain.intoArray(s, 0);
        LobeFit.lost(s, ROUGHNESS, NORMAL, GRAZING, LOST, MEAN);
    }

    private void reflected(float[] shine, float[] color, float[] s, int p) {
        VectorMask<Float> metal = FloatVector.fromArray(F, c.specular, p).compare(VectorOperators.LT, 0f);
        FloatVector plain = FloatVector.fromArray(F, s, 0);
        if (metal.anyTrue()) {
            FloatVector own = FloatVector.fromArray(F, color, p);
            FloatVector tinted = own.mul(FloatVector.fromArray(F, s, NORMAL))
                    .add(FloatVector.fromArray(F, s, GRAZING))
                    .add(LobeFit.again(own, FloatVector.fromArray(F, s, MEAN)).mul(FloatVector.fromArray(F, s, LOST)));
            plain = plain.blend(tinted, metal);
        }
        plain.mul(FloatVector.fromArray(F, shine, p)).intoArray(shine, p);
    }

    private void alone(int x, int y, int p, float[] out) {
        byte kind = c.kind[p];
        if (kind < 0) {
            beyond(x, y, p, kind, out);
            return;
        }
        float er = gathered(c.ambient[0], c.red, p);
        float eg = gathered(c.ambient[1], c.green, p);
        float eb = gathered(c.ambient[2], c.blue, p);
        float sr = 0;
        float sg = 0;
        float sb = 0;
        float shown = shown(p);
        float told = told(p);
        for (int k = 0; k < lights.channels; k++) {
            float v = c.visible[k][p];
            er += v * c.diffuse[3 * k][p];
            eg += v * c.diffuse[3 * k + 1][p];
            eb += v * c.diffuse[3 * k + 2][p];
            float w = glossy(p, kind, k, shown, told);
            sr += w * c.gloss[3 * k][p];
            sg += w * c.gloss[3 * k + 1][p];
            sb += w * c.gloss[3 * k + 2][p];
        }
        c.lightR[p] = er;
        c.lightG[p] = eg;
        c.lightB[p] = eb;
        if (kind == HAIR) {
            hair(p, out);
        } else {
            glossy(p, kind, sr, sg, sb, shown, out);
        }
        c.shineR[p] = out[0];
        c.shineG[p] = out[1];
        c.shineB[p] = out[2];
    }

    private float gathered(float[] light, float[] color, int p) {
        return c.kind[p] == HAIR ? light[p] * StrandLobes.gathered(color[p]) : light[p];
    }

    /// How much of what a surface mirrors is not hidden by what is around it.
    float shown(int p) {
        return Math.min(1, 1.25f * c.ambient[3][p]);
    }

    /// How much rays that met emitters say of the gloss at a place, 0 to 1.
    float told(int p) {
        float glossy = MET;
        for (int k = 0; k < emitters; k++) {
            glossy += c.gloss[3 * k + 1][p];
        }
        return Math.min(1, 2 * c.met[p] / glossy);
    }

    /// How much of channel `k`'s gloss shows.
    float glossy(int p, byte kind, int k, float shown, float told) {
        float v = c.visible[k][p];
        float dg = c.diffuse[3 * k + 1][p];
        // Where no diffuse light comes no shadow ray went either: gloss must fade with it.
        float w = kind == EYE ? 0.35f + 0.65f * v : v * shown;
        float scale = LIT / Math.max(1e-9f, lights.brightest[k]);
        boolean metal = c.specular[p] < 0;
        w *= metal ? Math.min(1, dg * scale) : 1;
        float bared = metal ? Math.min(1, dg * BARED * scale) : 1;
        return k < emitters ? w + told * (c.bared[p] / (c.met[p] + MET) * bared - w) : w;
    }

    private void beyond(int x, int y, int p, byte kind, float[] out) {
        c.lightR[p] = 0;
        c.lightG[p] = 0;
        c.lightB[p] = 0;
        if (kind == Canvas.LAMP) {
            Material m = finish.of(c.triangle[p]).material;
            // A picture that shines (a screen) keeps its picture.
            boolean image = m.base() instanceof dev.beatboard.scene.Pattern.Image;
            c.shineR[p] = m.emission().r() * (image ? c.red[p] : 1);
            c.shineG[p] = m.emission().g() * (image ? c.green[p] : 1);
            c.shineB[p] = m.emission().b() * (image ? c.blue[p] : 1);
            return;
        }
        skyAt(x + 0.5f, y + 0.5f, out);
        c.shineR[p] = out[0];
        c.shineG[p] = out[1];
        c.shineB[p] = out[2];
    }

    /// What is seen of the sky at (x, y), pixels.
    void skyAt(float x, float y, float[] out) {
        float sx = lens.slopeX(x);
        float sy = lens.slopeY(y);
        float dx = lens.fx() + sx * lens.rx() + sy * lens.ux();
        float dy = lens.fy() + sx * lens.ry() + sy * lens.uy();
        float dz = lens.fz() + sx * lens.rz() + sy * lens.uz();
        float l = 1 / (float) Math.sqrt(dx * dx + dy * dy + dz * dz);
        sky.look(dx * l, dy * l, dz * l, out);
    }

    /// The reflectance of a surface that is neither hair nor a mirror, by color; what is returned
    /// is that of one that is no metal.
    float reflectance(int p, byte kind, float[] out) {
        float nv = facing(p);
        float roughness = (float) Math.sqrt(c.alpha[p]);
        LobeFit.at(roughness, nv, out);
        float fold = kind == SKIN ? Math.min(1, FOLD * nv) : 1;
        float grazing = c.specular[p] == 0 ? 0 : kind == SKIN ? SKIN_GRAZE : 1;
        float plain = fold * (c.specular[p] * out[0] + grazing * out[1]);
        if (c.specular[p] < 0) {
            float red = LobeFit.metal(c.red[p], roughness, out);
            float green = LobeFit.metal(c.green[p], roughness, out);
            out[2] = LobeFit.metal(c.blue[p], roughness, out);
            out[1] = green;
            out[0] = red;
        } else {
            Arrays.fill(out, 0, 3, kind == MOUTH ? MOUTH_GLOSS * plain : plain);
        }
        return plain;
    }

    private float facing(int p) {
        float vx = lens.ox() - c.x[p];
        float vy = lens.oy() - c.y[p];
        float vz = lens.oz() - c.z[p];
        float l = 1 / (float) Math.sqrt(vx * vx + vy * vy + vz * vz);
        return Math.clamp((vx * c.nx[p] + vy * c.ny[p] + vz * c.nz[p]) * l, 0.01f, 1);
    }

    private void glossy(int p, byte kind, float sr, float sg, float sb, float shown, float[] out) {
        keep[p] = 1 - Math.min(0.9f, reflectance(p, kind, out));
        // Light that bounced: the diffuse irradiance stands for what the lobe sees.
        float k = kind == SKIN ? 0.6f * shown : 0.9f * shown;
        float ar = c.ambient[0][p] * k;
        float ag = c.ambient[1][p] * k;
        float ab = c.ambient[2][p] * k;
        float ray = c.mirror[3][p];
        ar += ray * (c.mirror[0][p] - ar);
        ag += ray * (c.mirror[1][p] - ag);
        ab += ray * (c.mirror[2][p] - ab);
        if (kind == MIRROR) {
            out[0] = 0.9f * ar;
            out[1] = 0.9f * ag;
            out[2] = 0.9f * ab;
            return;
        }
        out[0] *= sr + ar;
        out[1] *= sg + ag;
        out[2] *= sb + ab;
        if (kind == EYE) {
            float catchLight = catchLight(p);
            out[0] += catchLight;
            out[1] += catchLight;
            out[2] += catchLight;
        }
    }

    /// A soft, window-shaped reflection fixed to the camera, up and to one side: eyes without one
    /// look dead.
    private float catchLight(int p) {
        float vx = lens.ox() - c.x[p];
        float vy = lens.oy() - c.y[p];
        float vz = lens.oz() - c.z[p];
        float l = 1 / (float) Math.sqrt(vx * vx + vy * vy + vz * vz);
        float k = 2 * l * (c.nx[p] * vx + c.ny[p] * vy + c.nz[p] * vz);
        float rx = k * c.nx[p] - vx * l;
        float ry = k * c.ny[p] - vy * l;
        float rz = k * c.nz[p] - vz * l;
        float side = rx * lens.rx() + ry * lens.ry() + rz * lens.rz();
        float up = rx * lens.ux() + ry * lens.uy() + rz * lens.uz();
        float back = -(rx * lens.fx() + ry * lens.fy() + rz * lens.fz());
        if (back <= 0.05f) {
            return 0;
        }
        float a = side / back + 0.42f;
        float b = up / back - 0.55f;
        float e = (1 - Grain.smooth(0.16f, 0.26f, Math.abs(a))) * (1 - Grain.smooth(0.2f, 0.3f, Math.abs(b)));
        // As bright as the light on the face allows.
        float level = 0.2126f * c.lightR[p] + 0.7152f * c.lightG[p] + 0.0722f * c.lightB[p];
        return 0.9f * e * Math.min(1.5f, level);
    }

    /// What leaves by the lobes along the strand: of the emitters' light as [LightPass] has it, and of light that
    /// bounced the shares of the lobes, which see it from everywhere.
    private void hair(int p, float[] out) {
        out[0] = shine(c.ambient[0], c.red, p);
        out[1] = shine(c.ambient[1], c.green, p);
        out[2] = shine(c.ambient[2], c.blue, p);
        for (int k = 0; k < lights.channels; k++) {
            for (int i = 0; i < 3; i++) {
                out[i] += c.visible[k][p] * c.gloss[3 * k + i][p];
            }
        }
    }

    private float shine(float[] light, float[] color, int p) {
        return gathered(light, color, p) * (StrandLobes.WHITE + StrandLobes.TINTED * color[p]);
    }

    /// The color that leaves the surfaces of row `y` to the lens, after [#light].
    void leave(int y) {
        for (int x = 0; x < c.width; x++) {
            int p = c.at(x, y);
            float k = scattered(p);
            c.outR[p] = k * c.red[p] * c.lightR[p] + c.shineR[p];
            c.outG[p] = k * c.green[p] * c.lightG[p] + c.shineG[p];
            c.outB[p] = k * c.blue[p] * c.lightB[p] + c.shineB[p];
        }
    }

    /// The share of the light on a surface that enters it and comes back in its color.
    float scattered(int p) {
        boolean none = c.kind[p] < 0 || c.specular[p] < 0 || c.kind[p] == MIRROR;
        return none ? 0 : c.kind[p] == HAIR ? StrandLobes.BODY : keep[p];
    }
}
