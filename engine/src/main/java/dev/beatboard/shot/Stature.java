package dev.beatboard.shot;

/// How tall a person is for their sex and age.
public enum Stature {
    SHORT,
    AVERAGE,
    TALL
}
