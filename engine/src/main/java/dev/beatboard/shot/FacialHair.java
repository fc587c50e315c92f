package dev.beatboard.shot;

/// What grows on a face.
public enum FacialHair {
    /// Shaved this morning, or nothing grows.
    NONE,
    /// Not shaved for some days.
    STUBBLE,
    MOUSTACHE,
    /// Chin and upper lip.
    GOATEE,
    BEARD
}
