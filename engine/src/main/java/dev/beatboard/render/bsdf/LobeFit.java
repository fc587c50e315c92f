package dev.beatboard.render.bsdf;

import dev.beatboard.render.work.Lanes;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// How much of even light from everywhere a rough surface sends to the lens, for many pixels: polynomials in the
/// cosine and the roughness, fitted by least squares to [LobeAlbedo], within 0.03 down to a cosine of 0.06 and 0.004 on
/// average. Approximations that leave out what bounces between microfacets, such as Karis's (2014), show metal up to a
/// quarter too dark.
///
/// Reflectance is `f0` times the share at normal incidence plus the share at grazing incidence, which is white.
public final class LobeFit {

    private static final VectorSpecies<Float> F = Lanes.F;

    /// Powers of 1 - cosine, of which each has a polynomial of degree 4 in the roughness: 0, 1, 4 and 16 of both shares
    /// together, then 0, 4, 5 and 16 of the grazing one.
    private static final float[] BOTH = {
        1.0248f, -0.5478f, 3.3254f, -7.1394f, 3.6457f, -0.1379f, 2.6220f, -12.2684f, 18.3059f, -8.2707f, 0.2721f,
        -4.2074f, 12.8873f, -12.6383f, 3.9621f, -0.1707f, 0.9338f, 2.4112f, -8.5468f, 5.5571f
    };

    private static final float[] GRAZING = {
        0.0025f, -0.0337f, 0.1131f, -0.1336f, 0.0520f, -0.5125f, 5.3603f, -5.1376f, -5.7976f, 6.2641f, 1.6263f,
        -5.1000f, -7.3461f, 27.3437f, -16.7460f, 0.0101f, -3.8143f, 17.0931f, -24.3052f, 11.1066f
    };

    /// Of both shares over all directions.
    private static final float[] MEAN = {0.9959f, 0.0519f, 0.1104f, -1.9351f, 1.1889f};

    /// Of x^n over all directions, by the cosine: for n of 0, 1, 4, 5 and 16.
    private static final float[] EVEN = {1, 1 / 3f, 1 / 15f, 1 / 21f, 1 / 153f};

    private static final int DEGREE = 4;
    private static final int ROW = DEGREE + 1;
    private static final int ONE = Float.floatToRawIntBits(1);

    private LobeFit() {}

    /// Sets `out[0]` to the share at normal incidence and `out[1]` to the one at grazing incidence.
    public static void at(float roughness, float cosine, float[] out) {
        float s = 1 - cosine;
        float s2 = s * s;
        float s4 = s2 * s2;
        float s8 = s4 * s4;
        float s16 = s8 * s8;
        float both = row(BOTH, 0, roughness)
                + row(BOTH, 1, roughness) * s
                + row(BOTH, 2, roughness) * s4
                + row(BOTH, 3, roughness) * s16;
        float grazing = row(GRAZING, 0, roughness)
                + row(GRAZING, 1, roughness) * s4
                + row(GRAZING, 2, roughness) * (s4 * s)
                + row(GRAZING, 3, roughness) * s16;
        both = Math.clamp(both, 0, 1);
        out[1] = Math.clamp(grazing, 0, both);
        out[0] = both - out[1];
    }

    /// The reflectance of a dielectric coat as a polynomial: of 1, x, x^4, x^5 and x^16 with x = 1 - cosine.
    static void coat(float f0, float f90, float roughness, float[] to) {
        float g = f90 - f0;
        to[0] = f0 * row(BOTH, 0, roughness) + g * row(GRAZING, 0, roughness);
        to[1] = f0 * row(BOTH, 1, roughness);
        to[2] = f0 * row(BOTH, 2, roughness) + g * row(GRAZING, 1, roughness);
        to[3] = g * row(GRAZING, 2, roughness);
        to[4] = f0 * row(BOTH, 3, roughness) + g * row(GRAZING, 3, roughness);
    }

    /// Its mean over all directions.
    static float mean(float[] coat) {
        float sum = 0;
        for (int i = 0; i < EVEN.length; i++) {
            sum += EVEN[i] * coat[i];
        }
        return sum;
    }

    /// The reflectance of metal of a color, with what bounces between its microfacets (Kulla and Conty 2017).
    ///
    /// @param shares what [#at] has set
    public static float metal(float color, float roughness, float[] shares) {
        float mean = row(MEAN, 0, roughness);
        return color * shares[0]
                + shares[1]
                + (1 - shares[0] - shares[1]) * (color * color * mean / (1 - color * (1 - mean)));
    }

    private static float row(float[] k, int row, float r) {
        int o = ROW * row;
        return k[o] + r * (k[o + 1] + r * (k[o + 2] + r * (k[o + 3] + r * k[o + 4])));
    }

    /// As [#at] for a vector of pixels, from `s[roughness ..]` and `s[cosine ..]` to `s[normal ..]` and
    /// `s[grazing ..]`.
    public static void at(float[] s, int roughness, int cosine, int normal, int grazing) {
        both(s, roughness, cosine, normal);
        grazing(s, roughness, cosine, grazing);
        FloatVector all = FloatVector.fromArray(F, s, normal);
        FloatVector part = FloatVector.fromArray(F, s, grazing)
                .reinterpretAsInts()
                .max(0)
                .min(all.reinterpretAsInts())
                .reinterpretAsFloats();
        part.intoArray(s, grazing);
        all.sub(part).intoArray(s, normal);
    }

