package dev.beatboard.shot;

/// What the frame is built around.
public enum Composition {
    SINGLE,
    TWO_SHOT,
    GROUP,
    OVER_SHOULDER,
    INSERT,
    POINT_OF_VIEW,
    PLACE
}
