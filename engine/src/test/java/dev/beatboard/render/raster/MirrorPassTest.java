package dev.beatboard.render.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MirrorPassTest {

    private static final float PIXEL = 0.001f;

    @Test
    void aFlatSurfaceBlursMoreWhatLiesFartherFromIt() {
        // A cone of 0.02 around a ray of 1 m spans 2 cm; seen from 2 + 1 m a pixel is 3 mm.
        assertThat(MirrorPass.blur(0.01f, 1, 2, PIXEL, 0)).isCloseTo(20 / 3f, within(1e-4f));
        assertThat(MirrorPass.blur(0.01f, 0, 2, PIXEL, 0)).as("touching").isZero();
        // Far off it is the angle of the cone, in pixels.
        assertThat(MirrorPass.blur(0.01f, Float.MAX_VALUE, 0.001f, PIXEL, 0)).isCloseTo(20, within(1e-3f));
    }

    @Test
    void aBentSurfaceSweepsOverMoreSoItsBlurIsFewerPixels() {
        // Bent by half a pixel's angle a pixel, the mirrored ray turns twice as fast.
        float flat = MirrorPass.blur(0.01f, Float.MAX_VALUE, 0.001f, PIXEL, 0);
        assertThat(MirrorPass.blur(0.01f, Float.MAX_VALUE, 0.001f, PIXEL, PIXEL / 2))
                .isCloseTo(flat / 2, within(1e-3f));
    }

    @Test
    void narrowBlursAreKeptFromWideRounds() {
        assertThat(MirrorPass.keeps(0, 0)).as("edges are smoothed").isFalse();
        assertThat(MirrorPass.keeps(0.9f, 1)).isTrue();
        assertThat(MirrorPass.keeps(1.1f, 1)).isFalse();
        assertThat(MirrorPass.keeps(1.1f, 2)).isTrue();
        assertThat(MirrorPass.keeps(50, 2)).isFalse();
    }
}
