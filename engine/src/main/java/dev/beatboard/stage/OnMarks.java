package dev.beatboard.stage;

import dev.beatboard.math.Vec3;
import dev.beatboard.shot.ActionKind;
import dev.beatboard.shot.Pace;
import dev.beatboard.shot.PerformerDirection;
import dev.beatboard.shot.Posture;
import dev.beatboard.shot.Shot;
import dev.beatboard.stage.set.FilmSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Brings performers to their marks: a walk that is under way ends on the mark of a later keyframe, whoever walks as
/// the clip opens is on the first mark at frame 0, and everybody else sets off in time.
final class OnMarks {

    /// Who is nearer to a mark than this is on it, meters.
    private static final double THERE = 0.03;
    /// From standing to the pace of a walk takes as long as this at that pace, seconds.
    private static final double GATHERING = 0.35;

    private static final double LEAST_RUN_UP = 0.8;
    /// How far a pace may be off before it is worth a note.
    private static final double OFF_PACE = 0.25;

    private final Shot shot;
    private final MarkedPlaces places;
    private final FloorRoute floor;
    private final List<FilmSet.Seat> freeSeats;
    private final List<Note> notes;
    private final List<Course> courses;
    /// When those who walk as the clip opens set off.
    private final Map<Integer, Double> setOff = new HashMap<>();

    OnMarks(
            Shot shot,
            FilmSet set,
            MarkedPlaces places,
            List<FilmSet.Seat> freeSeats,
            List<Course> courses,
            List<Note> notes) {
        this.shot = shot;
        this.places = places;
        this.floor = new FloorRoute(set);
        this.freeSeats = freeSeats;
        this.courses = courses;
        this.notes = notes;
    }

    /// The course of somebody who walks as the clip opens and is on a mark then: it begins far enough before it.
    ///
    /// @param heading the way of the walk where no later mark tells it, radians
    Optional<Course> opening(int actor, double heading, double pace, double runUp) {
        Optional<MarkedPlaces.Due> first = places.at(0, actor, List.of());
        if (first.isEmpty()) {
            return Optional.empty();
        }
        Vec3 mark = first.get().place();
        Optional<MarkedPlaces.Due> next = places.next(0, actor, List.of());
        Vec3 along = Ground.forward(heading);
        double speed = pace;
        if (next.isPresent() && next.get().place().distanceTo(mark) > THERE) {
            List<Vec3> way = floor.between(mark, next.get().place());
            along = way.get(1).minus(way.get(0)).normalized();
            speed = MarkWalk.from(0, next.get().seconds(), MarkWalk.length(way), 0, pace, Cue.Style.PLAIN)
                    .speed();
        }
        double seconds = runUp;
        Vec3 from = mark.plus(along, -speed * (seconds - GATHERING));
        while (seconds > LEAST_RUN_UP && !floor.straight(from, mark, mark, mark)) {
            seconds -= 0.2;
            from = mark.plus(along, -speed * (seconds - GATHERING));
        }
        setOff.put(actor, -seconds);
        Course course = new Course(actor, from, Ground.heading(from, mark), Optional.empty());
        course.add(new Cue.Pass(0, mark));
        return Optional.of(course);
    }

    /// When somebody set off who is on a mark as the clip opens.
    Optional<Double> setOff(Course course) {
        return Optional.ofNullable(setOff.get(course.actor()));
    }

    /// Walks on from keyframe `k` to the next mark; answers when that is done, or empty if there is none.
    Optional<Double> walk(int k, Course course, double start, double pace, Cue.Style style) {
        Optional<MarkedPlaces.Due> due = places.next(k, course.actor(), taken(course));
        if (due.isEmpty()) {
            return Optional.empty();
        }
        Optional<Vec3> over = k == 0 && setOff.containsKey(course.actor())
                ? places.at(0, course.actor(), List.of()).map(MarkedPlaces.Due::place)
                : Optional.empty();
        Vec3 goal = due.get().place();
        List<Vec3> way = new ArrayList<>(floor.between(over.orElse(course.place()), goal));
        double from = over.isPresent() ? 0 : start;
        double length = MarkWalk.length(way);
        if (length < THERE) {
            return Optional.empty();
        }
        double heading = over.isPresent() ? Ground.heading(way.get(0), way.get(1)) : course.heading();
        double end = Ground.heading(way.get(way.size() - 2), goal);
        double turns = MarkWalk.turns(heading, way, due.get().facing().orElse(end));
        MarkWalk walk = MarkWalk.from(from, due.get().seconds(), length, turns, pace, style);
        over.ifPresent(m -> way.addFirst(course.place()));
        say(due.get().keyframe(), course, walk, pace);
        double done = Math.min(walk.end(), Math.max(due.get().seconds(), from));
        course.walk(
                start,
                walk.late() > 0 ? walk.end() : done,
                way,
                walk.speed(),
                walk.style(),
                due.get().facing());
        return Optional.of(walk.end());
    }

