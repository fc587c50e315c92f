package dev.beatboard.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.beatboard.math.Box;
import dev.beatboard.math.Vec3;
import dev.beatboard.scene.Rgb;
import dev.beatboard.scene.Sky;
import dev.beatboard.shot.Action;
import dev.beatboard.shot.ActionKind;
import dev.beatboard.shot.Build;
import dev.beatboard.shot.CameraDirection;
import dev.beatboard.shot.CameraSupport;
import dev.beatboard.shot.Direction;
import dev.beatboard.shot.Expression;
import dev.beatboard.shot.HairStyle;
import dev.beatboard.shot.Heritage;
import dev.beatboard.shot.Keyframe;
import dev.beatboard.shot.LightDirection;
import dev.beatboard.shot.Performer;
import dev.beatboard.shot.PerformerDirection;
import dev.beatboard.shot.Posture;
import dev.beatboard.shot.SetKind;
import dev.beatboard.shot.Sex;
import dev.beatboard.shot.Shot;
import dev.beatboard.shot.ShotSize;
import dev.beatboard.shot.Side;
import dev.beatboard.shot.Stature;
import dev.beatboard.shot.Target;
import dev.beatboard.stage.set.FilmSet;
import dev.beatboard.time.FrameRate;
import dev.beatboard.time.Time;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BlockingTest {

    private static final Box ROOM = new Box(new Vec3(-3, 0, -20), new Vec3(3, 3, 12));

    @Test
    void aWalkUnderWayAtTheOpeningBeganBeforeItAndEndsAtTheOrderToStop() {
        Shot shot = shot(
                1,
                at(0, who(0, Action.of(ActionKind.WALK).toward(new Target.Camera()))),
                at(4, who(0, Action.of(ActionKind.STOP))));
        Score score = plan(shot, corridor()).scores().getFirst();

        Cue.Walk walk = only(score, Cue.Walk.class);
        assertThat(walk.start()).isNegative();
        Vec3 from = walk.way().getFirst();
        Vec3 to = walk.way().getLast();
        assertThat(to.z() - from.z()).as("toward the lens").isPositive();
        double spent = 4 + Timing.STOP - walk.start();
        assertThat(from.distanceTo(to)).isCloseTo(walk.speed() * spent, within(0.8));
    }

    @Test
    void lookingToThePicturesLeftIsToTheOwnRightOfWhoFacesTheLens() {
        Target left = new Target.Toward(Direction.LEFT, false);
        Shot shot = shot(1, at(1, who(0, Action.of(ActionKind.LOOK).toward(left))));

        Cue.Gaze gaze = gazeAt(plan(shot, corridor()).scores().getFirst(), 1);

        assertThat(((Cue.Focus.Angles) gaze.focus()).left()).isNegative();
        // Eyes follow what they notice 0.2 s later, and are to leave on the frame.
        assertThat(gaze.start()).isEqualTo(0.8);
    }

    @Test
    void lookingToTheOwnLeftIsThatWhereverTheLensIs() {
        Target left = new Target.Toward(Direction.LEFT, true);
        Shot shot = shot(1, at(1, who(0, Action.of(ActionKind.LOOK).toward(left))));

        for (Vec3 right : List.of(Vec3.X, Vec3.X.negated(), Vec3.Z)) {
            Score score = Blocking.plan(shot, corridor(), k -> right).scores().getFirst();
            assertThat(((Cue.Focus.Angles) gazeAt(score, 1).focus()).left()).isPositive();
        }
    }

    @Test
    void statesAreReachedOnTheirFrameAndActionsBeginOnIt() {
        Shot shot = shot(
                1,
                at(
                        2,
                        new PerformerDirection(
                                "p0",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(Expression.SMILE),
                                List.of(Action.of(ActionKind.RAISE_HAND).with(Side.LEFT)))));
        Score score = plan(shot, corridor()).scores().getFirst();

        Cue.Face face = only(score, Cue.Face.class);
        assertThat(face.full()).isEqualTo(2);
        assertThat(face.start()).isCloseTo(1.5, within(1e-9));
        Cue.Gesture hand = only(score, Cue.Gesture.class);
        assertThat(hand.start()).isEqualTo(2);
        assertThat(hand.side()).isEqualTo(Side.LEFT);
        assertThat(hand.until()).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void anotherOrderOnTheSameArmEndsTheGestureAndTheOtherArmKeepsIts() {
        Shot shot = shot(
                1,
                at(1, who(0, Action.of(ActionKind.RAISE_HAND).with(Side.LEFT))),
                at(2, who(0, Action.of(ActionKind.RAISE_HAND).with(Side.RIGHT))),
                at(3, who(0, Action.of(ActionKind.LOWER_HAND).with(Side.RIGHT))));
        List<Cue.Gesture> gestures = all(plan(shot, corridor()).scores().getFirst(), Cue.Gesture.class);

        assertThat(gestures).hasSize(2);
        assertThat(gestures.get(0).until()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(gestures.get(1).until()).isEqualTo(3);
    }

    @Test
    void twoAtATableSitFacingEachOtherAcrossThePicture() {
        Shot shot = shot(2, at(0, posture(0, Posture.SITTING), posture(1, Posture.SITTING)));
        List<Score> scores = plan(shot, corridor()).scores();

        Cue.Sit a = only(scores.get(0), Cue.Sit.class);
        Cue.Sit b = only(scores.get(1), Cue.Sit.class);
        assertThat(a.seat().hip().x()).isLessThan(b.seat().hip().x());
        assertThat(a.seat().facing().dot(b.seat().facing())).isCloseTo(-1, within(1e-9));
        assertThat(gazeAt(scores.get(0), 0).focus()).isEqualTo(new Cue.Focus.Eyes(1));
    }

    @Test
    void listenersLookAtWhoeverSpeaksAndOnlyOneSpeaks() {
        Shot shot = shot(3, at(0, who(0, Action.of(ActionKind.TALK))), at(3, who(1, Action.of(ActionKind.TALK))));
        List<Score> scores = plan(shot, corridor()).scores();

        assertThat(gazeAt(scores.get(2), 2).focus()).isEqualTo(new Cue.Focus.Eyes(0));
        assertThat(gazeAt(scores.get(2), 5).focus()).isEqualTo(new Cue.Focus.Eyes(1));
        assertThat(only(scores.get(0), Cue.Speak.class).end()).isEqualTo(3);
    }

    @Test
    void whoKneelsIsDownOnTheFrameAndGetsUpToWalk() {
        Shot shot =
                shot(1, at(0, who(0)), at(4, posture(0, Posture.KNEELING)), at(7, who(0, Action.of(ActionKind.WALK))));
        Score score = plan(shot, corridor()).scores().getFirst();
        Cue.Lower down = only(score, Cue.Lower.class);
        assertThat(down.start() + down.duration()).isEqualTo(4);
        assertThat(down.until()).isEqualTo(7);
        assertThat(only(score, Cue.Walk.class).start()).isGreaterThanOrEqualTo(7 + Cue.Lower.RISE - 1e-9);
    }

    @Test
    void nobodyStandsInAnotherOrInFurniture() {
        for (int n = 1; n <= 8; n++) {
            List<Score> scores = plan(shot(n, at(0)), corridor()).scores();
            for (Score a : scores) {
                for (Score b : scores) {
                    assertThat(a == b || a.mark().distanceTo(b.mark()) > 0.65).isTrue();
                }
                assertThat(new Ground(corridor()).free(a.mark())).isTrue();
            }
        }
    }

    @Test
    void aWalkToAThingGoesRoundTheTable() {
        Shot shot = shot(1, at(0.5, who(0, Action.of(ActionKind.WALK).toward(new Target.Thing("window")))));
        Cue.Walk walk = only(plan(shot, corridor()).scores().getFirst(), Cue.Walk.class);

        assertThat(walk.way().getLast().z()).isLessThan(-4);
        assertThat(walk.way()).allMatch(p -> ROOM.contains(p));
    }

    private static Blocking.Plan plan(Shot shot, FilmSet set) {
        return Blocking.plan(shot, set, PictureAxes.AUDIENCE);
    }

    private static Cue.Gaze gazeAt(Score score, double t) {
        return all(score, Cue.Gaze.class).stream()
                .filter(g -> g.start() <= t)
                .toList()
                .getLast();
    }

    private static <T extends Cue> T only(Score score, Class<T> kind) {
        List<T> found = all(score, kind);
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static <T extends Cue> List<T> all(Score score, Class<T> kind) {
        return score.cues().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static PerformerDirection who(int i, Action... actions) {
        return new PerformerDirection(
                "p" + i, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of(actions));
    }

    @Test
    void aWalkAcrossAFrameAtRestBendsIntoDepthOnlyIfSomebodyIsStillWantedInIt() {
        for (int sign : new int[] {1, -1}) {
            Action walk = Action.of(ActionKind.WALK)
                    .toward(new Target.Toward(sign > 0 ? Direction.RIGHT : Direction.LEFT, false));
            Keyframe opening = at(0, still(Optional.of(CameraSupport.STATIC)), who(0, walk));
            Keyframe moving = at(0, still(Optional.empty()), who(0, walk));
            Keyframe stop = at(4, who(0, Action.of(ActionKind.STOP)));

            Cue.Walk held = only(plan(shot(1, opening, stop), hall()).scores().getFirst(), Cue.Walk.class);
            Vec3 from = held.way().getFirst();
            Vec3 to = held.way().getLast();
            double length = 0;
            for (int i = 1; i < held.way().size(); i++) {
                length += held.way().get(i - 1).distanceTo(held.way().get(i));
            }
            assertThat(held.speed()).as("the pace stays").isEqualTo(1.3);
            assertThat(length).isCloseTo(1.3 * (4 + Timing.STOP - held.start() - 0.55), within(1e-6));
            // On the frame 1.04 m are behind her. 35 mm see 36/35 of the distance; thigh to hair, 1.03 m, fill 0.92 of
            // the height: the lens is 1.94 m away, and she is 0.2 m left of the middle.
            double across = sign * (to.x() - from.x()) - 1.04 - 0.2;
            double column = 0.5 + across / (36.0 / 35 * (1.94 - to.z() + from.z()));
            assertThat(column).as("still in the frame").isBetween(0.5, 0.75);
            assertThat(sign * (held.way().get(1).x() - from.x()))
                    .as("across first")
                    .isGreaterThan(1.5);

            for (Shot leaves : List.of(shot(1, opening), shot(1, moving, stop))) {
                Cue.Walk straight = only(plan(leaves, hall()).scores().getFirst(), Cue.Walk.class);
                assertThat(straight.way()).allMatch(p -> Math.abs(p.z()) < 1e-9);
            }
        }
    }

    private static CameraDirection still(Optional<CameraSupport> support) {
        CameraDirection none = CameraDirection.NONE;
        return new CameraDirection(
                Optional.of(ShotSize.MEDIUM_WIDE),
                none.composition(),
                none.subjects(),
                none.foreground(),
                none.angle(),
                none.side(),
                none.lens(),
                none.fNumber(),
                false,
                support,
                none.move(),
                none.transition());
    }

    private static FilmSet hall() {
        return new FilmSet(
                SetKind.OFFICE_CORRIDOR,
                List.of(),
                List.of(),
                List.of(),
                new Sky.Uniform(Rgb.WHITE),
                List.of(new Box(new Vec3(-20, 0, -20), new Vec3(20, 3, 20))),
                new Box(new Vec3(-2, 0, -1.5), new Vec3(2, 2, 1.5)),
                List.of(),
                List.of(new FilmSet.Path(new Vec3(0, 0, -10), new Vec3(0, 0, 8))),
                List.of(),
                List.of());
    }

    private static PerformerDirection posture(int i, Posture p) {
        return new PerformerDirection(
                "p" + i, Optional.of(p), Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    }

    private static Keyframe at(double seconds, PerformerDirection... cast) {
        return at(seconds, CameraDirection.NONE, cast);
    }

    private static Keyframe at(double seconds, CameraDirection camera, PerformerDirection... cast) {
        return new Keyframe(
                Time.milliseconds(Math.round(seconds * 1000)),
                "",
                camera,
                List.of(cast),
                LightDirection.NONE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Shot shot(int people, Keyframe... keyframes) {
        List<Performer> cast = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            cast.add(new Performer(
                    "p" + i,
                    "",
                    Sex.FEMALE,
                    30,
                    Build.AVERAGE,
                    Stature.AVERAGE,
                    Heritage.ASIAN,
                    new Performer.Hair(HairStyle.LONG, Optional.empty()),
                    List.of()));
        }
        return new Shot(
                "test",
                Time.seconds(10),
                FrameRate.FILM,
                1920,
                1080,
                1,
                SetKind.OFFICE_CORRIDOR,
                cast,
                List.of(keyframes));
    }

    private static FilmSet corridor() {
        Box table = new Box(new Vec3(-0.4, 0, -3.4), new Vec3(0.4, 0.75, -2.6));
        Box window = new Box(new Vec3(-1, 1, -6.1), new Vec3(1, 2.2, -6));
        return new FilmSet(
                SetKind.OFFICE_CORRIDOR,
                List.of(),
                List.of(new FilmSet.Thing("table", table, true), new FilmSet.Thing("window", window, false)),
                List.of(),
                new Sky.Uniform(Rgb.WHITE),
                List.of(ROOM),
                new Box(new Vec3(-2, 0, -1.5), new Vec3(2, 2, 1.5)),
                List.of(
                        new FilmSet.Seat(new Vec3(-0.8, 0.45, -3), Vec3.X, 0.45, true),
                        new FilmSet.Seat(new Vec3(0.8, 0.45, -3), Vec3.X.negated(), 0.45, true)),
                List.of(new FilmSet.Path(new Vec3(0, 0, -10), new Vec3(0, 0, 8))),
                List.of(),
                List.of());
    }
}
