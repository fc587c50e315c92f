package dev.beatboard.direction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("What was read wrongly once")
class MisreadsTest {

    static List<Gold> misreads() throws IOException {
        return Gold.all("misreads.tsv");
    }

    @ParameterizedTest
    @MethodSource("misreads")
    void isReadRightly(Gold g) {
        assertThat(g.wrong(g.read())).as(String.join(" || ", g.prompts())).isEmpty();
    }
}
