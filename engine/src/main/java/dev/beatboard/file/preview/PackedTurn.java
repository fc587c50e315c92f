package dev.beatboard.file.preview;

/// A unit quaternion in 64 bits: the three smaller components with 20 bits each, and which one is left out. The angle
/// is off by less than four millionths of a radian.
final class PackedTurn {

    private static final int BITS = 20;
    private static final int MIDDLE = 1 << BITS - 1;
    /// Steps from 0 to the square root of 1/2, the most that one of the three smaller can be.
    private static final double STEPS = (MIDDLE - 1) * Math.sqrt(2);

    static final long IDENTITY = of(0, 0, 0, 1);

    private PackedTurn() {}

    /// From the lowest bit: the smaller three in the order x, y, z, w, then the number of the largest, whose sign is
    /// made positive.
    static long of(double x, double y, double z, double w) {
        double ax = Math.abs(x);
        double ay = Math.abs(y);
        double az = Math.abs(z);
        double aw = Math.abs(w);
        if (aw >= ax && aw >= ay && aw >= az) {
            return packed(w, x, y, z, 3);
        }
        if (ax >= ay && ax >= az) {
            return packed(x, y, z, w, 0);
        }
        return ay >= az ? packed(y, x, z, w, 1) : packed(z, x, y, w, 2);
    }

    private static long packed(double largest, double a, double b, double c, int left) {
        double k = largest < 0 ? -STEPS : STEPS;
        return step(k * a) | step(k * b) << BITS | step(k * c) << 2 * BITS | (long) left << 3 * BITS;
    }

    private static long step(double v) {
        return Math.clamp(Math.round(v) + MIDDLE, 1, 2 * MIDDLE - 1);
    }
}
