package dev.beatboard.shot;

/// The height from which the lens looks.
public enum CameraAngle {
    EYE_LEVEL,
    LOW,
    HIGH,
    OVERHEAD,
    GROUND_LEVEL,
    SHOULDER_LEVEL,
    HIP_LEVEL
}
