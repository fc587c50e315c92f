package dev.beatboard.motion.gait;

import dev.beatboard.math.Ease;
import dev.beatboard.math.Vec3;
import dev.beatboard.motion.body.Flank;
import dev.beatboard.motion.body.FootGoal;
import dev.beatboard.motion.body.Leg;
import java.util.ArrayList;
import java.util.List;

/// Where one foot is at any time: planted on its prints, and swinging between them. A pure function of the footsteps.
final class FootTrack {

    /// Degrees of toe-off and heel strike of a full stride.
    private static final double PUSH = -60;

    private static final double RUN_PUSH = -58;
    private static final double STRIKE = 21;
    private static final double RUN_STRIKE = 8;
    /// A stride, two steps, of an ordinary walk, meters.
    static final double STRIDE = 1.44;

    /// How far the heel is off the floor shortly before it strikes, meters.
    private static final double LATE = 0.012;

    private final Roll roll;
    private final List<Hold> holds = new ArrayList<>();
    private final List<Swing> swings = new ArrayList<>();

    /// The time on one print.
    private record Hold(
            Footprint print, double from, double to, double strike, double push, boolean runIn, boolean runOut) {}

    FootTrack(Flank flank, Leg leg, Footprint start, List<Footstep> steps) {
        roll = new Roll(leg.sole());
        Hold hold = new Hold(start, -1e4, 1e4, 0, 0, false, false);
        for (Footstep s : steps) {
            if (s.flank() != flank) {
                continue;
            }
            Vec3 way = s.to().place().minus(hold.print.place());
            double ahead = way.dot(Heading.forward(s.to().heading()));
            double k = Math.clamp(ahead / 1.5, 0, 1.1);
            double push = Double.isNaN(s.push()) ? Math.max(k, 0.35) : s.push();
            Hold left = new Hold(hold.print, hold.from, s.lift(), hold.strike, push, hold.runIn, s.running());
            double strike = Double.isNaN(s.strike()) ? k : s.strike();
            Hold next = new Hold(s.to(), s.land(), 1e4, strike, 0, s.running(), false);
            holds.add(left);
            swings.add(new Swing(left, next, s));
            hold = next;
        }
        holds.add(hold);
    }

    FootGoal at(double t) {
        int i = index(t);
        Hold h = holds.get(i);
        if (t <= h.to || i == swings.size()) {
            return roll.goal(h.print, pitch(h, t));
        }
        return swings.get(i).at(t);
    }

    private int index(double t) {
        int low = 0;
        int high = holds.size() - 1;
        while (low < high) {
            int mid = (low + high + 1) >>> 1;
            if (holds.get(mid).from <= t) {
                low = mid;
            } else {
                high = mid - 1;
            }
        }
        return low;
    }

    /// Heel strike, flat, heel-off.
    private static double pitch(Hold h, double t) {
        double span = h.to - h.from;
        double landing = Math.min(0.17 * span, 0.13);
        double leaving = h.runOut ? 0.62 * span : Math.min(0.42 * span, 0.34);
        leaving = Math.min(leaving, 0.34);
        double p = 0;
        if (t < h.from + landing) {
            double u = (t - h.from) / landing;
            p += (h.runIn ? RUN_STRIKE : STRIKE) * h.strike * (1 - u) * (1 - u) * (1 + 0.6 * u);
        }
        if (t > h.to - leaving) {
            double u = (t - (h.to - leaving)) / leaving;
            p += (h.runOut ? RUN_PUSH : PUSH) * h.push * (u * u * (0.55 + 0.45 * u));
        }
        return p;
    }

    /// A foot on its way from one print to the next.
    private final class Swing {

        private final Hold from;
        private final Hold to;
        private final boolean run;
        private final double seconds;
        private final double clearance;
        private final Vec3 start;
        private final Vec3 startVelocity;
        private final Vec3 end;
        private final Vec3 endVelocity;
        private final double startToes;
        private final double startGap;
        private final double endGap;
        private final double turn;
        private final double push;
        private final double hovering;
        private final Curve pitches;

