package dev.beatboard.shot;

/// How a framing is reached.
public enum Transition {
    AUTO,
    MOVE,
    CUT
}
