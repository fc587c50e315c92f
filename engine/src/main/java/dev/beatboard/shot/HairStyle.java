package dev.beatboard.shot;

/// Hair that the wardrobe has.
public enum HairStyle {
    BALD,
    BUZZ,
    SHORT,
    SIDE_PARTED,
    FRINGE,
    AFRO,
    BOB,
    BOB_ASYMMETRIC,
    BRAID,
    LONG,
    PONYTAIL
}
