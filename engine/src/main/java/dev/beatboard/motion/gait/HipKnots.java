package dev.beatboard.motion.gait;

import dev.beatboard.math.Ease;
import dev.beatboard.math.Vec3;
import dev.beatboard.motion.body.Flank;
import java.util.ArrayList;
import java.util.List;

/// Where the hips pass at each mid-swing of a run of footsteps, and how they are headed.
record HipKnots(double[] times, double[] x, double[] z, double[] turnTimes, double[] turns) {

    /// How far before the foot the hips pass over it, meters per meter per second.
    private static final double AHEAD = 0.08;

    private static final double AHEAD_RUNNING = 0.09;
    /// A rest between two steps that is longer than this brings the hips to the middle.
    private static final double REST = 0.3;

    static HipKnots of(Footprint left, Footprint right, List<Footstep> steps, double settle) {
        List<double[]> knots = new ArrayList<>();
        List<double[]> turns = new ArrayList<>();
        Footprint[] feet = {left, right};
        double start = steps.getFirst().lift() - 0.28;
        knots.add(middle(start, feet));
        turns.add(new double[] {start, left.heading()});
        double heading = left.heading();
        double lastLand = Double.NEGATIVE_INFINITY;
        for (Footstep s : steps) {
            if (s.lift() - lastLand > REST && lastLand > start) {
                knots.add(middle((lastLand + s.lift()) / 2, feet));
            }
            Footprint stance = feet[s.flank().other().ordinal()];
            Footprint old = feet[s.flank().ordinal()];
            knots.add(over(stance, old, s));
            feet[s.flank().ordinal()] = s.to();
            double h = feet[0].heading() + 0.5 * Heading.between(feet[0].heading(), feet[1].heading());
            heading += Heading.between(heading, h);
            turns.add(new double[] {s.lift() + 0.75 * (s.land() - s.lift()), heading});
            lastLand = s.land();
        }
        knots.add(middle(lastLand + settle, feet));
        return new HipKnots(column(knots, 0), column(knots, 1), column(knots, 2), column(turns, 0), column(turns, 1));
    }

    private static double[] middle(double t, Footprint[] feet) {
        Vec3 m = feet[0].place().lerp(feet[1].place(), 0.5);
        return new double[] {t, m.x(), m.z()};
    }

    private static double[] over(Footprint stance, Footprint old, Footstep s) {
        double h = stance.heading();
        Vec3 forward = Heading.forward(h);
        Vec3 left = Heading.left(h);
        double half = StrictMath.abs(stance.place().minus(s.to().place()).dot(left)) / 2;
        Flank standing = stance.flank();
        double aside = -standing.sign() * (Ease.clamp(half, 0.02, 0.12) - s.sway());
        Vec3 swingMiddle = old.place().lerp(s.to().place(), 0.5);
        double along = swingMiddle.minus(stance.place()).dot(forward) * 0.5;
        double ahead = s.speed() < 0.4 ? 0 : s.running() ? AHEAD_RUNNING : AHEAD * s.speed();
        if (s.strike() == 0) {
            ahead *= 0.3;
        }
        Vec3 p = stance.place().plus(left, aside).plus(forward, ahead + along);
        return new double[] {(s.lift() + s.land()) / 2, p.x(), p.z()};
    }

    private static double[] column(List<double[]> rows, int c) {
        return rows.stream().mapToDouble(r -> r[c]).toArray();
    }
}
