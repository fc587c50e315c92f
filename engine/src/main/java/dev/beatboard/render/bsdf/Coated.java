package dev.beatboard.render.bsdf;

/// A diffuse body under a rough dielectric coat: paint, wood, stone, cloth, skin. The coat is a GGX lobe; the body gets
/// what the coat lets in and sends out what it lets out again (Kelemen and Szirmay-Kalos 2001), so a white one returns
/// all of the light.
final class Coated implements Bsdf {

    static final Coated INSTANCE = new Coated();

    private Coated() {}

    @Override
    public void evaluate(Scatter s) {
        if (s.oz <= 0 || s.iz <= 0) {
            s.nothing();
            return;
        }
        double out = LobeAlbedo.at(s.alpha, s.oz, s.f0, s.f90);
        double in = LobeAlbedo.at(s.alpha, s.iz, s.f0, s.f90);
        double all = LobeAlbedo.mean(s.alpha, s.f0, s.f90);
        double body = (1 - out) * (1 - in) / (1 - all) * s.iz / StrictMath.PI;
        double lobe = Ggx.lobe(s);
        double coat = lobe * (s.f0 + (s.f90 - s.f0) * Ggx.grazing(Ggx.halfCosine(s)));
        s.valueR = body * s.red + coat;
        s.valueG = body * s.green + coat;
        s.valueB = body * s.blue + coat;
        double share = share(s, out);
        s.density = share * s.density + (1 - share) * s.iz / StrictMath.PI;
    }

    /// How often the coat is drawn.
    private static double share(Scatter s, double out) {
        double body = (1 - out) * s.luminance();
        return Math.min(0.9, Math.max(s.f90 > 0 ? 0.1 : 0, out / (out + body + 1e-9)));
    }

    @Override
    public boolean sample(Scatter s, double lobe, double u, double v) {
        if (s.oz <= 0) {
            return false;
        }
        if (lobe < share(s, LobeAlbedo.at(s.alpha, s.oz, s.f0, s.f90))) {
            Ggx.sample(s, u, v);
        } else {
            s.cosine(u, v);
        }
        evaluate(s);
        return s.density > 0;
    }
}
