package dev.beatboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.asset.Library;
import dev.beatboard.file.track.BvhWriter;
import dev.beatboard.file.track.ReadBvh;
import dev.beatboard.frame.Frame;
import dev.beatboard.frame.Plane;
import dev.beatboard.math.Vec3;
import dev.beatboard.motion.tracking.ClipTracker;
import dev.beatboard.motion.tracking.Silhouettes;
import dev.beatboard.render.Quality;
import dev.beatboard.scene.Scene;
import dev.beatboard.shot.ShotReader;
import dev.beatboard.time.FrameRange;
import dev.beatboard.track.ClipTrack;
import dev.beatboard.track.FaceLandmark;
import dev.beatboard.track.Gaze;
import dev.beatboard.track.HandPoint;
import dev.beatboard.track.ImagePoint;
import dev.beatboard.track.PerformerTrack;
import dev.beatboard.track.TrackPoint;
import dev.beatboard.track.VisibleFractions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Tracks against rendered pictures: what they say of a place in the picture is true of the picture.
@Tag("assets")
class TracksOnPicturesTest {

    private static final int WIDTH = 480;
    private static final int HEIGHT = 270;
    private static final Quality QUALITY = Quality.draft(WIDTH, HEIGHT);
    private static final int RADIUS = 2;
    /// What is this much nearer than a joint and not the performer hides it, meters.
    private static final double BEFORE = 0.02;

    @BeforeEach
    void needsThePeople() throws IOException {
        Examples.needPeople();
    }

    /// @param least joints, landmarks and points of hands that nothing hides and the test is about
    @ParameterizedTest
    @CsvSource({"corridor,400", "dialogue,500", "talking-head,300", "sixteen,400", "eight,800"})
    void pointsThatNothingHidesAreOnThePerson(String example, int least) throws IOException {
        try (Director director = new Director(Library.open(Library.defaultRoot()), 2)) {
            Take take = stage(director, example);
            ClipTrack clip = track(take, new VisibleFractions());
            List<String> off = new ArrayList<>();
            int seen = 0;
            int last = clip.frames().last();
            for (int n : example.equals("eight")
                    ? new int[] {last / 8, last / 2}
                    : new int[] {last / 8, last / 2, 9 * last / 10}) {
                Frame frame = director.frame(take, n, QUALITY);
                for (int i = 0; i < clip.performers().size(); i++) {
                    PerformerTrack p = clip.frame(n).performers().get(i);
                    List<TrackPoint> points = new ArrayList<>(joints(clip, i, p));
                    points.addAll(p.leftHand());
                    points.addAll(p.rightHand());
                    points.addAll(p.landmarks());
                    int object = clip.performers().get(i).object();
                    for (int k = 0; k < points.size(); k++) {
                        switch (look(frame, points.get(k), object)) {
                            case ON -> seen++;
                            case OFF ->
                                off.add(n + " " + clip.performers().get(i).name() + " " + k);
                            case HIDDEN -> {}
                        }
                    }
                }
            }
            assertThat(off).as("of " + seen + " points").isEmpty();
            assertThat(seen).isGreaterThanOrEqualTo(least);
        }
    }

    @ParameterizedTest
    @CsvSource({"product", "walkthrough"})
    void aClipWithoutPeopleHasNoPerformersAndStillALens(String example) throws IOException {
        try (Director director = new Director(Library.open(Library.defaultRoot()), 1)) {
            ClipTrack clip = track(stage(director, example), new VisibleFractions());
            assertThat(clip.performers()).isEmpty();
            assertThat(clip.frame(5).lens().focalLength()).isPositive();
        }
    }

    @Test
    void aPlantedShiftIsFound() throws IOException {
        try (Director director = new Director(Library.open(Library.defaultRoot()), 2)) {
            Take take = stage(director, "corridor");
            ClipTrack clip = track(take, new VisibleFractions());
            int n = clip.frames().last() / 2;
            Frame frame = director.frame(take, n, QUALITY);
            int object = clip.performers().getFirst().object();
            List<TrackPoint> face = clip.frame(n).performers().getFirst().landmarks();
            assertThat(face).noneMatch(p -> look(frame, p, object) == Look.OFF);
            assertThat(face).anyMatch(p -> look(frame, shifted(p, 40), object) == Look.OFF);
        }
    }

