package dev.beatboard.frame;

import java.util.List;

/// The 24 patches of the ColorChecker by their published CIE xyY under D50 (ColorChecker 2005, GretagMacbeth).
public final class ColorChart {

    private static final double D50_X = 0.3457;
    private static final double D50_Y = 0.3585;

    public record Patch(String name, double x, double y, double luminance) {

        /// XYZ under D50.
        double[] xyz() {
            return new double[] {x / y * luminance, luminance, (1 - x - y) / y * luminance};
        }

        /// Scene-linear Rec.709; cyan lies a little outside, its red is negative.
        public double[] rec709() {
            return Chromaticities.REC709.toXyz().inverse().apply(seenUnder(Chromaticities.REC709));
        }

        /// XYZ under the white of that space.
        double[] seenUnder(Chromaticities space) {
            double[] d50 = {D50_X / D50_Y, 1, (1 - D50_X - D50_Y) / D50_Y};
            return Chromaticities.adaptation(d50, space.white()).apply(xyz());
        }
    }

    public static final List<Patch> PATCHES = List.of(
            new Patch("dark skin", 0.4316, 0.3777, 0.1008),
            new Patch("light skin", 0.4197, 0.3744, 0.3495),
            new Patch("blue sky", 0.2760, 0.3016, 0.1836),
            new Patch("foliage", 0.3703, 0.4499, 0.1325),
            new Patch("blue flower", 0.2999, 0.2856, 0.2304),
            new Patch("bluish green", 0.2848, 0.3911, 0.4178),
            new Patch("orange", 0.5295, 0.4055, 0.3118),
            new Patch("purplish blue", 0.2305, 0.2106, 0.1126),
            new Patch("moderate red", 0.5012, 0.3273, 0.1938),
            new Patch("purple", 0.3319, 0.2482, 0.0637),
            new Patch("yellow green", 0.3984, 0.5008, 0.4446),
            new Patch("orange yellow", 0.4957, 0.4427, 0.4357),
            new Patch("blue", 0.2018, 0.1692, 0.0575),
            new Patch("green", 0.3253, 0.5032, 0.2318),
            new Patch("red", 0.5686, 0.3303, 0.1257),
            new Patch("yellow", 0.4697, 0.4734, 0.5981),
            new Patch("magenta", 0.4159, 0.2688, 0.2009),
            new Patch("cyan", 0.2131, 0.3023, 0.1930),
            new Patch("white", 0.3469, 0.3608, 0.9131),
            new Patch("neutral 8", 0.3440, 0.3584, 0.5894),
            new Patch("neutral 6.5", 0.3432, 0.3581, 0.3632),
            new Patch("neutral 5", 0.3446, 0.3579, 0.1915),
            new Patch("neutral 3.5", 0.3401, 0.3548, 0.0883),
            new Patch("black", 0.3406, 0.3537, 0.0311));

    private ColorChart() {}
}
