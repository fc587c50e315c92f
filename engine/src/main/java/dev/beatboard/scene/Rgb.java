package dev.beatboard.scene;

/// A color or a radiance: scene-linear, Rec.709 primaries, D65 white, no upper bound.
public record Rgb(float r, float g, float b) {

    public static final Rgb BLACK = new Rgb(0, 0, 0);
    public static final Rgb WHITE = new Rgb(1, 1, 1);

    public static Rgb grey(double v) {
        return new Rgb((float) v, (float) v, (float) v);
    }

    /// From sRGB bytes packed as 0xRRGGBB.
    public static Rgb ofSrgb(int hex) {
        return new Rgb(
                linear((hex >> 16 & 255) / 255.0), linear((hex >> 8 & 255) / 255.0), linear((hex & 255) / 255.0));
    }

    public Rgb times(double k) {
        return new Rgb((float) (r * k), (float) (g * k), (float) (b * k));
    }

    public Rgb times(Rgb o) {
        return new Rgb(r * o.r, g * o.g, b * o.b);
    }

    public Rgb plus(Rgb o) {
        return new Rgb(r + o.r, g + o.g, b + o.b);
    }

    /// Relative luminance (Rec.709 weights).
    public float luminance() {
        return 0.2126f * r + 0.7152f * g + 0.0722f * b;
    }

    private static float linear(double v) {
        return (float) (v <= 0.04045 ? v / 12.92 : StrictMath.pow((v + 0.055) / 1.055, 2.4));
    }
}
