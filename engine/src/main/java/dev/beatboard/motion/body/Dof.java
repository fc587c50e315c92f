package dev.beatboard.motion.body;

/// A way in which a joint can turn, as clinicians name it, in degrees from the anatomical zero: upright, arms hanging,
/// palms to the thighs, thumbs forward. Blending these instead of bone rotations gives the arcs that people move in.
///
/// Legs have none: they follow from where the feet stand.
public enum Dof {
    /// Forward +.
    PELVIS_TILT(false, -20, 40),
    /// Left hip down +.
    PELVIS_SIDE(false, -10, 10),
    /// To the left +.
    PELVIS_TWIST(false, -14, 14),
    /// Bends forward +.
    SPINE_FLEX(false, -22, 75),
    /// Leans left +.
    SPINE_SIDE(false, -30, 30),
    /// Turns left +.
    SPINE_TWIST(false, -42, 42),
    /// Nods down +.
    HEAD_FLEX(false, -48, 48),
    /// Tilts left +.
    HEAD_SIDE(false, -32, 32),
    /// Turns left +.
    HEAD_TWIST(false, -68, 68),
    /// Shrugs up +.
    GIRDLE_LIFT(true, -8, 30),
    /// Forward +.
    GIRDLE_FORWARD(true, -14, 22),
    /// Forward and up +.
    SHOULDER_FLEX(true, -55, 172),
    /// Outward and up +.
    SHOULDER_ABDUCT(true, -35, 172),
    /// Forearm inward +.
    SHOULDER_TWIST(true, -85, 75),
    ELBOW(true, 0, 142),
    /// Palm back and down +.
    PRONATION(true, -82, 86),
    /// Toward the palm +.
    WRIST_FLEX(true, -68, 70),
    /// Toward the thumb +.
    WRIST_DEVIATE(true, -25, 18),
    /// All four fingers.
    CURL(true, -10, 95),
    /// Index finger, added to [#CURL].
    INDEX_CURL(true, -90, 40),
    /// Little finger, added to [#CURL].
    LITTLE_CURL(true, -40, 40),
    /// Fingers apart +.
    SPREAD(true, -8, 5),
    /// Thumb across the palm +.
    THUMB_OPPOSE(true, -38, 52),
    THUMB_CURL(true, -12, 62);

    static final int COUNT;

    static {
        int n = 0;
        for (Dof d : values()) {
            n += d.sided ? 2 : 1;
        }
        COUNT = n;
    }

    private final boolean sided;
    private final double low;
    private final double high;

    Dof(boolean sided, double low, double high) {
        this.sided = sided;
        this.low = low;
        this.high = high;
    }

    /// Whether there is one for each half of the body.
    public boolean sided() {
        return sided;
    }

    /// The range that looks healthy, degrees.
    double limit(double degrees) {
        return degrees < low ? low : degrees > high ? high : degrees;
    }

    /// Where its value stands in an array of [#COUNT]: the middle ones first, then pairs of left and right.
    int index(Flank flank) {
        int first = GIRDLE_LIFT.ordinal();
        return sided ? first + 2 * (ordinal() - first) + flank.ordinal() : ordinal();
    }
}
