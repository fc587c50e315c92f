package dev.beatboard.shot;

/// How a camera move gathers and loses speed.
public enum CameraEase {
    /// Zero velocity and acceleration at both ends.
    SMOOTH,
    /// Constant speed, with a short ease at both ends so that the picture does not jerk.
    LINEAR,
    /// Starts slowly, arrives with a short ease.
    IN,
    /// Starts with a short ease, arrives slowly.
    OUT
}
