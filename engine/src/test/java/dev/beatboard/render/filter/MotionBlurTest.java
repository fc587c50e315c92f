package dev.beatboard.render.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.beatboard.render.work.Crew;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MotionBlurTest {

    private static final int HEIGHT = 96;

    private static Picture picture(int width) {
        float[][] planes = new float[6][width * HEIGHT];
        Arrays.fill(planes[3], 5);
        Arrays.fill(planes[4], 1);
        Arrays.fill(planes[5], 5);
        return new Picture(width, HEIGHT, planes[0], planes[1], planes[2], planes[3], planes[4], planes[5]);
    }

    private static void blur(Picture p, float[] vx, float[] vy) {
        try (Crew crew = new Crew(2)) {
            new MotionBlur().apply(p, vx, vy, crew);
        }
    }

    /// The edge of the smaller picture is taken pixel by pixel, the larger one has vectors there.
    @Test
    void pixelsAreTheSameWhereverThePictureEnds() {
        int small = 84;
        int large = 160;
        Picture a = picture(small);
        Picture b = picture(large);
        Random random = new Random(1);
        float[][] vx = {new float[small * HEIGHT], new float[large * HEIGHT]};
        float[][] vy = {new float[small * HEIGHT], new float[large * HEIGHT]};
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < large; x++) {
                float light = random.nextFloat();
                float depth = 1 + random.nextInt(3);
                float slow = 0.2f + 0.8f * random.nextFloat();
                for (int k = 0; k < 2; k++) {
                    int width = k == 0 ? small : large;
                    if (x < width) {
                        Picture p = k == 0 ? a : b;
                        int o = y * width + x;
                        p.r()[o] = light;
                        p.g()[o] = 1 - light;
                        p.b()[o] = light * light;
                        p.depth()[o] = depth;
                        // The fastest of a tile is the same in both.
                        boolean fastest = x % 16 == 2 && y % 16 == 2;
                        vx[k][o] = fastest ? -4 : -4 * slow;
                        vy[k][o] = fastest ? 3 : 3 * slow;
                    }
                }
            }
        }
        blur(a, vx[0], vy[0]);
        blur(b, vx[1], vy[1]);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < small - 5; x++) {
                assertThat(a.r()[y * small + x]).isEqualTo(b.r()[y * large + x]);
                assertThat(a.g()[y * small + x]).isEqualTo(b.g()[y * large + x]);
                assertThat(a.b()[y * small + x]).isEqualTo(b.b()[y * large + x]);
            }
        }
    }

    /// Of a wide edge that all moves alike, a streak of length 2 v is a ramp of that width, 0.5 at the edge.
    @Test
    void anEdgeThatMovesBecomesARamp() {
        int width = 160;
        Picture p = picture(width);
        float[] vx = new float[width * HEIGHT];
        Arrays.fill(vx, 10);
        for (int i = 0; i < p.r().length; i++) {
            p.r()[i] = i % width < 80 ? 1 : 0;
        }
        blur(p, vx, new float[vx.length]);
        int row = 48 * width;
        assertThat(p.r()[row + 79] + p.r()[row + 80]).isCloseTo(1, within(1e-5f));
        assertThat(p.r()[row + 68]).isEqualTo(1);
        assertThat(p.r()[row + 91]).isZero();
        for (int x = 65; x < 95; x++) {
            assertThat(p.r()[row + x]).isGreaterThanOrEqualTo(p.r()[row + x + 1]);
            assertThat(p.r()[row + x]).isCloseTo(Math.clamp((90 - x) / 20f, 0f, 1f), within(0.1f));
        }
    }

    /// A small light leaves an even line, not a row of dots.
    @Test
    void aPointThatMovesBecomesALine() {
        int width = 160;
        for (int v = 3; v <= 24; v++) {
            Picture p = picture(width);
            p.r()[48 * width + 80] = 1;
            float[] vy = new float[p.r().length];
            Arrays.fill(vy, v);
            blur(p, new float[vy.length], vy);
            for (int y = 48 - v + 1; y <= 48 + v - 1; y++) {
                assertThat(p.r()[y * width + 80]).as("%d pixels, row %d", v, y).isCloseTo(0.5f / v, within(0.1f / v));
            }
        }
    }

    /// What is at rest behind something fast keeps its own light; beside its edge the fast one covers it in part.
    @Test
    void whatMovesCoversWhatIsBehind() {
        int width = 160;
        Picture p = picture(width);
        float[] vx = new float[width * HEIGHT];
        for (int i = 0; i < p.r().length; i++) {
            boolean bar = Math.abs(i % width - 80) < 12;
            p.r()[i] = bar ? 1 : 0;
            p.depth()[i] = bar ? 2 : 5;
            vx[i] = bar ? 8 : 0;
        }
        blur(p, vx, new float[vx.length]);
        int row = 48 * width;
        assertThat(p.r()[row + 80]).isEqualTo(1);
        assertThat(p.r()[row + 93]).isBetween(0.02f, 0.6f);
        assertThat(p.r()[row + 110]).isZero();
        assertThat(p.g()[row + 80]).isZero();
    }

    @Test
    void whatIsAtRestStaysAsItIs() {
        Picture p = picture(100);
        Random random = new Random(5);
        for (int i = 0; i < p.r().length; i++) {
            p.r()[i] = random.nextFloat();
        }
        float[] before = p.r().clone();
        float[] slow = new float[before.length];
        Arrays.fill(slow, 0.4f);
        blur(p, slow, new float[before.length]);
        assertThat(p.r()).isEqualTo(before);
    }
}
