package dev.beatboard.motion.gesture;

import static dev.beatboard.motion.body.HandAnchor.Part.CHEST;
import static dev.beatboard.motion.body.HandAnchor.Part.HEAD;
import static dev.beatboard.motion.body.HandAnchor.Part.PELVIS;
import static dev.beatboard.motion.gesture.ArmShape.arm;
import static dev.beatboard.motion.gesture.GestureBook.v;

import dev.beatboard.motion.body.Dof;
import dev.beatboard.shot.ActionKind;
import java.util.Map;
import java.util.Optional;

/// Gestures in which the hands lie on the body, and those of head and trunk.
final class GesturesAtBody {

    private GesturesAtBody() {}

    static Optional<Gesture> find(ActionKind kind) {
        return Optional.ofNullable(
                switch (kind) {
                    case HANDS_ON_HIPS -> GestureBook.HIPS;
                    case STROKE_CHIN -> GestureBook.THINK;
                    case FOLD_ARMS ->
                        // One forearm lies on the other; its hand rests on the upper arm, the other hand goes under.
                        Gesture.arms(
                                        arm().wristAt(
                                                        CHEST,
                                                        v(0.085, -0.085, 0.29),
                                                        v(0.80, 0.44, -0.40),
                                                        v(-0.38, -0.05, -0.92),
                                                        44)
                                                .girdle(-2, 9)
                                                .fingers(10, 1, -6, 0, 6),
                                        arm().wristAt(
                                                        CHEST,
                                                        v(0.03, -0.18, 0.215),
                                                        v(0.86, 0.35, -0.38),
                                                        v(-0.38, 0.1, -0.9),
                                                        46)
                                                .girdle(-2, 9)
                                                .fingers(20, 0, -5, 5, 10),
                                        0.9,
                                        0.8)
                                .with(Map.of(Dof.SPINE_FLEX, 3.0));
                    case HANDS_IN_POCKETS ->
                        Gesture.bothArms(
                                arm().at(PELVIS, v(-0.185, -0.07, 0.075), v(0.1, -1, 0.12), v(1, 0, 0), 25)
                                        .relaxed(),
                                0.8,
                                0.7);
                    case CLASP_HANDS ->
                        Gesture.arms(
                                arm().at(PELVIS, v(0, -0.04, 0.285), v(0.75, -0.6, 0.1), v(0.2, -0.2, -1), 8)
                                        .fingers(45, 0, -6, 15, 20),
                                arm().at(PELVIS, v(0, -0.04, 0.245), v(0.75, -0.6, 0.1), v(0.2, -0.2, -1), 8)
                                        .fingers(45, 0, -6, 15, 20),
                                0.8,
                                0.75);
                    case HANDS_BEHIND_BACK ->
                        Gesture.arms(
                                arm().at(PELVIS, v(0, 0.03, -0.165), v(0.75, -0.65, 0), v(0, 0.1, -1), -25)
                                        .girdle(-4, -8)
                                        .fingers(35, 0, -6, 15, 15),
                                arm().at(PELVIS, v(0, 0.05, -0.125), v(0.75, -0.65, 0), v(0, 0.1, -1), -25)
                                        .girdle(-4, -8)
                                        .fingers(35, 0, -6, 15, 15),
                                0.95,
                                0.85);
                    case HAND_ON_HEART ->
                        Gesture.oneArm(
                                arm().at(CHEST, v(0.02, -0.01, 0.25), v(0.9, 0.35, -0.1), v(0, -0.1, -1), 5)
                                        .fingers(14, 0, -4, 8, 8),
                                0.75,
                                0.75);
                    case FACEPALM ->
                        Gesture.oneArm(
                                        arm().at(HEAD, v(-0.02, 0.05, 0.17), v(0.35, 0.9, -0.2), v(0.1, 0.1, -1), -5)
                                                .fingers(22, 0, -3, 10, 10),
                                        0.7,
                                        0.8)
                                .with(Map.of(Dof.HEAD_FLEX, 17.0, Dof.SPINE_FLEX, 5.0));
                    case ADJUST_TIE ->
                        Gesture.oneArm(
                                        arm().at(
                                                        CHEST,
                                                        v(-0.005, 0.045, 0.215),
                                                        v(0.75, 0.55, -0.25),
                                                        v(0.25, -0.1, -1),
                                                        16)
                                                .fingers(48, 4, -5, 40, 30)
                                                .shake(v(0.008, 0.006, 0), 1.4),
                                        0.75,
                                        0.7)
                                .with(Map.of(Dof.HEAD_FLEX, -3.0, Dof.HEAD_SIDE, 4.0));
                    case PHONE_TO_EAR ->
                        Gesture.oneArm(
                                        arm().at(HEAD, v(-0.112, 0, 0.015), v(0.10, 0.85, -0.35), v(1, -0.1, 0.25), 20)
                                                .fingers(50, -20, -5, 25, 15),
                                        0.9,
                                        0.8)
                                .with(Map.of(Dof.HEAD_SIDE, -6.0));
                    case CHECK_WATCH ->
                        // The wrist comes up before the chest, its back to the eyes.
                        Gesture.oneArm(
                                        arm().at(CHEST, v(0.05, 0.05, 0.30), v(0.94, 0.22, 0.05), v(0, -0.85, 0.1), 38)
                                                .relaxed(),
                                        0.75,
                                        0.7)
                                .with(Map.of(Dof.HEAD_FLEX, 4.0, Dof.SPINE_FLEX, 3.0));
                    case NOD ->
                        Gesture.trunk(Map.of(), 0.12, 0.25).swaying(new Gesture.Sway(Dof.HEAD_FLEX, 11, 1.75, 0.9));
                    case SHAKE_HEAD ->
                        Gesture.trunk(Map.of(), 0.15, 0.3)
                                .swaying(
                                        new Gesture.Sway(Dof.HEAD_TWIST, 15, 1.5, 1.4),
                                        new Gesture.Sway(Dof.SPINE_TWIST, 2, 1.5, 1.4));
                    case TILT_HEAD -> Gesture.trunk(Map.of(Dof.HEAD_SIDE, -14.0, Dof.HEAD_FLEX, 2.0), 0.55, 0.6);
                    case BOW_HEAD -> Gesture.trunk(Map.of(Dof.HEAD_FLEX, 30.0, Dof.SPINE_FLEX, 6.0), 0.8, 0.9);
                    case LEAN_FORWARD ->
                        Gesture.trunk(
                                Map.of(Dof.PELVIS_TILT, 12.0, Dof.SPINE_FLEX, 15.0, Dof.HEAD_FLEX, -15.0), 0.9, 0.9);
                    case LEAN_BACK ->
                        Gesture.trunk(
                                Map.of(Dof.PELVIS_TILT, -7.0, Dof.SPINE_FLEX, -7.0, Dof.HEAD_FLEX, 9.0), 0.9, 0.9);
                    default -> null;
                });
    }
}
