package dev.beatboard.time;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FrameRateTest {

    @Test
    void framesOfTwentySecondsAtFilmRateInAmericanTelevision() {
        assertThat(new FrameRate(24000, 1001).framesIn(Time.seconds(20))).isEqualTo(480);
        assertThat(FrameRate.FILM.framesIn(Time.seconds(20))).isEqualTo(480);
        assertThat(new FrameRate(60, 1).framesIn(Time.seconds(20))).isEqualTo(1200);
    }

    @Test
    void everyFrameFindsItselfByItsTime() {
        for (FrameRate rate : FrameRate.KNOWN) {
            for (int n = 0; n < 1300; n++) {
                assertThat(rate.frameAt(rate.timeOf(n))).isEqualTo(n);
            }
        }
    }

    @Test
    void halvesGoUp() {
        assertThat(FrameRate.FILM.frameAt(new Time(1, 48))).isEqualTo(1);
        assertThat(FrameRate.FILM.frameAt(new Time(-1, 48))).isZero();
    }
}
