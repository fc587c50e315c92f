package dev.beatboard.stage;

import dev.beatboard.math.Ease;
import dev.beatboard.math.Vec3;
import java.util.List;

/// How a walk comes to stand on a mark in time: as it is paced if that fits, else slower or faster,
/// running at last.
///
/// @param start when it sets off, seconds
/// @param speed meters per second
/// @param late by how many seconds the mark is missed
record MarkWalk(double start, double end, double speed, Cue.Style style, double late) {

    /// From the last step to standing still, and half a step more, as no plan is exact.
    private static final double SETTLING = 1.15;
    /// What a turn of more than this on the spot takes before or after a walk, radians and seconds.
    private static final double TURN = StrictMath.toRadians(40);

    private static final double TURN_IN = StrictMath.toRadians(90);
    private static final double TURNING = 1.25;
    /// How much a walk on a mark may differ from its pace before it says so.
    private static final double SLOWEST = 0.7;

    private static final double WALK = 2.1;
    private static final double RUN = 3.6;

    /// What turns at its beginning and its end take, seconds.
    static double turns(double from, List<Vec3> way, double to) {
        double in = Ground.turn(from, Ground.heading(way.get(0), way.get(1)));
        double out = Ground.turn(Ground.heading(way.get(way.size() - 2), way.getLast()), to);
        return (StrictMath.abs(in) > TURN_IN ? TURNING : 0) + (StrictMath.abs(out) > TURN ? TURNING : 0);
    }

    static double length(List<Vec3> way) {
        double length = 0;
        for (int i = 1; i < way.size(); i++) {
            length += way.get(i - 1).distanceTo(way.get(i));
        }
        return length;
    }

    /// One that sets off at a given time.
    static MarkWalk from(double start, double by, double length, double turns, double pace, Cue.Style style) {
        double time = by - start - SETTLING - turns;
        double needed = time > 0.2 ? length / time : Double.POSITIVE_INFINITY;
        double speed = Ease.clamp(needed, SLOWEST * pace, Math.max(pace, RUN));
        Cue.Style how = speed <= Math.max(pace * 1.25, WALK)
                ? speed > 1.25 * pace && style == Cue.Style.PLAIN ? Cue.Style.BRISK : style
                : Cue.Style.RUNNING;
        double end = start + turns + length / speed + SETTLING;
        return new MarkWalk(start, end, speed, how, Math.max(0, end - by));
    }

    /// One that sets off just in time, but not before `earliest`.
    static MarkWalk justInTime(double earliest, double by, double length, double turns, double pace) {
        double start = Math.max(earliest, by - SETTLING - turns - length / pace);
        return from(start, by, length, turns, pace, Cue.Style.PLAIN);
    }
}
