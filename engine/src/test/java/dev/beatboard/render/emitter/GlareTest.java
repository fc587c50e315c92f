package dev.beatboard.render.emitter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.beatboard.math.Vec3;
import dev.beatboard.scene.Emitter;
import dev.beatboard.scene.LightGroup;
import dev.beatboard.scene.Rgb;
import java.util.List;
import org.junit.jupiter.api.Test;

class GlareTest {

    private static final Lights LAMPS = new Lights(List.of(
            new Emitter.Rectangle(LightGroup.KEY, new Vec3(0, 2, 0), new Vec3(1, 0, 0), new Vec3(0, 0, 1), Rgb.WHITE),
            new Emitter.Bulb(LightGroup.PRACTICAL, new Vec3(0, 0, 1), 0.1, Rgb.WHITE)));

    private final Glare glare = new Glare();

    @Test
    void aConeInsideOfARectangleIsFull() {
        assertThat(glare.share(LAMPS, 0, 0, 0, 0, 0, 1, 0, 0.1f)).isEqualTo(1);
        assertThat(glare.y).isEqualTo(1);
        assertThat(glare.reach).isCloseTo(1.993f, within(1e-3f));
    }

    @Test
    void aWiderConeIsFilledByAsMuchAsTheRectangleIsOfIt() {
        assertThat(glare.share(LAMPS, 0, 0, 0, 0, 0, 1, 0, 1)).isCloseTo(0.25f, within(1e-6f));
    }

    @Test
    void aConeOverAnEdgeIsHalfFullAndItsRayGoesToThatHalf() {
        assertThat(glare.share(LAMPS, 0, 1, 0, 0, 0, 1, 0, 0.1f)).isCloseTo(0.5f, within(1e-6f));
        assertThat(glare.x).isNegative();
    }

    @Test
    void nothingIsSeenFromBehindOrBeside() {
        assertThat(glare.share(LAMPS, 0, 0, 3, 0, 0, -1, 0, 0.1f)).isZero();
        assertThat(glare.share(LAMPS, 0, 5, 0, 0, 0, 1, 0, 0.1f)).isZero();
        assertThat(glare.share(LAMPS, 1, 0, 0, 0, 0, 0, -1, 0.1f)).isZero();
        assertThat(glare.share(LAMPS, 1, 0.5f, 0, 0, 0, 0, 1, 0.1f)).isZero();
    }

    @Test
    void aBallFillsAConeByItsCrossSection() {
        assertThat(glare.share(LAMPS, 1, 0, 0, 0, 0, 0, 1, 0.05f)).isEqualTo(1);
        assertThat(glare.share(LAMPS, 1, 0, 0, 0, 0, 0, 1, 0.2f)).isCloseTo(0.25f, within(1e-6f));
    }
}
