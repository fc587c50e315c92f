package dev.beatboard.render.bsdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.beatboard.render.raster.TestScenes;
import dev.beatboard.render.work.Lanes;
import dev.beatboard.scene.Material;
import dev.beatboard.scene.Pattern;
import dev.beatboard.scene.Rgb;
import jdk.incubator.vector.FloatVector;
import org.junit.jupiter.api.Test;

class CoatTest {

    private static final double[] ROUGH = {0.1, 0.3, 0.5, 0.7, 0.9};

    private final Coat coat = new Coat();

    @Test
    void itReflectsWhatTheTablesHave() {
        for (double rough : ROUGH) {
            coat.turn(0.04f, (float) rough);
            for (double cos : new double[] {0.1, 0.2, 0.4, 0.7, 1}) {
                assertThat((double) coat.reflects((float) cos))
                        .as("roughness %s, cosine %s", rough, cos)
                        .isCloseTo(LobeAlbedo.at(rough * rough, cos, 0.04, 1), within(0.03));
            }
            assertThat((double) coat.mean())
                    .as("roughness %s", rough)
                    .isCloseTo(LobeAlbedo.mean(rough * rough, 0.04, 1), within(0.006));
        }
        // A smooth one by Schlick: 0.04 and a twenty-first of the rest.
        coat.turn(0.04f, 0);
        assertThat((double) coat.mean()).isCloseTo(0.04 + 0.96 / 21, within(0.006));
    }

    @Test
    void ofEvenLightAllThatIsNotReflectedGetsIn() {
        for (double rough : ROUGH) {
            coat.turn(0.04f, (float) rough);
            int n = 2000;
            double in = 0;
            for (int i = 0; i < n; i++) {
                double cos = (i + 0.5) / n;
                in += 2 * cos * coat.lets((float) cos) / n;
            }
            assertThat(in).as("roughness %s", rough).isCloseTo(1, within(0.004));
        }
    }

    @Test
    void matteAndMetalHaveNoCoat() {
        assertThat(Coat.of(TestScenes.matte(0.5))).isZero();
        assertThat(Coat.of(Material.metal("gold", Rgb.grey(0.7), 0.2))).isZero();
        assertThat(Coat.of(Material.plain("paint", new Pattern.Solid(Rgb.BLACK), 0.4)))
                .isCloseTo(0.04f, within(1e-6f));
    }

    @Test
    void withoutACoatAllGetsIn() {
        coat.turn(0, 0.5f);
        for (float cos = 0; cos <= 1; cos += 0.25f) {
            assertThat(coat.reflects(cos)).isZero();
            assertThat(coat.lets(cos)).isEqualTo(1);
        }
    }

    @Test
    void vectorsAreEqualToSingleNumbers() {
        int n = Lanes.MOST;
        float[] s = new float[9 * n];
        for (int i = 0; i < n; i++) {
            s[i] = (i + 0.5f) / n;
            s[n + i] = 0.04f;
            s[2 * n + i] = 1;
        }
        LobeFit.entering(s, 0, n, 2 * n, 4 * n);
        for (float cos = 0.05f; cos < 1; cos += 0.13f) {
            for (int i = 0; i < Lanes.COUNT; i++) {
                s[3 * n + i] = cos;
            }
            FloatVector lets = LobeFit.entering(s, 4 * n, 3 * n);
            for (int i = 0; i < Lanes.COUNT; i++) {
                coat.turn(0.04f, s[i]);
                assertThat(lets.lane(i)).isCloseTo(coat.lets(cos), within(1e-4f));
            }
        }
    }
}
