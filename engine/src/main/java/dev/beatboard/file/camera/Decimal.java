package dev.beatboard.file.camera;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Numbers as text that every program reads: a point, no exponent, no locale, no needless zeros.
public final class Decimal {

    private Decimal() {}

    /// At most so many digits after the point.
    public static String of(double value, int digits) {
        BigDecimal v = new BigDecimal(value).setScale(digits, RoundingMode.HALF_EVEN);
        if (v.signum() == 0) {
            return "0";
        }
        String text = v.toPlainString();
        if (text.indexOf('.') < 0) {
            return text;
        }
        int end = text.length();
        while (text.charAt(end - 1) == '0') {
            end--;
        }
        return text.substring(0, text.charAt(end - 1) == '.' ? end - 1 : end);
    }
}
