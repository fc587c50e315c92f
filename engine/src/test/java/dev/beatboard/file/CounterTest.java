package dev.beatboard.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.beatboard.time.FrameRate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CounterTest {

    private static final FrameRate NTSC = new FrameRate(30000, 1001);

    /// SMPTE ST 12-1, section 5.2.2: numbers 0 and 1 are skipped each minute but every tenth.
    @ParameterizedTest
    @CsvSource({
        "0, 00:00:00;00",
        "1799, 00:00:59;29",
        "1800, 00:01:00;02",
        "3597, 00:01:59;29",
        "3598, 00:02:00;02",
        "17981, 00:09:59;29",
        "17982, 00:10:00;00",
        "107892, 01:00:00;00",
        "2589408, 00:00:00;00"
    })
    void dropFrameSkipsNumbers(int frame, String timecode) {
        assertThat(new Counter(NTSC, 0, true).timecode(frame)).isEqualTo(timecode);
    }

    @Test
    void sixtyDropsFour() {
        Counter c = new Counter(new FrameRate(60000, 1001), 0, true);
        assertThat(c.timecode(3599)).isEqualTo("00:00:59;59");
        assertThat(c.timecode(3600)).isEqualTo("00:01:00;04");
        assertThat(c.timecode(35964)).isEqualTo("00:10:00;00");
    }

    @Test
    void otherRatesCountEveryFrame() {
        FrameRate film = new FrameRate(24000, 1001);
        assertThat(Counter.of(film).timecode(1440)).isEqualTo("00:01:00:00");
        assertThat(new Counter(film, 86400, false).timecode(25)).isEqualTo("01:00:01:01");
        assertThat(Counter.of(film).before(24).timecode(0)).isEqualTo("23:59:59:00");
        assertThat(Counter.of(film).before(24).timecode(24)).isEqualTo("00:00:00:00");
        assertThatThrownBy(() -> new Counter(film, 0, true)).hasMessageContaining("29.97 and 59.94");
    }
}
