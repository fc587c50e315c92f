package dev.beatboard.render.raster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SelectionTest {

    private static final int STRIDE = 12;
    private static final int ROWS = 9;

    private final float[][] color = new float[3][STRIDE * ROWS];
    private final float[] there = new float[STRIDE * ROWS];
    private final Selection selection = new Selection(new Edges(color, there, STRIDE, 1), there, STRIDE);

    @Test
    void everyPixelIsInOneRoundAndFindsItsNeighborsInThoseBefore() {
        int[][] round = new int[ROWS][STRIDE];
        for (int[] row : round) {
            Arrays.fill(row, -1);
        }
        for (int r = 0; r < Selection.ROUNDS; r++) {
            for (int y = 0; y < ROWS; y++) {
                for (int x = Selection.first(r, y); Selection.has(r, y) && x < STRIDE; x += 2) {
                    assertThat(round[y][x]).as("%d, %d", x, y).isEqualTo(-1);
                    round[y][x] = r;
                }
            }
        }
        for (int y = 1; y < ROWS - 1; y++) {
            for (int x = 1; x < STRIDE - 1; x++) {
                int r = round[y][x];
                assertThat(r).isNotNegative();
                if (r > 0) {
                    // All that were seen in earlier rounds shine, and nothing else does.
                    for (int p = 0; p < there.length; p++) {
                        there[p] = round[p / STRIDE][p % STRIDE] < r ? 1 : 0;
                        color[0][p] = there[p] * 0.5f;
                    }
                    int p = y * STRIDE + x;
                    assertThat(selection.alike(p, r)).as("%d, %d", x, y).isTrue();
                    assertThat(selection.mean(color[0], p, r)).isEqualTo(0.5f);
                }
            }
        }
    }

    @Test
    void oneNeighborThatDiffersOrIsMissingAsksForARay() {
        int p = 4 * STRIDE + 5;
        Arrays.fill(there, 1);
        for (float[] plane : color) {
            Arrays.fill(plane, 0.3f);
        }
        assertThat(selection.alike(p, 2)).isTrue();
        color[1][p + STRIDE] = 0.35f;
        assertThat(selection.alike(p, 2)).isFalse();
        assertThat(selection.alike(p, 1))
                .as("it is none of the four at the corners")
                .isTrue();
        color[1][p + STRIDE] = 0.3f;
        there[p - 1] = 0;
        assertThat(selection.alike(p, 2)).isFalse();
    }
}
