package dev.beatboard.render.emitter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.beatboard.math.Vec3;
import dev.beatboard.render.bsdf.Coat;
import dev.beatboard.render.work.Lanes;
import dev.beatboard.scene.Emitter;
import dev.beatboard.scene.LightGroup;
import dev.beatboard.scene.Rgb;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnalyticLightTest {

    private static final Lights SQUARE = new Lights(List.of(
            new Emitter.Rectangle(LightGroup.KEY, new Vec3(0, 2, 0), new Vec3(1, 0, 0), new Vec3(0, 0, 1), Rgb.WHITE)));

    @Test
    void aSquareOverheadHasItsClosedForm() {
        for (double d : new double[] {0.5, 1, 2, 4}) {
            double a = 1 / d;
            double s = Math.sqrt(1 + a * a);
            double exact = 4 / Math.PI * (a / s) * Math.atan(a / s);
            float got = AnalyticLight.diffuse(SQUARE, 0, 0, (float) (2 - d), 0, 0, 1, 0);
            assertThat(got).as("at %s m", d).isCloseTo((float) exact, within(0.03f * (float) exact + 0.01f));
        }
    }

    /// Whether the horizon cuts it or not.
    @Test
    void aSquareAnywhereIsTheSumOfItsPieces() {
        for (int i = 0; i < 60; i++) {
            double turn = 0.7 * i;
            double tilt = 0.05 * i;
            double nx = Math.sin(tilt) * Math.cos(turn);
            double ny = Math.cos(tilt);
            double nz = Math.sin(tilt) * Math.sin(turn);
            double x = 0.1 * (i % 7) - 0.3;
            double y = 2 - 0.2 - 0.05 * i;
            double z = 0.3 * (i % 5) - 0.6;
            int n = 400;
            double sum = 0;
            for (int k = 0; k < n * n; k++) {
                double dx = 2 * (k % n + 0.5) / n - 1 - x;
                double dy = 2 - y;
                double dz = 2 * (k / n + 0.5) / n - 1 - z;
                double d2 = dx * dx + dy * dy + dz * dz;
                sum += Math.max(0, dx * nx + dy * ny + dz * nz) * dy / (d2 * d2);
            }
            double exact = sum * 4 / (n * n) / Math.PI;
            double got = AnalyticLight.diffuse(
                    SQUARE, 0, (float) x, (float) y, (float) z, (float) nx, (float) ny, (float) nz);
            assertThat(got).as("point %d", i).isCloseTo(exact, within(0.002 + 0.005 * exact));
        }
    }

    @Test
    void nothingComesFromBehindNorToTheBack() {
        assertThat(AnalyticLight.diffuse(SQUARE, 0, 0, 3, 0, 0, -1, 0)).isZero();
        assertThat(AnalyticLight.diffuse(SQUARE, 0, 0, 0, 0, 0, -1, 0)).isLessThan(1e-4f);
    }

    @Test
    void aBallFarAwayFollowsTheSquareOfItsDistance() {
        Lights bulb = new Lights(List.of(new Emitter.Bulb(LightGroup.PRACTICAL, new Vec3(0, 5, 0), 0.1, Rgb.WHITE)));
        float near = AnalyticLight.diffuse(bulb, 0, 0, 3, 0, 0, 1, 0) * bulb.color[0];
        float far = AnalyticLight.diffuse(bulb, 0, 0, 1, 0, 0, 1, 0) * bulb.color[0];
        assertThat(near / far).isCloseTo(4, within(0.01f));
        // Intensity 1 W/sr at 2 m: 1/4 W/m2, over pi.
        assertThat(near).isCloseTo((float) (0.25 / Math.PI), within(1e-4f));
    }

    /// The planes of a channel, in its order, with one light at the points of `in`, planes likewise.
    ///
    /// @param f0 reflectance of a coat at normal incidence, 0 for none
    private static float[][] kernel(Lights lights, int light, float away, float[][] in, float f0) {
        int n = in[0].length;
        LightKernel.Planes planes = new LightKernel.Planes(in[0], in[1], in[2], in[3], in[4], in[5], in[6], in[7]);
        float[][] out = new float[7][n];
        LightKernel.Channel to =
                new LightKernel.Channel(out[0], out[1], out[2], out[3], out[4], out[5], out[6], new int[n]);
        LightKernel.Scratch s = new LightKernel.Scratch();
        for (int i = 0; i < Lanes.COUNT; i++) {
            s.coat(i, f0, f0 > 0 ? 1 : 0);
        }
        for (int p = 0; p < n; p += Lanes.COUNT) {
            LightKernel.prepare(planes, p, 0, 1, 5, s);
            LightKernel.add(lights, light, away, planes, p, s, to);
        }
        return out;
    }

    @Test
    void theKernelComputesTheSameForMany() {
        Lights lights = new Lights(List.of(
                new Emitter.Rectangle(
                        LightGroup.KEY, new Vec3(0, 2, 0), new Vec3(1, 0, 0), new Vec3(0, 0, 1), Rgb.WHITE),
                new Emitter.Bulb(LightGroup.PRACTICAL, new Vec3(1, 1, 0), 0.1, Rgb.WHITE),
                new Emitter.Sun(LightGroup.SUN, new Vec3(0, 0.6, 0.8), 0.005, Rgb.WHITE)));
        int n = Lanes.MOST;
        float[][] in = new float[8][n];
        for (int i = 0; i < n; i++) {
            in[0][i] = 0.3f * i - 2;
            in[1][i] = 0.02f * i;
            in[2][i] = 0.1f * i - 1;
            in[4][i] = 0.8f;
            in[5][i] = 0.6f;
            in[6][i] = 0.2f;
        }
        for (int l = 0; l < lights.count; l++) {
            float[][] out = kernel(lights, l, 0, in, 0);
            for (int i = 0; i < n; i++) {
                float one = AnalyticLight.diffuse(lights, l, in[0][i], in[1][i], in[2][i], in[3][i], in[4][i], in[5][i])
                        * lights.color[3 * l];
                assertThat(out[0][i]).as("light %d, point %d", l, i).isCloseTo(one, within(1e-4f + 1e-3f * one));
            }
        }
    }

    /// For every tilt, whether the horizon cuts the square or not.
    @Test
    void theKernelCutsAtTheHorizonToo() {
        int n = Lanes.MOST;
        float[] away = {0, 6, 17};
        float[] distance = {1.2f, 4, 6.5f};
        for (int k = 0; k < 3; k++) {
            float[][] in = new float[8][n];
            for (int i = 0; i < n; i++) {
                double tilt = Math.PI * i / (n - 1);
                in[0][i] = 0.4f;
                in[1][i] = 2 - distance[k];
                in[3][i] = (float) Math.sin(tilt);
                in[4][i] = (float) Math.cos(tilt);
                in[6][i] = 1;
            }
            float[][] out = kernel(SQUARE, 0, away[k], in, 0);
            float most = AnalyticLight.diffuse(SQUARE, 0, in[0][0], in[1][0], 0, 0, 1, 0);
            for (int i = 0; i < n; i++) {
                float one = AnalyticLight.rectangle(SQUARE, 0, in[0][i], in[1][i], 0, in[3][i], in[4][i], 0);
                assertThat(AnalyticLight.diffuse(SQUARE, 0, in[0][i], in[1][i], 0, in[3][i], in[4][i], 0))
                        .isCloseTo(one, within(k == 2 ? 0.006f * most : 0));
                assertThat(out[0][i])
                        .as("away %s, tilt %d", away[k], i)
                        .isCloseTo(one, within(k == 2 ? 0.006f * most : 1e-4f));
            }
        }
    }

    /// Coats let less of grazing light in, which what is left of the rest makes up for.
    @Test
    void aCoatLetsLittleOfGrazingLightIn() {
        Lights sun = new Lights(List.of(new Emitter.Sun(LightGroup.SUN, new Vec3(0, 1, 0), 0.005, Rgb.WHITE)));
        int n = Lanes.MOST;
        float[][] in = new float[8][n];
        for (int i = 0; i < n; i++) {
            double tilt = 1.45 * i / (n - 1);
            in[3][i] = (float) Math.sin(tilt);
            in[4][i] = (float) Math.cos(tilt);
            in[6][i] = 0.04f;
            in[7][i] = 0.04f;
        }
        float[][] out = kernel(sun, 0, 0, in, 0.04f);
        Coat coat = new Coat();
        coat.turn(0.04f, 0.2f);
        for (int i = 0; i < n; i++) {
            float bare = in[4][i] * sun.color[0];
            assertThat(out[0][i]).as("tilt %d", i).isCloseTo(bare * coat.lets(in[4][i]), within(1e-4f));
        }
        assertThat(out[0][0]).isGreaterThan(1.03f * sun.color[0]);
    }

    @Test
    void fromFarTheShorterFormIsTheSame() {
        int n = Lanes.MOST;
        float[][] in = new float[8][n];
        for (int i = 0; i < n; i++) {
            in[0][i] = 0.5f * i - 4;
            in[1][i] = -4.5f;
            in[4][i] = 1;
            in[6][i] = 1;
        }
        float[][] sums = new float[3][];
        for (int k = 0; k < 3; k++) {
            float[][] out = kernel(SQUARE, 0, new float[] {0, 6, 17}[k], in, 0);
            sums[k] = out[1];
        }
        assertThat(sums[1]).containsExactly(sums[0]);
        for (int i = 0; i < n; i++) {
            assertThat(sums[2][i]).as("point %d", i).isCloseTo(sums[0][i], within(0.003f * sums[0][i]));
        }
    }
}
