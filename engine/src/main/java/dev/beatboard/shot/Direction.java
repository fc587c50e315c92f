package dev.beatboard.shot;

/// Where to, in the picture (see the keyframe rules) or for the body itself where said so.
public enum Direction {
    LEFT,
    RIGHT,
    UP,
    DOWN,
    FORWARD,
    BACK,
    AWAY,
    AROUND,
    CAMERA
}
