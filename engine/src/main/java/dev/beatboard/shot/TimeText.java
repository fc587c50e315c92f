package dev.beatboard.shot;

import dev.beatboard.time.FrameRate;
import dev.beatboard.time.Time;
import dev.beatboard.time.Timecode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Times as people write them: `2.5s`, `2.5`, `500ms`, `96f`, `00:00:04:00`, and the exact `1001/24000s`.
final class TimeText {

    static final String FORMS = "A time is seconds (2.5s), frames (60f) or timecode (00:00:02:12).";

    private static final Pattern SECONDS =
            Pattern.compile("([+-]?\\d{1,9}(?:\\.\\d{0,9})?|[+-]?\\.\\d{1,9})\\s*(s|sec|ms)?");
    private static final Pattern FRACTION = Pattern.compile("([+-]?\\d{1,15})/(\\d{1,12})\\s*s");
    private static final Pattern FRAMES = Pattern.compile("([+-]?\\d{1,7})\\s*f");

    private TimeText() {}

    /// The time that the text says, not snapped; empty if it is none. Frames and timecode count at `rate`.
    static Optional<Time> parse(String text, FrameRate rate) {
        String t = text.strip();
        Matcher m = SECONDS.matcher(t);
        if (m.matches()) {
            BigDecimal value = new BigDecimal(m.group(1));
            long scale = 1_000_000_000L;
            long nanos = value.movePointRight(9).longValueExact();
            return Optional.of("ms".equals(m.group(2)) ? new Time(nanos, scale * 1000) : new Time(nanos, scale));
        }
        m = FRACTION.matcher(t);
        if (m.matches()) {
            long below = Long.parseLong(m.group(2));
            return below == 0 ? Optional.empty() : Optional.of(new Time(Long.parseLong(m.group(1)), below));
        }
        m = FRAMES.matcher(t);
        if (m.matches()) {
            return Optional.of(rate.timeOf(Integer.parseInt(m.group(1))));
        }
        return Timecode.frame(t, rate).map(n -> rate.timeOf(Math.toIntExact(n)));
    }

    /// The one exact text of a time: decimal seconds where nine digits suffice, else a fraction.
    static String exact(Time t) {
        BigDecimal above = BigDecimal.valueOf(t.numerator());
        try {
            BigDecimal value = above.divide(BigDecimal.valueOf(t.denominator()));
            if (value.scale() <= 9) {
                BigDecimal plain = value.stripTrailingZeros();
                return (plain.scale() < 0 ? plain.setScale(0) : plain).toPlainString() + "s";
            }
        } catch (ArithmeticException endless) {
            // Not a finite decimal: the fraction says it.
        }
        return t.numerator() + "/" + t.denominator() + "s";
    }

    /// Seconds for a message, to three places.
    static String readable(Time t) {
        return BigDecimal.valueOf(t.numerator())
                        .divide(BigDecimal.valueOf(t.denominator()), 3, java.math.RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString()
                + " s";
    }
}
