package dev.beatboard.service.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.beatboard.service.problem.RefusedException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MomentsTest {

    record Body(Optional<Instant> expiresAt) {}

    private static Body read(String value) {
        return new JsonBodies(Json.mapper(1000))
                .strict(("{\"expires_at\": " + value + "}").getBytes(StandardCharsets.UTF_8), Body.class);
    }

    @Test
    void timesAreReadWithTheirOffset() {
        assertThat(read("\"2026-11-28T12:00:00Z\"").expiresAt()).hasValue(Instant.parse("2026-11-28T12:00:00Z"));
        assertThat(read("\"2026-11-28T12:00:00.5+01:00\"").expiresAt())
                .hasValue(Instant.parse("2026-11-28T11:00:00.5Z"));
        assertThat(read("null").expiresAt()).isEmpty();
        assertThat(Moments.parse("9999-12-31T23:59:59Z")).isEqualTo(Instant.parse("9999-12-31T23:59:59Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"+10000-01-01T00:00:00Z\"",
                "\"+999999999-12-31T23:59:59Z\"",
                "\"0000-01-01T00:00:00Z\"",
                "\"-0044-03-15T12:00:00Z\"",
                "\"2026-13-01T00:00:00Z\"",
                "\"tomorrow\"",
                "\"\"",
                "31556889864400",
                "1.5",
                "true",
                "{}"
            })
    void whatTheDatabaseCannotHoldIsNoTime(String value) {
        assertThatThrownBy(() -> read(value))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        e -> assertThat(e.refusal().detail()).contains("a time such as 2026-11-28T12:00:00Z"));
    }

    @Test
    void aYearThatNobodyWritesIsNamed() {
        assertThatThrownBy(() -> Moments.parse("+10000-01-01T00:00:00Z"))
                .isInstanceOf(DateTimeException.class)
                .hasMessageContaining("10000");
    }
}
