package dev.beatboard.motion.gaze;

import dev.beatboard.math.Chance;
import dev.beatboard.math.Ease;
import dev.beatboard.math.Vec3;
import dev.beatboard.motion.body.Figure;
import dev.beatboard.stage.Cue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The gaze of one performer over time. After a stimulus the eyes jump, the head follows 30 ms later and slower, and
/// for far targets the trunk; the eyes stay on the target while the head still moves.
public final class GazeTrack {

    private static final double LATENCY = 0.2;
    private static final double HEAD_DELAY = 0.03;
    private static final double SPINE_DELAY = 0.1;
    /// After this long eyes, head and trunk have arrived, however far the shift, seconds.
    private static final double SETTLED = 2;
    /// Beyond this shift the eyes blink on the way, degrees.
    private static final double BLINK_SHIFT = 30;

    /// How far the head turns from the body's heading, with the trunk's help, degrees.
    private static final double ASIDE = 90;

    private static final double OVER_THE_SHOULDER = 112;

    private final List<Event> events = new ArrayList<>();
    private final long seed;

    /// @param onset when the eyes leave the place they were on
    /// @param due when they must rest, infinity if nobody asked
    private record Event(double onset, double due, Cue.Focus focus, boolean directed) {}

    /// Finds what a focus is at a moment.
    public interface Finder {
        Aim aim(Cue.Focus focus);
    }

    /// @param point world space
    /// @param yaw from the body's heading, degrees to the left
    /// @param pitch from the horizontal, degrees up
    public record Aim(Vec3 point, double yaw, double pitch) {}

    /// What the gaze asks of the body, degrees.
    ///
    /// @param directed whether the shot asks for what is looked at
    /// @param idle how much of the gaze is on nothing in particular, 0 to 1
    public record Turned(
            double headTwist, double headFlex, double headSide, double spineTwist, Figure.Look look, double idle) {}

    public GazeTrack(List<Cue> cues, long seed) {
        this.seed = seed;
        for (Cue c : cues) {
            if (c instanceof Cue.Gaze g) {
                double due = g.arriveBy().orElse(Double.POSITIVE_INFINITY);
                // The slowest part, the trunk, is done by then even for a far target.
                double onset = Math.min(g.start() + LATENCY, due - 0.55);
                events.add(new Event(onset, due, g.focus(), g.arriveBy().isPresent()));
            }
        }
    }

    /// When the gaze makes shifts that people blink at, given how far each goes; only fixed directions are known
    /// beforehand.
    public double[] largeShifts() {
        double[] out = new double[events.size()];
        int n = 0;
        double yaw = 0;
        for (Event e : events) {
            double next = e.focus instanceof Cue.Focus.Angles a ? StrictMath.toDegrees(a.left()) : Double.NaN;
            if (Double.isNaN(next) ? Chance.unit(seed, 51, n, 0) < 0.5 : StrictMath.abs(next - yaw) > BLINK_SHIFT) {
                out[n++] = e.onset - 0.02;
            }
            yaw = Double.isNaN(next) ? 0 : next;
        }
        return java.util.Arrays.copyOf(out, n);
    }

    /// What the eyes are on, or on their way to, at `t`; empty as long as nothing turned them.
    public Optional<Cue.Focus> focus(double t) {
        Optional<Cue.Focus> found = Optional.empty();
        for (Event e : events) {
            if (t < e.onset) {
                break;
            }
            found = Optional.of(e.focus);
        }
        return found;
    }

