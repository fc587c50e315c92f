package dev.beatboard.render.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class OwenSobolTest {

    /// A (0,2)-net: every box of a sixteenth of the square, however it is cut, holds one of sixteen points.
    @Test
    void sixteenPointsFillEveryBoxOfTheirSize() {
        OwenSobol s = new OwenSobol();
        for (int pixel = 0; pixel < 20; pixel++) {
            for (int pair = 0; pair < 5; pair++) {
                for (int cut = 0; cut <= 4; cut++) {
                    boolean[] hit = new boolean[16];
                    for (int i = 0; i < 16; i++) {
                        s.start(pixel, 3, 7, 16 * pixel + i);
                        s.pair(pair);
                        assertThat(s.first()).isBetween(0.0, 1 - 1e-12);
                        int x = (int) (s.first() * (1 << cut));
                        int y = (int) (s.second() * (1 << 4 - cut));
                        hit[x << 4 - cut | y] = true;
                    }
                    assertThat(hit).containsOnly(true);
                }
            }
        }
    }

    @Test
    void replicationsAreIndependentAndEven() {
        OwenSobol s = new OwenSobol();
        double sum = 0;
        double product = 0;
        int n = 4000;
        for (int k = 0; k < n; k++) {
            s.start(5, 9, 1, 16 * k);
            s.pair(2);
            double a = s.first() - 0.5;
            s.pair(3);
            sum += a;
            product += a * (s.first() - 0.5);
        }
        assertThat(sum / n).isCloseTo(0, within(5 * 0.29 / Math.sqrt(n)));
        assertThat(product / n).isCloseTo(0, within(5 * 0.083 / Math.sqrt(n)));
    }

    @Test
    void turnsAreThoseOfTheLibrary() {
        for (double u = -1.3; u < 2.4; u += 0.0137) {
            assertThat(Circle.sin(u)).isCloseTo(Math.sin(2 * Math.PI * u), within(1e-8));
            assertThat(Circle.cos(u)).isCloseTo(Math.cos(2 * Math.PI * u), within(1e-8));
        }
    }
}
