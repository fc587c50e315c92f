package dev.beatboard.time;

import java.math.BigInteger;
import java.util.List;

/// Frames per second as an exact fraction: 23.976 is 24000/1001. Frame `n` stands at `n / rate` seconds, the middle of
/// its shutter.
public record FrameRate(int numerator, int denominator) {

    public static final FrameRate FILM = new FrameRate(24, 1);

    /// The rates that a shot may have.
    public static final List<FrameRate> KNOWN = List.of(
            new FrameRate(24000, 1001),
            FILM,
            new FrameRate(25, 1),
            new FrameRate(30000, 1001),
            new FrameRate(30, 1),
            new FrameRate(48, 1),
            new FrameRate(50, 1),
            new FrameRate(60000, 1001),
            new FrameRate(60, 1));

    public FrameRate {
        if (numerator <= 0 || denominator <= 0) {
            throw new IllegalArgumentException("A frame rate is positive: " + numerator + "/" + denominator);
        }
    }

    /// When frame `n` is seen.
    public Time timeOf(int n) {
        return new Time(Math.multiplyExact((long) n, denominator), numerator);
    }

    /// The frame nearest to `t`; halves go up.
    public int frameAt(Time t) {
        BigInteger n = BigInteger.valueOf(t.numerator())
                .multiply(BigInteger.valueOf(numerator))
                .shiftLeft(1)
                .add(BigInteger.valueOf(t.denominator()).multiply(BigInteger.valueOf(denominator)));
        BigInteger d = BigInteger.valueOf(t.denominator())
                .multiply(BigInteger.valueOf(denominator))
                .shiftLeft(1);
        BigInteger[] q = n.divideAndRemainder(d);
        return (q[1].signum() < 0 ? q[0].subtract(BigInteger.ONE) : q[0]).intValueExact();
    }

    /// How many frames a clip of this duration has: `round(duration x rate)`, at least one.
    public int framesIn(Time duration) {
        return Math.max(1, frameAt(duration));
    }

    /// The duration of one frame in seconds.
    public double frameSeconds() {
        return (double) denominator / numerator;
    }

    /// As people write it: `24`, `23.976`.
    public String label() {
        return denominator == 1
                ? Integer.toString(numerator)
                : String.format(java.util.Locale.ROOT, "%.3f", (double) numerator / denominator);
    }
}
