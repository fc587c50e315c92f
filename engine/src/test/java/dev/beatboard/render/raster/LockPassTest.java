package dev.beatboard.render.raster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.scene.Material;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Hair seen from above, a millimeter a pixel, over the left half of which a lock lies.
class LockPassTest {

    private static final int SIZE = 64;
    private static final int EDGE = 32;
    private static final byte HAIR = (byte) Material.Kind.HAIR.ordinal();
    private static final byte SKIN = (byte) Material.Kind.SKIN.ordinal();
    private final Canvas c = new Canvas(SIZE, SIZE);

    @BeforeEach
    void lie() {
        c.open(2);
        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++) {
                int p = c.at(x, y);
                c.kind[p] = HAIR;
                c.x[p] = 0.001f * x;
                c.z[p] = 0.001f * y;
                c.gy[p] = 1;
                c.depth[p] = 1;
            }
        }
        TestScenes.light(c);
    }

    private void lift(float height, byte kind) {
        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < EDGE; x++) {
                c.y[c.at(x, y)] = height;
                c.depth[c.at(x, y)] = 1 - height;
                c.kind[c.at(x, y)] = kind;
            }
        }
    }

    private void run() {
        LockPass pass = new LockPass(c, 1000);
        float[] closed = new float[c.size];
        for (int y = 0; y < SIZE; y++) {
            pass.look(y, closed);
        }
        for (int y = 0; y < SIZE; y++) {
            pass.darken(y, closed);
        }
    }

    private float ambient(int x) {
        return c.ambient[0][c.at(x, SIZE / 2)];
    }

    @Test
    void hairIsDarkBesideALockAndOnlyThere() {
        lift(0.002f, HAIR);
        run();

        assertThat(ambient(EDGE)).isLessThan(0.8f);
        assertThat(ambient(EDGE + 2)).isGreaterThan(ambient(EDGE)).isLessThan(1);
        assertThat(ambient(EDGE + 6)).isEqualTo(1);
        assertThat(c.visible[0][c.at(EDGE, SIZE / 2)])
                .isGreaterThan(ambient(EDGE))
                .isLessThan(1);
        // The lock itself, up to what the mean of a pixel takes of the gap.
        assertThat(ambient(EDGE - 3)).isEqualTo(1);
    }

    @Test
    void whatLiesDeepIsLeftToTheRays() {
        lift(0.02f, HAIR);
        run();

        assertThat(ambient(EDGE)).isEqualTo(1);
    }

    @Test
    void aCurveIsNoGapNorIsHairBesideSkin() {
        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++) {
                float rise = 0.0001f * Math.abs(x - EDGE);
                c.y[c.at(x, y)] = rise;
                c.depth[c.at(x, y)] = 1 - rise;
            }
        }
        run();
        assertThat(ambient(EDGE)).isEqualTo(1);

        lift(0.002f, SKIN);
        run();
        assertThat(ambient(EDGE)).isEqualTo(1);
    }
}
