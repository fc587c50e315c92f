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

    @Test
    void theErrorOfTheRobustEstimateIsItsOwn() {
        double squares = 0;
        double told = 0;
        int films = 200;
        for (int f = 0; f < films; f++) {
            Film film = new Film(1, 1, true);
            for (int k = 0; k < SAMPLES; k++) {
                double v = Chance.unit(2, k, f, 0) + (k == 7 * f ? 1e5 : 0);
                film.add(0, v, v, v, 1);
            }
            // Without the bright path, whose light is lost, the mean is a half.
            double off = film.robust(0, 0) - 0.5;
            squares += off * off;
            told += film.robustError(0, 0) * film.robustError(0, 0);
        }
        assertThat(Math.sqrt(told / squares)).isCloseTo(1, within(0.25));
        assertThat(Math.sqrt(squares / films)).isLessThan(0.02);
    }

    @Test
    void withoutOutliersBothErrorsAgree() {
        double plain = 0;
        double robust = 0;
        for (int f = 0; f < 100; f++) {
            Film film = new Film(1, 1, true);
            for (int k = 0; k < SAMPLES; k++) {
                film.add(0, Chance.unit(4, k, f, 0), 0, 0, 1);
            }
            plain += film.error(0, 0) * film.error(0, 0);
            robust += film.robustError(0, 0) * film.robustError(0, 0);
        }
        assertThat(Math.sqrt(robust / plain)).isCloseTo(1, within(0.12));
    }
}
