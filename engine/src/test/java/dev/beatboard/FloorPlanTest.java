package dev.beatboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.beatboard.math.Vec3;
import dev.beatboard.motion.Performance;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// The plan shows what is staged: people and camera where they are, inside of the rooms, and not too much of it.
@Tag("assets")
class FloorPlanTest {

    /// Meters between what is staged and what the plan's straight lines show.
    private static final double CLOSE = 0.06;

    /// Characters of the longest plan.
    private static final int LONGEST = 60_000;

    @BeforeEach
    void needsThePeople() throws IOException {
        Examples.needPeople();
    }

    @ParameterizedTest
    @ValueSource(strings = {"corridor", "dialogue", "eight", "walkthrough"})
    void showsTheStage(String example) throws IOException {
        try (Director director = Examples.director(1)) {
            Take take = Examples.stage(director, example);
            JsonNode plan = Explanation.staging(take).get("plan");

            assertThat(plan.toString().length()).isLessThan(LONGEST);
            assertThat(plan.at("/people").size()).isEqualTo(take.shot().cast().size());
            for (JsonNode person : plan.get("people")) {
                assertThat(person.get("marks").size())
                        .isEqualTo(take.shot().keyframes().size());
                for (int n = 0; n < take.shot().frames(); n += 5) {
                    Performance.Footing at =
                            take.play().performers().footing(person.get("index").asInt(), n / 24.0);
                    List<Double> shown = between(person.get("path"), n);
                    assertThat(shown.get(1)).isCloseTo(at.place().x(), within(CLOSE));
                    assertThat(shown.get(2)).isCloseTo(at.place().z(), within(CLOSE));
                }
            }
            for (JsonNode c : plan.at("/camera/marks")) {
                Vec3 lens = take.play().camera().view(c.get("frame").asInt()).position();
                assertThat(c.get("x").asDouble()).isCloseTo(lens.x(), within(0.001));
                assertThat(c.get("z").asDouble()).isCloseTo(lens.z(), within(0.001));
            }
            assertThat(plan.at("/camera/path").size()).isLessThanOrEqualTo(256);
            assertThat(plan.get("lights").valueStream().map(l -> l.get("id").asString()))
                    .doesNotHaveDuplicates();
            assertThat(plan.get("walls").size()).isGreaterThanOrEqualTo(4);
            assertThat(plan.get("furniture")
                            .valueStream()
                            .map(f -> f.get("name").asString()))
                    .isNotEmpty()
                    .doesNotContain("wall", "floor", "ceiling");
        }
    }

    /// The row of a path at a frame, on the straight line between two that are told.
    private static List<Double> between(JsonNode path, int frame) {
        JsonNode before = path.get(0);
        for (JsonNode row : path) {
            if (row.get(0).asInt() >= frame) {
                double from = before.get(0).asInt();
                double to = row.get(0).asInt();
                double u = to > from ? (frame - from) / (to - from) : 0;
                List<Double> out = new ArrayList<>();
                for (int i = 0; i < row.size(); i++) {
                    out.add(before.get(i).asDouble()
                            + u * (row.get(i).asDouble() - before.get(i).asDouble()));
                }
                return out;
            }
            before = row;
        }
        throw new AssertionError("The path ends before frame " + frame);
    }
}
