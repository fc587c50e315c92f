package dev.beatboard.motion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.math.Vec3;
import dev.beatboard.shot.ActionKind;
import dev.beatboard.shot.Expression;
import dev.beatboard.shot.Side;
import dev.beatboard.stage.Cue;
import dev.beatboard.stage.Score;
import dev.beatboard.stage.cast.Actor;
import dev.beatboard.track.Pose;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PerformanceTest {

    private static final double FRAME = 1 / 24.0;
    private static final double FOREVER = Double.POSITIVE_INFINITY;

    private final Actor actor = Mannequin.of(1, 1);

    private Performance perform(Cue... cues) {
        return Performance.of(actor, new Score(0, Vec3.ZERO, 0, List.of(cues)), 11);
    }

    private static Cue.Gesture gesture(double start, double until, ActionKind kind, Side side) {
        return new Cue.Gesture(start, until, kind, side, Optional.empty(), 1);
    }

    private static Cue.Walk walk(double start, double length, double speed) {
        return new Cue.Walk(
                start, List.of(Vec3.ZERO, new Vec3(0, 0, length)), speed, Cue.Style.PLAIN, Optional.empty());
    }

    @Test
    void aPoseIsAPureFunctionOfTime() {
        Performance p = perform(
                walk(-3, 5, 1.3),
                gesture(2, FOREVER, ActionKind.RAISE_HAND, Side.RIGHT),
                new Cue.Speak(1, 6, Optional.of("good morning"), false));
        List<Pose> forward = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            forward.add(p.pose(i * 0.2, Looks.FRONT));
        }
        for (int i = 39; i >= 0; i--) {
            assertThat(p.pose(i * 0.2, Looks.FRONT)).isEqualTo(forward.get(i));
        }
    }

    @Test
    void aWalkThatBeganBeforeTheClipIsUnderWayAtItsFirstFrame() {
        Performance p = perform(walk(-3, 8, 1.3));
        double speed = p.anchor(FRAME).minus(p.anchor(0)).length() / FRAME;
        assertThat(speed).isBetween(1.2, 1.4);
    }

    @Test
    void aWalkTakesTheTimeItsSpeedSaysAndEndsWithClosedFeet() {
        Performance p = perform(walk(0, 4, 1.3));
        Pose end = p.pose(4 / 1.3 + 0.7, Looks.FRONT);
        Vec3 left = Mannequin.joint(actor, end, "foot.L");
        Vec3 right = Mannequin.joint(actor, end, "foot.R");
        assertThat(left.z()).isCloseTo(right.z(), org.assertj.core.data.Offset.offset(0.03));
        assertThat(left.z()).isCloseTo(4, org.assertj.core.data.Offset.offset(0.05));
        assertThat(left.x()).isGreaterThan(right.x());
    }

    @ParameterizedTest
    @EnumSource(
            value = Side.class,
            names = {"LEFT", "RIGHT"})
    void aRaisedHandIsSeenWithinThreeFramesAndOnItsOwnSide(Side side) {
        Performance p = perform(gesture(2, FOREVER, ActionKind.RAISE_HAND, side));
        String own = side == Side.LEFT ? ".L" : ".R";
        String other = side == Side.LEFT ? ".R" : ".L";
        Vec3 before = Mannequin.joint(actor, p.pose(1.8, Looks.FRONT), "wrist" + own);
        Vec3 soon = Mannequin.joint(actor, p.pose(2 + 3 * FRAME, Looks.FRONT), "wrist" + own);
        assertThat(soon.distanceTo(before)).isGreaterThan(0.05);
        // The wrist comes to the height of the chin, so that the open hand stands beside the face: higher leaves a
        // medium
        // shot.
        Pose up = p.pose(3.2, Looks.FRONT);
        assertThat(Mannequin.joint(actor, up, "wrist" + own).y())
                .isGreaterThan(Mannequin.joint(actor, up, "eye.L").y() - 0.14);
        assertThat(Mannequin.joint(actor, up, "wrist" + other).y())
                .isLessThan(Mannequin.joint(actor, up, "spine03").y());
    }

    @Test
    void anOrderForOneArmLeavesTheOtherAlone() {
        Performance alone = perform(gesture(1, FOREVER, ActionKind.RAISE_HAND, Side.LEFT));
        Performance both = perform(
                gesture(1, FOREVER, ActionKind.RAISE_HAND, Side.LEFT), gesture(3, 5, ActionKind.THUMBS_UP, Side.RIGHT));
        Vec3 a = Mannequin.joint(actor, alone.pose(4, Looks.FRONT), "wrist.L");
        Vec3 b = Mannequin.joint(actor, both.pose(4, Looks.FRONT), "wrist.L");
        assertThat(a.distanceTo(b)).isLessThan(0.005);
    }

    @Test
    void aTwoHandedGestureToldToOneHandMovesThatHandOnly() {
        Performance alone = perform();
        Performance hips = perform(gesture(1, FOREVER, ActionKind.HANDS_ON_HIPS, Side.LEFT));
        Vec3 rest = Mannequin.joint(actor, alone.pose(3, Looks.FRONT), "wrist.R");
        Vec3 right = Mannequin.joint(actor, hips.pose(3, Looks.FRONT), "wrist.R");
        Vec3 left = Mannequin.joint(actor, hips.pose(3, Looks.FRONT), "wrist.L");
        assertThat(right.distanceTo(rest)).isLessThan(0.005);
        assertThat(left.y()).isGreaterThan(rest.y() + 0.1);
    }

    @Test
    void anArmPointsAtItsTarget() {
        Vec3 target = new Vec3(3, 1.5, 2);
        Performance p = perform(
                new Cue.Gesture(1, FOREVER, ActionKind.POINT, Side.LEFT, Optional.of(new Cue.Focus.Point(target)), 1));
        Pose pose = p.pose(2.5, Looks.FRONT);
        Vec3 shoulder = Mannequin.joint(actor, pose, "upperarm01.L");
        Vec3 arm = Mannequin.joint(actor, pose, "wrist.L").minus(shoulder).normalized();
        assertThat(arm.dot(target.minus(shoulder).normalized())).isGreaterThan(StrictMath.cos(0.1));
    }

    @Test
    void somebodySeatedSitsOnTheSeatWithBothFeetOnTheFloor() {
        var seat = new dev.beatboard.stage.set.FilmSet.Seat(new Vec3(1, 0.45, 2), Vec3.X, 0.45, true);
        Performance p =
                Performance.of(actor, new Score(0, new Vec3(1, 0, 2), 0, List.of(new Cue.Sit(-60, seat, 1.4))), 4);
        Pose pose = p.pose(0, Looks.FRONT);
        Vec3 hips =
                Mannequin.joint(actor, pose, "upperleg01.L").lerp(Mannequin.joint(actor, pose, "upperleg01.R"), 0.5);
        assertThat(hips.y()).isBetween(0.5, 0.6);
        assertThat(hips.withY(0).distanceTo(new Vec3(1, 0, 2))).isLessThan(0.08);
        for (String foot : new String[] {"foot.L", "foot.R"}) {
            Vec3 ankle = Mannequin.joint(actor, pose, foot);
            assertThat(ankle.y()).isBetween(0.09, 0.105);
            assertThat(ankle.x()).isGreaterThan(1.3);
        }
        assertThat(Mannequin.joint(actor, pose, "foot.L").z())
                .isLessThan(Mannequin.joint(actor, pose, "foot.R").z());
    }

    @Test
    void aGazeRestsOnItsTargetWhenItHasTo() {
        for (Vec3 target :
                List.of(new Vec3(4, 1.2, 2), new Vec3(-3, 1.9, 1), new Vec3(0.5, 1.6, 5), new Vec3(-2, 0.8, 2.5))) {
            Performance p = perform(
                    new Cue.Gaze(-1, new Cue.Focus.Lens(), Optional.empty()),
                    new Cue.Gaze(2.3, new Cue.Focus.Point(target), Optional.of(3.0)));
            for (double t = 3; t < 4; t += 0.17) {
                Pose pose = p.pose(t, Looks.FRONT);
                for (String eye : new String[] {"eye.L", "eye.R"}) {
                    Vec3 look = Mannequin.turn(actor, pose, eye).rotate(Vec3.Z);
                    Vec3 want = target.minus(Mannequin.joint(actor, pose, eye)).normalized();
                    double off = StrictMath.toDegrees(StrictMath.acos(Math.clamp(look.dot(want), -1, 1)));
                    assertThat(off).as("gaze error at %.2f", t).isLessThan(2);
                }
            }
        }
    }

    @Test
    void headTurnsToTheOwnLeftForAngles() {
        Performance p = perform(new Cue.Gaze(0, new Cue.Focus.Angles(0.9, 0), Optional.of(1.0)));
        Vec3 face = Mannequin.turn(actor, p.pose(1.2, Looks.FRONT), "head").rotate(Vec3.Z);
        assertThat(StrictMath.toDegrees(StrictMath.atan2(face.x(), face.z()))).isBetween(25.0, 55.0);
    }

    @ParameterizedTest
    @EnumSource(Expression.class)
    void anExpressionIsFullAtItsTime(Expression expression) {
        Performance p = perform(new Cue.Face(1, 1.5, expression, 1));
        var full = p.expression(1.5);
        var later = p.expression(2.4);
        assertThat(full).isEqualTo(later);
        var atRest = perform(new Cue.Face(50, 51, Expression.SMILE, 1)).expression(0);
        assertThat(p.expression(0.99)).isEqualTo(atRest);
        assertThat(full.equals(atRest)).isEqualTo(expression == Expression.NEUTRAL);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.9, 1.3, 1.7})
    void kneesNeverPop(double speed) {
        Performance p = perform(walk(0.3, 3, speed), new Cue.Turn(6, 1.6, 1.3));
        double h = 1 / 60.0;
        double worst = 0;
        for (double t = 0; t < 8; t += h) {
            Vec3 a = Mannequin.joint(actor, p.pose(t - h, Looks.FRONT), "lowerleg01.L");
            Vec3 b = Mannequin.joint(actor, p.pose(t, Looks.FRONT), "lowerleg01.L");
            Vec3 c = Mannequin.joint(actor, p.pose(t + h, Looks.FRONT), "lowerleg01.L");
            worst = Math.max(worst, a.minus(b).plus(c.minus(b)).length() / (h * h));
        }
        assertThat(worst).as("acceleration of the knee, m/s2").isLessThan(110);
    }

    @Test
    void interruptedGesturesDoNotJump() {
        Performance p = perform(
                gesture(1, 1.4, ActionKind.FOLD_ARMS, Side.BOTH),
                gesture(1.4, 2.1, ActionKind.RAISE_HAND, Side.RIGHT),
                gesture(2.1, 2.5, ActionKind.HANDS_BEHIND_BACK, Side.BOTH),
                gesture(2.5, 6, ActionKind.WAVE, Side.LEFT),
                gesture(3.0, 4, ActionKind.PHONE_TO_EAR, Side.RIGHT));
        double h = 1 / 60.0;
        for (String wrist : new String[] {"wrist.L", "wrist.R"}) {
            Vec3 before = Mannequin.joint(actor, p.pose(0.5, Looks.FRONT), wrist);
            for (double t = 0.5 + h; t < 6; t += h) {
                Vec3 now = Mannequin.joint(actor, p.pose(t, Looks.FRONT), wrist);
                assertThat(now.distanceTo(before) / h)
                        .as("%s at %.2f, m/s", wrist, t)
                        .isLessThan(7.5);
                before = now;
            }
        }
    }

    @Test
    void peopleBlinkAndBreathe() {
        Performance p = perform();
        int blinks = 0;
        double before = 0;
        for (int i = 0; i < 60 * 30; i++) {
            double lid = p.pose(i / 30.0, Looks.FRONT).face().getOrDefault("eye-left-closure", 0.0);
            if (lid > 0.5 && before <= 0.5) {
                blinks++;
            }
            before = lid;
        }
        assertThat(blinks).isBetween(12, 24);
    }

    @Test
    void twoPeopleWhoLookAtEachOtherMeetEachOthersEyes() {
        Cue.Gaze at0 = new Cue.Gaze(-1, new Cue.Focus.Eyes(0), Optional.of(0.0));
        Cue.Gaze at1 = new Cue.Gaze(-1, new Cue.Focus.Eyes(1), Optional.of(0.0));
        Performance a = Performance.of(actor, new Score(0, Vec3.ZERO, 0.9, List.of(at1)), 1);
        Performance b = Performance.of(actor, new Score(1, new Vec3(1.3, 0, 0.2), -0.9, List.of(at0)), 2);
        Company company = Company.of(List.of(a, b), t -> new Vec3(0, 1.6, 5));
        Pose pa = a.pose(2, company);
        Pose pb = b.pose(2, company);
        Vec3 eye = Mannequin.joint(actor, pa, "eye.L");
        Vec3 other = Mannequin.joint(actor, pb, "eye.L").lerp(Mannequin.joint(actor, pb, "eye.R"), 0.5);
        double off = StrictMath.toDegrees(StrictMath.acos(Mannequin.turn(actor, pa, "eye.L")
                .rotate(Vec3.Z)
                .dot(other.minus(eye).normalized())));
        assertThat(off).isLessThan(2);
    }
}
