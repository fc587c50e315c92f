package dev.beatboard.time;

import java.math.BigInteger;

/// A moment or a duration of a clip in seconds, as an exact fraction in lowest terms with a positive denominator.
public record Time(long numerator, long denominator) implements Comparable<Time> {

    public static final Time ZERO = new Time(0, 1);

    public Time {
        if (denominator == 0) {
            throw new IllegalArgumentException("A time needs a denominator other than 0");
        }
        long g = gcd(Math.abs(numerator), Math.abs(denominator)) * (denominator < 0 ? -1 : 1);
        numerator /= g;
        denominator /= g;
    }

    public static Time seconds(long whole) {
        return new Time(whole, 1);
    }

    public static Time milliseconds(long thousandths) {
        return new Time(thousandths, 1000);
    }

    public double toSeconds() {
        return (double) numerator / denominator;
    }

    public Time plus(Time o) {
        return new Time(
                Math.addExact(
                        Math.multiplyExact(numerator, o.denominator), Math.multiplyExact(o.numerator, denominator)),
                Math.multiplyExact(denominator, o.denominator));
    }

    public Time minus(Time o) {
        return plus(new Time(-o.numerator, o.denominator));
    }

    @Override
    public int compareTo(Time o) {
        return BigInteger.valueOf(numerator)
                .multiply(BigInteger.valueOf(o.denominator))
                .compareTo(BigInteger.valueOf(o.numerator).multiply(BigInteger.valueOf(denominator)));
    }

    private static long gcd(long a, long b) {
        return b == 0 ? Math.max(a, 1) : gcd(b, a % b);
    }
}
