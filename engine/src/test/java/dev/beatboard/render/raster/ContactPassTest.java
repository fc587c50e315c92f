package dev.beatboard.render.raster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Ground seen from above, 5 mm a pixel, on which a wall of four columns stands.
class ContactPassTest {

    private static final int SIZE = 96;
    private static final int FIRST_MOVING = 1;
    private static final int WALL = 40;

    private final Canvas c = new Canvas(SIZE, SIZE);

    @BeforeEach
    void stand() {
        c.open(2);
        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++) {
                int p = c.at(x, y);
                boolean wall = x >= WALL && x < WALL + 4;
                c.triangle[p] = wall ? FIRST_MOVING : 0;
                c.x[p] = 0.005f * x;
                c.y[p] = wall ? 0.02f : 0;
                c.z[p] = 0.005f * y;
                c.gy[p] = 1;
                c.depth[p] = 1;
            }
        }
        TestScenes.light(c);
    }

    private void run(int firstMoving) {
        ContactPass pass = new ContactPass(c, firstMoving, 200);
        for (int i = 0; i < pass.pieces(); i++) {
            pass.piece(i);
        }
    }

    /// Mean of a column away from the picture's edges.
    private double column(float[] plane, int x) {
        double sum = 0;
        for (int y = 32; y < 64; y++) {
            sum += plane[c.at(x, y)] / 32;
        }
        return sum;
    }

    @Test
    void groundIsDarkBesideWhatMovesAndOnlyThere() {
        run(FIRST_MOVING);

        double beside = column(c.ambient[0], WALL - 1);
        double near = column(c.ambient[0], WALL - 5);
        double far = column(c.ambient[0], WALL - 16);
        assertThat(beside).isLessThan(0.75);
        assertThat(near).isGreaterThan(beside).isLessThan(1);
        assertThat(far).isEqualTo(1);
        assertThat(column(c.visible[0], WALL - 1)).isGreaterThan(beside).isLessThan(1);
        assertThat(column(c.ambient[0], WALL)).isEqualTo(1);
    }

    @Test
    void whatStandsStillIsLeftToTheGatheredLight() {
        run(FIRST_MOVING + 1);

        assertThat(column(c.ambient[0], WALL - 1)).isEqualTo(1);
    }
}
