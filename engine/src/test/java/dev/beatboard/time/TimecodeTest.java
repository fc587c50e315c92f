package dev.beatboard.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimecodeTest {

    private static FrameRate rate(String label) {
        return FrameRate.KNOWN.stream()
                .filter(r -> r.label().startsWith(label))
                .findFirst()
                .orElseThrow();
    }

    private static Timecode from(String label, boolean drop) {
        return new Timecode(rate(label), drop, 0);
    }

    @ParameterizedTest
    @CsvSource({
        "23.976, false, 0, 00:00:00:00",
        "23.976, false, 23, 00:00:00:23",
        "23.976, false, 24, 00:00:01:00",
        "23.976, false, 1440, 00:01:00:00",
        "23.976, false, 86400, 01:00:00:00",
        "25, false, 1499, 00:00:59:24",
        "25, false, 90000, 01:00:00:00",
        "29.97, false, 1800, 00:01:00:00",
        "29.97, true, 0, 00:00:00;00",
        "29.97, true, 1799, 00:00:59;29",
        "29.97, true, 1800, 00:01:00;02",
        "29.97, true, 3597, 00:01:59;29",
        "29.97, true, 3598, 00:02:00;02",
        "29.97, true, 17981, 00:09:59;29",
        "29.97, true, 17982, 00:10:00;00",
        "29.97, true, 19781, 00:10:59;29",
        "29.97, true, 19782, 00:11:00;02",
        "29.97, true, 107892, 01:00:00;00",
        "59.94, false, 3600, 00:01:00:00",
        "59.94, true, 3599, 00:00:59;59",
        "59.94, true, 3600, 00:01:00;04",
        "59.94, true, 35964, 00:10:00;00",
        "59.94, true, 215784, 01:00:00;00",
    })
    void framesHaveTheTimecodeOfTheBookAndBack(String label, boolean drop, long frame, String timecode) {
        assertThat(from(label, drop).text(frame)).isEqualTo(timecode);
        assertThat(Timecode.frame(timecode, rate(label))).contains(frame);
    }

    @ParameterizedTest
    @CsvSource({"24, false, 2073600, 00:00:00:00", "29.97, true, 2589408, 00:00:00;00", "24, false, -1, 23:59:59:23"})
    void beginsAnewAtMidnight(String label, boolean drop, long frame, String timecode) {
        assertThat(from(label, drop).text(frame)).isEqualTo(timecode);
    }

    @ParameterizedTest
    @CsvSource({"29.97, 2, 30", "59.94, 4, 60"})
    void dropFrameLeavesOutJustTheNumbersThatItShould(String label, int left, int base) {
        long number = 0;
        for (long frame = 0; frame < 20 * 60 * base; frame++, number++) {
            boolean minute = number % (60L * base) == 0 && number % (600L * base) != 0;
            number += minute ? left : 0;
            assertThat(from(label, true).text(frame).replace(';', ':'))
                    .isEqualTo(from(label, false).text(number));
        }
    }

    @Test
    void hoursBeginWhereTheyShould() {
        for (FrameRate r : FrameRate.KNOWN) {
            assertThat(Timecode.of(r).atHour(1).text(0)).isEqualTo("01:00:00:00");
            if (Timecode.canDrop(r)) {
                assertThat(Timecode.dropFrame(r).atHour(7).text(0)).isEqualTo("07:00:00;00");
            }
        }
        assertThat(Timecode.of(rate("23.976")).atHour(1).text(25)).isEqualTo("01:00:01:01");
    }

    @Test
    void slatesCountUpToTheStart() {
        Timecode slate = Timecode.of(rate("23.976")).before(24);
        assertThat(slate.text(0)).isEqualTo("23:59:59:00");
        assertThat(slate.text(24)).isEqualTo("00:00:00:00");
        assertThat(Timecode.dropFrame(rate("29.97")).atHour(1).before(1).text(0))
                .isEqualTo("00:59:59;29");
    }

    @ParameterizedTest
    @CsvSource({
        "24, 00:00:01:24",
        "24, 00:60:00:00",
        "24, 00:00:60:00",
        "24, 24:00:00:00",
        "24, 0:00:00:00",
        "29.97, 00:01:00;00",
        "29.97, 00:01:00;01",
        "59.94, 00:09:00;03",
    })
    void timecodesThatAreNoneMeanNoFrame(String label, String timecode) {
        assertThat(Timecode.frame(timecode, rate(label))).isEmpty();
    }

    @Test
    void aSemicolonWhereNothingIsDroppedIsAColon() {
        assertThat(Timecode.frame("00:01:00;00", FrameRate.FILM)).contains(1440L);
    }

    @Test
    void onlyTwoRatesDrop() {
        assertThat(FrameRate.KNOWN.stream().filter(Timecode::canDrop).map(FrameRate::label))
                .containsExactly("29.970", "59.940");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Timecode.dropFrame(rate("23.976")))
                .withMessageContaining("23.976")
                .withMessageContaining("29.97 and 59.94");
    }
}
