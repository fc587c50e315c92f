package dev.beatboard.motion.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.beatboard.math.Vec3;
import dev.beatboard.scene.View;
import dev.beatboard.shot.ActionKind;
import dev.beatboard.shot.Build;
import dev.beatboard.shot.Composition;
import dev.beatboard.shot.HairStyle;
import dev.beatboard.shot.Heritage;
import dev.beatboard.shot.Performer;
import dev.beatboard.shot.SetKind;
import dev.beatboard.shot.Sex;
import dev.beatboard.shot.Shot;
import dev.beatboard.shot.ShotSize;
import dev.beatboard.shot.Side;
import dev.beatboard.shot.Stature;
import dev.beatboard.stage.Cue;
import dev.beatboard.stage.Score;
import dev.beatboard.stage.camera.Landmarks;
import dev.beatboard.time.FrameRate;
import dev.beatboard.time.Time;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// People stand in a row before a camera at rest, 4 meters off, that looks along -z through a 36 mm lens: the picture
/// is 4 meters wide where they stand.
class ReframingTest {

    private static final double WIDE = 16.0 / 9;
    private static final int FRAMES = 144;
    private static final View VIEW =
            new View(new Vec3(0, 1.6, 4), View.looking(new Vec3(0, 1.6, 4), new Vec3(0, 1.6, 0), 0), 36, 36, 4, 4);

    @Test
    void theOwnShapeChangesNothing() {
        CameraPlan plan = plan(Composition.SINGLE, ShotSize.MEDIUM, 0);
        assertThat(reframed(plan, WIDE, List.of(silent(0)), 0.3)).isSameAs(plan);
    }

    @ParameterizedTest
    @ValueSource(doubles = {2.39, 21.0 / 9, 4})
    void aWiderPictureShowsMoreOnBothSidesAndElseTheSame(double aspect) {
        CameraPlan wider = reframed(plan(Composition.SINGLE, ShotSize.MEDIUM, 0), aspect, List.of(silent(0)), 0.3);
        for (View v : wider.views()) {
            assertThat(v.position()).isEqualTo(VIEW.position());
            assertThat(v.orientation()).isEqualTo(VIEW.orientation());
            assertThat(v.tanHalfWidth()).isCloseTo(VIEW.tanHalfWidth() * aspect / WIDE, within(1e-12));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {4.0 / 3, 1, 3.0 / 4, 9.0 / 16})
    void oneKeepsTheSizeAndIsAsFarOffTheMiddleAsBefore(double aspect) {
        CameraPlan narrow = reframed(plan(Composition.SINGLE, ShotSize.MEDIUM, 0), aspect, List.of(silent(0)), 0.5);
        View v = narrow.view(50);
        assertThat(v.focalLength()).isEqualTo(VIEW.focalLength());
        Vec3 before = VIEW.project(eyes(0.5), WIDE);
        Vec3 eyes = v.project(eyes(0.5), aspect);
        assertThat(eyes.x()).isCloseTo(before.x(), within(0.03));
        assertThat(eyes.y()).isCloseTo(before.y(), within(0.005));
        assertThat(narrow.views()).allMatch(x -> x.equals(v));
        assertThat(v.right().y()).isCloseTo(0, within(1e-12));
    }

    @Test
    void twoAreBothHeldByAWiderView() {
        CameraPlan narrow = reframed(
                plan(Composition.TWO_SHOT, ShotSize.MEDIUM, 0, 1), 9.0 / 16, List.of(silent(0), silent(1)), -0.9, 0.9);
        assertThat(heads(narrow, 50, -0.9, 0.9)).allMatch(ReframingTest::inside);
        assertThat(narrow.notes())
                .anyMatch(n -> n.slot().equals("camera.reframe") && n.value().endsWith("times wider"));
    }

    @Test
    void aGroupThatFitsNoNarrowPictureIsFollowedFromSpeakerToSpeaker() {
        double[] places = {-1.6, -0.8, 0, 0.8, 1.6};
        List<Score> scores = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            scores.add(silent(i));
        }
        scores.set(0, speaks(0, 0, 3));
        scores.set(4, speaks(4, 3, 6));
        CameraPlan narrow = reframed(plan(Composition.GROUP, ShotSize.WIDE, 0, 1, 2, 3, 4), 9.0 / 16, scores, places);

        assertThat(inside(heads(narrow, 30, places).get(0))).isTrue();
        assertThat(inside(heads(narrow, 30, places).get(4))).isFalse();
        assertThat(inside(heads(narrow, 110, places).get(4))).isTrue();
        assertThat(inside(heads(narrow, 110, places).get(0))).isFalse();
        for (int n = 1; n < FRAMES; n++) {
            double turned =
                    narrow.view(n).forward().distanceTo(narrow.view(n - 1).forward());
            assertThat(turned).isLessThan(StrictMath.toRadians(2));
        }
        assertThat(narrow.notes()).anyMatch(n -> n.warning() && n.value().equals("p3, p4 outside of the picture"));
    }

    @Test
    void whereNobodyStandsOutEverybodyIsHeld() {
        double[] places = {-1.6, -0.8, 0, 0.8, 1.6};
        List<Score> scores =
                IntStream.range(0, 5).mapToObj(ReframingTest::silent).toList();
        CameraPlan narrow = reframed(plan(Composition.GROUP, ShotSize.WIDE, 0, 1, 2, 3, 4), 9.0 / 16, scores, places);
        assertThat(heads(narrow, 70, places)).allMatch(ReframingTest::inside);
    }

