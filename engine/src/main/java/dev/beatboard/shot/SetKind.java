package dev.beatboard.shot;

/// The sets that can be built.
public enum SetKind {
    OFFICE_CORRIDOR,
    OFFICE,
    MEETING_ROOM,
    LIVING_ROOM,
    KITCHEN,
    CAFE,
    BEDROOM,
    EMPTY_APARTMENT,
    STUDIO,
    STREET_DAY,
    STREET_NIGHT
}
