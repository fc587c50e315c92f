package dev.beatboard.render.emitter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.beatboard.math.Vec3;
import dev.beatboard.scene.Emitter;
import dev.beatboard.scene.LightGroup;
import dev.beatboard.scene.Rgb;
import java.util.List;
import org.junit.jupiter.api.Test;

class RectangleWarpTest {

    /// Stands upright, from the floor to two meters, and shines along x.
    private static final Lights WINDOW = new Lights(List.of(new Emitter.Rectangle(
            LightGroup.WINDOW, new Vec3(0, 1, 0), new Vec3(0, 0, -1), new Vec3(0, 1, 0), Rgb.WHITE)));

    private final RectangleWarp warp = new RectangleWarp();

    @Test
    void fromFarAheadAllPlacesAreAlike() {
        for (float u = 0.05f; u < 1; u += 0.3f) {
            warp.draw(WINDOW, 0, 50, 1, 0, -1, 0, 0, u, 1 - u);
            assertThat(warp.a).isCloseTo(2 * u - 1, within(0.01f));
            assertThat(warp.b).isCloseTo(1 - 2 * u, within(0.01f));
        }
    }

    /// On a floor the upper half gives three quarters of the light, if that grows with the height.
    @Test
    void aFloorFarAwayIsLitFromAbove() {
        int upper = 0;
        for (int i = 0; i < 1000; i++) {
            warp.draw(WINDOW, 0, 30, 0, 0, 0, 1, 0, 0.5f, (i + 0.5f) / 1000);
            upper += warp.b > 0 ? 1 : 0;
        }
        assertThat(upper).isCloseTo(750, within(8));
    }

    @Test
    void itKeepsTheOrderOfItsNumbers() {
        float last = -1;
        for (float v = 0; v < 1; v += 0.01f) {
            warp.draw(WINDOW, 0, 1, 0.2f, 0.3f, -0.6f, 0.8f, 0, 0.3f, v);
            assertThat(warp.b).isBetween(last, 1f);
            assertThat(warp.a).isBetween(-1f, 1f);
            last = warp.b;
        }
    }
}
