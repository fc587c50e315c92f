package dev.beatboard.direction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.beatboard.shot.Keyframe;
import dev.beatboard.shot.ShotDraft;
import dev.beatboard.time.FrameRate;
import dev.beatboard.time.Time;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

@DisplayName("The example shots")
class ExamplesTest {

    private static final Path EXAMPLES = Path.of("..", "examples");

    private static ShotDraft draft(Path file) {
        JsonNode root = new YAMLMapper().readTree(file.toFile());
        List<ShotDraft.CastEntry> cast = new ArrayList<>();
        for (JsonNode c : root.path("cast")) {
            cast.add(new ShotDraft.CastEntry(
                    c.path("name").asString(),
                    Optional.of(c.path("description").asString()),
                    Optional.empty(),
                    Optional.empty()));
        }
        List<Keyframe> keyframes = new ArrayList<>();
        for (JsonNode k : root.path("keyframes")) {
            keyframes.add(Keyframe.words(time(k.path("at")), k.path("prompt").asString()));
        }
        return new ShotDraft(
                root.path("title").asString(),
                time(root.path("duration")),
                FrameRate.FILM,
                1920,
                1080,
                1,
                Optional.empty(),
                cast,
                keyframes);
    }

    private static Time time(JsonNode node) {
        String text = node.asString();
        return Time.milliseconds(Math.round(Double.parseDouble(text.substring(0, text.length() - 1)) * 1000));
    }

    @ParameterizedTest
    @CsvSource({
        "corridor, OFFICE_CORRIDOR, 6, 1",
        "dialogue, CAFE, 7, 2",
        "product, STUDIO, 5, 0",
        "walkthrough, EMPTY_APARTMENT, 5, 0",
        "talking-head, OFFICE, 5, 1",
        "eight, MEETING_ROOM, 12, 8",
        "sixteen, OFFICE, 16, 1"
    })
    @DisplayName("are understood without a warning, and the same again from the resolved shot")
    void clear(String name, String set, int keyframes, int people) {
        Path file = EXAMPLES.resolve(name + ".yaml");
        assumeThat(file)
                .as("the examples are beside the engine in the repository")
                .exists();
        Understanding u = Interpreter.understand(draft(file));
        assertThat(u.warnings()).isEmpty();
        assertThat(u.shot().set().name()).isEqualTo(set);
        assertThat(u.shot().keyframes()).hasSize(keyframes);
        assertThat(u.shot().cast()).hasSize(people);
        assertThat(u.keyframes().stream().flatMap(k -> k.words().stream()))
                .noneMatch(w -> w.fate() == Understanding.Fate.UNKNOWN);
        assertThat(Interpreter.understand(Gold.resolved(u.shot())).shot()).isEqualTo(u.shot());
    }
}
