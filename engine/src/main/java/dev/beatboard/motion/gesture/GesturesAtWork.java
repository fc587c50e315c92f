package dev.beatboard.motion.gesture;

import static dev.beatboard.motion.body.HandAnchor.Part.CHEST;
import static dev.beatboard.motion.body.HandAnchor.Part.HEAD;
import static dev.beatboard.motion.body.HandAnchor.Part.PELVIS;
import static dev.beatboard.motion.gesture.ArmShape.arm;
import static dev.beatboard.motion.gesture.GestureBook.v;

import dev.beatboard.motion.body.Dof;
import dev.beatboard.shot.ActionKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Gestures in which the hands do something with things.
final class GesturesAtWork {

    private GesturesAtWork() {}

    /// A hand at the mouth with a cup in it.
    static final ArmShape SIP = arm().at(HEAD, v(-0.045, -0.045, 0.155), v(0.85, 0.15, 0.5), v(0.5, 0, -0.87), 30)
            .cup()
            .shape();

    /// A hand that holds a cup or a thing before the body.
    static final ArmShape HOLD = arm().at(CHEST, v(-0.12, -0.16, 0.34), v(0.25, 0.1, 1), v(1, 0, -0.1), 6)
            .cup()
            .shape();

    /// A hand that reaches to a place at the height of a table when nobody said where.
    static final ArmShape REACH = arm().at(PELVIS, v(-0.14, 0.08, 0.46), v(0.15, -0.25, 1), v(0.8, -0.5, 0), 12)
            .fingers(28, -4, -2, 25, 15)
            .shape();

    static Optional<Gesture> find(ActionKind kind) {
        return Optional.ofNullable(
                switch (kind) {
                    case TYPE ->
                        Gesture.bothArms(
                                        arm().at(CHEST, v(-0.10, -0.30, 0.36), v(0.22, -0.18, 1), v(0.05, -1, -0.1), 14)
                                                .fingers(34, -2, -4, 14, 14)
                                                .wave(Dof.CURL, 9, 3.3, 0)
                                                .wave(Dof.INDEX_CURL, 9, 4.1, 1.1)
                                                .wave(Dof.WRIST_FLEX, 3, 2.7, 0.4),
                                        0.8,
                                        0.8)
                                .with(Map.of(Dof.HEAD_FLEX, 3.0, Dof.SPINE_FLEX, 5.0));
                    case WRITE ->
                        Gesture.arms(
                                        arm().at(
                                                        CHEST,
                                                        v(-0.07, -0.31, 0.35),
                                                        v(0.45, -0.45, 0.8),
                                                        v(0.55, -0.75, 0),
                                                        16)
                                                .fingers(52, -8, -6, 40, 30)
                                                .shake(v(0.012, 0.001, 0.004), 1.7)
                                                .wave(Dof.INDEX_CURL, 6, 2.9, 0),
                                        arm().at(CHEST, v(-0.15, -0.31, 0.33), v(0.5, -0.15, 0.9), v(0, -1, 0), 18)
                                                .relaxed(),
                                        0.8,
                                        0.8)
                                .with(Map.of(Dof.HEAD_FLEX, 5.0, Dof.SPINE_FLEX, 9.0));
                    case READ ->
                        Gesture.bothArms(
                                        arm().at(
                                                        CHEST,
                                                        v(-0.12, -0.16, 0.335),
                                                        v(0.3, 0.55, 0.75),
                                                        v(0.75, 0.1, -0.6),
                                                        8)
                                                .fingers(38, -4, -5, 20, 15),
                                        0.85,
                                        0.8)
                                .with(Map.of(Dof.HEAD_FLEX, 3.0, Dof.SPINE_FLEX, 3.0));
                    case GESTURE ->
                        Gesture.arms(
                                arm().shoulder(24, 12, -12)
                                        .elbow(72, -18)
                                        .relaxed()
                                        .wave(Dof.ELBOW, -8, 1.15, 0)
                                        .wave(Dof.WRIST_FLEX, -9, 1.15, 0.5)
                                        .wave(Dof.PRONATION, 10, 0.6, 0.3),
                                arm().shoulder(16, 11, -8)
                                        .elbow(62, -5)
                                        .relaxed()
                                        .wave(Dof.ELBOW, -6, 1.15, 0.35)
                                        .wave(Dof.WRIST_FLEX, -7, 1.15, 0.8),
                                0.6,
                                0.7);
                    case DRINK, PICK_UP, PUT_DOWN ->
                        new Gesture(Optional.of(HOLD), Optional.empty(), Map.of(), List.of(), 0.85, 0.8);
                    default -> null;
                });
    }
}