    /// Has a performer on the mark of keyframe `k`, if there is one, by its frame.
    void bring(int k, Course course, PerformerDirection d) {
        if (k == 0 || d.mark().isEmpty()) {
            return;
        }
        boolean sits = d.posture().filter(p -> p == Posture.SITTING).isPresent();
        boolean sitsDown = d.actions().stream().anyMatch(a -> a.kind() == ActionKind.SIT_DOWN);
        if (course.seat().isPresent()) {
            List<FilmSet.Seat> all = new ArrayList<>(freeSeats);
            all.add(course.seat().get());
            Optional<FilmSet.Seat> on = sits
                    ? places.nearestSeat(k, course.actor(), d.mark().get(), all)
                    : places.seat(d.mark().get(), all);
            if (on.equals(course.seat())) {
                return;
            }
            if (on.isPresent()) {
                change(k, course, on.get());
                return;
            }
        } else if (sits || sitsDown) {
            // Sitting down leads to the seat on the mark.
            return;
        }
        MarkedPlaces.Due due = places.at(k, course.actor(), taken(course)).orElseThrow();
        if (course.place().distanceTo(due.place()) < THERE && course.seat().isEmpty()) {
            due.facing().ifPresent(to -> face(course, to, due.seconds()));
            return;
        }
        walkTo(k, course, due.place(), due.facing().orElse(course.heading()), due.seconds(), "the mark");
    }

    /// The seat that somebody who sits down at a keyframe is meant to take.
    Optional<FilmSet.Seat> seat(int k, Course course) {
        return places.field(k, course.actor()).flatMap(m -> places.nearestSeat(k, course.actor(), m, freeSeats));
    }

    private void change(int k, Course course, FilmSet.Seat to) {
        double by = shot.frameOf(k) * shot.rate().frameSeconds();
        course.seat().ifPresent(freeSeats::add);
        freeSeats.remove(to);
        Vec3 before = to.hip().plus(to.facing(), 0.42).withY(0);
        double facing = StrictMath.atan2(to.facing().x(), to.facing().z());
        double done = walkTo(k, course, before, facing, by - Timing.SIT, "the other seat");
        course.sit(done, to, Timing.SIT);
    }

    private void face(Course course, double to, double by) {
        double turn = StrictMath.abs(Ground.turn(course.heading(), to));
        double start = Math.max(course.legsFree(), by - Timing.turn(turn) - 0.4);
        course.turn(start, to);
    }

    private double walkTo(int k, Course course, Vec3 to, double facing, double by, String what) {
        double earliest = Math.max(course.legsFree(), k == 0 ? -Timing.PRE_ROLL : seconds(k - 1));
        double pace = Timing.walkingSpeed(Pace.NATURAL, ActionKind.WALK);
        boolean seated = course.seat().isPresent();
        Vec3 from =
                course.seat().map(s -> s.hip().plus(s.facing(), 0.4).withY(0)).orElse(course.place());
        double up = seated ? Timing.STAND_UP : course.lowered() ? Cue.Lower.RISE : 0;
        List<Vec3> way = floor.between(from, to);
        double length = MarkWalk.length(way);
        double turns = length < THERE ? 0 : MarkWalk.turns(course.heading(), way, facing);
        MarkWalk walk = MarkWalk.justInTime(earliest + up, by, length, turns, pace);
        if (course.lowered()) {
            course.rise(walk.start() - up);
        }
        course.seat().ifPresent(s -> {
            course.standUp(walk.start() - up, Timing.STAND_UP);
            freeSeats.add(s);
        });
        notes.add(new Note(
                k,
                name(course) + ".walk",
                (seated ? "gets up and walks " : "walks ") + meters(length) + " to " + what,
                "to be there on the keyframe",
                false));
        say(k, course, walk, pace);
        if (length > THERE) {
            double end = walk.late() > 0 ? walk.end() : by;
            course.walk(walk.start(), end, way, walk.speed(), walk.style(), Optional.of(facing));
            return walk.end();
        }
        return walk.start();
    }

    private void say(int k, Course course, MarkWalk walk, double pace) {
        if (walk.late() > 0.05) {
            notes.add(new Note(
                    k,
                    name(course) + ".mark",
                    String.format(Locale.ROOT, "reached %.1f s late", walk.late()),
                    "nobody gets there in that time",
                    true));
        } else if (StrictMath.abs(walk.speed() / pace - 1) > OFF_PACE) {
            notes.add(new Note(
                    k,
                    name(course) + ".pace",
                    String.format(Locale.ROOT, "%.1f m/s", walk.speed()),
                    "to be on the mark on the keyframe",
                    false));
        }
    }

    private List<Vec3> taken(Course course) {
        return courses.stream().filter(c -> c != course).map(Course::place).toList();
    }

    private String name(Course course) {
        return shot.cast().get(course.actor()).name();
    }

    private double seconds(int k) {
        return k == 0 ? 0 : shot.frameOf(k) * shot.rate().frameSeconds();
    }

    private static String meters(double m) {
        return String.format(Locale.ROOT, "%.1f m", m);
    }
}
