package dev.beatboard.shot;

/// Which skin and face family a performer is drawn from.
public enum Heritage {
    AFRICAN,
    ASIAN,
    CAUCASIAN
}
