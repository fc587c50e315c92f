package dev.beatboard.render.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SmootherTest {

    private static final int STRIDE = 64;
    private static final int ROWS = 9;
    private static final int MIDDLE = 4 * STRIDE;
    /// The lens is 2 m before a wall of pixels of 1 cm.
    private final float[][] place = new float[6][STRIDE * ROWS];

    private final Smoother.Geometry wall =
            new Smoother.Geometry(place[0], place[1], place[2], place[3], place[4], place[5], STRIDE);

    SmootherTest() {
        for (int p = 0; p < STRIDE * ROWS; p++) {
            place[0][p] = 0.01f * (p % STRIDE);
            place[1][p] = 0.01f * (p / STRIDE);
            place[5][p] = 1;
        }
    }

    private float[][] filtered(float[] values, int planes) {
        float[][] in = new float[4][];
        float[][] out = new float[4][STRIDE * ROWS];
        Arrays.fill(in, values);
        Smoother.row(in, out, wall, MIDDLE + 16, MIDDLE + 48, 1, 0.004f, new float[planes], 0.32f, 0.04f, 2);
        return out;
    }

    @Test
    void aPointSpreadsToATent() {
        float[] v = new float[STRIDE * ROWS];
        v[MIDDLE + 32] = 1;
        for (int planes : new int[] {2, 4}) {
            float[][] out = filtered(v, planes);
            for (int k = 0; k < planes; k++) {
                assertThat(out[k][MIDDLE + 32]).isCloseTo(1 / 4f, within(1e-5f));
                assertThat(out[k][MIDDLE + 31]).isCloseTo(1 / 8f, within(1e-5f));
                assertThat(out[k][MIDDLE + 33]).isCloseTo(1 / 8f, within(1e-5f));
                assertThat(out[k][MIDDLE + 34]).isZero();
            }
        }
    }

    @Test
    void whatLiesOnAnotherSurfaceStaysOut() {
        float[] v = new float[STRIDE * ROWS];
        for (int p = 0; p < v.length; p++) {
            boolean step = p % STRIDE >= 32;
            v[p] = step ? 1 : 0;
            place[2][p] = step ? -0.3f : 0;
        }
        float[][] out = filtered(v, 2);
        assertThat(out[0][MIDDLE + 31]).isLessThan(1e-3f);
        assertThat(out[0][MIDDLE + 32]).isGreaterThan(0.999f);
    }
}
