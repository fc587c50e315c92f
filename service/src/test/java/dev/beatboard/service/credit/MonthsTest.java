package dev.beatboard.service.credit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MonthsTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-28, 2026-11-28, 2026-11-28, 2026-12-28",
        "2026-11-28, 2026-12-27, 2026-11-28, 2026-12-28",
        "2026-11-28, 2026-12-28, 2026-12-28, 2027-01-28",
        // Short months: the last day, and the 31st again where there is one.
        "2027-01-31, 2027-02-27, 2027-01-31, 2027-02-28",
        "2027-01-31, 2027-02-28, 2027-02-28, 2027-03-31",
        "2027-01-31, 2027-03-30, 2027-02-28, 2027-03-31",
        "2027-01-31, 2027-03-31, 2027-03-31, 2027-04-30",
        "2027-01-31, 2027-04-30, 2027-04-30, 2027-05-31",
        "2027-01-30, 2027-02-28, 2027-02-28, 2027-03-30",
        // Leap years: 2028 is one, 2100 is not.
        "2028-01-31, 2028-02-28, 2028-01-31, 2028-02-29",
        "2028-01-31, 2028-02-29, 2028-02-29, 2028-03-31",
        "2028-02-29, 2029-02-28, 2029-02-28, 2029-03-29",
        "2028-02-29, 2032-02-28, 2032-01-29, 2032-02-29",
        "2100-01-29, 2100-02-28, 2100-02-28, 2100-03-29",
        // Before it began.
        "2026-11-28, 2026-11-01, 2026-11-28, 2026-12-28",
    })
    void beginsOnTheSameDayOrTheLast(LocalDate anchor, LocalDate day, LocalDate begin, LocalDate next) {
        assertThat(Months.of(anchor, day)).isEqualTo(begin);
        assertThat(Months.after(anchor, day)).isEqualTo(next);
    }

    @Test
    void everyDayIsInOneMonth() {
        long seed = 20_261_128;
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            LocalDate anchor = LocalDate.ofEpochDay(random.nextInt(40_000));
            LocalDate day = anchor.plusDays(random.nextInt(4_000));
            LocalDate begin = Months.of(anchor, day);
            LocalDate next = Months.after(anchor, day);
            assertThat(day).as("seed %s, %s, %s", seed, anchor, day).isBetween(begin, next.minusDays(1));
            assertThat(Months.of(anchor, begin)).isEqualTo(begin);
            assertThat(Months.of(anchor, next)).isEqualTo(next);
            assertThat(Months.of(anchor, next.minusDays(1))).isEqualTo(begin);
        }
    }
}
