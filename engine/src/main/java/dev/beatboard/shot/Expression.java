package dev.beatboard.shot;

/// What a face shows.
public enum Expression {
    NEUTRAL,
    SMILE,
    WARM_SMILE,
    GRIN,
    LAUGH,
    SAD,
    CRY,
    ANGRY,
    SURPRISED,
    AFRAID,
    DISGUSTED,
    SKEPTICAL,
    DETERMINED,
    PAINED,
    THOUGHTFUL,
    WORRIED,
    TIRED,
    CONFIDENT,
    EYES_CLOSED,
    FROWN,
    SMIRK
}
