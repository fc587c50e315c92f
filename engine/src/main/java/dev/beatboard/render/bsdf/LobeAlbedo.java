package dev.beatboard.render.bsdf;

/// How much of the light a GGX lobe sends back, by roughness and direction: what is left for the body under a coat, and
/// what bounces between microfacets (Kulla and Conty 2017). Two tables, since Schlick's reflectance is linear in its
/// values at normal and at grazing incidence.
final class LobeAlbedo {

    private static final int ROUGH = 32;
    private static final int ANGLES = 64;
    private static final int GRID = 32;
    /// Share of the reflectance at normal and at grazing incidence, `[roughness][cosine]`.
    private static final double[][] NORMAL = new double[ROUGH][ANGLES];

    private static final double[][] GRAZING = new double[ROUGH][ANGLES];
    private static final double[] NORMAL_MEAN = new double[ROUGH];
    private static final double[] GRAZING_MEAN = new double[ROUGH];

    static {
        Scatter s = new Scatter();
        for (int r = 0; r < ROUGH; r++) {
            double rough = Math.max(0.01, (double) r / (ROUGH - 1));
            s.alpha = rough * rough;
            for (int a = 0; a < ANGLES; a++) {
                entry(s, r, a, Math.max(1e-3, (double) a / (ANGLES - 1)));
            }
            NORMAL_MEAN[r] = mean(NORMAL[r]);
            GRAZING_MEAN[r] = mean(GRAZING[r]);
        }
    }

    private LobeAlbedo() {}

    private static void entry(Scatter s, int r, int a, double cos) {
        s.ox = Math.sqrt(Math.max(0, 1 - cos * cos));
        s.oy = 0;
        s.oz = cos;
        double normal = 0;
        double grazing = 0;
        for (int i = 0; i < GRID; i++) {
            for (int j = 0; j < GRID; j++) {
                Ggx.sample(s, (i + 0.5) / GRID, (j + 0.5) / GRID);
                if (s.iz > 0) {
                    double w = Ggx.lobe(s) / s.density;
                    double f = Ggx.grazing(Ggx.halfCosine(s));
                    normal += w * (1 - f);
                    grazing += w * f;
                }
            }
        }
        NORMAL[r][a] = normal / (GRID * GRID);
        GRAZING[r][a] = grazing / (GRID * GRID);
    }

    /// Weighted by the cosine, exactly as the table is interpolated.
    private static double mean(double[] e) {
        double sum = 0;
        double h = 1.0 / (ANGLES - 1);
        for (int a = 0; a + 1 < ANGLES; a++) {
            double x = a * h;
            // Of a product of two straight lines (Simpson's rule is exact).
            double m = (e[a] + e[a + 1]) / 2 * (x + h / 2);
            sum += h / 6 * (e[a] * x + 4 * m + e[a + 1] * (x + h));
        }
        return 2 * sum;
    }

    /// For reflectances `f0` and `f90`, at a cosine.
    static double at(double alpha, double cos, double f0, double f90) {
        double r = Math.sqrt(alpha) * (ROUGH - 1);
        int i = Math.max(0, Math.min(ROUGH - 2, (int) r));
        double f = r - i;
        return f0 * (at(NORMAL[i], cos) * (1 - f) + at(NORMAL[i + 1], cos) * f)
                + f90 * (at(GRAZING[i], cos) * (1 - f) + at(GRAZING[i + 1], cos) * f);
    }

    private static double at(double[] e, double cos) {
        double a = Math.min(1, Math.max(0, cos)) * (ANGLES - 1);
        int i = Math.min(ANGLES - 2, (int) a);
        return e[i] + (e[i + 1] - e[i]) * (a - i);
    }

    /// The same averaged over all directions.
    static double mean(double alpha, double f0, double f90) {
        double r = Math.sqrt(alpha) * (ROUGH - 1);
        int i = Math.max(0, Math.min(ROUGH - 2, (int) r));
        double f = r - i;
        return f0 * (NORMAL_MEAN[i] * (1 - f) + NORMAL_MEAN[i + 1] * f)
                + f90 * (GRAZING_MEAN[i] * (1 - f) + GRAZING_MEAN[i + 1] * f);
    }
}
