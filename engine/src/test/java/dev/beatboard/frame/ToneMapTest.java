package dev.beatboard.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ToneMapTest {

    @Test
    void greyStaysGreyAndRisesToWhite() {
        int last = -1;
        for (int i = 0; i <= 100; i++) {
            float v = (float) StrictMath.pow(2, -10 + 0.16 * i);
            int c = ToneMap.toSrgb(v, v, v);
            int r = c >> 16;
            assertThat(c >> 8 & 255).isBetween(r - 1, r + 1);
            assertThat(c & 255).isBetween(r - 1, r + 1);
            assertThat(r).isGreaterThanOrEqualTo(last);
            last = r;
        }
        assertThat(last).isGreaterThan(245);
        assertThat(ToneMap.toSrgb(0, 0, 0) >> 16).isLessThan(3);
    }

    @Test
    void middleGreyIsShownInTheMiddle() {
        assertThat(ToneMap.toSrgb(0.18f, 0.18f, 0.18f) >> 16).isBetween(118, 128);
    }

    @Test
    void brokenNumbersBecomeBlackOrWhiteButNoError() {
        assertThat(ToneMap.toSrgb(Float.NaN, Float.NaN, Float.NaN) >> 16).isLessThan(3);
        assertThat(ToneMap.toSrgb(-1, -1, -1) >> 16).isLessThan(3);
        assertThat(ToneMap.toSrgb(1e30f, 1e30f, 1e30f) >> 16).isGreaterThan(245);
    }

    @Test
    void aFrameDoesNotDifferFromItself() {
        Frame f = frame(0.2f);
        assertThat(FrameDifference.of(f, f)).isEqualTo(new FrameDifference(0, 0, Double.POSITIVE_INFINITY));
        FrameDifference d = FrameDifference.of(f, frame(0.3f));
        assertThat(d.mean()).isPositive();
        assertThat(d.psnr()).isBetween(10.0, 40.0);
    }

    private static Frame frame(float v) {
        float[] all = new float[16 * 9];
        java.util.Arrays.fill(all, v);
        return new Frame(
                16, 9, List.of(new Plane("R", 16, 9, all), new Plane("G", 16, 9, all), new Plane("B", 16, 9, all)));
    }
}