    @Test
    void whomThePictureIsOfMattersMoreThanWhoeverSpeaksBesides() {
        CameraPlan narrow = reframed(
                plan(Composition.SINGLE, ShotSize.MEDIUM, 0), 9.0 / 16, List.of(silent(0), speaks(1, 0, 6)), -1.7, 1.7);
        assertThat(inside(heads(narrow, 60, -1.7, 1.7).get(0))).isTrue();
    }

    @Test
    void aRaisedHandIsTakenInWhileItIsRaised() {
        Score raises = new Score(
                0,
                Vec3.ZERO,
                0,
                List.of(new Cue.Gesture(3, 4.5, ActionKind.RAISE_HAND, Side.LEFT, Optional.empty(), 1)));
        CameraPlan narrow = reframed(plan(Composition.SINGLE, ShotSize.MEDIUM, 0), 9.0 / 16, List.of(raises), 0);
        Vec3 hand = person(0, HAND).leftHand();
        assertThat(narrow.view(90).project(hand, 9.0 / 16).x()).isBetween(0.0, 1.0);
        assertThat(narrow.view(20).project(hand, 9.0 / 16).x()).isGreaterThan(1);
        assertThat(narrow.view(20).focalLength()).isEqualTo(36);
    }

    @Test
    void aWalkerAcrossARestingPictureIsFollowedWithoutLeavingIt() {
        CameraPlan plan = plan(Composition.SINGLE, ShotSize.WIDE, 0);
        Bodies walk = bodies(t -> new double[] {-1.8 + 0.6 * t});
        CameraPlan narrow = Reframing.of(plan, 9.0 / 16, shot(1), List.of(silent(0)), walk);
        for (int n = 0; n < FRAMES; n++) {
            double x = -1.8 + 0.6 * n / 24.0;
            assertThat(inside(narrow.view(n).project(eyes(x), 9.0 / 16)))
                    .as("frame " + n)
                    .isTrue();
        }
    }

    /// How far aside a raised hand is, meters: beyond the edge of a narrow picture, long as the arm is for that.
    private static final double HAND = 1.2;

    private static boolean inside(Vec3 p) {
        return p.z() > 0 && p.x() > 0.02 && p.x() < 0.98 && p.y() > 0 && p.y() < 1;
    }

    private static List<Vec3> heads(CameraPlan plan, int frame, double... places) {
        List<Vec3> out = new ArrayList<>();
        for (double x : places) {
            out.add(plan.view(frame).project(eyes(x), plan.aspect()));
        }
        return out;
    }

    private static CameraPlan reframed(CameraPlan plan, double aspect, List<Score> scores, double... places) {
        return Reframing.of(plan, aspect, shot(places.length), scores, bodies(t -> places));
    }

    private static CameraPlan plan(Composition composition, ShotSize size, Integer... framed) {
        return new CameraPlan(
                Collections.nCopies(FRAMES, VIEW),
                WIDE,
                List.of(0),
                Collections.nCopies(FRAMES, Vec3.ZERO),
                List.of(new CameraPlan.Framed(0, 0, "opening", size, composition, List.of(framed), Optional.empty())),
                List.of());
    }

    private static Score silent(int actor) {
        return new Score(actor, Vec3.ZERO, 0, List.of());
    }

    private static Score speaks(int actor, double from, double to) {
        return new Score(actor, Vec3.ZERO, 0, List.of(new Cue.Speak(from, to, Optional.empty(), false)));
    }

    private static Vec3 eyes(double x) {
        return new Vec3(x, 1.8, 0);
    }

    private interface Places {
        double[] at(double seconds);
    }

    private static Bodies bodies(Places places) {
        return new Bodies() {
            @Override
            public Landmarks landmarks(int actor, double t) {
                return person(places.at(t)[actor], HAND);
            }

            @Override
            public Vec3 anchor(int actor, double t) {
                return new Vec3(places.at(t)[actor], 0, 0);
            }
        };
    }

    private static Landmarks person(double x, double hand) {
        return new Landmarks(
                new Vec3(x, 1.9, 0),
                new Vec3(x, 1.92, 0),
                eyes(x),
                new Vec3(x, 1.68, 0),
                new Vec3(x, 1.6, 0),
                new Vec3(x, 1.45, 0),
                new Vec3(x, 1.2, 0),
                new Vec3(x, 1.05, 0),
                new Vec3(x, 0.55, 0),
                new Vec3(x, 0.1, 0),
                new Vec3(x + 0.19, 1.5, 0),
                new Vec3(x - 0.19, 1.5, 0),
                new Vec3(x + hand, 1.7, 0),
                new Vec3(x - 0.2, 1, 0),
                Vec3.Z,
                Vec3.Z);
    }

    private static Shot shot(int people) {
        List<Performer> cast = IntStream.range(0, people)
                .mapToObj(i -> new Performer(
                        "p" + i,
                        "",
                        Sex.MALE,
                        30,
                        Build.AVERAGE,
                        Stature.AVERAGE,
                        Heritage.ASIAN,
                        new Performer.Hair(HairStyle.SHORT, Optional.empty()),
                        List.of()))
                .toList();
        return new Shot("test", Time.seconds(6), FrameRate.FILM, 1920, 1080, 1, SetKind.STUDIO, cast, List.of());
    }
}
