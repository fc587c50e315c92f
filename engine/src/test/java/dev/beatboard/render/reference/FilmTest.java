package dev.beatboard.render.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.beatboard.math.Chance;
import org.junit.jupiter.api.Test;

class FilmTest {

    private static final int SAMPLES = 1600;

    private static Film evenNoise(boolean robust) {
        Film film = new Film(1, 1, robust);
        for (int k = 0; k < SAMPLES; k++) {
            double v = Chance.unit(1, k, 0, 0);
            film.add(0, v, 2 * v, 0.25, 1);
        }
        return film;
    }

    @Test
    void theErrorIsThatOfTheMean() {
        Film film = evenNoise(false);
        double exact = Math.sqrt(1 / 12.0 / SAMPLES);
        assertThat(film.mean(0, 0)).isCloseTo(0.5, within(4 * exact));
        // Of a hundred replications the error is known to some 7 %.
        assertThat(film.error(0, 0)).isCloseTo(exact, within(0.25 * exact));
        assertThat(film.error(0, 1)).isCloseTo(2 * film.error(0, 0), within(1e-9));
        assertThat(film.error(0, 2)).isCloseTo(0, within(1e-7));
    }

    @Test
    void twoReplicationsAreNeededToKnowAnError() {
        Film film = new Film(1, 1, false);
        for (int k = 0; k < 31; k++) {
            film.add(0, 1, 1, 1, 1);
        }
        assertThat(film.error(0, 0)).isInfinite();
        film.add(0, 1, 1, 1, 1);
        assertThat(film.error(0, 0)).isZero();
        assertThat(film.displayed(0, 1, new float[3])).isZero();
    }

    @Test
    void aFireflySpoilsTheMeanButNotTheRobustEstimate() {
        Film film = evenNoise(true);
        assertThat(film.robust(0, 0)).isCloseTo(film.mean(0, 0), within(0.01));
        film.add(0, 1e5, 1e5, 1e5, 1);
        assertThat(film.mean(0, 0)).isGreaterThan(60);
        assertThat(film.robust(0, 0)).isCloseTo(0.5, within(0.03));
    }
}