    private static void both(float[] s, int roughness, int cosine, int to) {
        FloatVector r = FloatVector.fromArray(F, s, roughness);
        FloatVector x = FloatVector.fromArray(F, s, cosine).neg().add(1f);
        FloatVector x2 = x.mul(x);
        FloatVector x4 = x2.mul(x2);
        FloatVector x8 = x4.mul(x4);
        row(BOTH, 0, r)
                .add(row(BOTH, 1, r).mul(x))
                .add(row(BOTH, 2, r).mul(x4))
                .add(row(BOTH, 3, r).mul(x8.mul(x8)))
                .reinterpretAsInts()
                .max(0)
                .min(ONE)
                .reinterpretAsFloats()
                .intoArray(s, to);
    }

    private static void grazing(float[] s, int roughness, int cosine, int to) {
        FloatVector r = FloatVector.fromArray(F, s, roughness);
        FloatVector x = FloatVector.fromArray(F, s, cosine).neg().add(1f);
        FloatVector x2 = x.mul(x);
        FloatVector x4 = x2.mul(x2);
        FloatVector x8 = x4.mul(x4);
        row(GRAZING, 0, r)
                .add(row(GRAZING, 1, r).mul(x4))
                .add(row(GRAZING, 2, r).mul(x4.mul(x)))
                .add(row(GRAZING, 3, r).mul(x8.mul(x8)))
                .intoArray(s, to);
    }

    private static FloatVector row(float[] k, int row, FloatVector r) {
        int o = ROW * row;
        return r.mul(k[o + 4])
                .add(k[o + 3])
                .mul(r)
                .add(k[o + 2])
                .mul(r)
                .add(k[o + 1])
                .mul(r)
                .add(k[o]);
    }

    /// How much of light from one direction a coat lets in, against light from everywhere, as a polynomial in
    /// x = 1 - cosine: the numbers of 1, x, x^4, x^5 and x^16, vectors from `s[to ..]` (Kelemen and
    /// Szirmay-Kalos 2001).
    ///
    /// @param f0 where the reflectances at normal incidence lie in `s`, as those at grazing incidence and the
    ///     `roughness` do
    public static void entering(float[] s, int roughness, int f0, int f90, int to) {
        FloatVector r = FloatVector.fromArray(F, s, roughness);
        FloatVector n = FloatVector.fromArray(F, s, f0);
        FloatVector g = FloatVector.fromArray(F, s, f90).sub(n);
        FloatVector a = row(BOTH, 0, r).mul(n).add(row(GRAZING, 0, r).mul(g));
        FloatVector b = row(BOTH, 1, r).mul(n);
        FloatVector c = row(BOTH, 2, r).mul(n).add(row(GRAZING, 1, r).mul(g));
        FloatVector d = row(GRAZING, 2, r).mul(g);
        FloatVector e = row(BOTH, 3, r).mul(n).add(row(GRAZING, 3, r).mul(g));
        FloatVector all =
                a.add(b.mul(EVEN[1])).add(c.mul(EVEN[2])).add(d.mul(EVEN[3])).add(e.mul(EVEN[4]));
        FloatVector k = FloatVector.broadcast(F, 1f).div(all.neg().add(1f));
        a.neg().add(1f).mul(k).intoArray(s, to);
        b.neg().mul(k).intoArray(s, to + Lanes.MOST);
        c.neg().mul(k).intoArray(s, to + 2 * Lanes.MOST);
        d.neg().mul(k).intoArray(s, to + 3 * Lanes.MOST);
        e.neg().mul(k).intoArray(s, to + 4 * Lanes.MOST);
    }

    /// That, from what [#entering(float[], int, int, int, int)] has set, for the cosines `s[cosine ..]`.
    public static FloatVector entering(float[] s, int from, int cosine) {
        FloatVector x = FloatVector.fromArray(F, s, cosine)
                .neg()
                .add(1f)
                .reinterpretAsInts()
                .max(0)
                .min(ONE)
                .reinterpretAsFloats();
        FloatVector x2 = x.mul(x);
        FloatVector x4 = x2.mul(x2);
        FloatVector x8 = x4.mul(x4);
        return FloatVector.fromArray(F, s, from + 3 * Lanes.MOST)
                .mul(x)
                .add(FloatVector.fromArray(F, s, from + 2 * Lanes.MOST))
                .mul(x4)
                .add(FloatVector.fromArray(F, s, from + Lanes.MOST).mul(x))
                .add(FloatVector.fromArray(F, s, from + 4 * Lanes.MOST).mul(x8.mul(x8)))
                .add(FloatVector.fromArray(F, s, from))
                .reinterpretAsInts()
                .max(0)
                .reinterpretAsFloats();
    }

    /// What bounces between the microfacets of metal, to `s[to ..]`, from `s[roughness ..]` and the shares there: the
    /// share of it, and the mean that [#again] takes to `s[mean ..]`.
    public static void lost(float[] s, int roughness, int normal, int grazing, int to, int mean) {
        row(MEAN, 0, FloatVector.fromArray(F, s, roughness)).intoArray(s, mean);
        FloatVector.fromArray(F, s, normal)
                .add(FloatVector.fromArray(F, s, grazing))
                .neg()
                .add(1f)
                .intoArray(s, to);
    }

    /// The color of that.
    public static FloatVector again(FloatVector color, FloatVector mean) {
        return color.mul(color).mul(mean).div(color.mul(mean.sub(1f)).add(1f));
    }
}
