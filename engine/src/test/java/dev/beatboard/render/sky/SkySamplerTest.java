package dev.beatboard.render.sky;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.beatboard.math.Chance;
import dev.beatboard.scene.Rgb;
import dev.beatboard.scene.Sky;
import org.junit.jupiter.api.Test;

class SkySamplerTest {

    private static final Sky EVENING =
            new Sky.Gradient(Rgb.grey(0.3), Rgb.grey(1), Rgb.grey(0.1), Rgb.grey(20), 0.6f, 0.2f, 0.7745967f, 60, 0.4f);

    @Test
    void densityIsThatOfTheDrawsAndAddsUpToOne() {
        SkySampler s = new SkySampler(EVENING);
        double sum = 0;
        int n = 20_000;
        for (int k = 0; k < n; k++) {
            s.draw(Chance.unit(1, k, 0, 0), Chance.unit(1, k, 1, 0));
            assertThat(s.density(s.x, s.y, s.z)).isCloseTo(s.density, within(1e-6 * s.density));
            // The mean of 1 / density is the sphere's solid angle.
            sum += 1 / s.density;
        }
        assertThat(sum / n).isCloseTo(4 * Math.PI, within(0.3));
    }

    @Test
    void brightPartsAreDrawnOftenSoThatTheMeanIsQuick() {
        SkySampler s = new SkySampler(EVENING);
        SkyLight light = new SkyLight(EVENING);
        float[] c = new float[3];
        double even = 0;
        int n = 200_000;
        for (int k = 0; k < n; k++) {
            double y = 2 * Chance.unit(2, k, 0, 0) - 1;
            double phi = 2 * Math.PI * Chance.unit(2, k, 1, 0);
            double r = Math.sqrt(1 - y * y);
            light.look((float) (r * Math.cos(phi)), (float) y, (float) (r * Math.sin(phi)), c);
            even += c[1] * 4 * Math.PI / n;
        }
        double drawn = 0;
        int few = 4000;
        for (int k = 0; k < few; k++) {
            s.draw(Chance.unit(3, k, 0, 0), Chance.unit(3, k, 1, 0));
            light.look((float) s.x, (float) s.y, (float) s.z, c);
            drawn += c[1] / s.density / few;
        }
        assertThat(drawn).isCloseTo(even, within(0.02 * even));
    }
}
