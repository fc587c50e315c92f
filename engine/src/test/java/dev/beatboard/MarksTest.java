package dev.beatboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.beatboard.direction.Lanes;
import dev.beatboard.direction.Understanding;
import dev.beatboard.math.Vec3;
import dev.beatboard.motion.Performance;
import dev.beatboard.scene.Emitter;
import dev.beatboard.scene.LightGroup;
import dev.beatboard.scene.View;
import dev.beatboard.shot.ShotReader;
import dev.beatboard.stage.Note;
import dev.beatboard.stage.camera.Landmarks;
import dev.beatboard.stage.set.FilmSet;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Marks that fields give are kept: people, lens and key light are where they say, and what gives way is told.
@Tag("assets")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MarksTest {

    /// Meters: how exactly people stand on marks, and the lens is on its own.
    private static final double ON_THE_MARK = 0.02;

    private static final double LENS = 0.01;

    private static final String OFFICE = """
            duration: 8s
            set: living-room
            cast:
              - {name: Anna, description: "a woman in a red dress"}
              - {name: Tom, description: "a man in a grey sweater"}
            keyframes:
            """;

    private Director director;

    @BeforeAll
    void open() throws IOException {
        Examples.needPeople();
        director = Examples.director(1);
    }

    @AfterAll
    void close() {
        if (director != null) {
            director.close();
        }
    }

    @Test
    void whoStandsIsOnTheMarkAtTheOpeningAndWalksToTheNextInTime() throws IOException {
        Take take = stage(OFFICE + """
              - {at: 0s, prompt: "Wide shot. Anna stands.", cast: [{name: Anna, mark: {x: -0.6, z: 0.9, facing: 90}}]}
              - {at: 5s, prompt: "Anna smiles.", cast: [{name: Anna, mark: {x: 0.7, z: 1.2, facing: -45}}]}
            """);

        assertOn(take, 0, 0, -0.6, 0.9, 90);
        assertOn(take, 0, 120, 0.7, 1.2, -45);
        assertOn(take, 0, 191, 0.7, 1.2, -45);
        assertThat(warnings(take)).isEmpty();
    }

    @Test
    void aWalkThatIsUnderWayIsOnTheMarkAtFrameZeroAndEndsOnTheNext() throws IOException {
        Take take = stage("""
                duration: 8s
                set: office-corridor
                cast: [{name: Max, description: "a man in a navy suit"}]
                keyframes:
                  - {at: 0s, prompt: "Medium shot. Max walks toward the camera.", cast: [{name: Max, mark: {x: 0.2, z: -4}}]}
                  - {at: 4s, prompt: "He stops.", cast: [{name: Max, mark: {x: -0.5, z: 0.6}}]}
                """);

        Performance.Footing first = at(take, 0, 0);
        assertThat(first.walking()).isTrue();
        assertThat(first.place().z()).isCloseTo(-4, within(ON_THE_MARK));
        // hips swing from foot to foot
        assertThat(first.place().x()).isCloseTo(0.2, within(0.05));
        Performance.Footing last = at(take, 0, 96);
        assertThat(last.walking()).isFalse();
        assertThat(last.place().distanceTo(new Vec3(-0.5, 0, 0.6))).isLessThan(ON_THE_MARK);
        assertThat(warnings(take)).isEmpty();
    }

    @Test
    void aMarkInFurnitureIsStagedBesideItAndSaysSo() throws IOException {
        FilmSet.Thing table =
                stage(OFFICE + "  - {at: 0s, prompt: \"Wide shot. Anna stands.\"}\n")
                        .play()
                        .stage()
                        .set()
                        .things()
                        .stream()
                        .filter(t -> t.obstacle() && t.noun().endsWith("table"))
                        .findFirst()
                        .orElseThrow();
        Vec3 c = table.bounds().center();
        Take take = stage(OFFICE
                + "  - {at: 0s, prompt: \"Wide shot. Anna stands.\", cast: [{name: Anna, mark: {x: %.3f, z: %.3f}}]}\n"
                        .formatted(c.x(), c.z()));

        Vec3 place = at(take, 0, 0).place();
        assertThat(table.bounds().grownBy(0.3).contains(place.withY(c.y()))).isFalse();
        assertThat(warnings(take)).singleElement().satisfies(n -> {
            assertThat(n.slot()).isEqualTo("Anna.mark");
            assertThat(n.keyframe()).isZero();
            assertThat(n.reason())
                    .startsWith("Anna's mark lies in the " + table.noun())
                    .endsWith("is free");
        });
    }

    @Test
    void aMarkOutsideOfTheSetIsStagedInsideOfIt() throws IOException {
        Take take = stage(OFFICE
                + "  - {at: 0s, prompt: \"Wide shot. Anna stands.\", cast: [{name: Anna, mark: {x: 0, z: 400}}]}\n");

        Vec3 place = at(take, 0, 0).place();
        assertThat(take.play().stage().set().rooms()).anyMatch(r -> r.contains(place.withY(1)));
        assertThat(warnings(take).getFirst().reason()).contains("outside of the set");
    }

    @Test
    void nobodyWalksThroughFurnitureToAMark() throws IOException {
        Take take = stage("""
                duration: 12s
                set: meeting-room
                cast: [{name: Max, description: "a man in a navy suit"}]
                keyframes:
                  - {at: 0s, prompt: "Wide shot. Max stands.", cast: [{name: Max, mark: {x: -3, z: 3.5}}]}
                  - {at: 10s, prompt: "Max smiles.", cast: [{name: Max, mark: {x: 3, z: -3}}]}
                """);

        List<FilmSet.Thing> solid = take.play().stage().set().things().stream()
                .filter(FilmSet.Thing::obstacle)
                .filter(t -> t.bounds().low().y() < 1.6)
                .toList();
        Vec3 before = at(take, 0, 0).place();
        for (int n = 1; n < take.shot().frames(); n++) {
            Vec3 p = at(take, 0, n).place();
            assertThat(solid)
                    .as("frame " + n)
                    .noneMatch(t -> t.bounds()
                            .grownBy(0.12)
                            .contains(p.withY(t.bounds().center().y())));
            assertThat(p.distanceTo(before)).as("frame " + n).isLessThan(0.16);
            before = p;
        }
    }

    @Test
    void whoSitsTakesTheSeatOnTheMark() throws IOException {
        String shot = """
                duration: 6s
                set: meeting-room
                cast: [{name: Max, description: "a man in a navy suit"}]
                keyframes:
                  - {at: 0s, prompt: "Wide shot. Max sits at the table."%s}
                """;
        List<FilmSet.Seat> seats =
                stage(shot.formatted("")).play().stage().set().seats();
        for (FilmSet.Seat seat : List.of(seats.getFirst(), seats.getLast())) {
            Take take = stage(shot.formatted(", cast: [{name: Max, mark: {x: %.3f, z: %.3f}}]"
                    .formatted(seat.hip().x() + 0.1, seat.hip().z())));
            assertThat(at(take, 0, 0).seated()).isTrue();
            assertThat(at(take, 0, 0).place().distanceTo(seat.hip().withY(0))).isLessThan(0.15);
        }
    }

    @Test
    void theLensIsOnItsMarkAndKeepsTheSizeByFocalLength() throws IOException {
        String shot = OFFICE + """
              - {at: 0s, prompt: "Medium shot of Anna, who stands.", camera: {mark: {x: 0.6, z: %s}}}
              - {at: 4s, prompt: "Close-up of Anna.", camera: {mark: {x: -0.8, y: 1.5, z: 3.2}}}
            """;
        double last = 0;
        for (String z : List.of("2.4", "3.4")) {
            Take take = stage(shot.formatted(z));
            View opening = take.play().camera().view(0);
            assertThat(opening.position().x()).isCloseTo(0.6, within(LENS));
            assertThat(opening.position().z()).isCloseTo(Double.parseDouble(z), within(LENS));
            View second = take.play().camera().view(96);
            assertThat(second.position().distanceTo(new Vec3(-0.8, 1.5, 3.2))).isLessThan(LENS);
            for (int n : new int[] {0, 96}) {
                Landmarks anna = take.play().performers().landmarks(0, n / 24.0);
                Vec3 eyes = take.play().camera().view(n).project(anna.eyes(), 16.0 / 9);
                assertThat(eyes.x()).isBetween(0.3, 0.7);
                assertThat(eyes.y()).isBetween(0.05, 0.6);
            }
            assertThat(opening.focalLength()).as("farther, longer").isGreaterThan(last + 5);
            last = opening.focalLength();
            assertThat(warnings(take)).isEmpty();
        }
    }

    @Test
    void aLensThatIsAskedIsKeptAndTheSizeThatFollowsIsTold() throws IOException {
        Take take = stage(OFFICE
                + "  - {at: 0s, prompt: \"Close-up of Anna, who stands, 35mm.\", camera: {mark: {x: 0.4, z: 3.4}}}\n");

        assertThat(take.play().camera().view(0).focalLength()).isEqualTo(35);
        assertThat(warnings(take)).singleElement().satisfies(n -> {
            assertThat(n.slot()).isEqualTo("camera.size");
            assertThat(n.reason()).contains("35 mm");
        });
    }

    @Test
    void aCameraInAWallStaysInTheRoomAndSaysSo() throws IOException {
        Take take = stage(
                OFFICE + "  - {at: 0s, prompt: \"Medium shot of Anna, who stands.\", camera: {mark: {x: 60, z: 2}}}\n");

        Vec3 lens = take.play().camera().view(0).position();
        assertThat(take.play().stage().set().rooms()).anyMatch(r -> r.contains(lens));
        assertThat(warnings(take)).anySatisfy(n -> {
            assertThat(n.slot()).isEqualTo("camera.mark");
            assertThat(n.reason()).contains("outside of the set");
        });
    }

    @Test
    void theKeyStandsOnItsMarkFromItsKeyframeOn() throws IOException {
        Take take = stage(OFFICE + """
              - {at: 0s, prompt: "Medium shot of Anna, who stands, window light from the left."}
              - {at: 4s, prompt: "Anna smiles.", light: {mark: {x: 1.5, y: 2, z: 2}}}
            """);

        assertThat(key(take, 0).center().distanceTo(new Vec3(1.5, 2, 2))).isGreaterThan(0.5);
        Emitter.Rectangle key = key(take, 150);
        assertThat(key.center().distanceTo(new Vec3(1.5, 2, 2))).isLessThan(0.01);
        Vec3 face = take.play().performers().landmarks(0, 4).eyes();
        assertThat(key.normal().dot(face.minus(key.center()).normalized())).isGreaterThan(0.98);
    }

    @Test
    void fieldsWinOverWordsAndLanesTellThem() {
        Understanding u = understand(OFFICE + """
              - at: 0s
                prompt: "Medium shot of Anna in profile. Anna stands at the door, window light from the left."
                cast: [{name: Anna, mark: {x: 0.5, z: 1}}]
                camera: {mark: {x: 0, z: 3}}
                light: {mark: {x: 1, z: 1}}
              - {at: 4s, cast: [{name: Tom, mark: {x: 1, z: 1}}]}
            """);

        assertThat(u.keyframes().getFirst().words())
                .filteredOn(w -> w.reason().equals("a field says otherwise"))
                .extracting(Understanding.Word::text)
                .contains("in profile", "from the left");
        List<Lanes.Span> lanes = Director.lanes(u);
        assertThat(lanes).anySatisfy(l -> {
            assertThat(l.lane()).isEqualTo("Tom");
            assertThat(l.from()).isEqualTo(96);
            assertThat(l.label()).isEqualTo("on a mark");
            assertThat(l.origin()).isEqualTo(Lanes.Origin.FIELD);
        });
    }

    @Test
    void aMarkOfALaterKeyframeLeavesWhatIsBeforeAsItWas() throws IOException {
        String shot = OFFICE + """
              - {at: 0s, prompt: "Wide shot. Anna stands. Static camera."}
              - {at: 3s, prompt: "Anna looks left."}
              - {at: 7s, prompt: "Anna smiles.", cast: [{name: Anna, mark: {x: %s, z: 1.2}}]}
            """;
        Take one = stage(shot.formatted("-0.5"));
        Take other = stage(shot.formatted("-0.8"));

        // what travels with people is smoothed over a second
        for (int n = 0; n < 48; n += 6) {
            assertThat(at(one, 0, n)).isEqualTo(at(other, 0, n));
            assertThat(one.play().camera().view(n))
                    .isEqualTo(other.play().camera().view(n));
        }
        assertThat(at(one, 0, 168)).isNotEqualTo(at(other, 0, 168));
    }

    private static Emitter.Rectangle key(Take take, int frame) {
        return take.play().light().at(frame).emitters().stream()
                .filter(e -> e.group() == LightGroup.KEY)
                .map(Emitter.Rectangle.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static void assertOn(Take take, int actor, int frame, double x, double z, double facing) {
        Performance.Footing at = at(take, actor, frame);
        assertThat(at.place().distanceTo(new Vec3(x, 0, z)))
                .as("frame " + frame)
                .isLessThan(ON_THE_MARK);
        assertThat(StrictMath.IEEEremainder(StrictMath.toDegrees(at.heading()) - facing, 360))
                .isCloseTo(0, within(3.0));
        assertThat(at.walking()).isFalse();
    }

    private static Performance.Footing at(Take take, int actor, int frame) {
        return take.play().performers().footing(actor, frame / 24.0);
    }

    private static List<Note> warnings(Take take) {
        return take.notes().stream().filter(Note::warning).toList();
    }

    private Take stage(String shot) throws IOException {
        return director.stage(understand(shot));
    }

    private static Understanding understand(String shot) {
        return switch (ShotReader.read(shot, "shot.yaml")) {
            case ShotReader.Result.Accepted a -> Director.understand(a.draft());
            case ShotReader.Result.Refused r -> throw new AssertionError(r.problems());
        };
    }
}
