package dev.beatboard.service.credit;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/// Months counted from a day: each begins on the same day of the calendar's month, or on the last
/// one where there is no such day. From January 31: February 28, March 31, April 30.
final class Months {

    private Months() {}

    /// The first day of the month that `day` is in; the anchor itself for earlier days.
    static LocalDate of(LocalDate anchor, LocalDate day) {
        return anchor.plusMonths(count(anchor, day));
    }

    /// The first day of the month after the one that `day` is in.
    static LocalDate after(LocalDate anchor, LocalDate day) {
        return anchor.plusMonths(count(anchor, day) + 1);
    }

    private static long count(LocalDate anchor, LocalDate day) {
        long n = Math.max(0, ChronoUnit.MONTHS.between(anchor, day));
        // From January 31 to February 28 Java counts no month.
        return anchor.plusMonths(n + 1).isAfter(day) ? n : n + 1;
    }
}
