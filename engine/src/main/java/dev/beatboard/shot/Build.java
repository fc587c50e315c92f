package dev.beatboard.shot;

/// How a body is built.
public enum Build {
    SLIM,
    AVERAGE,
    ATHLETIC,
    HEAVY
}
