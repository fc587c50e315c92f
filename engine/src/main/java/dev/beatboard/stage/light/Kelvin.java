package dev.beatboard.stage.light;

import dev.beatboard.scene.Rgb;

/// Colors of black bodies. The chromaticity is the cubic fit to the Planckian locus by Kim et al. (US patent 7024034,
/// 2006; also in Wikipedia, "Planckian locus"), valid from 1667 to 25000 K, brought to linear Rec.709 with the standard
/// D65 matrix.
final class Kelvin {

    private Kelvin() {}

    /// A color of luminance 1; negative components are cut off.
    static Rgb color(double kelvin) {
        double t = Math.min(25000, Math.max(1667, kelvin));
        double x = t <= 4000
                ? ((-0.2661239e9 / t - 0.2343589e6) / t + 0.8776956e3) / t + 0.179910
                : ((-3.0258469e9 / t + 2.1070379e6) / t + 0.2226347e3) / t + 0.240390;
        double y;
        if (t <= 2222) {
            y = ((-1.1063814 * x - 1.34811020) * x + 2.18555832) * x - 0.20219683;
        } else if (t <= 4000) {
            y = ((-0.9549476 * x - 1.37418593) * x + 2.09137015) * x - 0.16748867;
        } else {
            y = ((3.0817580 * x - 5.87338670) * x + 3.75112997) * x - 0.37001483;
        }
        double cx = x / y;
        double cz = (1 - x - y) / y;
        double r = 3.2404542 * cx - 1.5371385 - 0.4985314 * cz;
        double g = -0.9692660 * cx + 1.8760108 + 0.0415560 * cz;
        double b = 0.0556434 * cx - 0.2040259 + 1.0572252 * cz;
        Rgb raw = new Rgb((float) Math.max(0, r), (float) Math.max(0, g), (float) Math.max(0, b));
        return raw.times(1 / raw.luminance());
    }
}
