package dev.beatboard.stage;

import dev.beatboard.math.Vec3;
import dev.beatboard.shot.ActionKind;
import dev.beatboard.shot.Posture;
import dev.beatboard.shot.Side;
import dev.beatboard.stage.set.FilmSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// One performer's way through the clip while it is being blocked: where they are by now, on what they sit, which of
/// their channels is busy, and the cues so far. Orders come in time order.
final class Course {

    private final int actor;
    private final Vec3 mark;
    private final double startHeading;
    private final List<Cue> cues = new ArrayList<>();

    private Vec3 place;
    private double heading;
    private Optional<FilmSet.Seat> seat;
    private double legsFree;
    private double directed = Double.POSITIVE_INFINITY;
    private Cue.Focus latest = new Cue.Focus.Angles(0, 0);
    private Optional<Cue.Gaze> returning = Optional.empty();

    Course(int actor, Vec3 mark, double heading, Optional<FilmSet.Seat> seat) {
        this.actor = actor;
        this.mark = mark;
        this.startHeading = heading;
        this.place = mark;
        this.heading = heading;
        this.seat = seat;
        this.legsFree = Double.NEGATIVE_INFINITY;
        seat.ifPresent(s -> cues.add(new Cue.Sit(-60, s, Timing.SIT)));
    }

    int actor() {
        return actor;
    }

    Vec3 place() {
        return place;
    }

    double heading() {
        return heading;
    }

    Optional<FilmSet.Seat> seat() {
        return seat;
    }

    /// When the legs have done what they were told.
    double legsFree() {
        return legsFree;
    }

    /// Walks a way from `start`, taking `end - start` seconds.
    void walk(double start, double end, List<Vec3> way, double speed, Cue.Style style, Optional<Double> endHeading) {
        cues.add(new Cue.Walk(start, way, speed, style, endHeading));
        Vec3 last = way.getLast();
        heading = endHeading.orElse(Ground.heading(way.get(way.size() - 2), last));
        place = last;
        legsFree = end;
    }

    void turn(double start, double to) {
        double by = Ground.turn(heading, to);
        if (StrictMath.abs(by) < StrictMath.toRadians(8)) {
            return;
        }
        double duration = Timing.turn(by);
        cues.add(new Cue.Turn(start, heading + by, duration));
        heading += by;
        legsFree = start + duration;
    }

    void sit(double start, FilmSet.Seat on, double duration) {
        cues.add(new Cue.Sit(start, on, duration));
        seat = Optional.of(on);
        place = on.hip().withY(0);
        heading = StrictMath.atan2(on.facing().x(), on.facing().z());
        legsFree = start + duration;
    }

    /// Kneels or crouches.
    void lower(double start, double duration, Posture posture) {
        cues.add(new Cue.Lower(start, duration, Double.POSITIVE_INFINITY, posture));
        legsFree = start + duration;
    }

    boolean lowered() {
        return cues.stream().anyMatch(c -> c instanceof Cue.Lower l && Double.isInfinite(l.until()));
    }

    /// Gets up from the floor; answers when that is done.
    double rise(double at) {
        for (int i = 0; i < cues.size(); i++) {
            if (cues.get(i) instanceof Cue.Lower l && Double.isInfinite(l.until())) {
                double from = Math.max(at, l.start() + l.duration());
                cues.set(i, new Cue.Lower(l.start(), l.duration(), from, l.posture()));
                legsFree = from + Cue.Lower.RISE;
            }
        }
        return Math.max(at, legsFree);
    }

    void standUp(double start, double duration) {
        seat.ifPresent(s -> {
            cues.add(new Cue.Stand(start, duration));
            place = s.hip().plus(s.facing(), 0.4).withY(0);
            legsFree = start + duration;
        });
        seat = Optional.empty();
    }

    /// A gesture takes its arm from the one that held it before.
    void gesture(double start, double until, ActionKind kind, Side side, Optional<Cue.Focus> toward, double emphasis) {
        release(start, kind, side);
        if (kind != ActionKind.LOWER_HAND && kind != ActionKind.UNFOLD_ARMS) {
            cues.add(new Cue.Gesture(start, until, kind, side, toward, emphasis));
        }
    }

    /// A look that goes back to what it was on, unless it is told something else before.
    void glance(double start, double until, Cue.Focus focus) {
        Cue.Focus back = latest;
        gaze(start, focus, Optional.empty());
        Cue.Gaze end = new Cue.Gaze(until, back, Optional.empty());
        cues.add(end);
        returning = Optional.of(end);
        latest = back;
    }

    /// A gaze that the shot asks for; it lasts until the next one.
    void gaze(double start, Cue.Focus focus, Optional<Double> arriveBy) {
        returning.filter(r -> r.start() >= start).ifPresent(cues::remove);
        returning = Optional.empty();
        latest = focus;
        cues.add(new Cue.Gaze(start, focus, arriveBy));
        directed = Math.min(directed, start);
    }

    /// A gaze that nobody directed, unless a directed one is on by then.
    void idleGaze(double start, Cue.Focus focus) {
        if (start < directed) {
            cues.add(new Cue.Gaze(start, focus, Optional.empty()));
        }
    }

    void add(Cue cue) {
        cues.add(cue);
    }

    /// Ends talk that is still going on.
    void hush(double at) {
        for (int i = 0; i < cues.size(); i++) {
            if (cues.get(i) instanceof Cue.Speak s && s.start() < at && s.end() > at) {
                cues.set(i, new Cue.Speak(s.start(), at, s.line(), s.laughing()));
            }
        }
    }

    /// Whether nothing is told to the head, eyes or voice in a span of time.
    boolean headFree(double from, double to) {
        return cues.stream().noneMatch(c -> switch (c) {
            case Cue.Gesture g -> g.start() < to && Math.min(g.until(), g.start() + 3) > from;
            case Cue.Gaze g -> g.start() < to && g.start() > from;
            case Cue.Speak s -> s.start() < to && s.end() > from;
            default -> false;
        });
    }

    List<Cue.Speak> speeches() {
        return cues.stream()
                .filter(Cue.Speak.class::isInstance)
                .map(Cue.Speak.class::cast)
                .toList();
    }

    Score score() {
        return new Score(
                actor,
                mark,
                startHeading,
                cues.stream().sorted(Comparator.comparingDouble(Cue::start)).toList());
    }

    private void release(double at, ActionKind by, Side side) {
        for (int i = 0; i < cues.size(); i++) {
            if (cues.get(i) instanceof Cue.Gesture g
                    && g.until() > at
                    && g.start() < at
                    && Channel.of(g.kind()).equals(Channel.of(by))
                    && (g.side() == Side.BOTH || side == Side.BOTH || g.side() == side)) {
                cues.set(i, new Cue.Gesture(g.start(), at, g.kind(), g.side(), g.toward(), g.emphasis()));
            }
        }
    }
}
