package dev.beatboard.shot;

/// How a body is held.
public enum Posture {
    STANDING,
    SITTING,
    LEANING_FORWARD,
    LEANING_BACK,
    KNEELING,
    CROUCHING,
    LYING
}
