package dev.beatboard.shot;

/// Which part of an action falls on the keyframe.
public enum Anchor {
    START,
    HIT,
    END
}
