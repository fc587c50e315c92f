package dev.beatboard.motion.gait;

import dev.beatboard.math.Vec3;
import dev.beatboard.motion.body.Anatomy;
import dev.beatboard.motion.body.Flank;
import dev.beatboard.stage.Cue;
import dev.beatboard.stage.Score;
import java.util.ArrayList;
import java.util.List;

/// From the cues for the legs to one list of footsteps and the times on seats. What overlaps is joined: a walk that is
/// ordered during another one goes on from there without a stop, anything else waits for its turn.
///
/// @param left where the left foot is at first
record LegPlan(Footprint left, Footprint right, List<Footstep> steps, List<Sitting> sittings) {

    /// The ankles of somebody seated are this far before the middle of the seat, meters.
    static final double FEET_BEFORE_SEAT = 0.42;

    static LegPlan of(Anatomy a, Score score) {
        return new Builder(a, score).build();
    }

    private static final class Builder {

        private final StepPlanner planner;
        private final List<Cue> cues;
        private final List<Sitting> sittings = new ArrayList<>();
        private Footprint left;
        private Footprint right;

        Builder(Anatomy a, Score score) {
            planner = new StepPlanner(a, score.mark(), score.heading());
            cues = score.cues().stream()
                    .filter(c -> c instanceof Cue.Walk
                            || c instanceof Cue.Turn
                            || c instanceof Cue.Sit
                            || c instanceof Cue.Stand)
                    .toList();
            if (!cues.isEmpty() && cues.getFirst() instanceof Cue.Sit s && s.start() < -20) {
                planner.jump(feetOf(s), Heading.of(s.seat().facing()));
            }
            left = planner.print(Flank.LEFT);
            right = planner.print(Flank.RIGHT);
        }

        LegPlan build() {
            for (int i = 0; i < cues.size(); i++) {
                switch (cues.get(i)) {
                    case Cue.Walk w -> i = walk(w, i);
                    case Cue.Turn t -> {
                        if (!onSeat()) {
                            double by = Heading.between(planner.heading(), t.heading());
                            int n = StepPlanner.stepsOfTurn(by);
                            double step = Math.clamp((t.duration() - 0.2) / n, 0.3, 0.55);
                            planner.turn(t.start() + 0.2, planner.heading() + by, step);
                        }
                    }
                    case Cue.Sit s -> sit(s);
                    case Cue.Stand s -> stand(s.start(), s.duration());
                    default -> {}
                }
            }
            return new LegPlan(left, right, List.copyOf(planner.steps()), List.copyOf(sittings));
        }

        private int walk(Cue.Walk first, int at) {
            if (onSeat()) {
                stand(first.start(), 1.5);
            }
            double start = Math.max(first.start(), planner.free() + 0.12);
            List<Vec3> corners = new ArrayList<>(first.way());
            corners.set(0, planner.place());
            if (corners.getFirst().distanceTo(corners.getLast()) < 0.12 && corners.size() < 3) {
                return at;
            }
            Way way = Way.of(corners, first.speed(), first.style());
            Cue.Walk last = first;
            int i = at;
            double entered = 0;
            double clock = start;
            while (i + 1 < cues.size() && cues.get(i + 1) instanceof Cue.Walk next) {
                double reached = entered + (next.start() - clock) * last.speed();
                if (reached > way.length() - 0.3 || next.way().size() < 2) {
                    break;
                }
                double cut = Math.max(entered + 0.3, reached);
                way = way.then(cut, next.way(), next.speed(), next.style());
                entered = cut;
                clock = Math.max(clock, next.start());
                last = next;
                i++;
            }
            double end = last.end().orElse(way.heading(way.length()));
            planner.walk(way, start, end);
            return i;
        }

        private void sit(Cue.Sit s) {
            if (onSeat()) {
                return;
            }
            double start = s.start();
            Vec3 feet = feetOf(s);
            double facing = Heading.of(s.seat().facing());
            boolean away = planner.place().distanceTo(feet) > 0.07
                    || StrictMath.abs(Heading.between(planner.heading(), facing)) > StrictMath.toRadians(20);
            if (away) {
                start = planner.shuffle(start, feet, facing, 0.4) + 0.1;
            }
            start = Math.max(start, planner.free() + 0.15);
            sittings.add(new Sitting(s.seat(), start, s.duration(), Double.POSITIVE_INFINITY, 1, planner.heading()));
            planner.busyUntil(start + s.duration());
        }

        private void stand(double wish, double duration) {
            if (!onSeat()) {
                return;
            }
            Sitting s = sittings.removeLast();
            double start = Math.max(wish, s.down() + s.downTime());
            sittings.add(new Sitting(s.seat(), s.down(), s.downTime(), start, duration, s.standingHeading()));
            planner.busyUntil(start + duration * 0.92);
        }

        private boolean onSeat() {
            return !sittings.isEmpty() && Double.isInfinite(sittings.getLast().up());
        }

        private static Vec3 feetOf(Cue.Sit s) {
            return s.seat().hip().plus(s.seat().facing(), FEET_BEFORE_SEAT).withY(0);
        }
    }
}
