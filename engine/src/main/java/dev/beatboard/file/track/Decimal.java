package dev.beatboard.file.track;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Numbers as text: a fixed number of decimals at most, no exponent, no trailing zeros, the same in
/// every country.
final class Decimal {

    /// A hundredth of a millimeter.
    static final int METERS = 5;

    static final int PIXELS = 2;
    static final int DEGREES = 3;
    static final int TURNS = 6;
    static final int SHARES = 4;
    static final int SECONDS = 6;

    private static final long[] POWER = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000};
    private static final double LARGEST = 1e9;

    private Decimal() {}

    static String of(double value, int decimals) {
        StringBuilder out = new StringBuilder(16);
        append(out, value, decimals);
        return out.toString();
    }

    /// @throws IllegalArgumentException for what is no number
    static void append(StringBuilder out, double value, int decimals) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("A track has " + value);
        }
        if (StrictMath.abs(value) >= LARGEST) {
            out.append(new BigDecimal(value)
                    .setScale(decimals, RoundingMode.HALF_UP)
                    .stripTrailingZeros()
                    .toPlainString());
            return;
        }
        long scaled = Math.round(StrictMath.abs(value) * POWER[decimals]);
        if (value < 0 && scaled != 0) {
            out.append('-');
        }
        out.append(scaled / POWER[decimals]);
        long rest = scaled % POWER[decimals];
        if (rest != 0) {
            out.append('.');
            for (int d = decimals - 1; d >= 0 && rest != 0; d--) {
                out.append((char) ('0' + rest / POWER[d]));
                rest %= POWER[d];
            }
        }
    }
}
