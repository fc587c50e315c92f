package dev.beatboard.render.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.beatboard.render.raster.TestScenes;
import dev.beatboard.scene.Material;
import dev.beatboard.scene.Pattern;
import dev.beatboard.scene.Rgb;
import org.junit.jupiter.api.Test;

class BounceTest {

    @Test
    void matteAndMetalHaveNoCoat() {
        assertThat(Bounce.coat(TestScenes.matte(0.5))).isZero();
        assertThat(Bounce.coat(Material.metal("gold", Rgb.grey(0.7), 0.2))).isZero();
        assertThat(Bounce.coat(Material.plain("paint", new Pattern.Solid(Rgb.BLACK), 0.4)))
                .isCloseTo(0.04f, within(1e-6f));
    }

    @Test
    void whiteThrowsBackLessThanAll() {
        assertThat(Bounce.of(0.7f, 0)).isEqualTo(0.7f);
        assertThat(Bounce.of(0, 0.2f)).isEqualTo(0.2f);
        assertThat(Bounce.of(1, 0.1f)).isEqualTo(0.95f);
        assertThat(Bounce.of(1, 0)).isEqualTo(0.95f);
        assertThat(Bounce.of(-1, 0)).isZero();
    }
}
