package dev.beatboard.shot;

/// From which side of the subject's facing the lens looks; left and right are the subject's own.
public enum CameraSide {
    FRONT,
    THREE_QUARTER_LEFT,
    THREE_QUARTER_RIGHT,
    PROFILE_LEFT,
    PROFILE_RIGHT,
    BACK
}
