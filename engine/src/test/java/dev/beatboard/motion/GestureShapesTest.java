package dev.beatboard.motion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.math.Vec3;
import dev.beatboard.shot.ActionKind;
import dev.beatboard.shot.Posture;
import dev.beatboard.shot.Side;
import dev.beatboard.stage.Cue;
import dev.beatboard.stage.Score;
import dev.beatboard.stage.cast.Actor;
import dev.beatboard.track.Pose;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a gesture is known by: where hands and elbows are in the end.
class GestureShapesTest {

    private static final double FOREVER = Double.POSITIVE_INFINITY;

    private final Actor actor = Mannequin.of(1, 1);

    private Performance perform(Cue... cues) {
        return Performance.of(actor, new Score(0, Vec3.ZERO, 0, List.of(cues)), 11);
    }

    private static Cue.Gesture gesture(ActionKind kind, Side side) {
        return new Cue.Gesture(1, FOREVER, kind, side, Optional.empty(), 1);
    }

    private Vec3 joint(Pose pose, String bone) {
        return Mannequin.joint(actor, pose, bone);
    }

    @Test
    void foldedArmsCrossBeforeTheChestWithTheElbowsOutside() {
        Pose p = perform(gesture(ActionKind.FOLD_ARMS, Side.BOTH)).pose(4, Looks.FRONT);
        assertThat(joint(p, "finger3-1.R").x()).as("right hand on the left").isGreaterThan(0.08);
        assertThat(joint(p, "finger3-1.L").x()).as("left hand on the right").isLessThan(-0.08);
        assertThat(joint(p, "lowerarm01.R").x()).as("right elbow").isLessThan(-0.13);
        assertThat(joint(p, "lowerarm01.L").x()).as("left elbow").isGreaterThan(0.13);
        assertThat(joint(p, "wrist.R").y())
                .as("right forearm on top")
                .isGreaterThan(joint(p, "wrist.L").y() + 0.04);
    }

    @Test
    void aSighLeavesFoldedArmsFolded() {
        Cue sigh = new Cue.Gesture(3, 4.6, ActionKind.SIGH, Side.BOTH, Optional.empty(), 1);
        Performance sighing = perform(gesture(ActionKind.FOLD_ARMS, Side.BOTH), sigh);
        Performance silent = perform(gesture(ActionKind.FOLD_ARMS, Side.BOTH));
        for (double t = 3; t < 6; t += 0.25) {
            Vec3 wrist = joint(sighing.pose(t, Looks.FRONT), "wrist.R");
            assertThat(wrist.distanceTo(joint(silent.pose(t, Looks.FRONT), "wrist.R")))
                    .as("at %s s", t)
                    .isLessThan(0.06);
        }
    }

    @Test
    void handsOnHipsTakeTheElbowsOutward() {
        Pose p = perform(gesture(ActionKind.HANDS_ON_HIPS, Side.BOTH)).pose(4, Looks.FRONT);
        assertThat(joint(p, "lowerarm01.L").x())
                .isGreaterThan(joint(p, "upperarm01.L").x() + 0.08);
        assertThat(joint(p, "lowerarm01.R").x())
                .isLessThan(joint(p, "upperarm01.R").x() - 0.08);
    }

    @ParameterizedTest
    @EnumSource(
            value = Side.class,
            names = {"LEFT", "RIGHT"})
    void anIndexFingerPointsIntoTheLensWhereverItIs(Side side) {
        String s = side == Side.LEFT ? ".L" : ".R";
        for (Vec3 lens : List.of(new Vec3(0, 1.5, 4), new Vec3(0.8, 1.9, 3), new Vec3(-0.6, 1.1, 3))) {
            Performance p =
                    perform(new Cue.Gesture(1, FOREVER, ActionKind.POINT, side, Optional.of(new Cue.Focus.Lens()), 1));
            Pose pose = p.pose(3, new Looks(lens, lens));
            Vec3 knuckle = joint(pose, "finger2-1" + s);
            Vec3 finger = joint(pose, "finger2-3" + s).minus(knuckle).normalized();
            assertThat(finger.dot(lens.minus(knuckle).normalized())).isGreaterThan(StrictMath.cos(0.35));
            Vec3 other = joint(pose, "finger4-3" + s).minus(joint(pose, "finger4-1" + s));
            assertThat(other.normalized().dot(finger))
                    .as("the others are curled")
                    .isLessThan(0.5);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ActionKind.class,
            names = {"RAISE_HAND", "WAVE"})
    void aHandThatIsShownIsBesideTheFace(ActionKind kind) {
        Pose p = perform(gesture(kind, Side.RIGHT)).pose(3, Looks.FRONT);
        Vec3 hand = joint(p, "finger3-1.R");
        assertThat(hand.y()).isGreaterThan(joint(p, "upperarm01.R").y() + 0.12);
        assertThat(hand.x()).isBetween(-0.42, -0.16);
    }

    @Test
    void kneelingPutsOneKneeOnTheFloorAndKeepsTheOtherFoot() {
        Performance p = perform(new Cue.Lower(1, 1.3, 5, Posture.KNEELING));
        Pose standing = p.pose(0.9, Looks.FRONT);
        Pose down = p.pose(3, Looks.FRONT);
        assertThat(joint(down, "lowerleg01.R").y()).as("right knee").isBetween(0.02, 0.13);
        Vec3 thigh = joint(down, "lowerleg01.L").minus(joint(down, "upperleg01.L"));
        assertThat(Math.abs(thigh.normalized().y())).as("left thigh is level").isLessThan(0.35);
        assertThat(joint(down, "foot.L").distanceTo(joint(standing, "foot.L"))).isLessThan(0.01);
        Vec3 head = joint(p.pose(7, Looks.FRONT), "head");
        assertThat(head.y())
                .as("up again")
                .isGreaterThan(joint(standing, "head").y() - 0.03);
    }

    @Test
    void crouchingKeepsBothFeetAndBringsTheHipsDown() {
        Performance p = perform(new Cue.Lower(1, 1.3, FOREVER, Posture.CROUCHING));
        Pose standing = p.pose(0.9, Looks.FRONT);
        Pose down = p.pose(3, Looks.FRONT);
        assertThat(joint(down, "upperleg01.L").y())
                .isLessThan(0.6 * joint(standing, "upperleg01.L").y());
        assertThat(joint(down, "foot.L").distanceTo(joint(standing, "foot.L"))).isLessThan(0.01);
        assertThat(joint(down, "foot.R").distanceTo(joint(standing, "foot.R"))).isLessThan(0.01);
    }
}
