package dev.beatboard.render.bsdf;

/// The body under a coat without its color: light that the coat lets in, on its way to leave elsewhere. With the share
/// that the coat lets out there it is the body of [Coated].
public final class Entering implements Bsdf {

    public static final Entering INSTANCE = new Entering();

    private Entering() {}

    /// The share of light from inside that a coat lets out to the viewer.
    public static double leaving(Scatter s) {
        return 1 - LobeAlbedo.at(s.alpha, s.oz, s.f0, s.f90);
    }

    @Override
    public void evaluate(Scatter s) {
        if (s.iz <= 0) {
            s.nothing();
            return;
        }
        s.density = s.iz / StrictMath.PI;
        double in = LobeAlbedo.at(s.alpha, s.iz, s.f0, s.f90);
        s.valueR = (1 - in) / (1 - LobeAlbedo.mean(s.alpha, s.f0, s.f90)) * s.density;
        s.valueG = s.valueR;
        s.valueB = s.valueR;
    }

    @Override
    public boolean sample(Scatter s, double lobe, double u, double v) {
        s.cosine(u, v);
        evaluate(s);
        return s.density > 0;
    }
}
