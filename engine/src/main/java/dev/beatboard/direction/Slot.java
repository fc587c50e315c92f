package dev.beatboard.direction;

/// What a phrase of the lexicon can tell. The names stand in the first column of the lexicon tables.
enum Slot {
    SIZE(5),
    COMPOSITION(5),
    SHOT(3),
    ANGLE(5),
    VIEW_SIDE(5),
    LENS_WORD(5),
    LENS_NOUN(3),
    APERTURE_WORD(5),
    DUTCH(5),
    SUPPORT(5),
    CAMERA(4),
    LENS_TARGET(5),
    MOVE(5),
    CUT(5),
    FACE(3),
    LIGHT(5),
    NIGHT(4),
    DAY(4),
    LIGHT_NOUN(3),
    LIGHT_TINT(3),
    LIGHT_LEVEL(3),
    SET(5),
    PLACE_WORD(3),
    THING(4),
    PERSON(5),
    NAME(6),
    GROUP(4),
    PRONOUN(4),
    POSSESSIVE(3),
    AGE(4),
    AGE_UNIT(3),
    BUILD(4),
    STATURE(4),
    HERITAGE(4),
    HAIR_NOUN(4),
    HAIR(4),
    HAIR_COLOR(4),
    FACIAL_HAIR(4),
    GARMENT(5),
    GARMENT_NOUN(3),
    WEAR(3),
    PATTERN(3),
    MATERIAL(2),
    COLOR(4),
    COLOR_WORD(2),
    ACTION(5),
    BEGIN(4),
    QUIT(4),
    POSTURE(5),
    GAZE(5),
    EXPRESSION(5),
    PACE(4),
    TOWARD(2),
    AWAY(4),
    AWAY_FROM(4),
    DIRECTION(4),
    OWN_DIRECTION(4),
    SIDE_OF_FRAME(4),
    FROM(4),
    BODY_SIDE(4),
    BODY(2),
    RELATION(2),
    THEN(3),
    ANCHOR_END(3),
    WITH(2),
    SUBORDINATE(3),
    WHO(3),
    AND(2),
    DETERMINER(2),
    BE(2),
    COUNT(4),
    UNIT(3),
    NEVERMIND(3),
    EVALUATIVE(3),
    VAGUE(3),
    UNSUPPORTED(4),
    FILLER(0);

    private final int weight;

    Slot(int weight) {
        this.weight = weight;
    }

    /// What a match counts for beyond its length when matches overlap.
    int weight() {
        return weight;
    }

    /// Whether the first word is a verb that takes endings.
    boolean verb() {
        return switch (this) {
            case ACTION, MOVE, BEGIN, QUIT, POSTURE, EXPRESSION, UNSUPPORTED -> true;
            default -> false;
        };
    }

    /// Whether the last word is a noun that has a plural.
    boolean noun() {
        return switch (this) {
            case PERSON, THING, GARMENT, SET, UNSUPPORTED -> true;
            default -> false;
        };
    }
}
