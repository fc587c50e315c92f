package dev.beatboard.shot;

/// How much of the subject the frame holds, widest first (standing adult: the body range in brackets).
public enum ShotSize {
    /// The place; people are small.
    EXTREME_WIDE,
    /// The place with people in it; a standing person takes a third to two thirds of the height.
    WIDE,
    /// Head to feet.
    FULL,
    /// Head to mid-thigh or knee; also cowboy or American shot.
    MEDIUM_WIDE,
    /// Head to waist.
    MEDIUM,
    /// Head to chest.
    MEDIUM_CLOSE_UP,
    /// Head and the top of the shoulders.
    CLOSE_UP,
    /// Eyes to mouth, or a detail.
    EXTREME_CLOSE_UP
}
