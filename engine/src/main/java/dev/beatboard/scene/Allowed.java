package dev.beatboard.scene;

import dev.beatboard.math.Vec3;

/// Refuses numbers that no renderer can draw, where they are made: who, what was found, and what is allowed. All of
/// these
/// throw [IllegalArgumentException].
final class Allowed {

    private Allowed() {}

    static void within(String who, String what, double v, double low, double high) {
        if (!(v >= low && v <= high)) {
            throw new IllegalArgumentException(who + ": " + what + " is " + v + "; allowed is " + low + " to " + high);
        }
    }

    /// Greater than 0 and finite, or [Double#POSITIVE_INFINITY] where that means something.
    static void positive(String who, String what, double v, boolean orInfinite) {
        if (!(v > 0) || !orInfinite && Double.isInfinite(v)) {
            throw new IllegalArgumentException(who + ": " + what + " is " + v + "; allowed is what is greater than 0"
                    + (orInfinite ? "" : " and finite"));
        }
    }

    /// Three finite numbers, none negative.
    static void light(String who, String what, Rgb c) {
        if (!(c.r() >= 0 && c.g() >= 0 && c.b() >= 0 && c.r() + c.g() + c.b() < Float.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(who + ": " + what + " is " + c.r() + ", " + c.g() + ", " + c.b()
                    + "; allowed are finite numbers from 0 up");
        }
    }

    static void place(String who, String what, Vec3 p) {
        if (!Double.isFinite(p.x() + p.y() + p.z())) {
            throw new IllegalArgumentException(
                    who + ": " + what + " is " + p.x() + ", " + p.y() + ", " + p.z() + "; allowed are finite numbers");
        }
    }

    static void finite(String who, String what, float[] a) {
        float sum = 0;
        for (float v : a) {
            // Stays zero unless a number is infinite or none.
            sum += 0 * v;
        }
        if (sum == 0) {
            return;
        }
        for (int i = 0; i < a.length; i++) {
            if (!Float.isFinite(a[i])) {
                throw new IllegalArgumentException(
                        who + ": " + what + "[" + i + "] is " + a[i] + "; allowed are finite numbers");
            }
        }
    }
}
