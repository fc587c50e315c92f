package dev.beatboard.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.file.Report.Fact;
import dev.beatboard.file.Report.State;
import dev.beatboard.file.Report.Status;
import dev.beatboard.math.Vec3;
import dev.beatboard.shot.Action;
import dev.beatboard.shot.ActionKind;
import dev.beatboard.shot.Build;
import dev.beatboard.shot.CameraDirection;
import dev.beatboard.shot.Direction;
import dev.beatboard.shot.Expression;
import dev.beatboard.shot.HairStyle;
import dev.beatboard.shot.Heritage;
import dev.beatboard.shot.Keyframe;
import dev.beatboard.shot.LightDirection;
import dev.beatboard.shot.Performer;
import dev.beatboard.shot.PerformerDirection;
import dev.beatboard.shot.SetKind;
import dev.beatboard.shot.Sex;
import dev.beatboard.shot.Shot;
import dev.beatboard.shot.ShotSize;
import dev.beatboard.shot.Side;
import dev.beatboard.shot.Stature;
import dev.beatboard.shot.Target;
import dev.beatboard.shot.Transition;
import dev.beatboard.time.FrameRate;
import dev.beatboard.time.Time;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Planted faults: what is right passes, and each way of being wrong is found.
class JudgeTest {

    private static final Vec3 GAZE_LEFT = new Vec3(-0.7, 0, 0.7).normalized();

    private record Seen(
            double rise, boolean rightHand, Vec3 gaze, double smile, ShotSize size, boolean inside, double miss) {

        Seen(double rise, boolean rightHand, Vec3 gaze, double smile, ShotSize size, boolean inside) {
            this(rise, rightHand, gaze, smile, size, inside, 0.02);
        }

        Observation observation() {
            Observation.Body now = body(0, 0, gaze);
            Observation.Body soon = rightHand ? body(0, 0.02, gaze) : body(0.02, 0, gaze);
            Observation.Body later = rightHand ? body(0, rise, gaze) : body(rise, 0, gaze);
            Observation.Person p = new Observation.Person(
                    "man",
                    size,
                    miss,
                    inside,
                    0.3,
                    Optional.of(0.2),
                    4,
                    gaze,
                    Vec3.Z,
                    now,
                    soon,
                    later,
                    later,
                    later,
                    Observation.Onsets.NONE,
                    inside ? Set.of(Side.LEFT, Side.RIGHT) : Set.of(),
                    Map.of(Expression.SMILE, smile),
                    0);
            return new Observation(
                    0,
                    0,
                    false,
                    false,
                    new CameraTiming(Collections.nCopies(12, 0.0)),
                    Vec3.X,
                    List.of(p),
                    Map.of(),
                    Map.of());
        }
    }

    private static final Seen RIGHT = new Seen(0.7, true, GAZE_LEFT, 0.95, ShotSize.CLOSE_UP, true);

    @Test
    void whatIsAsAskedHoldsOrBegins() {
        assertThat(facts(RIGHT)).hasSize(6).noneMatch(f -> f.status() == Status.MISSED);
    }

    @Test
    void leftAndRightSwappedAreFound() {
        assertThat(missed(new Seen(0.7, false, GAZE_LEFT, 0.95, ShotSize.CLOSE_UP, true)))
                .containsExactly("man.action");
        assertThat(missed(new Seen(0.7, true, new Vec3(0.7, 0, 0.7), 0.95, ShotSize.CLOSE_UP, true)))
                .containsExactly("man.gaze");
    }

    @Test
    void aFaceAtRestIsNotASmile() {
        assertThat(missed(new Seen(0.7, true, GAZE_LEFT, 0, ShotSize.CLOSE_UP, true)))
                .containsExactly("man.expression");
    }

    @Test
    void aFaceThatShowsAShareOfASmileSmilesInPart() {
        assertThat(smile(0.95)).isEqualTo(State.HOLDS);
        assertThat(smile(0.2)).isEqualTo(State.IN_PART);
        assertThat(smile(0.05)).isEqualTo(State.NOT_DONE);
    }

    private static State smile(double share) {
        return facts(new Seen(0.7, true, GAZE_LEFT, share, ShotSize.CLOSE_UP, true)).stream()
                .filter(f -> f.slot().equals("man.expression"))
                .map(Fact::state)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aSubjectOutsideOfTheFrameAndAnotherSizeAreFound() {
        assertThat(missed(new Seen(0.7, true, GAZE_LEFT, 0.95, ShotSize.CLOSE_UP, false)))
                .containsExactly("man.in-frame");
        assertThat(missed(new Seen(0.7, true, GAZE_LEFT, 0.95, ShotSize.MEDIUM, true)))
                .containsExactly("camera.size");
    }

    @Test
    void anActionThatDoesNotBeginIsFound() {
        assertThat(missed(new Seen(0, true, GAZE_LEFT, 0.95, ShotSize.CLOSE_UP, true)))
                .containsExactly("man.action");
    }

    @Test
    void aSizeThatIsExactIsNamedWithoutAFigure() {
        assertThat(size(0.0)).isEqualTo("close up");
        assertThat(size(0.0004)).isEqualTo("close up");
        assertThat(size(0.02)).isEqualTo("close up, off by 2.0 % of the height");
    }

    private static String size(double miss) {
        return facts(new Seen(0.7, true, GAZE_LEFT, 0.95, ShotSize.CLOSE_UP, true, miss)).stream()
                .filter(f -> f.slot().equals("camera.size"))
                .map(Fact::measured)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> missed(Seen seen) {
        return facts(seen).stream()
                .filter(f -> f.status() == Status.MISSED)
                .map(Fact::slot)
                .toList();
    }

    private static List<Fact> facts(Seen seen) {
        return Judge.judge(shot(), 0, seen.observation());
    }

    private static Observation.Body body(double left, double right, Vec3 gaze) {
        return new Observation.Body(
                Vec3.ZERO,
                new Vec3(0.25, 0.8 + left, 0),
                new Vec3(-0.25, 0.8 + right, 0),
                new Vec3(0.19, 1.42, 0),
                new Vec3(-0.19, 1.42, 0),
                new Vec3(0, 1.64, 0.1),
                gaze,
                0.92,
                0,
                0,
                0,
                50);
    }

    private static Shot shot() {
        CameraDirection close = new CameraDirection(
                Optional.of(ShotSize.CLOSE_UP),
                Optional.empty(),
                List.of(new Target.Person("man")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                Transition.AUTO);
        PerformerDirection man = new PerformerDirection(
                "man",
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Target.Toward(Direction.LEFT, false)),
                Optional.of(Expression.SMILE),
                List.of(Action.of(ActionKind.RAISE_HAND).with(Side.RIGHT)));
        Keyframe k = new Keyframe(
                Time.ZERO,
                "",
                close,
                List.of(man),
                LightDirection.NONE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        Performer p = new Performer(
                "man",
                "",
                Sex.MALE,
                30,
                Build.AVERAGE,
                Stature.AVERAGE,
                Heritage.ASIAN,
                new Performer.Hair(HairStyle.SHORT, Optional.empty()),
                List.of());
        return new Shot("test", Time.seconds(4), FrameRate.FILM, 1920, 1080, 1, SetKind.STUDIO, List.of(p), List.of(k));
    }
}
