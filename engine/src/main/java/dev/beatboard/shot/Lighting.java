package dev.beatboard.shot;

/// How a scene is lit: the plan, before direction and color are varied.
public enum Lighting {
    FLUORESCENT_OVERHEAD,
    WINDOW,
    THREE_POINT,
    GOLDEN_HOUR,
    DAYLIGHT,
    OVERCAST,
    NIGHT_PRACTICALS,
    STREET_NIGHT,
    MOONLIGHT,
    LOW_KEY,
    HIGH_KEY,
    SOFT,
    RIM,
    SILHOUETTE,
    CANDLELIGHT,
    NEON,
    DUSK
}
