package dev.beatboard.shot;

/// What carries the camera; it decides what stillness means.
public enum CameraSupport {
    STATIC,
    LOCKED_OFF,
    DOLLY,
    STEADICAM,
    HANDHELD,
    CRANE,
    DRONE;

    /// Whether it never moves by itself.
    public boolean rests() {
        return this == STATIC || this == LOCKED_OFF;
    }
}
