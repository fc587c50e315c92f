package dev.beatboard.render.bsdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.beatboard.math.Chance;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BsdfTest {

    /// A model, a surface of it and a direction of view.
    record Case(String name, Bsdf bsdf, double rough, double f0, double f90, double view) {

        Scatter scatter() {
            Scatter s = new Scatter();
            s.red = 1;
            s.green = 0.5;
            s.blue = 0.1;
            s.alpha = rough * rough;
            s.f0 = f0;
            s.f90 = f90;
            s.ox = Math.sqrt(1 - view * view) * 0.8;
            s.oy = Math.sqrt(1 - view * view) * 0.6;
            s.oz = view;
            double l = Math.sqrt(1.25);
            s.hx = 1 / l;
            s.hy = 0;
            s.hz = 0.5 / l;
            return s;
        }

        @Override
        public String toString() {
            return name + ", roughness " + rough + ", seen at cosine " + view;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(0.1, 0.45, 0.95)
                .flatMap(v -> Stream.of(
                        new Case("matte", Coated.INSTANCE, 1, 0, 0, v),
                        new Case("plastic", Coated.INSTANCE, 0.35, 0.04, 1, v),
                        new Case("skin", Coated.INSTANCE, 0.4, 0.028, 0.45, v),
                        new Case("lacquer", Coated.INSTANCE, 0.6, 0.05, 1, v),
                        new Case("steel", Conductor.INSTANCE, 0.4, 0, 0, v),
                        new Case("roughest metal", Conductor.INSTANCE, 1, 0, 0, v),
                        new Case("rough metal", Conductor.INSTANCE, 0.9, 0, 0, v),
                        new Case("hair", Strand.INSTANCE, 0.5, 0, 0, v)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whiteReturnsAllLightAndNoneReturnsMore(Case c) {
        Scatter s = c.scatter();
        int n = 100_000;
        double[] sum = new double[3];
        double[] squares = new double[3];
        for (int k = 0; k < n; k++) {
            if (c.bsdf.sample(s, Chance.unit(1, k, 0, 0), Chance.unit(1, k, 1, 0), Chance.unit(1, k, 2, 0))) {
                double[] w = {s.valueR / s.density, s.valueG / s.density, s.valueB / s.density};
                for (int i = 0; i < 3; i++) {
                    sum[i] += w[i];
                    squares[i] += w[i] * w[i];
                }
            }
        }
        double mean = sum[0] / n;
        double error = Math.sqrt(Math.max(0, squares[0] / n - mean * mean) / n);
        assertThat(mean).isCloseTo(1, within(0.005 + 4 * error));
        assertThat(sum[1] / n).isLessThan(mean);
        assertThat(sum[2] / n).isLessThan(sum[1] / n);
    }

    /// Pearson's test of the directions drawn against the density that is claimed, over the whole sphere.
    @ParameterizedTest
    @MethodSource("cases")
    void directionsAreDrawnAsDenselyAsIsClaimed(Case c) {
        Scatter s = c.scatter();
        int rows = 20;
        int columns = 24;
        int n = 60_000;
        int[] drawn = new int[rows * columns];
        for (int k = 0; k < n; k++) {
            if (c.bsdf.sample(s, Chance.unit(2, k, 0, 0), Chance.unit(2, k, 1, 0), Chance.unit(2, k, 2, 0))) {
                double turn = Math.atan2(s.iy, s.ix) / (2 * Math.PI);
                int row = Math.min(rows - 1, (int) ((s.iz + 1) / 2 * rows));
                int column = Math.min(columns - 1, (int) ((turn < 0 ? turn + 1 : turn) * columns));
                drawn[row * columns + column]++;
            }
        }
        double chi = 0;
        int freedom = 0;
        double rest = 0;
        double restDrawn = 0;
        int fine = 16;
        for (int cell = 0; cell < rows * columns; cell++) {
            double p = 0;
            for (int q = 0; q < fine * fine; q++) {
                s.iz = -1 + 2 * (cell / columns + (q / fine + 0.5) / fine) / rows;
                double phi = 2 * Math.PI * (cell % columns + (q % fine + 0.5) / fine) / columns;
                double r = Math.sqrt(1 - s.iz * s.iz);
                s.ix = r * Math.cos(phi);
                s.iy = r * Math.sin(phi);
                c.bsdf.evaluate(s);
                p += s.density;
            }
            double expected = p * 4 * Math.PI / (rows * columns * fine * fine) * n;
            if (expected < 10) {
                rest += expected;
                restDrawn += drawn[cell];
            } else {
                double d = drawn[cell] - expected;
                chi += d * d / expected;
                freedom++;
            }
        }
        if (rest > 5) {
            chi += (restDrawn - rest) * (restDrawn - rest) / rest;
            freedom++;
        }
        // Five standard deviations of the statistic.
        assertThat(chi).isLessThan(freedom + 5 * Math.sqrt(2.0 * freedom));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void lightGoesBothWaysAlike(Case c) {
        if (c.bsdf == Strand.INSTANCE) {
            // Its diffuse share stands about a normal that is turned to the viewer.
            return;
        }
        Scatter s = c.scatter();
        for (double[] d : List.of(new double[] {0.3, -0.2}, new double[] {-0.7, 0.5}, new double[] {0, 0.9})) {
            s.ix = d[0];
            s.iy = d[1];
            s.iz = Math.sqrt(1 - d[0] * d[0] - d[1] * d[1]);
            c.bsdf.evaluate(s);
            double there = s.valueG / s.iz;
            double[] o = {s.ox, s.oy, s.oz};
            s.ox = s.ix;
            s.oy = s.iy;
            s.oz = s.iz;
            s.ix = o[0];
            s.iy = o[1];
            s.iz = o[2];
            c.bsdf.evaluate(s);
            assertThat(s.valueG / s.iz).isCloseTo(there, within(1e-9 + 1e-9 * there));
            s.ox = o[0];
            s.oy = o[1];
            s.oz = o[2];
        }
    }
}