    /// Pure, given what the finder answers at `t`.
    ///
    /// @param talking whether the performer talks now: speakers look away more
    public Turned at(double t, Finder finder, boolean talking) {
        int settled = settled(t);
        Cue.Focus first = settled < 0 ? new Cue.Focus.Angles(0, 0) : events.get(settled).focus;
        Aim before = finder.aim(first);
        Aim now = before;
        double eye = 1;
        double head = headYaw(now.yaw(), first);
        double pitch = headPitch(now.pitch());
        double spine = spineYaw(head);
        double idle = settled < 0 ? 1 : idle(events.get(settled));
        boolean directed = settled >= 0 && events.get(settled).directed;
        for (Event e : events.subList(settled + 1, events.size())) {
            if (t < e.onset) {
                break;
            }
            Aim next = finder.aim(e.focus);
            double shift = StrictMath.hypot(next.yaw() - now.yaw(), next.pitch() - now.pitch());
            eye = Ease.minimumJerk((t - e.onset) / (0.021 + 0.0022 * shift));
            double to = headYaw(next.yaw(), e.focus);
            double toPitch = headPitch(next.pitch());
            double toSpine = spineYaw(to);
            double far = StrictMath.hypot(to - head, toPitch - pitch);
            double span = 0.22 + 0.0065 * far;
            double time = e.due - e.onset;
            double hurry = Math.min(1, (time - 0.06) / (SPINE_DELAY + 1.5 * span));
            double h = Ease.minimumJerk((t - e.onset - HEAD_DELAY) / (span * hurry));
            double s = Ease.minimumJerk((t - e.onset - SPINE_DELAY * hurry) / (1.5 * span * hurry));
            head = Ease.lerp(head, to, h);
            pitch = Ease.lerp(pitch, toPitch, h);
            spine = Ease.lerp(spine, toSpine, s);
            before = now;
            now = next;
            idle = Ease.lerp(idle, idle(e), h);
            directed = e.directed;
        }
        double[] wander = wander(t, idle > 0.5 && !directed, talking && !directed);
        Figure.Look look = new Figure.Look(before.point(), now.point(), eye, wander[0], wander[1]);
        double extra = idle * 0.35;
        return new Turned(
                head - spine + extra * wander[0], -pitch - extra * wander[1], -0.08 * head, spine, look, idle);
    }

    /// The last shift that is over and done with, -1 if there is none; nothing before it matters any more.
    private int settled(double t) {
        int i = events.size() - 1;
        while (i >= 0 && t < events.get(i).onset + SETTLED) {
            i--;
        }
        return i;
    }

    private static double idle(Event e) {
        return e.focus instanceof Cue.Focus.Angles && !e.directed ? 1 : 0;
    }

    /// The head's share of a look to the side, degrees: little of a small one, most of a large one. To see somebody or
    /// something, people turn as far as trunk and neck go, over the shoulder if need be.
    private static double headYaw(double yaw, Cue.Focus focus) {
        boolean aside = focus instanceof Cue.Focus.Angles;
        double a = StrictMath.abs(yaw);
        double h = a < 10 ? 0.3 * a : Math.min(3 + 0.75 * (a - 10), aside ? ASIDE : OVER_THE_SHOULDER);
        // What is right behind is looked at over neither shoulder, or the head would flip from one to the other.
        return StrictMath.copySign(h * Ease.smooth((180 - a) / (aside ? 45 : 30)), yaw);
    }

    private static double headPitch(double pitch) {
        return Math.clamp(0.6 * pitch, -38, 38);
    }

    /// The trunk's share of what the head is asked.
    private static double spineYaw(double head) {
        double s = Math.clamp((StrictMath.abs(head) - 40) * 0.45, 0, 36);
        return StrictMath.copySign(s, head);
    }

    /// Eyes never hold still: fixations last about a second; on nothing in particular they wander farther, and a
    /// speaker looks away now and then.
    private double[] wander(double t, boolean idle, boolean talking) {
        double wide = idle ? 3.2 : 0.75;
        double high = idle ? 1.6 : 0.5;
        double[] p = fixation(t, 0.9, 61);
        double yaw = wide * p[0];
        double pitch = high * p[1];
        if (talking) {
            double period = 3.4;
            long k = (long) Math.floor(t / period);
            double from = (0.1 + 0.5 * Chance.unit(seed, 63, k, 0)) * period;
            double span = 0.5 + 0.7 * Chance.unit(seed, 63, k, 1);
            double u = t - k * period - from;
            double away = Ease.minimumJerk(u / 0.05) * (1 - Ease.minimumJerk((u - span) / 0.05));
            if (Chance.unit(seed, 63, k, 2) < 0.6) {
                double side = Chance.unit(seed, 63, k, 3) < 0.5 ? -1 : 1;
                yaw += away * side * (8 + 6 * Chance.unit(seed, 63, k, 4));
                pitch += away * (6 * Chance.signed(seed, 63, k, 5) - 2);
            }
        }
        return new double[] {yaw, pitch};
    }

    private double[] fixation(double t, double period, long channel) {
        long k = (long) Math.floor(t / period);
        double u = t / period - k;
        double e = Ease.minimumJerk((u - 0.5 * Chance.unit(seed, channel, k, 2)) / 0.04);
        double[] out = new double[2];
        for (int c = 0; c < 2; c++) {
            out[c] = Ease.lerp(Chance.signed(seed, channel, k - 1, c), Chance.signed(seed, channel, k, c), e);
        }
        return out;
    }
}
