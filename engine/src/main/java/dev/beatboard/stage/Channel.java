package dev.beatboard.stage;

import dev.beatboard.shot.ActionKind;

/// The parts of a body that orders compete for: an order on one ends what the same part was doing.
public enum Channel {
    ARMS,
    HEAD,
    TRUNK,
    LEGS,
    EYES,
    VOICE;

    public static Channel of(ActionKind kind) {
        return switch (kind) {
            case NOD, SHAKE_HEAD, TILT_HEAD, BOW_HEAD -> HEAD;
            case LEAN_FORWARD, LEAN_BACK, SIGH -> TRUNK;
            case WALK, RUN, STOP, TURN, ENTER, EXIT, APPROACH, STEP_BACK, SIT_DOWN, STAND_UP, CROSS_LEGS -> LEGS;
            case LOOK, GLANCE, LOOK_AROUND -> EYES;
            case TALK, LISTEN, LAUGH, WAIT -> VOICE;
            default -> ARMS;
        };
    }
}