    private static TrackPoint shifted(TrackPoint p, double pixels) {
        ImagePoint i = p.image().orElseThrow();
        return TrackPoint.seen(p.world(), new ImagePoint(i.x() + pixels, i.y(), i.depth(), i.inside()));
    }

    @Test
    void everyFrameOfADialogueIsWhole() throws IOException {
        try (Director director = new Director(Library.open(Library.defaultRoot()), 1)) {
            Take take = stage(director, "dialogue");
            ClipTrack clip = track(take, new VisibleFractions());
            Map<String, Double> most = new HashMap<>();
            for (int n = 0; n <= clip.frames().last(); n += 4) {
                for (PerformerTrack p : clip.frame(n).performers()) {
                    assertThat(p.coefficients()).hasSize(37);
                    p.coefficients().forEach((c, v) -> {
                        assertThat(v).as(c.key()).isBetween(0.0, 1.0);
                        most.merge(c.key(), v, Math::max);
                    });
                    assertThat(p.leftHand()).hasSize(21);
                    assertThat(p.gaze().direction().length()).isBetween(0.999999, 1.000001);
                    assertThat(p.visible()).as("nothing was rendered").isEmpty();
                }
            }
            assertThat(most).doesNotContainKeys("cheekPuff", "jawLeft", "tongueOut");
            assertThat(most.get("jawOpen")).as("somebody talks").isGreaterThan(0.1);
            assertThat(most.get("eyeBlinkLeft")).as("somebody blinks").isGreaterThan(0.5);
            assertThat(clip.frame(0).performers().getFirst().gaze().target())
                    .get()
                    .isInstanceOf(Gaze.Performer.class);
        }
    }

    @Test
    void bvhFilesOfRealBodiesGiveTheirJointsBackWithinAMillimeter(@TempDir Path folder) throws IOException {
        try (Director director = new Director(Library.open(Library.defaultRoot()), 1)) {
            Take take = stage(director, "sixteen");
            int last = take.shot().frames() - 1;
            ClipTrack clip = ClipTracker.of(take.play(), WIDTH, HEIGHT)
                    .clip(new FrameRange(last / 2, last / 2 + 12), new VisibleFractions());
            for (int i = 0; i < clip.performers().size(); i++) {
                BvhWriter.write(folder.resolve("body.bvh"), clip, i);
                ReadBvh bvh = ReadBvh.of(folder.resolve("body.bvh"));
                for (int f = 0; f < 13; f += 6) {
                    PerformerTrack p = clip.frame(last / 2 + f).performers().get(i);
                    for (int j = 0; j < p.joints().size(); j++) {
                        String name = clip.performers()
                                .get(i)
                                .skeleton()
                                .joints()
                                .get(j)
                                .name();
                        assertThat(bvh.place(f, name)
                                        .distanceTo(p.joints().get(j).world()))
                                .as(name)
                                .isLessThan(1e-3);
                    }
                }
            }
        }
    }

    @Test
    void handsAndFacesAreInTheOrderOfTheirNames() throws IOException {
        try (Director director = new Director(Library.open(Library.defaultRoot()), 1)) {
            ClipTrack clip = track(stage(director, "talking-head"), new VisibleFractions());
            PerformerTrack p = clip.frame(0).performers().getFirst();
            for (List<TrackPoint> hand : List.of(p.leftHand(), p.rightHand())) {
                Vec3 wrist = at(hand, HandPoint.WRIST.ordinal());
                for (int tip = 4; tip < 21; tip += 4) {
                    assertThat(at(hand, tip).distanceTo(at(hand, tip - 1))).isBetween(0.012, 0.045);
                    assertThat(at(hand, tip - 1).distanceTo(at(hand, tip - 2))).isBetween(0.012, 0.05);
                    assertThat(at(hand, tip - 3).distanceTo(wrist)).isBetween(0.02, 0.13);
                }
            }
            // The person faces the lens, so the picture runs from the person's right to the left.
            assertThat(p.head().offLens()).isLessThan(30);
            for (FaceLandmark[] order : new FaceLandmark[][] {
                {FaceLandmark.JAW_0, FaceLandmark.JAW_8, FaceLandmark.JAW_16},
                {FaceLandmark.RIGHT_EYE_OUTER, FaceLandmark.RIGHT_PUPIL, FaceLandmark.RIGHT_EYE_INNER},
                {FaceLandmark.LEFT_EYE_INNER, FaceLandmark.LEFT_PUPIL, FaceLandmark.LEFT_EYE_OUTER},
                {FaceLandmark.RIGHT_MOUTH_CORNER, FaceLandmark.NOSE_TIP, FaceLandmark.LEFT_MOUTH_CORNER},
            }) {
                assertThat(x(p, order[0])).isLessThan(x(p, order[1]));
                assertThat(x(p, order[1])).isLessThan(x(p, order[2]));
            }
            assertThat(y(p, FaceLandmark.LEFT_BROW_2)).isLessThan(y(p, FaceLandmark.LEFT_UPPER_LID_INNER));
            assertThat(y(p, FaceLandmark.NOSE_TIP)).isLessThan(y(p, FaceLandmark.CUPIDS_BOW_MIDDLE));
            assertThat(y(p, FaceLandmark.LOWER_LIP_MIDDLE)).isLessThan(y(p, FaceLandmark.JAW_8));
            assertThat(p.face()).isPresent();
        }
    }

