package dev.beatboard.render.bsdf;

import dev.beatboard.render.sampler.Circle;

/// Microfacets: the GGX distribution (Walter et al. 2007) with Smith's height-correlated masking and Schlick's
/// reflectance, sampled by the normals that the viewer sees (Heitz 2018, by spherical caps as Dupuy and Benyoub 2023).
final class Ggx {

    private Ggx() {}

    /// (1 - x)^5, Schlick's share of the reflectance at grazing incidence.
    static double grazing(double cos) {
        double m = Math.max(0, 1 - cos);
        double m2 = m * m;
        return m2 * m2 * m;
    }

    /// How many microfacets face along a half vector of height `hz`.
    static double distribution(double alpha, double hz) {
        double a2 = alpha * alpha;
        double k = hz * hz * (a2 - 1) + 1;
        return a2 / (StrictMath.PI * k * k);
    }

    /// Smith's auxiliary for a direction of height `z`.
    static double lambda(double alpha, double z) {
        double z2 = z * z;
        return 0.5 * (Math.sqrt(1 + alpha * alpha * (1 - z2) / Math.max(1e-300, z2)) - 1);
    }

    /// What the lobe sends from `i` to `o` times the cosine, without the reflectance; `s.density` becomes the density
    /// of drawing `i`. The half vector's cosine to both is returned through `cos`.
    static double lobe(Scatter s) {
        double hx = s.ox + s.ix;
        double hy = s.oy + s.iy;
        double hz = s.oz + s.iz;
        double l = 1 / Math.sqrt(hx * hx + hy * hy + hz * hz);
        double d = distribution(s.alpha, hz * l);
        double lo = lambda(s.alpha, s.oz);
        double li = lambda(s.alpha, s.iz);
        double k = d / (4 * s.oz);
        s.density = k / (1 + lo);
        return k / (1 + lo + li);
    }

    /// The cosine between the half vector and either direction.
    static double halfCosine(Scatter s) {
        double hx = s.ox + s.ix;
        double hy = s.oy + s.iy;
        double hz = s.oz + s.iz;
        return (s.ox * hx + s.oy * hy + s.oz * hz) / Math.sqrt(hx * hx + hy * hy + hz * hz);
    }

    /// Draws the direction of incidence; it may come out below the surface.
    static void sample(Scatter s, double u, double v) {
        double a = s.alpha;
        double x = a * s.ox;
        double y = a * s.oy;
        double z = s.oz;
        double l = 1 / Math.sqrt(x * x + y * y + z * z);
        x *= l;
        y *= l;
        z *= l;
        double cz = (1 - v) * (1 + z) - z;
        double sin = Math.sqrt(Math.max(0, 1 - cz * cz));
        double hx = a * (sin * Circle.cos(u) + x);
        double hy = a * (sin * Circle.sin(u) + y);
        double hz = Math.max(0, cz + z);
        double hl = 1 / Math.sqrt(Math.max(1e-300, hx * hx + hy * hy + hz * hz));
        hx *= hl;
        hy *= hl;
        hz *= hl;
        double k = 2 * (s.ox * hx + s.oy * hy + s.oz * hz);
        s.ix = k * hx - s.ox;
        s.iy = k * hy - s.oy;
        s.iz = k * hz - s.oz;
    }
}
