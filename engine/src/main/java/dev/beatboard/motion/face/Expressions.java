package dev.beatboard.motion.face;

import static dev.beatboard.motion.face.FaceShape.*;

import dev.beatboard.shot.Expression;

/// What a face does to show something, at full strength. Mouths part little: bared teeth read as a snarl. Smiles widen
/// the mouth and raise the cheeks into the lower lids; corners that are only pulled up smirk.
final class Expressions {

    private Expressions() {}

    /// What is under every expression as far as it is weak: the base face at zero looks stern, a person at ease does
    /// not. Weak enough to be less than half of any recipe.
    static FaceWeights rest() {
        return new FaceWeights()
                .both(EYEBROWS_LEFT_UP, 0.22)
                .both(EYEBROWS_LEFT_INNER_UP, 0.28)
                .both(EYEBROWS_LEFT_EXTERN_UP, 0.06)
                .both(EYE_LEFT_OPENED_UP, 0.2)
                .set(MOUTH_CORNER_PULLER, 0.14);
    }

    static FaceWeights of(Expression e) {
        FaceWeights w = new FaceWeights();
        return switch (e) {
            case NEUTRAL -> w;
            case SMILE ->
                w.set(MOUTH_CORNER_PULLER, 0.42)
                        .set(MOUTH_RETRACTION, 0.35)
                        .set(MOUTH_UPWARD_RETRACTION, 0.15)
                        .both(EYE_LEFT_SLIT, 0.35)
                        .both(EYEBROWS_LEFT_UP, 0.2)
                        .both(EYEBROWS_LEFT_INNER_UP, 0.25);
            case WARM_SMILE ->
                w.set(MOUTH_CORNER_PULLER, 0.38)
                        .set(MOUTH_UPWARD_RETRACTION, 0.34)
                        .set(MOUTH_RETRACTION, 0.26)
                        .both(EYE_LEFT_SLIT, 0.5)
                        .both(EYEBROWS_LEFT_UP, 0.25)
                        .both(EYEBROWS_LEFT_INNER_UP, 0.25);
            case GRIN ->
                w.set(MOUTH_CORNER_PULLER, 0.4)
                        .set(MOUTH_UPWARD_RETRACTION, 0.58)
                        .set(MOUTH_RETRACTION, 0.2)
                        .both(EYE_LEFT_SLIT, 0.5)
                        .both(EYEBROWS_LEFT_UP, 0.28)
                        .both(EYEBROWS_LEFT_INNER_UP, 0.25);
            case LAUGH ->
                w.set(MOUTH_CORNER_PULLER, 0.42)
                        .set(MOUTH_UPWARD_RETRACTION, 0.5)
                        .set(MOUTH_RETRACTION, 0.15)
                        .set(MOUTH_OPEN, 0.24)
                        .both(EYE_LEFT_SLIT, 0.55)
                        .both(EYEBROWS_LEFT_UP, 0.35)
                        .both(EYEBROWS_LEFT_INNER_UP, 0.3);
            case SAD ->
                w.set(MOUTH_DEPRESSION, 0.6)
                        .both(EYEBROWS_LEFT_INNER_UP, 0.9)
                        .both(EYE_LEFT_SLIT, 0.25)
                        .both(EYE_LEFT_CLOSURE, 0.12);
            case CRY ->
                w.set(MOUTH_DEPRESSION, 0.75)
                        .set(MOUTH_DEPRESSION_RETRACTION, 0.3)
                        .both(EYEBROWS_LEFT_INNER_UP, 1)
                        .both(EYEBROWS_LEFT_DOWN, 0.2)
                        .both(EYE_LEFT_SLIT, 0.7)
                        .set(NECK_PLATYSMA, 0.3);
            case ANGRY ->
                w.both(EYEBROWS_LEFT_DOWN, 1)
                        .set(MOUTH_COMPRESSION, 0.45)
                        .set(MOUTH_DEPRESSION, 0.75)
                        .both(NOSE_LEFT_ELEVATION, 0.3)
                        .both(EYE_LEFT_SLIT, 0.2);
            case SURPRISED ->
                w.both(EYEBROWS_LEFT_UP, 1)
                        .both(EYEBROWS_LEFT_INNER_UP, 0.75)
                        .both(EYEBROWS_LEFT_EXTERN_UP, 0.3)
                        .both(EYE_LEFT_OPENED_UP, 1)
                        .set(MOUTH_OPEN, 0.26)
                        .set(MOUTH_PURSING, 0.2);
            case AFRAID ->
                w.both(EYEBROWS_LEFT_INNER_UP, 1)
                        .both(EYEBROWS_LEFT_UP, 0.2)
                        .both(EYE_LEFT_OPENED_UP, 0.8)
                        .set(MOUTH_RETRACTION, 0.55)
                        .set(MOUTH_DEPRESSION, 0.45)
                        .set(NECK_PLATYSMA, 0.6)
                        .set(MOUTH_OPEN, 0.12);
            case DISGUSTED ->
                w.both(NOSE_LEFT_ELEVATION, 0.9)
                        .set(MOUTH_ELEVATION, 0.5)
                        .set(MOUTH_DEPRESSION, 0.45)
                        .both(EYE_LEFT_SLIT, 0.4)
                        .both(EYEBROWS_LEFT_DOWN, 0.4);
            case SKEPTICAL ->
                w.set(EYEBROWS_LEFT_EXTERN_UP, 1)
                        .set(EYEBROWS_LEFT_UP, 0.5)
                        .set(EYEBROWS_RIGHT_DOWN, 0.5)
                        .set(EYE_RIGHT_SLIT, 0.25)
                        .set(MOUTH_COMPRESSION, 0.2)
                        .set(MOUTH_DEPRESSION, 0.4);
            case DETERMINED ->
                w.set(MOUTH_COMPRESSION, 0.6)
                        .set(MOUTH_DEPRESSION, 0.45)
                        .both(EYEBROWS_LEFT_DOWN, 0.4)
                        .both(EYE_LEFT_SLIT, 0.12);
            case PAINED ->
                w.both(EYE_LEFT_SLIT, 0.8)
                        .set(MOUTH_RETRACTION, 0.55)
                        .set(MOUTH_DEPRESSION, 0.5)
                        .set(MOUTH_PART_LATER, 0.12)
                        .both(NOSE_LEFT_ELEVATION, 0.6)
                        .both(EYEBROWS_LEFT_DOWN, 0.4)
                        .both(EYEBROWS_LEFT_INNER_UP, 0.7);
            case THOUGHTFUL ->
                w.set(EYEBROWS_LEFT_UP, 0.2)
                        .both(EYEBROWS_LEFT_INNER_UP, 0.45)
                        .both(EYE_LEFT_SLIT, 0.28)
                        .set(MOUTH_COMPRESSION, 0.15)
                        .set(MOUTH_DEPRESSION, 0.25)
                        .set(MOUTH_PURSING, 0.35);
            case WORRIED ->
                w.both(EYEBROWS_LEFT_INNER_UP, 1)
                        .both(EYE_LEFT_OPENED_UP, 0.2)
                        .set(MOUTH_COMPRESSION, 0.35)
                        .set(MOUTH_DEPRESSION, 0.55);
            case TIRED ->
                w.both(EYE_LEFT_CLOSURE, 0.36)
                        .both(EYEBROWS_LEFT_INNER_UP, 0.35)
                        .set(MOUTH_DEPRESSION, 0.35)
                        .set(MOUTH_OPEN, 0.04);
            case CONFIDENT ->
                w.set(MOUTH_CORNER_PULLER, 0.32)
                        .set(MOUTH_RETRACTION, 0.3)
                        .both(EYE_LEFT_SLIT, 0.15)
                        .both(EYEBROWS_LEFT_UP, 0.26)
                        .both(EYEBROWS_LEFT_EXTERN_UP, 0.36);
            case EYES_CLOSED -> w.both(EYE_LEFT_CLOSURE, 1);
            case FROWN -> w.both(EYEBROWS_LEFT_DOWN, 0.85).set(MOUTH_DEPRESSION, 0.4);
            case SMIRK ->
                w.set(MOUTH_CORNER_PULLER, 0.42)
                        .set(EYEBROWS_LEFT_EXTERN_UP, 0.6)
                        .set(EYEBROWS_LEFT_UP, 0.2)
                        .set(EYE_RIGHT_SLIT, 0.3)
                        .set(MOUTH_COMPRESSION, 0.25);
        };
    }
}
