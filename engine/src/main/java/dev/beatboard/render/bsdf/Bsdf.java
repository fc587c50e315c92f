package dev.beatboard.render.bsdf;

/// A model of scattering. Implementations keep no state: what they work on is in a [Scatter].
public interface Bsdf {

    /// Writes the value times the cosine, and the density of [#sample], for the directions in `s`.
    void evaluate(Scatter s);

    /// Draws a direction of incidence by three numbers in [0, 1) and evaluates it. False where the draw is worth
    /// nothing.
    boolean sample(Scatter s, double lobe, double u, double v);

    /// The model of a material's kind.
    static Bsdf of(dev.beatboard.scene.Material m) {
        return switch (m.kind()) {
            case HAIR -> Strand.INSTANCE;
            default -> m.metalness() > 0.5f ? Conductor.INSTANCE : Coated.INSTANCE;
        };
    }
}
