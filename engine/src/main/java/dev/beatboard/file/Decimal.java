package dev.beatboard.file;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Numbers as text that every program reads: a point, no exponent, no locale, no needless zeros.
public final class Decimal {

    private static final long[] POWER = {
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000L
    };
    /// Up to here a `double` tells a whole number from the next.
    private static final double EXACT = 1L << 52;

    private Decimal() {}

    /// At most so many digits after the point, the rest rounded.
    public static String of(double value, int digits) {
        StringBuilder out = new StringBuilder(16);
        append(out, value, digits);
        return out.toString();
    }

    /// The same, added to a text.
    ///
    /// @throws IllegalArgumentException for what is no number
    public static void append(StringBuilder out, double value, int digits) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("There is no decimal number for " + value);
        }
        double large = digits < POWER.length ? StrictMath.abs(value) * POWER[digits] : EXACT;
        if (large >= EXACT) {
            BigDecimal rounded = new BigDecimal(value).setScale(digits, RoundingMode.HALF_UP);
            out.append(rounded.stripTrailingZeros().toPlainString());
            return;
        }
        long scaled = Math.round(large);
        if (value < 0 && scaled != 0) {
            out.append('-');
        }
        out.append(scaled / POWER[digits]);
        long rest = scaled % POWER[digits];
        if (rest != 0) {
            out.append('.');
            for (int d = digits - 1; rest != 0; d--) {
                out.append((char) ('0' + rest / POWER[d]));
                rest %= POWER[d];
            }
        }
    }
}
