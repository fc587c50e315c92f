package dev.beatboard.motion.gesture;

import static dev.beatboard.motion.body.HandAnchor.Part.CHEST;
import static dev.beatboard.motion.body.HandAnchor.Part.HEAD;
import static dev.beatboard.motion.body.HandAnchor.Part.PELVIS;
import static dev.beatboard.motion.gesture.ArmShape.arm;

import dev.beatboard.math.Vec3;
import dev.beatboard.motion.body.Dof;
import dev.beatboard.shot.ActionKind;
import java.util.Map;
import java.util.Optional;

/// The table of gestures. Degrees and meters of an adult man; right hand.
final class GestureBook {

    private GestureBook() {}

    /// The gesture for an action; empty if the action is none.
    static Optional<Gesture> find(ActionKind kind) {
        return Optional.ofNullable(
                switch (kind) {
                    case RAISE_HAND ->
                        Gesture.oneArm(
                                        arm().at(CHEST, v(-0.265, 0.30, 0.17), v(-0.05, 1, 0.03), v(0.05, 0, 1), -6)
                                                .girdle(4, 2)
                                                .fingers(10, -3, -3, 4, 6),
                                        0.95,
                                        0.95)
                                .with(Map.of(Dof.SPINE_SIDE, 1.5));
                    case WAVE ->
                        Gesture.oneArm(
                                arm().at(CHEST, v(-0.27, 0.25, 0.19), v(-0.04, 1, 0.06), v(0.08, 0, 1), -4)
                                        .girdle(5, 2)
                                        .flat()
                                        .shake(v(0.055, 0.006, 0), 2.1)
                                        .tilt(6),
                                0.75,
                                0.8);
                    case POINT ->
                        Gesture.oneArm(
                                arm().shoulder(86, 6, 8)
                                        .elbow(8, 40)
                                        .wrist(0, 0)
                                        .girdle(2, 8)
                                        .pointing(),
                                0.6,
                                0.7);
                    case STOP_SIGN ->
                        Gesture.oneArm(
                                arm().shoulder(75, 8, 0)
                                        .elbow(20, 85)
                                        .wrist(-65, 0)
                                        .girdle(2, 6)
                                        .fingers(3, 0, -4, 6, 4),
                                0.55,
                                0.7);
                    case THUMBS_UP ->
                        Gesture.oneArm(
                                arm().at(CHEST, v(-0.19, 0.09, 0.33), v(0.5, 0.05, 0.85), v(0.85, 0, -0.5), 14)
                                        .thumb(),
                                0.6,
                                0.7);
                    case SHRUG ->
                        Gesture.bothArms(
                                        arm().shoulder(12, 18, -38)
                                                .elbow(85, -60)
                                                .wrist(-20, 0)
                                                .girdle(20, 0)
                                                .relaxed(),
                                        0.4,
                                        0.6)
                                .with(Map.of(Dof.HEAD_SIDE, 8.0, Dof.HEAD_FLEX, -3.0));
                    case OPEN_PALMS ->
                        Gesture.bothArms(
                                arm().at(CHEST, v(-0.25, 0.05, 0.30), v(-0.45, 0.45, 0.75), v(0.1, 0.85, -0.5), 12)
                                        .relaxed(),
                                0.55,
                                0.7);
                    case CHEER ->
                        Gesture.bothArms(
                                        arm().shoulder(120, 90, 0)
                                                .elbow(22, 20)
                                                .girdle(22, 0)
                                                .fist()
                                                .wave(Dof.ELBOW, 12, 2.2, 0),
                                        0.7,
                                        0.9)
                                .with(Map.of(Dof.HEAD_FLEX, -10.0, Dof.SPINE_FLEX, -6.0));
                    case CLAP ->
                        Gesture.bothArms(
                                arm().at(CHEST, v(-0.062, -0.10, 0.32), v(0.28, 0.55, 0.78), v(1, 0, -0.15), 18)
                                        .shake(v(0.05, 0, 0), 3.2)
                                        .flat(),
                                0.5,
                                0.7);
                    default ->
                        Optional.<Gesture>empty()
                                .or(() -> GesturesAtBody.find(kind))
                                .or(() -> GesturesAtWork.find(kind))
                                .orElse(null);
                });
    }

    static Vec3 v(double x, double y, double z) {
        return new Vec3(x, y, z);
    }

    static final Gesture HIPS = Gesture.bothArms(
            arm().at(PELVIS, v(-0.19, 0.075, 0.085), v(0.45, -0.35, 0.8), v(1, -0.2, -0.35), 50)
                    .girdle(2, 0)
                    .fingers(20, -4, -5, 10, 10),
            0.8,
            0.8);

    static final Gesture THINK = Gesture.arms(
                    arm().at(HEAD, v(-0.012, -0.112, 0.145), v(0.30, 0.92, -0.1), v(0.25, 0.1, -1), 12)
                            .fingers(72, -26, -6, 8, 4),
                    arm().wristAt(CHEST, v(0.035, -0.17, 0.245), v(0.93, 0.22, -0.28), v(-0.1, 0.75, -0.6), 22)
                            .girdle(-2, 6)
                            .fingers(36, -4, -6, 12, 14),
                    0.9,
                    0.8)
            .with(Map.of(Dof.HEAD_FLEX, 4.0));
}
