package dev.beatboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.asset.Library;
import dev.beatboard.file.Report.Fact;
import dev.beatboard.file.Report.Status;
import dev.beatboard.frame.Frame;
import dev.beatboard.frame.Plane;
import dev.beatboard.render.Quality;
import dev.beatboard.scene.Scene;
import dev.beatboard.score.Judge;
import dev.beatboard.score.Observation;
import dev.beatboard.shot.Shot;
import dev.beatboard.shot.ShotReader;
import dev.beatboard.shot.ShotSize;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The examples from their words to their pictures: every fact that a keyframe states is measured in what was made.
@Tag("assets")
class ExamplesTest {

    private static final Quality SMALL = Quality.draft(160, 90);

    /// Facts that do not hold yet, as `example keyframe slot`, each with a comment that says what is missing; none now.
    /// A
    /// fact that holds again has to be taken off.
    private static final Set<String> KNOWN = Set.of();

    /// Examples in which people do something that is exact to the frame.
    private static final Set<String> ACTED_TO_THE_FRAME = Set.of("corridor", "dialogue", "talking-head", "sixteen");

    @BeforeEach
    void needsThePeople() throws IOException {
        Examples.needPeople();
    }

    @ParameterizedTest
    @ValueSource(strings = {"corridor", "dialogue", "product", "walkthrough", "talking-head", "eight", "sixteen"})
    void everyStatedFactHoldsOnItsFrame(String example) throws IOException {
        try (Director director = director(2)) {
            Take take = stage(director, example);
            Shot shot = take.shot();
            Witness witness = new Witness(take.play());
            Set<String> missed = new TreeSet<>();
            StringBuilder all = new StringBuilder();
            for (int k = 0; k < shot.keyframes().size(); k++) {
                Frame frame = director.frame(take, shot.frameOf(k), SMALL);
                for (Fact f : Judge.judge(shot, k, witness.observe(k, Optional.of(frame)))) {
                    all.append(String.format(
                            Locale.ROOT,
                            "%n%-7s %s %d %s: asked %s, measured %s",
                            f.status(),
                            example,
                            k + 1,
                            f.slot(),
                            f.asked(),
                            f.measured()));
                    if (f.status() == Status.MISSED) {
                        missed.add(example + " " + (k + 1) + " " + f.slot());
                    }
                }
            }
            Set<String> known = KNOWN.stream()
                    .filter(s -> s.startsWith(example + " "))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(missed).as(all.toString()).isEqualTo(known);
        }
    }

    @Test
    void plantedFaultsAreFound() throws IOException {
        try (Director director = director(1)) {
            Take take = stage(director, "corridor");
            Shot shot = take.shot();
            assertThat(missed(take, shot)).as("as directed").isZero();
            assertThat(missed(take, Faults.handsSwapped(shot)))
                    .as("hands swapped")
                    .isPositive();
            assertThat(missed(take, Faults.gazesSwapped(shot)))
                    .as("gazes swapped")
                    .isPositive();
            assertThat(missed(take, Faults.otherExpressions(shot)))
                    .as("other expressions")
                    .isPositive();
            assertThat(missed(take, Faults.later(shot, 24))).as("a second late").isPositive();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"corridor", "dialogue", "product", "walkthrough", "talking-head", "eight", "sixteen"})
    void everythingAFrameLateOrEarlyIsFound(String example) throws IOException {
        try (Director director = director(1)) {
            Take take = stage(director, example);
            for (int late : new int[] {1, -1}) {
                List<String> slots = missing(take, Faults.later(take.shot(), late));
                assertThat(slots).as(example + " by " + late).isNotEmpty();
                if (ACTED_TO_THE_FRAME.contains(example)) {
                    assertThat(slots)
                            .as(example + " by " + late + ", people")
                            .anyMatch(s -> s.endsWith("action.look.start"));
                }
            }
        }
    }

