package dev.beatboard.motion.face;

import java.util.Locale;

/// A displacement of the face that the human base mesh has; what a person would call a muscle.
public enum FaceShape {
    EYE_LEFT_CLOSURE,
    EYE_RIGHT_CLOSURE,
    EYE_LEFT_OPENED_UP,
    EYE_RIGHT_OPENED_UP,
    EYE_LEFT_SLIT,
    EYE_RIGHT_SLIT,
    EYEBROWS_LEFT_DOWN,
    EYEBROWS_RIGHT_DOWN,
    EYEBROWS_LEFT_UP,
    EYEBROWS_RIGHT_UP,
    EYEBROWS_LEFT_INNER_UP,
    EYEBROWS_RIGHT_INNER_UP,
    EYEBROWS_LEFT_EXTERN_UP,
    EYEBROWS_RIGHT_EXTERN_UP,
    MOUTH_COMPRESSION,
    MOUTH_CORNER_PULLER,
    MOUTH_DEPRESSION,
    MOUTH_DEPRESSION_RETRACTION,
    MOUTH_ELEVATION,
    MOUTH_EVERSION,
    MOUTH_OPEN,
    MOUTH_PARLING,
    MOUTH_PART_LATER,
    MOUTH_PROTUSION,
    MOUTH_PURSING,
    MOUTH_RETRACTION,
    MOUTH_UPWARD_RETRACTION,
    NECK_PLATYSMA,
    NOSE_COMPRESSION,
    NOSE_DEPRESSION,
    NOSE_LEFT_DILATATION,
    NOSE_RIGHT_DILATATION,
    NOSE_LEFT_ELEVATION,
    NOSE_RIGHT_ELEVATION;

    /// Its name among the face shapes of a surface.
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean mouth() {
        return name().startsWith("MOUTH");
    }

    boolean right() {
        return name().contains("_RIGHT_");
    }
}
