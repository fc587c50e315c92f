package dev.beatboard.file.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.beatboard.time.FrameRate;
import dev.beatboard.time.Timecode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EdlFileTest {

    @Test
    void theListIsAsKnown() {
        String text = EdlFile.text(Edits.of("Corridor, night", Timecode.of(new FrameRate(24000, 1001))));
        assertThat(text.replace("\r\n", "\n")).isEqualTo("""
                TITLE: Corridor, night
                FCM: NON-DROP FRAME

                001  CORRIDOR V     C        00:00:00:00 00:00:01:16 01:00:00:00 01:00:01:16
                * FROM CLIP NAME: Corridor, night 1
                * LOC: 01:00:00:00 YELLOW  Keyframe 01 Wide shot, a man waits.
                * Wide shot, a man waits.
                002  CORRIDOR V     C        00:00:01:16 00:00:03:00 01:00:01:16 01:00:03:00
                * FROM CLIP NAME: Corridor, night 2
                * LOC: 01:00:01:16 YELLOW  Keyframe 02 =1+1, "quoted" <b>&amp; e? new line
                * =1+1, "quoted" <b>&amp; e? new line
                * LOC: 01:00:02:12 YELLOW  Keyframe 03
                003  CORRIDOR V     C        00:00:03:00 00:00:04:00 01:00:03:00 01:00:04:00
                * FROM CLIP NAME: Corridor, night 3
                """);
    }

    @ParameterizedTest
    @CsvSource({
        "30000, true, FCM: DROP FRAME, 00:00:01;10, 01:00:01;10",
        "30000, false, FCM: NON-DROP FRAME, 00:00:01:10, 01:00:01:10",
        "60000, true, FCM: DROP FRAME, 00:00:00;40, 01:00:00;40",
    })
    void dropFrameIsSaidAndWrittenWithSemicolons(
            int numerator, boolean drop, String mode, String source, String record) {
        String text = EdlFile.text(Edits.of("X", new Timecode(new FrameRate(numerator, 1001), drop, 0)));
        assertThat(text).contains(mode + "\r\n");
        assertThat(text.lines().filter(l -> l.startsWith("002")))
                .singleElement()
                .asString()
                .contains(" " + source + " ")
                .contains(" " + record + " ");
    }

    @Test
    void eventsFollowOneAnotherWithoutGap() {
        String text = EdlFile.text(Edits.part(Edits.of("A", Timecode.of(new FrameRate(25, 1))), 10, 90));
        String[] lines = text.lines().filter(l -> l.matches("\\d{3}  .*")).toArray(String[]::new);
        assertThat(lines).hasSize(3);
        assertThat(lines[0]).endsWith("00:00:00:10 00:00:01:15 01:00:00:00 01:00:01:05");
        assertThat(lines[1]).endsWith("00:00:01:15 00:00:02:22 01:00:01:05 01:00:02:12");
        assertThat(lines[2]).endsWith("00:00:02:22 00:00:03:16 01:00:02:12 01:00:03:06");
    }

    @Test
    void longNamesStayWithinTheLimits() {
        String title = "Überlänge 日本 " + "x".repeat(300);
        String text = EdlFile.text(Edits.of(title, Timecode.of(FrameRate.FILM)));
        assertThat(text.lines())
                .allMatch(l -> l.length() <= 80)
                .allMatch(l -> l.chars().allMatch(c -> c < 127));
        assertThat(text).startsWith("TITLE: Uberlange ?? xxx");
        assertThat(EdlFile.reel(title)).isEqualTo("UBERLANG");
        assertThat(EdlFile.reel("日本")).isEqualTo("AX");
    }

    @Test
    void refusesDropFrameWhereThereIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Edits.of("A", Timecode.dropFrame(new FrameRate(24000, 1001))))
                .withMessageContaining("23.976");
    }
}
