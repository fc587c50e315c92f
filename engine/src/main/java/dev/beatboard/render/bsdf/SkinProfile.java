package dev.beatboard.render.bsdf;

/// How light spreads under skin before it leaves: of what enters at one place the share exp(-k d^2) k / pi leaves per
/// area at distance d, with k for each color; red goes farthest.
public final class SkinProfile {

    /// Scattering length in meters.
    public static final float WIDTH = 3.4e-3f;
    /// k in units of one over the squared length.
    public static final float RED = 0.9f;

    public static final float GREEN = 2.2f;
    public static final float BLUE = 4.0f;

    private SkinProfile() {}
}
