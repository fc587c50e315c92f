package dev.beatboard.service.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.beatboard.service.problem.RefusedException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodiesTest {

    record Body(Optional<List<String>> events, Optional<String> name) {}

    private static Body read(String body) {
        return new JsonBodies(Json.mapper(1000)).strict(body.getBytes(StandardCharsets.UTF_8), Body.class);
    }

    @Test
    void whatMayBeAbsentMayBeNull() {
        assertThat(read("{\"events\": null, \"name\": null}")).isEqualTo(new Body(Optional.empty(), Optional.empty()));
        assertThat(read("{\"events\": [\"a\", \"b\"]}").events()).hasValue(List.of("a", "b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[null]", "[\"a\", null]", "[1]", "\"a\""})
    void aListWithHolesIsRefusedWithItsPlace(String list) {
        assertThatThrownBy(() -> read("{\"events\": " + list + "}"))
                .isInstanceOfSatisfying(RefusedException.class, e -> {
                    assertThat(e.refusal().status()).isEqualTo(400);
                    assertThat(e.refusal().faults())
                            .singleElement()
                            .satisfies(f -> assertThat(f.pointer()).startsWith("/events"));
                });
    }
}
