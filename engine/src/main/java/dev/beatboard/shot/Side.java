package dev.beatboard.shot;

/// A side of a body: its owner's left or right.
public enum Side {
    LEFT,
    RIGHT,
    BOTH
}
