package dev.beatboard.motion.gait;

import dev.beatboard.math.Ease;
import dev.beatboard.math.Vec3;
import dev.beatboard.motion.body.Anatomy;
import dev.beatboard.motion.body.Flank;
import dev.beatboard.stage.Cue;
import java.util.ArrayList;
import java.util.List;

/// Lays footsteps one after the other, each from where the last one ended: walks along a way, and turns on the spot.
final class StepPlanner {

    /// From the body's middle to a foot, meters of an adult: standing, walking, running.
    private static final double STANDING = 0.085;

    private static final double WALKING = 0.055;
    private static final double RUNNING = 0.035;
    /// A walk can begin, and end, turned this far from its way; more is turned on the spot.
    private static final double WALK_IN_TURN = StrictMath.toRadians(95);

    private static final double WALK_OUT_TURN = StrictMath.toRadians(40);
    /// Over how many meters such a turn is spread.
    private static final double TURN_LENGTH = 0.9;

    /// By how much of a step the first one is shorter than the others.
    private static final double FIRST_SHORT = 0.32;

    /// The longest step in a tight skirt, meters of an adult.
    private static final double SKIRT_STEP = 0.55;

    private final double leg;
    private final boolean skirt;
    private final double scale;
    private final List<Footstep> steps = new ArrayList<>();
    private Footprint left;
    private Footprint right;
    private Vec3 place;
    private double heading;
    private double free = -1e3;

    StepPlanner(Anatomy a, Vec3 place, double heading) {
        this.leg = a.hips().y() - 0.01;
        this.skirt = a.wearsSkirt();
        this.scale = a.hips().y() / 0.967;
        this.place = place.withY(0);
        this.heading = heading;
        this.left = standing(Flank.LEFT, this.place, heading);
        this.right = standing(Flank.RIGHT, this.place, heading);
    }

    List<Footstep> steps() {
        return steps;
    }

    Footprint print(Flank flank) {
        return flank == Flank.LEFT ? left : right;
    }

    Vec3 place() {
        return place;
    }

    double heading() {
        return heading;
    }

    /// When both feet are planted for good.
    double free() {
        return free;
    }

    /// Nothing more can start before `time`.
    void busyUntil(double time) {
        free = Math.max(free, time);
    }

    /// Walks, the first foot lifting at `start` or as soon as the one before is done; answers when both feet are
    /// closed.
    double walk(Way way, double start, double end) {
        double first = Heading.between(heading, way.heading(0));
        double t = Math.max(start, free + 0.12);
        if (StrictMath.abs(first) > WALK_IN_TURN) {
            double spot = first - StrictMath.copySign(WALK_IN_TURN * 0.7, first);
            t = turn(t, heading + spot, 0.36) + 0.05;
            first = Heading.between(heading, way.heading(0));
        }
        double last = Heading.between(way.heading(way.length()), end);
        double lastWalked = Math.clamp(last, -WALK_OUT_TURN, WALK_OUT_TURN);
        stride(way, t, first, lastWalked);
        if (StrictMath.abs(Heading.between(heading, end)) > StrictMath.toRadians(8)) {
            turn(free + 0.02, end, 0.36);
        }
        return free;
    }

    private void stride(Way way, double start, double first, double last) {
        double length = way.length();
        double[] places = spread(way);
        int n = places.length + 1;
        Flank foot = StrictMath.abs(first) > 0.3
                ? first > 0 ? Flank.LEFT : Flank.RIGHT
                : steps.isEmpty() || start - free > 0.6
                        ? Flank.RIGHT
                        : steps.getLast().flank().other();
        double t = Double.NaN;
        double before = 0;
        for (int i = 1; i <= n; i++) {
            double s = i < n ? places[i - 1] : length;
            Way.Stretch stretch = way.stretch((before + s) / 2);
            boolean run = stretch.style() == Cue.Style.RUNNING && i < n;
            Gait gait = gait(stretch);
            double span = i < n ? s - before : (n > 1 ? places[n - 2] - (n > 2 ? places[n - 3] : 0) : gait.step());
            double nominal = Math.clamp(gait.seconds() * span / gait.step(), 0.3, 0.9);
            double pace = nominal * (i == 1 ? 1.18 : i == n ? 1.15 : i == n - 1 ? 1.05 : 1);
            double swing = nominal * 2 * (1 - gait.stance()) * (i == 1 || i == n ? 1.1 : 1);
            swing = Math.min(swing, pace * 0.98 + (run ? 1 : 0));
            double land = Double.isNaN(t) ? start + swing : t + pace;
            double aside = (i >= n - 1 ? STANDING : run ? RUNNING : WALKING) * scale;
            double bodyHeading = heading(way, s, first, last);
            Footprint to = Footprint.beside(foot, way.place(s), bodyHeading, aside);
            step(new Footstep(
                    land - swing,
                    land,
                    to,
                    i == n ? 0 : Double.NaN,
                    Double.NaN,
                    run ? 0.10 : 0.022 * Math.clamp(0.5 + 0.5 * span * 2, 0.6, 1.3),
                    stretch.speed(),
                    0.02,
                    run ? stretch.style() : stretch.style() == Cue.Style.RUNNING ? Cue.Style.BRISK : stretch.style()));
            t = land;
            before = s;
            foot = foot.other();
        }
        place = way.place(length);
        heading = heading(way, length, first, last);
        free = t;
    }

