package dev.beatboard.frame;

import java.util.List;

/// The primaries and the white of a space of light, as CIE 1931 xy: the four pairs of an EXR file's `chromaticities`.
public record Chromaticities(
        double redX,
        double redY,
        double greenX,
        double greenY,
        double blueX,
        double blueY,
        double whiteX,
        double whiteY) {

    /// ITU-R BT.709-6, item 1.3; white D65.
    public static final Chromaticities REC709 =
            new Chromaticities(0.640, 0.330, 0.300, 0.600, 0.150, 0.060, 0.3127, 0.3290);
    /// ITU-R BT.2020-2, table 3, and BT.2100; white D65.
    public static final Chromaticities REC2020 =
            new Chromaticities(0.708, 0.292, 0.170, 0.797, 0.131, 0.046, 0.3127, 0.3290);
    /// SMPTE EG 432-1, P3 with white D65: what HDR is mastered on.
    public static final Chromaticities P3_D65 =
            new Chromaticities(0.680, 0.320, 0.265, 0.690, 0.150, 0.060, 0.3127, 0.3290);
    /// SMPTE ST 2065-1, table 1; white near D60.
    public static final Chromaticities AP0 =
            new Chromaticities(0.7347, 0.2653, 0.0, 1.0, 0.0001, -0.0770, 0.32168, 0.33767);
    /// S-2014-004 (ACEScg), table 1; white as AP0.
    public static final Chromaticities AP1 =
            new Chromaticities(0.713, 0.293, 0.165, 0.830, 0.128, 0.044, 0.32168, 0.33767);

    /// Bradford's cone responses, ICC.1:2022 annex E.
    private static final ColorMatrix BRADFORD =
            new ColorMatrix(List.of(0.8951, 0.2664, -0.1614, -0.7502, 1.7135, 0.0367, 0.0389, -0.0685, 1.0296));

    /// From this space's RGB to CIE XYZ, white at Y = 1. Source: SMPTE RP 177.
    public ColorMatrix toXyz() {
        ColorMatrix primaries = new ColorMatrix(List.of(
                redX / redY,
                greenX / greenY,
                blueX / blueY,
                1.0,
                1.0,
                1.0,
                (1 - redX - redY) / redY,
                (1 - greenX - greenY) / greenY,
                (1 - blueX - blueY) / blueY));
        double[] amounts = primaries.inverse().apply(white());
        return primaries.times(ColorMatrix.diagonal(amounts[0], amounts[1], amounts[2]));
    }

    /// From this space's RGB to the other's. Where the whites differ, white stays white (von Kries in Bradford's
    /// cone space), as the ACES documents do it.
    public ColorMatrix to(Chromaticities other) {
        return other.toXyz().inverse().times(adaptation(white(), other.white())).times(toXyz());
    }

    /// From XYZ seen under one white to XYZ that looks the same under another.
    static ColorMatrix adaptation(double[] from, double[] to) {
        double[] a = BRADFORD.apply(from);
        double[] b = BRADFORD.apply(to);
        ColorMatrix gains = ColorMatrix.diagonal(b[0] / a[0], b[1] / a[1], b[2] / a[2]);
        return BRADFORD.inverse().times(gains).times(BRADFORD);
    }

    /// The white's XYZ, Y = 1.
    double[] white() {
        return new double[] {whiteX / whiteY, 1, (1 - whiteX - whiteY) / whiteY};
    }

    /// Red, green, blue, white, each x then y, as EXR stores them.
    public List<Double> list() {
        return List.of(redX, redY, greenX, greenY, blueX, blueY, whiteX, whiteY);
    }
}
