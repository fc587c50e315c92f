package dev.beatboard.render.sampler;

/// Sines and cosines of whole turns by a polynomial: quicker than those of the library, and the same on every machine.
public final class Circle {

    private Circle() {}

    /// cos(2 pi u) within 1e-9.
    public static double cos(double u) {
        return sin(u + 0.25);
    }

    /// sin(2 pi u) within 1e-9.
    public static double sin(double u) {
        // To a quarter turn on either side of 0.
        double t = u - Math.floor(u + 0.5);
        t = t > 0.25 ? 0.5 - t : t < -0.25 ? -0.5 - t : t;
        double x = 2 * Math.PI * t;
        double q = x * x;
        double s = q / 6227020800.0 - 1.0 / 39916800;
        s = q * s + 1.0 / 362880;
        s = q * s - 1.0 / 5040;
        s = q * s + 1.0 / 120;
        s = q * s - 1.0 / 6;
        return x * (1 + q * s);
    }
}