        Swing(Hold from, Hold to, Footstep step) {
            this.from = from;
            this.to = to;
            run = step.running();
            seconds = to.from - from.to;
            clearance = step.clearance();
            double off = (run ? RUN_PUSH : PUSH) * from.push;
            double on = (run ? RUN_STRIKE : STRIKE) * to.strike;
            push = Math.clamp(from.push, 0, 1);
            double eps = 0.004;
            start = roll.ankle(from.print, off);
            Vec3 before = roll.ankle(from.print, pitch(from, from.to - eps));
            startVelocity = start.minus(before).times(seconds / eps);
            end = roll.ankle(to.print, on);
            double length = to.print.place().distanceTo(from.print.place());
            hovering = Math.clamp(Math.max(to.strike, 1.6 * length), 0, 1);
            // The foot arrives still moving forward; a foot that hovers before the body makes the knees crouch.
            double speed = run ? 1.0 : Math.clamp(length / STRIDE, 0, 1.2) * 0.9;
            if (to.strike <= 0) {
                speed = 0;
            }
            endVelocity = Heading.forward(to.print.yaw()).times(speed * seconds);
            startToes = Roll.toes(off);
            startGap = start.y() - roll.clearing(off, startToes);
            endGap = end.y() - roll.clearing(on, 0);
            turn = Heading.between(from.print.yaw(), to.print.yaw());
            double[] knots = {0, 0.10, 0.32, 0.55, 0.74, 0.9, 1};
            pitches = Curve.monotone(
                    knots,
                    run
                            ? new double[] {off, off * 1.12, off * 0.95, off * 0.5, -4 * push, on, on}
                            : new double[] {
                                off, off * 1.09, off * 0.72, off * 0.30, Ease.lerp(off * 0.05, 4, push), on, on
                            });
        }

        FootGoal at(double t) {
            double u = (t - from.to) / seconds;
            double pitch = pitches.at(u);
            double rest = Math.clamp(1 - 3.5 * u, 0, 1);
            double toes = startToes * rest * rest;
            double s = StrictMath.sin(StrictMath.PI * u);
            double wave = (u - 0.2) / 0.13;
            double lift = run
                    ? clearance * s * s * (1 + 1.2 * StrictMath.sin(StrictMath.PI * Math.min(1, 1.4 * u)))
                    : clearance * s * s + 0.026 * push * bump(u, wave) + LATE * hovering * hover(u);
            double e = Ease.minimumJerk(u);
            double y = roll.clearing(pitch, toes) + lift + startGap * (1 - e) + endGap * e;
            Vec3 p = hermite(u).withY(y);
            return new FootGoal(
                    p, Heading.turn(from.print.yaw() + turn * e).times(Roll.about(pitch)), toes, false, Vec3.ZERO);
        }

        /// Lifts the foot early, and by nothing at the ends.
        private static double bump(double u, double wave) {
            return StrictMath.exp(-wave * wave) * Ease.smooth(u / 0.05);
        }

        /// Keeps the heel off the floor until just before it strikes: it still moves forward then.
        private static double hover(double u) {
            return Ease.smooth(u / 0.6) * Ease.smooth((1 - u) / 0.11);
        }

        /// Quintic through start and end with their velocities and no acceleration.
        private Vec3 hermite(double u) {
            double u3 = u * u * u;
            double u4 = u3 * u;
            double u5 = u4 * u;
            double arrive = 10 * u3 - 15 * u4 + 6 * u5;
            return start.times(1 - arrive)
                    .plus(startVelocity, u - 6 * u3 + 8 * u4 - 3 * u5)
                    .plus(endVelocity, -4 * u3 + 7 * u4 - 3 * u5)
                    .plus(end, arrive);
        }
    }
}
