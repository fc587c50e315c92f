package dev.beatboard.motion;

import dev.beatboard.math.Box;
import dev.beatboard.math.Vec3;
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

    private final List<Cue> cues;
    private final List<Box> tables;

    RestingHands(List<Cue> cues, List<Box> tables) {
        this.cues = List.copyOf(cues);
        this.tables = List.copyOf(tables);
    }

    void rest(double t, Legs.Moment m, List<HandAnchor.Hold> left, List<HandAnchor.Hold> right) {
        if (m.resting() <= 0) {
            return;
        }
        Optional<Box> table = seat(t).flatMap(this::before);
        for (Flank f : Flank.values()) {
            HandAnchor anchor = table.<HandAnchor>map(b -> onTable(b, m, f)).orElseGet(() -> onThigh(f));
            (f == Flank.LEFT ? left : right).add(new HandAnchor.Hold(anchor, m.resting()));
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

    private static HandAnchor onTable(Box table, Legs.Moment m, Flank f) {
        Vec3 forward = Heading.forward(m.heading());
        Vec3 left = Heading.left(m.heading());
        double near = f == Flank.RIGHT ? 0.40 : 0.43;
        Vec3 p = m.hips()
                .plus(forward, near)
                .plus(left, 0.11 * f.sign())
                .withY(table.high().y() + 0.042);
        return new HandAnchor.InWorld(p, forward.plus(left, -0.75 * f.sign()), Vec3.Y.negated(), 24);
    }

    private static HandAnchor onThigh(Flank f) {
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
