package dev.beatboard.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WeightSpreadTest {

    /// Two rows of six vertices; the left half hangs on bone 0, the right half on bone 1.
    private static final int[] QUADS = {0, 1, 7, 6, 1, 2, 8, 7, 2, 3, 9, 8, 3, 4, 10, 9, 4, 5, 11, 10};

    @Test
    void aHardEdgeBecomesASlopeAndWeightsStillSumToOne() {
        short[] bones = new short[48];
        float[] weights = new float[48];
        float[] share = new float[12];
        for (int v = 0; v < 12; v++) {
            bones[4 * v] = (short) (v % 6 < 3 ? 0 : 1);
            weights[4 * v] = 1;
            share[v] = 0.5f;
        }
        new WeightSpread(QUADS, 12, 3).spread(bones, weights, share, 1);

        // Vertex 2 has two neighbors in the row before it twice seen, one across the edge: a sixth of what it takes.
        assertThat(of(bones, weights, 0, 0)).isCloseTo(1, within(1e-6f));
        assertThat(of(bones, weights, 2, 1)).isCloseTo(0.125f, within(1e-6f));
        assertThat(of(bones, weights, 3, 0)).isCloseTo(0.125f, within(1e-6f));
        for (int v = 0; v < 12; v++) {
            assertThat(of(bones, weights, v, 0) + of(bones, weights, v, 1)).isCloseTo(1, within(1e-6f));
        }
    }

    @Test
    void whereNothingIsSharedNothingChanges() {
        short[] bones = new short[48];
        float[] weights = new float[48];
        float[] share = new float[12];
        for (int v = 0; v < 12; v++) {
            bones[4 * v] = (short) (v % 6 < 3 ? 0 : 1);
            weights[4 * v] = 1;
            share[v] = v % 6 == 3 ? 1 : 0;
        }
        new WeightSpread(QUADS, 12, 3).spread(bones, weights, share, 4);

        assertThat(of(bones, weights, 2, 0)).isEqualTo(1);
        assertThat(of(bones, weights, 3, 0)).isGreaterThan(0.1f);
        assertThat(of(bones, weights, 4, 1)).isEqualTo(1);
    }

    private static float of(short[] bones, float[] weights, int vertex, int bone) {
        float sum = 0;
        for (int i = 4 * vertex; i < 4 * vertex + 4; i++) {
            sum += bones[i] == bone ? weights[i] : 0;
        }
        return sum;
    }
}