    @Test
    void aFrameDependsOnNothingButTheShot() throws IOException {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        Quality fine = Quality.fine(240, 135);
        float[][] alone;
        float[][] aloneFine;
        try (Director director = director(1)) {
            alone = planes(director, stage(director, "corridor"), 150, SMALL);
        }
        try (Director director = director(1)) {
            aloneFine = planes(director, stage(director, "corridor"), 150, fine);
        }
        try (Director director = director(2)) {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
            Take take = stage(director, "corridor");
            // The camera moves in frame 99 and rests from 148 on, where much is kept from frame to frame.
            for (int n : new int[] {99, 148, 149}) {
                planes(director, take, n, SMALL);
            }
            assertSame(alone, planes(director, take, 150, SMALL), "after its neighbors, with two threads, in Turkish");
            assertSame(alone, planes(director, take, 150, SMALL), "once more");
            for (int n : new int[] {99, 148, 149}) {
                planes(director, take, n, fine);
            }
            assertSame(aloneFine, planes(director, take, 150, fine), "final, after its neighbors");
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void aThingSeenTooSmallIsFound() throws IOException {
        try (Director director = director(1)) {
            Take take = stage(director, "product");
            Observation seen = new Witness(take.play(), take.shot()).observe(3, Optional.empty());
            assertThat(Judge.judge(take.shot(), 3, seen))
                    .filteredOn(f -> f.slot().equals("camera.size"))
                    .singleElement()
                    .matches(f -> f.status() != Status.MISSED);
            Observation small = new Observation(
                    seen.keyframe(),
                    seen.frame(),
                    seen.cameraMoves(),
                    seen.cameraTurns(),
                    seen.timing(),
                    seen.right(),
                    seen.people(),
                    seen.things(),
                    Map.of("coffee machine", Optional.of(ShotSize.WIDE)));
            assertThat(Judge.judge(take.shot(), 3, small))
                    .filteredOn(f -> f.status() == Status.MISSED)
                    .extracting(Fact::slot)
                    .contains("camera.size");
        }
    }

    @Test
    void eightIsAFullRoom() throws IOException {
        try (Director director = director(1)) {
            Scene scene = stage(director, "eight").play().scene(0);
            int bodies = scene.shapes().stream()
                    .mapToInt(s -> s.topology().triangleCount())
                    .sum();
            assertThat(scene.world().triangleCount() + bodies).isGreaterThanOrEqualTo(400_000);
        }
    }

    private static void assertSame(float[][] a, float[][] b, String what) {
        assertThat(Arrays.deepEquals(a, b)).as(what).isTrue();
    }

    private static float[][] planes(Director director, Take take, int n, Quality quality) {
        return director.frame(take, n, quality).planes().stream()
                .map(Plane::values)
                .toArray(float[][]::new);
    }

    private static long missed(Take take, Shot asked) {
        return missing(take, asked).size();
    }

    /// Which facts of `asked` the take misses, from the bodies and views alone.
    private static List<String> missing(Take take, Shot asked) {
        Witness witness = new Witness(take.play(), asked);
        List<Fact> facts = new ArrayList<>();
        for (int k = 0; k < asked.keyframes().size(); k++) {
            facts.addAll(Judge.judge(asked, k, witness.observe(k, Optional.empty())));
        }
        return facts.stream()
                .filter(f -> f.status() == Status.MISSED)
                .map(Fact::slot)
                .toList();
    }

    private static Director director(int threads) throws IOException {
        return new Director(Library.open(Library.defaultRoot()), threads);
    }

    private static Take stage(Director director, String example) throws IOException {
        Path file = Path.of("..", "examples", example + ".yaml");
        return switch (ShotReader.read(file)) {
            case ShotReader.Result.Accepted a -> director.stage(Director.understand(a.draft()));
            case ShotReader.Result.Refused r -> throw new AssertionError(r.problems());
        };
    }
}
