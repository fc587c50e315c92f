package dev.beatboard.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.math.Ease;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Camera paths whose events are on known frames, seen from frames before and after them.
class CameraTimingTest {

    private static CameraTiming around(int n, IntToDoubleFunction place) {
        List<Double> steps = new ArrayList<>();
        for (int i = n - CameraTiming.REACH; i <= n + CameraTiming.REACH + 1; i++) {
            steps.add(Math.abs(place.applyAsDouble(i) - place.applyAsDouble(i - 1)));
        }
        return new CameraTiming(steps);
    }

    private static double push(int frame, int from, int to) {
        return Ease.minimumJerk((frame - from) / (double) (to - from));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1, 2})
    void aMoveEndsAndStartsOnItsFrames(int late) {
        assertThat(around(100 - late, i -> push(i, 40, 100)).arrival()).contains(late);
        assertThat(around(100 - late, i -> push(i, 40, 100)).rest()).contains(late);
        assertThat(around(40 - late, i -> push(i, 40, 100)).departure()).contains(late);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1})
    void aFastMoveAfterASlowOneStartsWhereTheSlowOneEnds(int late) {
        IntToDoubleFunction both = i -> push(i, 40, 100) + 6 * push(i, 100, 130);
        assertThat(around(100 - late, both).departure()).contains(late);
        assertThat(around(100 - late, both).arrival()).contains(late);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1})
    void aCutIsAnArrival(int late) {
        List<Double> steps = new ArrayList<>(Collections.nCopies(2 * CameraTiming.REACH + 2, 0.0));
        steps.set(CameraTiming.REACH + late, Double.POSITIVE_INFINITY);
        assertThat(new CameraTiming(steps).arrival()).contains(late);
    }

    @Test
    void theMiddleOfAMoveIsNeither() {
        CameraTiming t = around(70, i -> push(i, 40, 100));
        assertThat(t.arrival()).isEmpty();
        assertThat(t.departure()).isEmpty();
        assertThat(t.rest()).isEmpty();
        assertThat(t.restless()).isTrue();
    }
}
