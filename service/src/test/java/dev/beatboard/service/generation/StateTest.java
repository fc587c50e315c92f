package dev.beatboard.service.generation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StateTest {

    /// Every pair there is.
    @ParameterizedTest
    @CsvSource({
        "QUEUED, PROCESSING FAILED CANCELLED",
        "PROCESSING, COMPLETED FAILED CANCELLED",
        "COMPLETED, ''",
        "FAILED, ''",
        "CANCELLED, ''"
    })
    void followsTheTable(State state, String next) {
        for (State other : State.values()) {
            assertThat(state.mayBecome(other))
                    .as("%s to %s", state, other)
                    .isEqualTo(java.util.List.of(next.split(" ")).contains(other.name()));
        }
        assertThat(state.isFinal()).isEqualTo(next.isEmpty());
        assertThat(State.of(state.label())).isEqualTo(state);
    }
}