    /// How far along the way each foot comes down: steps as long as the speed there asks, fitted to the whole.
    private double[] spread(Way way) {
        double d = way.length();
        int samples = Math.max(8, (int) (d / 0.02));
        double[] phase = new double[samples + 1];
        for (int i = 1; i <= samples; i++) {
            phase[i] = phase[i - 1]
                    + d / samples / gait(way.stretch((i - 0.5) * d / samples)).step();
        }
        boolean run = way.stretch(0).style() == Cue.Style.RUNNING;
        double saved = FIRST_SHORT + (run ? 0.45 : 0);
        int n = Math.max(1, (int) Math.round(phase[samples] + saved));
        double[] share = shares(n, run);
        double[] places = new double[n];
        int at = 0;
        for (int i = 1; i <= n; i++) {
            double wanted = phase[samples] * share[i];
            while (at < samples && phase[at + 1] < wanted) {
                at++;
            }
            double u = at < samples ? (wanted - phase[at]) / (phase[at + 1] - phase[at]) : 0;
            places[i - 1] = i == n ? d : (at + u) * d / samples;
        }
        return places;
    }

    /// What share of the way is done after each step: the first is short, a run gathers speed over two.
    private static double[] shares(int n, boolean run) {
        double[] sum = new double[n + 1];
        for (int i = 1; i <= n; i++) {
            double w = i == 1 ? 1 - FIRST_SHORT : 1;
            if (run) {
                w = i == 1 ? 0.5 : i == 2 || i == n ? 0.78 : 1;
            }
            sum[i] = sum[i - 1] + w;
        }
        double all = sum[n];
        for (int i = 1; i <= n; i++) {
            sum[i] /= all;
        }
        return sum;
    }

    private Gait gait(Way.Stretch s) {
        if (s.style() == Cue.Style.RUNNING) {
            return Gait.running(s.speed(), leg);
        }
        Gait g = Gait.walking(s.speed(), leg);
        double k = Manner.of(s.style()).step();
        if (skirt) {
            k = Math.min(k, SKIRT_STEP * scale / g.step());
        }
        return new Gait(g.step() * k, g.seconds() * k, g.stance());
    }

    private double heading(Way way, double s, double first, double last) {
        double ease = Math.min(TURN_LENGTH, way.length() / 2);
        double in = 1 - Ease.smooth(s / ease);
        double out = Ease.smooth((s - (way.length() - ease)) / ease);
        return way.heading(s) - first * in + last * out;
    }

    /// Turns on the spot: the foot on the turning side opens, the other one closes, and they end side by side.
    double turn(double start, double to, double stepTime) {
        double by = to - heading;
        double sign = by < 0 ? -1 : 1;
        double angle = StrictMath.abs(by);
        Flank side = by > 0 ? Flank.LEFT : Flank.RIGHT;
        int rounds = Math.max(1, (int) Math.ceil(angle / StrictMath.toRadians(95)));
        double from = heading;
        double t = Math.max(start, free + 0.12);
        boolean small = angle < StrictMath.toRadians(50);
        for (int i = 0; i < rounds; i++) {
            double a0 = angle * i / rounds;
            double a1 = angle * (i + 1) / rounds;
            double open = i < rounds - 1 ? a1 * 0.85 : small ? a1 : a0 + (a1 - a0) * 0.62;
            step(pivot(t, t + stepTime * 0.88, side, from + sign * open, 0.45));
            t += stepTime;
            step(pivot(t, t + stepTime * 0.95, side.other(), from + sign * a1, 0.5));
            t += stepTime;
        }
        if (!small) {
            step(pivot(t, t + stepTime * 0.8, side, to, 0.35));
            t += stepTime;
        }
        heading = to;
        free = steps.getLast().land();
        return free;
    }

    /// Steps that a turn of an angle takes.
    static int stepsOfTurn(double angle) {
        int rounds = Math.max(1, (int) Math.ceil(StrictMath.abs(angle) / StrictMath.toRadians(95)));
        return 2 * rounds + (StrictMath.abs(angle) < StrictMath.toRadians(50) ? 0 : 1);
    }

    /// Moves both feet a little to stand at a place.
    double shuffle(double start, Vec3 to, double facing, double stepTime) {
        place = to.withY(0);
        if (StrictMath.abs(Heading.between(heading, facing)) > StrictMath.toRadians(20)) {
            return turn(start, heading + Heading.between(heading, facing), stepTime);
        }
        heading += Heading.between(heading, facing);
        double t = Math.max(start, free + 0.12);
        for (Flank f : Flank.values()) {
            step(pivot(t, t + stepTime * 0.9, f, heading, 0.4));
            t += stepTime;
        }
        free = steps.getLast().land();
        return free;
    }

    private Footstep pivot(double lift, double land, Flank flank, double facing, double push) {
        Footprint to = standing(flank, place, facing);
        return new Footstep(lift, land, to, 0, push, 0.03, 0.3, 0.04, Cue.Style.PLAIN);
    }

    private Footprint standing(Flank flank, Vec3 at, double facing) {
        return Footprint.beside(flank, at, facing, STANDING * scale);
    }

    /// Puts both feet somewhere at once, before anything was seen.
    void jump(Vec3 to, double facing) {
        place = to.withY(0);
        heading = facing;
        left = standing(Flank.LEFT, place, facing);
        right = standing(Flank.RIGHT, place, facing);
    }

    private void step(Footstep s) {
        steps.add(s);
        if (s.flank() == Flank.LEFT) {
            left = s.to();
        } else {
            right = s.to();
        }
    }
}
