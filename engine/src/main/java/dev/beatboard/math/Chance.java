package dev.beatboard.math;

/// Counter-based random numbers: a pure function of a seed and up to three counters, so that any value can be had
/// alone, in any order and on any thread. The mixer is SplitMix64's finalizer (Steele, Lea and Flood 2014).
public final class Chance {

    private Chance() {}

    public static long bits(long seed, long a, long b, long c) {
        long h = mix(seed + 0x9E3779B97F4A7C15L);
        h = mix(h ^ (a * 0xBF58476D1CE4E5B9L + 0x9E3779B97F4A7C15L));
        h = mix(h ^ (b * 0x94D049BB133111EBL + 0x632BE59BD9B4E019L));
        return mix(h ^ (c * 0xD6E8FEB86659FD93L + 0x2545F4914F6CDD1DL));
    }

    /// Uniform in [0, 1).
    public static double unit(long seed, long a, long b, long c) {
        return (bits(seed, a, b, c) >>> 11) * 0x1p-53;
    }

    /// Uniform in [-1, 1).
    public static double signed(long seed, long a, long b, long c) {
        return 2 * unit(seed, a, b, c) - 1;
    }

    /// Smooth noise over a line, within plus or minus 1: cubic interpolation between values at whole numbers.
    public static double noise(long seed, long channel, double x) {
        double base = Math.floor(x);
        long i = (long) base;
        double t = x - base;
        double a = signed(seed, channel, i, 0);
        double b = signed(seed, channel, i + 1, 0);
        return Ease.lerp(a, b, Ease.smooth(t));
    }

    private static long mix(long z) {
        long v = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        v = (v ^ (v >>> 27)) * 0x94D049BB133111EBL;
        return v ^ (v >>> 31);
    }
}
