package dev.beatboard.stage;

import dev.beatboard.math.Ease;
import dev.beatboard.shot.Action;
import dev.beatboard.shot.ActionKind;
import dev.beatboard.shot.Pace;

/// How long a person takes for things unasked, in seconds, and how fast they walk. Values from observation of ordinary
/// adults; a pace word scales them, nothing else does.
public final class Timing {

    static final double SMILE = 0.5;
    static final double SIT = 1.4;
    static final double STAND_UP = 1.5;
    /// Getting down on a knee or the heels.
    static final double LOWER = 1.3;
    static final double LAUGH = 2.2;
    /// There and back.
    static final double GLANCE = 1.1;
    /// From the order to stop to standing with both feet closed.
    static final double STOP = 0.7;
    /// A walk that is under way when the clip opens began this long before.
    static final double PRE_ROLL = 3;
    /// A group does not move as one: the first starts at 80 ms, the last at 400 ms.
    static final double FIRST_OF_GROUP = 0.08;

    static final double LAST_OF_GROUP = 0.4;

    private Timing() {}

    /// Meters per second.
    static double walkingSpeed(Pace pace, ActionKind kind) {
        if (kind == ActionKind.RUN) {
            return 2.8 / factor(pace);
        }
        return switch (pace) {
            case VERY_SLOW -> 0.6;
            case SLOW -> 0.85;
            case NATURAL -> 1.3;
            case BRISK -> 1.6;
            case FAST -> 1.9;
        };
    }

    static Cue.Style walkingStyle(Pace pace, ActionKind kind) {
        if (kind == ActionKind.RUN) {
            return Cue.Style.RUNNING;
        }
        return switch (pace) {
            case VERY_SLOW, SLOW -> Cue.Style.SLOW;
            case NATURAL -> Cue.Style.PLAIN;
            case BRISK, FAST -> Cue.Style.BRISK;
        };
    }

    /// What a duration is multiplied by.
    static double factor(Pace pace) {
        return switch (pace) {
            case VERY_SLOW -> 1.8;
            case SLOW -> 1.35;
            case NATURAL -> 1;
            case BRISK -> 0.85;
            case FAST -> 0.7;
        };
    }

    /// Turning on the spot by an angle in radians.
    static double turn(double radians) {
        double degrees = StrictMath.toDegrees(StrictMath.abs(radians));
        return degrees < 45 ? 0.85 : Ease.lerp(0.85, 2.1, (degrees - 45) / 135);
    }

    /// How long a gesture lasts that nobody ends; infinity for one that is held.
    static double span(ActionKind kind) {
        return switch (kind) {
            case NOD -> 1.1;
            case SHAKE_HEAD -> 1.5;
            case TILT_HEAD -> 2.5;
            case SHRUG -> 1.3;
            case WAVE -> 2.4;
            case POINT, STOP_SIGN, THUMBS_UP -> 2.2;
            case CHEER, CLAP -> 2.6;
            case FACEPALM, CHECK_WATCH, ADJUST_TIE, HAND_ON_HEART, STROKE_CHIN -> 2.6;
            case OPEN_PALMS, GESTURE -> 1.8;
            case SIGH -> 1.6;
            case BOW_HEAD -> 2;
            case DRINK -> 3.2;
            case PICK_UP, PUT_DOWN -> 2;
            default -> Double.POSITIVE_INFINITY;
        };
    }

    /// How long an action takes that nothing cuts short; infinity for one that goes on.
    public static double seconds(Action a) {
        return switch (a.kind()) {
            case SIT_DOWN -> SIT * factor(a.pace());
            case STAND_UP -> STAND_UP * factor(a.pace());
            case STOP -> STOP;
            case TURN -> turn(StrictMath.PI / 2);
            case GLANCE -> GLANCE;
            case LAUGH -> LAUGH;
            default -> span(a.kind());
        };
    }

    /// Whether a gesture is done with one hand.
    static boolean oneHanded(ActionKind kind) {
        return switch (kind) {
            case RAISE_HAND,
                    LOWER_HAND,
                    POINT,
                    WAVE,
                    STOP_SIGN,
                    THUMBS_UP,
                    HAND_ON_HEART,
                    STROKE_CHIN,
                    FACEPALM,
                    CHECK_WATCH,
                    ADJUST_TIE,
                    PHONE_TO_EAR,
                    DRINK,
                    PICK_UP,
                    PUT_DOWN,
                    WRITE -> true;
            default -> false;
        };
    }
}
