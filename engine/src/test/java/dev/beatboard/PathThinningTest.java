package dev.beatboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PathThinningTest {

    @Test
    void aStraightWalkNeedsItsEndsAndAStopItsCorner() {
        double[][] path = new double[21][];
        for (int n = 0; n < path.length; n++) {
            path[n] = new double[] {0.1 * Math.min(n, 12), 1};
        }

        assertThat(PathThinning.keep(path, 0, 20, List.of(), 0.01, 50)).containsExactly(0, 12, 20);
        assertThat(PathThinning.keep(path, 0, 10, List.of(4), 0.01, 50)).containsExactly(0, 4, 10);
    }

    @Test
    void neverKeepsMoreThanAllowed() {
        double[][] path = new double[480][];
        for (int n = 0; n < path.length; n++) {
            path[n] = new double[] {n % 2, n % 3};
        }

        assertThat(PathThinning.keep(path, 0, 479, List.of(7, 9), 0.01, 40))
                .hasSizeLessThanOrEqualTo(40)
                .contains(0, 7, 9, 479);
    }
}
