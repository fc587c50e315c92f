package dev.beatboard.math;

/// The shapes by which a value goes from 0 to 1, and the small scalar functions that go with them. All are pure and
/// clamp their argument to 0..1.
public final class Ease {

    private Ease() {}

    public static double clamp(double v, double low, double high) {
        return v < low ? low : v > high ? high : v;
    }

    public static double unit(double v) {
        return clamp(v, 0, 1);
    }

    public static double lerp(double a, double b, double t) {
        return a + (b - a) * t;
    }

    /// The minimum-jerk course of a reaching hand: zero speed and acceleration at both ends (Flash and Hogan 1985).
    public static double minimumJerk(double u) {
        double t = unit(u);
        return t * t * t * (10 + t * (-15 + 6 * t));
    }

    /// Hermite's cubic step: zero speed at both ends.
    public static double smooth(double u) {
        double t = unit(u);
        return t * t * (3 - 2 * t);
    }
}
