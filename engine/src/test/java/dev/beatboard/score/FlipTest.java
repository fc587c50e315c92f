package dev.beatboard.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.beatboard.math.Chance;
import org.junit.jupiter.api.Test;

class FlipTest {

    private static final int W = 48;
    private static final int H = 32;

    private static byte[] even(int r, int g, int b) {
        byte[] p = new byte[3 * W * H];
        for (int i = 0; i < p.length; i++) {
            p[i] = (byte) (i % 3 == 0 ? r : i % 3 == 1 ? g : b);
        }
        return p;
    }

    /// Half dark, half light, the edge at column `at`.
    private static byte[] edge(int at) {
        byte[] p = new byte[3 * W * H];
        for (int i = 0; i < p.length; i++) {
            p[i] = (byte) (i / 3 % W < at ? 60 : 190);
        }
        return p;
    }

    private static byte[] noisy(byte[] of, int amount) {
        byte[] p = of.clone();
        for (int i = 0; i < p.length; i++) {
            p[i] = (byte) Math.max(0, Math.min(255, (p[i] & 255) + Math.round(amount * Chance.signed(1, i, 0, 0))));
        }
        return p;
    }

    @Test
    void equalPicturesDoNotDiffer() {
        assertThat(Flip.of(edge(20), edge(20), W, H).mean()).isZero();
    }

    /// By the metric's definition: its scale ends at the difference of pure green and pure blue.
    @Test
    void greenAgainstBlueIsOne() {
        assertThat(Flip.of(even(0, 255, 0), even(0, 0, 255), W, H).mean()).isCloseTo(1, within(1e-9));
    }

    /// Worked out by hand from the paper's equations. L* of white is 100, so the distance is 100. Green has L* 87.735,
    /// a* -86.183, b* 83.180, blue 32.297, 79.188, -107.860; adjusted by Hunt, 207.86 lie between them.
    @Test
    void blackAgainstWhiteIsWhatTheEquationsGive() {
        double most = Math.pow(207.86, 0.7);
        double d = Math.pow(100, 0.7);
        double expected = 0.95 + (d - 0.4 * most) / (0.6 * most) * 0.05;
        assertThat(Flip.of(even(0, 0, 0), even(255, 255, 255), W, H).mean()).isCloseTo(expected, within(0.002));
    }

    @Test
    void itDoesNotMatterWhichComesFirst() {
        byte[] a = noisy(edge(20), 30);
        byte[] b = edge(22);
        assertThat(Flip.of(a, b, W, H).mean()).isCloseTo(Flip.of(b, a, W, H).mean(), within(1e-12));
    }

    @Test
    void moreNoiseAndLargerShiftsDifferMore() {
        byte[] clean = edge(20);
        double last = 0;
        for (int amount : new int[] {2, 8, 30, 90}) {
            double now = Flip.of(clean, noisy(clean, amount), W, H).mean();
            assertThat(now).isGreaterThan(last);
            last = now;
        }
        assertThat(last).isLessThan(1);
        double one = Flip.of(clean, edge(21), W, H).mean();
        assertThat(Flip.of(clean, edge(24), W, H).mean()).isGreaterThan(one);
    }

    /// A line of a pixel's width is raised above its blurred color difference, as a feature.
    @Test
    void differencesStayWhereTheyAreAndFeaturesCount() {
        byte[] with = even(90, 90, 90);
        for (int y = 0; y < H; y++) {
            for (int c = 0; c < 3; c++) {
                with[3 * (y * W + 24) + c] = (byte) 200;
            }
        }
        Flip f = Flip.of(even(90, 90, 90), with, W, H);
        assertThat(f.at(24, 16)).isGreaterThan(0.3);
        assertThat(f.at(2, 16)).isLessThan(0.01);
        assertThat(f.at(24, 16)).isEqualTo(f.at(24, 10));
    }

    @Test
    void picturesOfDifferentSizesAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Flip.of(new byte[3], new byte[6], 1, 1));
    }
}
