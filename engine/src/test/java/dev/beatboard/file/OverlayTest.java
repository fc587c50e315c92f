package dev.beatboard.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.beatboard.time.FrameRate;
import dev.beatboard.time.Timecode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OverlayTest {

    private static final int WIDTH = 480;
    private static final int HEIGHT = 270;
    private static final Picture GRAY = gray();

    @Test
    void nothingToDrawLeavesThePictureItself() {
        assertThat(Overlay.NONE.draw(GRAY, 3)).isSameAs(GRAY);
    }

    @Test
    void theBurnInIsInItsStripAndNowhereElse() {
        Picture drawn = burnIn().draw(GRAY, 30);
        int strip = HEIGHT / 3;
        int changed = 0;
        int bright = 0;
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            boolean differs = drawn.rgb()[3 * i] != GRAY.rgb()[3 * i];
            if (i / WIDTH < HEIGHT - strip) {
                assertThat(differs).as("pixel %d, row %d", i, i / WIDTH).isFalse();
            } else {
                changed += differs ? 1 : 0;
                bright += (drawn.rgb()[3 * i] & 255) > 200 ? 1 : 0;
            }
        }
        assertThat(changed).isGreaterThan(WIDTH * 20);
        assertThat(bright).as("pixels of letters").isGreaterThan(100);
    }

    @Test
    void theBurnInSaysFrameTimecodeAndKeyframe() {
        Overlay.BurnIn b = burnIn().burnIn().orElseThrow();
        assertThat(b.left(30)).isEqualTo("Corridor | frame 30 | 01:00:01:06");
        assertThat(b.right(0)).isEqualTo("Keyframe 1: She stands.");
        assertThat(b.right(30)).isEqualTo("Keyframe 2: She turns.");
        // Frames differ where the numbers do.
        assertThat(burnIn().draw(GRAY, 30).rgb())
                .isNotEqualTo(burnIn().draw(GRAY, 31).rgb());
    }

    @Test
    void lettersAreDrawnWhereThereAreNone() {
        Overlay watermark = new Overlay(Optional.of("NOT FOR RELEASE"), Optional.empty(), Optional.empty());
        byte[] drawn = watermark.draw(GRAY, 0).rgb();
        assertThat(rows(drawn))
                .allMatch(y -> Math.abs(y - HEIGHT / 2) < HEIGHT / 10)
                .isNotEmpty();
    }

    @Test
    void barsLeaveTheAspectFree() {
        Overlay wide = new Overlay(Optional.empty(), Optional.empty(), Optional.of(2.4));
        byte[] drawn = wide.draw(GRAY, 0).rgb();
        int bar = (HEIGHT - 200) / 2;
        assertThat(rows(drawn)).hasSize(2 * bar).contains(0, bar - 1, HEIGHT - bar, HEIGHT - 1);
        assertThat(drawn[0]).isZero();
        Overlay tall = new Overlay(Optional.empty(), Optional.empty(), Optional.of(1.0));
        byte[] sides = tall.draw(GRAY, 0).rgb();
        assertThat(sides[3 * 104]).isZero();
        assertThat(sides[3 * 105]).isEqualTo((byte) 120);
    }

    @Test
    void theSlateIsTheSameEveryTime() {
        Slate slate = new Slate("Corridor", "abcdef0123456789abcdef", 7, "0.1.0", "final");
        Picture one = Overlay.slate(slate, FrameRate.FILM, 240, WIDTH, HEIGHT);
        assertThat(Overlay.slate(slate, FrameRate.FILM, 240, WIDTH, HEIGHT).rgb())
                .isEqualTo(one.rgb());
        int bright = 0;
        for (int i = 0; i < one.rgb().length; i += 3) {
            bright += (one.rgb()[i] & 255) > 150 ? 1 : 0;
        }
        assertThat(bright).isBetween(1000, WIDTH * HEIGHT / 4);
    }

    @Test
    void saysWhatIsAllowed() {
        assertThatThrownBy(() -> new Overlay(Optional.of(" "), Optional.empty(), Optional.empty()))
                .hasMessageContaining("1 to 80");
        assertThatThrownBy(() -> new Overlay(Optional.empty(), Optional.empty(), Optional.of(Double.NaN)))
                .hasMessageContaining("between 0.4 and 4.0");
    }

    private static Overlay burnIn() {
        Timecode timecode = Timecode.of(FrameRate.FILM).atHour(1);
        List<Overlay.Cue> cues = List.of(new Overlay.Cue(0, "She stands."), new Overlay.Cue(24, "She turns."));
        return new Overlay(
                Optional.empty(), Optional.of(new Overlay.BurnIn("Corridor", timecode, cues)), Optional.empty());
    }

    private static List<Integer> rows(byte[] drawn) {
        return java.util.stream.IntStream.range(0, HEIGHT)
                .filter(y -> !Arrays.equals(
                        drawn, 3 * y * WIDTH, 3 * (y + 1) * WIDTH, GRAY.rgb(), 3 * y * WIDTH, 3 * (y + 1) * WIDTH))
                .boxed()
                .toList();
    }

    private static Picture gray() {
        byte[] rgb = new byte[3 * WIDTH * HEIGHT];
        Arrays.fill(rgb, (byte) 120);
        return new Picture(WIDTH, HEIGHT, rgb);
    }
}
