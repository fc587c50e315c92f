package dev.beatboard.render.bsdf;

/// Hair as cards show it: a diffuse share for light that has gone through many strands, about the normal of a round
/// strand, and two lobes along the strand over the whole sphere, one white and shifted to the root, one in the hair's
/// color and shifted to the tip (after Kajiya and Kay 1989 and Marschner et al. 2003). The lobes are logistic in the
/// sine of the longitude and cos(phi/2)/4 in the azimuth, so they are drawn exactly and their shares add up to one.
final class Strand implements Bsdf {

    static final Strand INSTANCE = new Strand();

    static final double WHITE = 0.03;
    static final double TINTED = 0.3;
    static final double BODY = 1 - WHITE - TINTED;
    private static final double[] SHARE = {0.15, 0.35};
    static final double[] SHIFT = {0.12, -0.20};
    static final double[] SCALE = {0.14, 0.26};

    private Strand() {}

    @Override
    public void evaluate(Scatter s) {
        double so = s.hx * s.ox + s.hy * s.oy + s.hz * s.oz;
        double si = s.hx * s.ix + s.hy * s.iy + s.hz * s.iz;
        double round = round(s, so, si);
        double white = lobe(0, so, si) * round;
        double tinted = lobe(1, so, si) * round;
        double body = Math.max(0, s.iz) / StrictMath.PI;
        double k = TINTED * tinted + BODY * body;
        s.valueR = WHITE * white + k * s.red;
        s.valueG = WHITE * white + k * s.green;
        s.valueB = WHITE * white + k * s.blue;
        s.density = SHARE[0] * white + SHARE[1] * tinted + (1 - SHARE[0] - SHARE[1]) * body;
    }

    /// The density of the azimuth: brightest on the viewer's side.
    private static double round(Scatter s, double so, double si) {
        double dot = s.ox * s.ix + s.oy * s.iy + s.oz * s.iz - so * si;
        double k = Math.sqrt(Math.max(0, (1 - so * so) * (1 - si * si)));
        double cos = k > 1e-12 ? Math.max(-1, Math.min(1, dot / k)) : 1;
        return Math.sqrt(Math.max(0, (1 + cos) / 2)) / 4;
    }

    private static double cumulative(int p, double so, double x) {
        return 1 / (1 + StrictMath.exp(-(x + so - SHIFT[p]) / SCALE[p]));
    }

    /// The density of the sine of the longitude, logistic about the mirrored one and cut to -1..1.
    private static double lobe(int p, double so, double si) {
        double e = StrictMath.exp(-Math.abs(si + so - SHIFT[p]) / SCALE[p]);
        double inside = cumulative(p, so, 1) - cumulative(p, so, -1);
        return e / (SCALE[p] * (1 + e) * (1 + e) * inside);
    }

    @Override
    public boolean sample(Scatter s, double lobe, double u, double v) {
        if (lobe >= SHARE[0] + SHARE[1]) {
            s.cosine(u, v);
        } else {
            along(s, lobe < SHARE[0] ? 0 : 1, u, v);
        }
        evaluate(s);
        return s.density > 0;
    }

    private static void along(Scatter s, int p, double u, double v) {
        double so = Math.max(-1, Math.min(1, s.hx * s.ox + s.hy * s.oy + s.hz * s.oz));
        double low = cumulative(p, so, -1);
        double c = low + u * (cumulative(p, so, 1) - low);
        c = Math.max(1e-12, Math.min(1 - 1e-12, c));
        double si = Math.max(-1, Math.min(1, SHIFT[p] - so - SCALE[p] * StrictMath.log(1 / c - 1)));
        // The sine of half the azimuth.
        double half = Math.max(-1, Math.min(1, 2 * v - 1));
        // Across the strand, toward the viewer and beside it.
        double ax = s.ox - so * s.hx;
        double ay = s.oy - so * s.hy;
        double az = s.oz - so * s.hz;
        double l = Math.sqrt(ax * ax + ay * ay + az * az);
        if (l < 1e-6) {
            ax = Math.abs(s.hz) < 0.9 ? -s.hy : 0;
            ay = Math.abs(s.hz) < 0.9 ? s.hx : -s.hz;
            az = Math.abs(s.hz) < 0.9 ? 0 : s.hy;
            l = Math.sqrt(ax * ax + ay * ay + az * az);
        }
        ax /= l;
        ay /= l;
        az /= l;
        double bx = s.hy * az - s.hz * ay;
        double by = s.hz * ax - s.hx * az;
        double bz = s.hx * ay - s.hy * ax;
        double r = Math.sqrt(Math.max(0, 1 - si * si));
        double cos = r * (1 - 2 * half * half);
        double sin = r * 2 * half * Math.sqrt(Math.max(0, 1 - half * half));
        s.ix = si * s.hx + cos * ax + sin * bx;
        s.iy = si * s.hy + cos * ay + sin * by;
        s.iz = si * s.hz + cos * az + sin * bz;
    }
}
