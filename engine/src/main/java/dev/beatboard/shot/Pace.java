package dev.beatboard.shot;

/// How quickly something is done; NATURAL is what a person would do unasked.
public enum Pace {
    VERY_SLOW,
    SLOW,
    NATURAL,
    BRISK,
    FAST
}
