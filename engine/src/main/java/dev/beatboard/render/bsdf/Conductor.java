package dev.beatboard.render.bsdf;

/// Rough metal: a GGX lobe whose reflectance is the base color, and a second lobe for light that bounces between
/// microfacets more than once (Kulla and Conty 2017).
final class Conductor implements Bsdf {

    static final Conductor INSTANCE = new Conductor();

    private Conductor() {}

    @Override
    public void evaluate(Scatter s) {
        if (s.oz <= 0 || s.iz <= 0) {
            s.nothing();
            return;
        }
        double lost = 1 - LobeAlbedo.at(s.alpha, s.oz, 1, 1);
        double mean = LobeAlbedo.mean(s.alpha, 1, 1);
        double again = lost * (1 - LobeAlbedo.at(s.alpha, s.iz, 1, 1)) / (1 - mean) * s.iz / StrictMath.PI;
        double lobe = Ggx.lobe(s);
        double f = Ggx.grazing(Ggx.halfCosine(s));
        s.valueR = lobe * (s.red + (1 - s.red) * f) + again * repeated(s.red, mean);
        s.valueG = lobe * (s.green + (1 - s.green) * f) + again * repeated(s.green, mean);
        s.valueB = lobe * (s.blue + (1 - s.blue) * f) + again * repeated(s.blue, mean);
        double share = share(lost);
        s.density = share * s.density + (1 - share) * s.iz / StrictMath.PI;
    }

    private static double share(double lost) {
        return 1 - Math.min(0.5, Math.max(0.01, lost));
    }

    /// The color of light after two and more bounces.
    private static double repeated(double color, double mean) {
        double f = (20 * color + 1) / 21;
        return f * f * mean / (1 - f * (1 - mean));
    }

    @Override
    public boolean sample(Scatter s, double lobe, double u, double v) {
        if (s.oz <= 0) {
            return false;
        }
        if (lobe < share(1 - LobeAlbedo.at(s.alpha, s.oz, 1, 1))) {
            Ggx.sample(s, u, v);
        } else {
            s.cosine(u, v);
        }
        evaluate(s);
        return s.density > 0;
    }
}
