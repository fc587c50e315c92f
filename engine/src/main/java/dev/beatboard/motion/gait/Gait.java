package dev.beatboard.motion.gait;

/// Length and time of a step at a speed.
///
/// The walk ratio, meters per step per minute, is nearly constant over the speeds people walk at and grows with the
/// length of the legs (Sekiya 1996: about 0.0064); stance takes a smaller share the faster one goes.
///
/// @param step meters
/// @param seconds per step
/// @param stance share of a stride that a foot is planted
record Gait(double step, double seconds, double stance) {

    private static final double WALK_RATIO = 0.0064;
    /// The leg it was measured on, meters.
    private static final double MODEL_LEG = 0.92;

    static Gait walking(double speed, double leg) {
        double ratio = WALK_RATIO * StrictMath.pow(leg / MODEL_LEG, 1.5);
        double step = Math.sqrt(ratio * 60 * speed);
        return new Gait(step, step / speed, Math.clamp(0.68 - 0.05 * speed, 0.58, 0.70));
    }

    static Gait running(double speed, double leg) {
        double cadence = (155 + 8 * (speed - 2.2)) * Math.sqrt(MODEL_LEG / leg);
        double seconds = 60 / cadence;
        return new Gait(speed * seconds, seconds, Math.clamp(0.42 - 0.05 * (speed - 2.2), 0.28, 0.45));
    }
}
