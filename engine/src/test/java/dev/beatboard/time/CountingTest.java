package dev.beatboard.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountingTest {

    private static FrameRate rate(String label) {
        return FrameRate.KNOWN.stream()
                .filter(r -> r.label().startsWith(label))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "23.976, NON_DROP, 0, 00:00:00:00",
        "23.976, NON_DROP, 23, 00:00:00:23",
        "23.976, NON_DROP, 24, 00:00:01:00",
        "23.976, NON_DROP, 86400, 01:00:00:00",
        "25, NON_DROP, 1499, 00:00:59:24",
        "25, NON_DROP, 90000, 01:00:00:00",
        "29.97, NON_DROP, 1800, 00:01:00:00",
        "29.97, DROP, 1799, 00:00:59;29",
        "29.97, DROP, 1800, 00:01:00;02",
        "29.97, DROP, 3597, 00:01:59;29",
        "29.97, DROP, 3598, 00:02:00;02",
        "29.97, DROP, 17981, 00:09:59;29",
        "29.97, DROP, 17982, 00:10:00;00",
        "29.97, DROP, 19781, 00:10:59;29",
        "29.97, DROP, 19782, 00:11:00;02",
        "29.97, DROP, 107892, 01:00:00;00",
        "59.94, NON_DROP, 3600, 00:01:00:00",
        "59.94, DROP, 3599, 00:00:59;59",
        "59.94, DROP, 3600, 00:01:00;04",
        "59.94, DROP, 35964, 00:10:00;00",
        "59.94, DROP, 215784, 01:00:00;00",
        "24, NON_DROP, 2073600, 00:00:00:00",
    })
    void framesHaveTheTimecodeOfTheBook(String label, Counting counting, long frame, String timecode) {
        assertThat(counting.text(frame, rate(label))).isEqualTo(timecode);
    }

    @ParameterizedTest
    @CsvSource({"29.97, 2, 30", "59.94, 4, 60"})
    void dropFrameLeavesOutJustTheNumbersThatItShould(String label, int left, int base) {
        FrameRate r = rate(label);
        long number = 0;
        for (long frame = 0; frame < 20 * 60 * base; frame++, number++) {
            boolean minute = number % (60L * base) == 0 && number % (600L * base) != 0;
            number += minute ? left : 0;
            assertThat(Counting.DROP.text(frame, r).replace(';', ':')).isEqualTo(Counting.NON_DROP.text(number, r));
        }
    }

    @Test
    void hoursBeginWhereTheyShould() {
        for (FrameRate r : FrameRate.KNOWN) {
            assertThat(Counting.NON_DROP.text(Counting.NON_DROP.frameAtHour(1, r), r))
                    .isEqualTo("01:00:00:00");
            if (Counting.canDrop(r)) {
                assertThat(Counting.DROP.text(Counting.DROP.frameAtHour(7, r), r))
                        .isEqualTo("07:00:00;00");
            }
        }
    }

    @Test
    void onlyTwoRatesDrop() {
        assertThat(FrameRate.KNOWN.stream().filter(Counting::canDrop).map(FrameRate::label))
                .containsExactly("29.970", "59.940");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Counting.DROP.text(0, rate("23.976")))
                .withMessageContaining("23.976");
    }
}
