package dev.beatboard.scene;

/// What a source of light is for; each group can be told apart in a frame.
public enum LightGroup {
    KEY,
    FILL,
    RIM,
    OVERHEAD,
    WINDOW,
    PRACTICAL,
    SIGN,
    STREET,
    SUN
}
