package dev.beatboard.motion;

import dev.beatboard.math.Box;
import dev.beatboard.math.Chance;
import dev.beatboard.math.Vec3;
import dev.beatboard.motion.body.Angles;
import dev.beatboard.motion.body.Dof;
import dev.beatboard.motion.body.Flank;
import dev.beatboard.motion.body.HandAnchor;
import dev.beatboard.motion.gait.Heading;
import dev.beatboard.motion.gait.Legs;
import dev.beatboard.stage.Cue;
import dev.beatboard.stage.set.FilmSet;
import java.util.List;
import java.util.Optional;

/// Where the hands of somebody seated lie when they have nothing to do: on the table, if there is one in front, else on
/// the thighs.
final class RestingHands {

    /// A table top is between these heights, meters.
    private static final double LOW = 0.58;

    private static final double HIGH = 0.9;

    /// How far the middle of a palm lies beyond the table's edge, so that the forearm rests on it, meters.
    private static final double ON_TABLE = 0.15;
    /// The farthest place of a palm before the hips of an adult who sits upright, meters.
    private static final double FARTHEST = 0.47;

    private final List<Cue> cues;
    private final List<Box> tables;
    private final double scale;
    /// Whether one hand lies on the other.
    private final boolean together;

    RestingHands(List<Cue> cues, List<Box> tables, double scale, long seed) {
        this.cues = List.copyOf(cues);
        this.tables = List.copyOf(tables);
        this.scale = scale;
        this.together = Chance.unit(seed, 41, 0, 0) < 0.4;
    }

    void rest(double t, Legs.Moment m, Angles d, List<HandAnchor.Hold> left, List<HandAnchor.Hold> right) {
        double w = m.resting();
        if (w <= 0) {
            return;
        }
        Optional<Box> table = seat(t).flatMap(this::before);
        for (Flank f : Flank.values()) {
            HandAnchor anchor = table.<HandAnchor>map(b -> onTable(b, m, f)).orElseGet(() -> onThigh(f));
            (f == Flank.LEFT ? left : right).add(new HandAnchor.Hold(anchor, w));
            if (table.isPresent()) {
                // The heel of the hand and the fingertips touch the table, the knuckles are a low arch.
                d.approach(Dof.CURL, f, 3 + (f == Flank.LEFT ? 1 : 0), w);
                d.approach(Dof.INDEX_CURL, f, -1, w);
                d.approach(Dof.LITTLE_CURL, f, 4, w);
                d.approach(Dof.SPREAD, f, -9, w);
                d.approach(Dof.THUMB_OPPOSE, f, -12, w);
                d.approach(Dof.THUMB_CURL, f, 2, w);
            }
        }
        if (table.isPresent()) {
            d.add(Dof.SPINE_FLEX, 3 * w).add(Dof.PELVIS_TILT, 2 * w);
        }
    }

    private Optional<FilmSet.Seat> seat(double t) {
        FilmSet.Seat seat = null;
        for (Cue c : cues) {
            if (c instanceof Cue.Sit s && (seat == null || s.start() <= t)) {
                seat = s.seat();
            }
        }
        return Optional.ofNullable(seat);
    }

    private Optional<Box> before(FilmSet.Seat seat) {
        Vec3 reach = seat.hip().plus(seat.facing(), 0.5);
        return tables.stream()
                .filter(b -> b.high().y() > LOW && b.high().y() < HIGH)
                .filter(b -> reach.x() > b.low().x() - 0.05
                        && reach.x() < b.high().x() + 0.05
                        && reach.z() > b.low().z() - 0.05
                        && reach.z() < b.high().z() + 0.05)
                .findFirst();
    }

    private HandAnchor onTable(Box table, Legs.Moment m, Flank f) {
        Vec3 forward = Heading.forward(m.heading());
        Vec3 left = Heading.left(m.heading());
        double near = Math.clamp(edge(table, m.hips(), forward) + ON_TABLE, 0.34 * scale, FARTHEST * scale);
        boolean upper = f == Flank.RIGHT;
        Vec3 p = m.hips()
                .plus(forward, near + (together ? (upper ? 0.0 : 0.02) : upper ? -0.02 : 0.01))
                .plus(left, f.sign() * scale * (together ? (upper ? 0.0 : 0.045) : 0.12))
                .withY(table.high().y() + (together && upper ? 0.048 : 0.016));
        double inward = together ? 1.15 : 0.6;
        return new HandAnchor.InWorld(p, forward.plus(left, -inward * f.sign()), Vec3.Y.negated(), 30);
    }

    /// How far before the hips the table begins, meters.
    private static double edge(Box table, Vec3 hips, Vec3 forward) {
        double from = 0;
        if (StrictMath.abs(forward.x()) > 1e-3) {
            from = Math.max(
                    from, ((forward.x() > 0 ? table.low().x() : table.high().x()) - hips.x()) / forward.x());
        }
        if (StrictMath.abs(forward.z()) > 1e-3) {
            from = Math.max(
                    from, ((forward.z() > 0 ? table.low().z() : table.high().z()) - hips.z()) / forward.z());
        }
        return from;
    }

    static HandAnchor onThigh(Flank f) {
        double x = f.sign();
        return new HandAnchor.OnBody(
                HandAnchor.Part.THIGH,
                new Vec3(0.035 * x, -0.27, 0.125),
                new Vec3(-0.18 * x, -0.95, 0.1),
                new Vec3(-0.1 * x, 0.05, -1),
                true,
                20);
    }
}