    @Test
    void whoSitsBehindATableIsSeenInPartAndWhoStandsFreeWhole() throws IOException {
        try (Director director = new Director(Library.open(Library.defaultRoot()), 2)) {
            assertThat(visible(director, "corridor", 60, 0)).isBetween(0.97, 1.0);
            assertThat(visible(director, "dialogue", 0, 0)).isBetween(0.85, 0.985);
        }
    }

    private static double visible(Director director, String example, int n, int performer) throws IOException {
        Take take = stage(director, example);
        Scene scene = take.play().scene(n);
        int object = take.play().object(performer);
        Coverage coverage = Coverage.of(director.frame(take, n, QUALITY));
        VisibleFractions found = new VisibleFractions();
        found.put(n, performer, coverage.share(object) / Silhouettes.share(scene, object, WIDTH / (double) HEIGHT));
        return track(take, found).frame(n).performers().get(performer).visible().orElseThrow();
    }

    /// Without the rig's helpers called `special`: nothing hangs on them, and they stand on the skin or outside of it.
    private static List<TrackPoint> joints(ClipTrack clip, int i, PerformerTrack p) {
        List<TrackPoint> out = new ArrayList<>();
        for (int j = 0; j < p.joints().size(); j++) {
            if (!clip.performers().get(i).skeleton().joints().get(j).name().startsWith("special")) {
                out.add(p.joints().get(j));
            }
        }
        return out;
    }

    private enum Look {
        ON,
        OFF,
        HIDDEN
    }

    private static Look look(Frame frame, TrackPoint point, int object) {
        if (point.image().isEmpty() || !point.image().get().inside()) {
            return Look.HIDDEN;
        }
        ImagePoint at = point.image().get();
        Plane ids = frame.plane(Frame.OBJECT);
        Plane depth = frame.plane(Frame.DEPTH);
        boolean hidden = false;
        for (int y = Math.max(0, (int) at.y() - RADIUS); y <= Math.min(HEIGHT - 1, (int) at.y() + RADIUS); y++) {
            for (int x = Math.max(0, (int) at.x() - RADIUS); x <= Math.min(WIDTH - 1, (int) at.x() + RADIUS); x++) {
                if (ids.at(x, y) == object) {
                    return Look.ON;
                }
                hidden |= depth.at(x, y) < at.depth() - BEFORE;
            }
        }
        return hidden ? Look.HIDDEN : Look.OFF;
    }

    private static Vec3 at(List<TrackPoint> points, int i) {
        return points.get(i).world();
    }

    private static double x(PerformerTrack p, FaceLandmark l) {
        return p.landmarks().get(l.ordinal()).image().orElseThrow().x();
    }

    private static double y(PerformerTrack p, FaceLandmark l) {
        return p.landmarks().get(l.ordinal()).image().orElseThrow().y();
    }

    private static ClipTrack track(Take take, VisibleFractions visible) {
        return ClipTracker.of(take.play(), WIDTH, HEIGHT)
                .clip(new FrameRange(0, take.shot().frames() - 1), visible);
    }

    private static Take stage(Director director, String example) throws IOException {
        Path file = Path.of("..", "examples", example + ".yaml");
        return switch (ShotReader.read(file)) {
            case ShotReader.Result.Accepted a -> director.stage(Director.understand(a.draft()));
            case ShotReader.Result.Refused r -> throw new AssertionError(r.problems());
        };
    }
}
