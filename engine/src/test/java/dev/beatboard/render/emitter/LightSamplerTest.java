package dev.beatboard.render.emitter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.beatboard.math.Chance;
import dev.beatboard.math.Vec3;
import dev.beatboard.scene.Emitter;
import dev.beatboard.scene.LightGroup;
import dev.beatboard.scene.Rgb;
import java.util.List;
import org.junit.jupiter.api.Test;

class LightSamplerTest {

    private static final Lights LIGHTS = new Lights(List.of(
            new Emitter.Rectangle(LightGroup.KEY, new Vec3(0, 2, 0), new Vec3(1, 0, 0), new Vec3(0, 0, 0.5), Rgb.WHITE),
            new Emitter.Bulb(LightGroup.PRACTICAL, new Vec3(0.3, 1.5, 0.2), 0.2, Rgb.WHITE),
            new Emitter.Sun(LightGroup.SUN, new Vec3(0, 0.6, 0.8), 0.05, Rgb.WHITE)));

    /// The mean of cosine / density over the draws is the irradiance of a radiance of 1.
    private static double irradiance(int light, double x, double y, double z, int n) {
        LightSampler s = new LightSampler();
        double sum = 0;
        for (int k = 0; k < n; k++) {
            s.draw(LIGHTS, light, x, y, z, Chance.unit(1, k, 0, 0), Chance.unit(1, k, 1, 0));
            if (s.density > 0) {
                sum += Math.max(0, s.y) / s.density;
            }
        }
        return sum / n;
    }

    @Test
    void rectanglesNearAndFarHaveTheirFormFactor() {
        for (double d : new double[] {0.4, 1, 2, 5, 8, 20}) {
            // Four quarters of a by b, seen from under their common corner (Lambert).
            double a = 1 / d;
            double b = 0.5 / d;
            double sa = Math.sqrt(1 + a * a);
            double sb = Math.sqrt(1 + b * b);
            double exact = 4 * 0.5 * (a / sa * Math.atan(b / sa) + b / sb * Math.atan(a / sb));
            assertThat(irradiance(0, 0, 2 - d, 0, 20_000)).as("at %s m", d).isCloseTo(exact, within(0.01 * exact));
        }
        assertThat(irradiance(0, 0, 2.5, 0, 100)).isZero();
    }

    @Test
    void ballsAndSunHaveTheirClosedForm() {
        // From straight below: pi sin^2 of half the angle.
        assertThat(irradiance(1, 0.3, 0.9, 0.2, 20_000)).isCloseTo(Math.PI / 9, within(0.003));
        assertThat(irradiance(2, 0, 0, 0, 20_000) * LightSampler.radiance(LIGHTS, 2) / Math.PI)
                .isCloseTo(0.6, within(0.002));
    }

    @Test
    void whatIsDrawnIsMetWithTheSameDensity() {
        LightSampler s = new LightSampler();
        LightSampler t = new LightSampler();
        for (int light = 0; light < 3; light++) {
            for (int k = 0; k < 2000; k++) {
                double px = 3 * Chance.signed(2, k, 0, light);
                double py = 1.9 * Chance.unit(2, k, 1, light);
                double pz = 3 * Chance.signed(2, k, 2, light);
                s.draw(LIGHTS, light, px, py, pz, Chance.unit(2, k, 3, light), Chance.unit(2, k, 4, light));
                if (s.density == 0) {
                    continue;
                }
                t.x = s.x;
                t.y = s.y;
                t.z = s.z;
                if (t.meets(LIGHTS, light, px, py, pz)) {
                    assertThat(t.density).isCloseTo(s.density, within(1e-4 * s.density));
                    if (light < 2) {
                        assertThat(t.distance).isCloseTo(s.distance, within(2e-3 * s.distance));
                    }
                }
            }
        }
    }
}
