package dev.beatboard.stage;

import dev.beatboard.math.Chance;
import dev.beatboard.math.Ease;
import dev.beatboard.math.Vec3;
import dev.beatboard.shot.Action;
import dev.beatboard.shot.ActionKind;
import dev.beatboard.shot.Anchor;
import dev.beatboard.shot.Expression;
import dev.beatboard.shot.Names;
import dev.beatboard.shot.PerformerDirection;
import dev.beatboard.shot.Posture;
import dev.beatboard.shot.Shot;
import dev.beatboard.shot.Side;
import dev.beatboard.shot.Target;
import dev.beatboard.stage.set.FilmSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Who is where when, and does what: a score for each performer, from the keyframes of a shot and the floor of a set.
///
/// States (posture, expression, gaze) are fully reached on their frame, so their cues start earlier by what a person
/// takes; actions start on their frame (keyframe rules 3 and 4). What is lasting at frame 0 began before it (rule 5).
public final class Blocking {

    /// Nearer to the seat than this nobody walks to it, meters.
    private static final double AT_THE_SEAT = 0.25;
    /// Between people who walk side by side, meters.
    private static final double BESIDE = 0.95;
    /// Rooms are narrow: a walk across the picture was under way for this long only, seconds.
    private static final double PRE_ROLL_ACROSS = 0.8;

    /// How far off the lens who has walked across the picture turns to it, radians.
    private static final double OPEN_TO_LENS = StrictMath.toRadians(40);

    private final Shot shot;
    private final FilmSet set;
    private final PictureAxes axes;
    private final Ground ground;
    private final Marks marks;
    private final OnMarks onMarks;
    private final Eyelines eyelines;
    private final List<Note> notes = new ArrayList<>();
    private final List<Course> courses = new ArrayList<>();

    private Blocking(Shot shot, FilmSet set, PictureAxes axes) {
        this.shot = shot;
        this.set = set;
        this.axes = axes;
        this.ground = new Ground(set);
        MarkedPlaces places = new MarkedPlaces(shot, set, ground, notes);
        this.marks = new Marks(shot, set, ground, places, notes);
        this.onMarks = new OnMarks(shot, set, places, marks.freeSeats(), courses, notes);
        this.eyelines = new Eyelines(shot, ground);
    }

    /// The scores in the order of the cast, and what was decided on the way.
    public record Plan(List<Score> scores, List<Note> notes) {

        public Plan {
            scores = List.copyOf(scores);
            notes = List.copyOf(notes);
        }
    }

    /// Blocks a shot. Pure.
    public static Plan plan(Shot shot, FilmSet set, PictureAxes axes) {
        return new Blocking(shot, set, axes).block();
    }

    private Plan block() {
        List<Marks.Mark> opening = marks.opening();
        for (int i = 0; i < opening.size(); i++) {
            courses.add(course(i, opening.get(i)));
        }
        eyelines.know(courses);
        for (int k = 0; k < shot.keyframes().size(); k++) {
            for (PerformerDirection d : shot.keyframes().get(k).cast()) {
                direct(k, d);
            }
        }
        eyelines.complete(courses, shot.duration().toSeconds());
        return new Plan(courses.stream().map(Course::score).toList(), notes);
    }

    /// Where a performer begins: on the mark, or far up the path if they are already walking when the clip opens.
    private Course course(int actor, Marks.Mark mark) {
        Optional<Action> walk = walkingAtFirst(actor);
        if (walk.isEmpty() || mark.seat().isPresent()) {
            return new Course(actor, mark.place(), mark.heading(), mark.seat());
        }
        Action a = walk.get();
        boolean away = a.target().orElse(null) instanceof Target.Toward t
                && (t.direction() == dev.beatboard.shot.Direction.AWAY
                        || t.direction() == dev.beatboard.shot.Direction.BACK);
        FilmSet.Path path = set.paths().isEmpty()
                ? new FilmSet.Path(mark.place().plus(new Vec3(0, 0, -3)), mark.place())
                : set.paths().getFirst();
        Optional<Vec3> across = acrossThePicture(a);
        Optional<Course> marked = onMarks.opening(
                actor,
                across.map(c -> Ground.heading(Vec3.ZERO, c))
                        .or(() -> a.target().filter(Target::isLens).map(x -> cameraward(0)))
                        .orElse(Ground.heading(away ? path.to() : path.from(), away ? path.from() : path.to())),
                Timing.walkingSpeed(a.pace(), a.kind()),
                across.isPresent() ? PRE_ROLL_ACROSS : Timing.PRE_ROLL);
        if (marked.isPresent()) {
            return marked.get();
        }
        if (across.isPresent()) {
            Vec3 from = startAcross(actor, a, across.get());
            return new Course(actor, from, Ground.heading(from, from.plus(across.get())), Optional.empty());
        }
        double aside = (actor - (shot.cast().size() - 1) / 2.0) * BESIDE;
        Vec3 shift = shot.cast().size() > 1 ? axes.right(0).times(aside) : Vec3.ZERO;
        Vec3 from = away ? path.to() : path.from();
        Vec3 to = away ? path.from() : path.to();
        return new Course(actor, from.plus(shift), Ground.heading(from, to), Optional.empty());
    }

    /// The direction of a walk to the picture's left or right.
    private Optional<Vec3> acrossThePicture(Action a) {
        return a.target().orElse(null) instanceof Target.Toward t && !t.own()
                ? switch (t.direction()) {
                    case LEFT -> Optional.of(axes.right(0).negated());
                    case RIGHT -> Optional.of(axes.right(0));
                    default -> Optional.empty();
                }
                : Optional.empty();
    }

    /// Far enough on the other side that the walk passes the middle of the acting area half way, but inside the room.
    private Vec3 startAcross(int actor, Action a, Vec3 direction) {
        Vec3 middle = set.actingArea().center().withY(0).plus(new Vec3(0, 0, 0.9 * actor));
        double seconds = PRE_ROLL_ACROSS + Math.min(shot.duration().toSeconds(), firstEnd(0)) / 2;
        double back = Timing.walkingSpeed(a.pace(), a.kind()) * seconds;
        for (double d = back; d > 0; d -= 0.2) {
            Vec3 from = middle.plus(direction, -d);
            if (ground.free(from)) {
                return from;
            }
        }
        return middle;
    }

    /// When the second keyframe is, seconds; the end of the clip if there is none.
    private double firstEnd(int k) {
        return k + 1 < shot.keyframes().size()
                ? seconds(k + 1)
                : shot.duration().toSeconds();
    }

    private Optional<Action> walkingAtFirst(int actor) {
        if (shot.keyframes().isEmpty() || shot.frameOf(0) != 0) {
            return Optional.empty();
        }
        return direction(0, actor).stream()
                .flatMap(d -> d.actions().stream())
                .filter(a -> (a.kind() == ActionKind.WALK || a.kind() == ActionKind.RUN) && !a.starting())
                .filter(a -> !(a.target().orElse(null) instanceof Target.Thing))
                .findFirst();
    }

    private Optional<PerformerDirection> direction(int keyframe, int actor) {
        String name = shot.cast().get(actor).name();
        return shot.keyframes().get(keyframe).cast().stream()
                .filter(d -> d.name().equals(name))
                .findFirst();
    }

    private void direct(int k, PerformerDirection d) {
        int actor = shot.placeOf(d.name());
        Course course = courses.get(actor);
        double t = seconds(k);
        onMarks.bring(k, course, d);
        d.posture().ifPresent(p -> posture(k, course, p, d));
        d.expression().ifPresent(e -> face(course, t, e));
        d.gaze()
                .ifPresent(g -> course.gaze(
                        Math.max(t - Eyelines.GAZE_LEAD, t > 0 ? 0 : -1),
                        eyelines.focus(g, course, axes.right(k)),
                        Optional.of(t)));
        double next = t + groupDelay(k, d);
        for (Action a : d.actions()) {
            double start = a.then() ? Math.max(next, course.legsFree()) : t + groupDelay(k, d);
            next = Math.max(next, act(k, course, a, start));
        }
    }

    /// When many are told the same on one keyframe they do not move as one.
    private double groupDelay(int k, PerformerDirection d) {
        List<PerformerDirection> all = shot.keyframes().get(k).cast();
        long alike = all.stream()
                .filter(o -> !o.actions().isEmpty() && o.actions().equals(d.actions()))
                .count();
        if (alike < 3) {
            return 0;
        }
        double u = Chance.unit(shot.seed(), 71, k, shot.placeOf(d.name()));
        return Ease.lerp(Timing.FIRST_OF_GROUP, Timing.LAST_OF_GROUP, u);
    }

    private void posture(int k, Course course, Posture posture, PerformerDirection d) {
        double t = seconds(k);
        boolean sits = course.seat().isPresent();
        boolean told =
                d.actions().stream().anyMatch(a -> a.kind() == ActionKind.SIT_DOWN || a.kind() == ActionKind.STAND_UP);
        switch (posture) {
            case SITTING -> {
                if (!sits && !told) {
                    sitDown(k, course, t - Timing.SIT - approach(course), Timing.SIT);
                }
            }
            case STANDING -> {
                if (course.lowered() && !told) {
                    course.rise(t - Cue.Lower.RISE);
                } else if (sits && !told) {
                    course.standUp(Math.max(course.legsFree(), t - Timing.STAND_UP), Timing.STAND_UP);
                }
            }
            case LEANING_FORWARD -> lean(course, t, ActionKind.LEAN_FORWARD);
            case LEANING_BACK -> lean(course, t, ActionKind.LEAN_BACK);
            case KNEELING, CROUCHING -> lower(course, posture, t);
            case LYING ->
                notes.add(new Note(
                        k,
                        "posture",
                        "standing",
                        "\"lying\" cannot be staged yet; known: standing, sitting, kneeling, crouching, leaning",
                        true));
        }
    }

    /// Down by `t`; who opens the clip like that has always been.
    private static void lower(Course course, Posture posture, double t) {
        if (course.lowered()) {
            course.rise(t - Timing.LOWER - Cue.Lower.RISE);
        }
        if (course.seat().isPresent()) {
            course.standUp(t - Timing.LOWER - Timing.STAND_UP, Timing.STAND_UP);
        }
        double start = t <= 0 ? -60 : Math.max(course.legsFree(), t - Timing.LOWER);
        course.lower(start, Timing.LOWER, posture);
    }

    private static void lean(Course course, double t, ActionKind kind) {
        course.gesture(t - 0.9, Double.POSITIVE_INFINITY, kind, Side.BOTH, Optional.empty(), 1);
    }

    private void face(Course course, double t, Expression e) {
        course.add(new Cue.Face(t <= 0 ? -1 : t - Timing.SMILE, Math.max(t, -0.5), e, 1));
    }

    /// Puts one action into the course and answers when it will be done.
    private double act(int k, Course course, Action a, double start) {
        double t = a.anchor() == Anchor.END ? start - Timing.factor(a.pace()) : start;
        return switch (a.kind()) {
            case WALK, RUN, APPROACH, ENTER, EXIT, STEP_BACK -> walk(k, course, a, t);
            case STOP -> course.legsFree();
            case TURN -> turn(k, course, a, t);
            case SIT_DOWN -> sitDown(k, course, t, Timing.SIT * Timing.factor(a.pace()));
            case STAND_UP -> {
                if (course.lowered()) {
                    yield course.rise(t);
                }
                double duration = Timing.STAND_UP * Timing.factor(a.pace());
                course.standUp(t, duration);
                yield t + duration;
            }
            case LOOK, GLANCE, LOOK_AROUND -> eyelines.look(course, a, t, axes.right(k));
            case TALK, LAUGH -> speak(course, a, t);
            case LISTEN, WAIT -> {
                course.hush(t);
                a.target().ifPresent(g -> course.gaze(t, eyelines.focus(g, course, axes.right(k)), Optional.empty()));
                yield t;
            }
            default -> gesture(k, course, a, t);
        };
    }

    private double speak(Course course, Action a, double t) {
        double opening = t <= 0 && !a.starting() ? -1 : t;
        boolean laughs = a.kind() == ActionKind.LAUGH;
        double end = laughs ? t + Timing.LAUGH : shot.duration().toSeconds() + 1;
        courses.stream().filter(c -> c != course && !laughs).forEach(c -> c.hush(t));
        course.hush(t);
        course.add(new Cue.Speak(opening, end, a.line(), laughs));
        if (laughs) {
            course.add(new Cue.Face(t, t + 0.45, Expression.LAUGH, 1));
        }
        eyelines.addressed(course, courses, a.target()).ifPresent(f -> course.idleGaze(opening, f));
        return laughs ? end : t;
    }

    private double gesture(int k, Course course, Action a, double t) {
        Side usual = a.kind() == ActionKind.CHECK_WATCH ? Side.LEFT : Side.RIGHT;
        Side side = a.side().orElse(Timing.oneHanded(a.kind()) ? usual : Side.BOTH);
        Optional<Vec3> toward = a.target().flatMap(g -> eyelines.point(g, course, axes.right(k)));
        if (a.kind() == ActionKind.POINT && a.side().isEmpty() && toward.isPresent()) {
            double by = Ground.turn(course.heading(), Ground.heading(course.place(), toward.get()));
            side = by > 0.1 ? Side.LEFT : Side.RIGHT;
        }
        double opening = t <= 0 && !a.starting() && Double.isInfinite(Timing.span(a.kind())) ? -2 : t;
        Optional<Cue.Focus> aim = a.target().filter(Target::isLens).isPresent()
                ? Optional.of(new Cue.Focus.Lens())
                : toward.map(Cue.Focus.Point::new);
        course.gesture(opening, t + Timing.span(a.kind()), a.kind(), side, aim, 1);
        if (!looks(k, course)) {
            eyelines.attend(course, a.kind(), opening, t + Timing.span(a.kind()));
        }
        if (shownTo(a.kind()) && aim.isPresent() && !looks(k, course)) {
            // A hand shown to somebody takes the eyes along, unless the shot has them elsewhere.
            course.gaze(
                    t - Eyelines.GAZE_LEAD / 2,
                    eyelines.focus(a.target().orElseThrow(), course, axes.right(k)),
                    Optional.empty());
            notes.add(new Note(k, "gaze", "follows the hand", "a look goes with " + Names.words(a.kind()), false));
        }
        return Double.isInfinite(Timing.span(a.kind())) ? t + 1 : t + Timing.span(a.kind());
    }

    private static boolean shownTo(ActionKind kind) {
        return switch (kind) {
            case POINT, WAVE, STOP_SIGN, THUMBS_UP -> true;
            default -> false;
        };
    }

    /// Whether keyframe `k` tells where to look.
    private boolean looks(int k, Course course) {
        return direction(k, course.actor()).stream()
                .anyMatch(d -> d.gaze().isPresent()
                        || d.actions().stream().anyMatch(a -> switch (a.kind()) {
                            case LOOK, GLANCE, LOOK_AROUND -> true;
                            default -> false;
                        }));
    }

    private double turn(int k, Course course, Action a, double t) {
        double to = a.target()
                .map(g -> switch (g) {
                    case Target.Toward w
                    when w.direction() == dev.beatboard.shot.Direction.AROUND -> course.heading() + StrictMath.PI;
                    case Target.Toward w
                    when w.own() && w.direction() == dev.beatboard.shot.Direction.LEFT ->
                        course.heading() + StrictMath.PI / 2;
                    case Target.Toward w
                    when w.own() && w.direction() == dev.beatboard.shot.Direction.RIGHT ->
                        course.heading() - StrictMath.PI / 2;
                    default ->
                        eyelines.point(g, course, axes.right(k))
                                .map(p -> Ground.heading(course.place(), p))
                                .orElse(course.heading() + StrictMath.PI);
                })
                .orElse(course.heading() + StrictMath.PI);
        if (course.seat().isPresent()) {
            Vec3 toward = course.place().plus(Ground.forward(to), 3).withY(1.2);
            course.gaze(t, new Cue.Focus.Point(toward), Optional.empty());
            return t + 1;
        }
        course.turn(Math.max(t, course.legsFree() > t + 1e-9 ? course.legsFree() : t), to);
        return course.legsFree();
    }

    /// How long it takes to walk to the nearest free seat, turn included, seconds.
    private double approach(Course course) {
        double distance = marks.freeSeats().stream()
                .mapToDouble(s -> before(s).distanceTo(course.place()))
                .min()
                .orElse(0);
        return distance > AT_THE_SEAT
                ? distance / Timing.walkingSpeed(dev.beatboard.shot.Pace.NATURAL, ActionKind.WALK)
                        + 0.6
                        + Timing.turn(1.5)
                : 0;
    }

    /// Where one stands before sitting down.
    private static Vec3 before(FilmSet.Seat s) {
        return s.hip().plus(s.facing(), 0.42).withY(0);
    }

    private double sitDown(int k, Course course, double start, double duration) {
        if (course.seat().isPresent()) {
            return start;
        }
        Optional<FilmSet.Seat> seat = onMarks.seat(k, course)
                .or(() -> marks.freeSeats().stream()
                        .min((a, b) -> Double.compare(
                                a.hip().distanceTo(course.place()), b.hip().distanceTo(course.place()))));
        if (seat.isEmpty()) {
            notes.add(new Note(k, "seat", "stays standing", "no free seat in this set", true));
            return start;
        }
        FilmSet.Seat s = seat.get();
        marks.freeSeats().remove(s);
        Vec3 before = before(s);
        double facing = StrictMath.atan2(s.facing().x(), s.facing().z());
        double from = Math.max(course.lowered() ? course.rise(start) : start, course.legsFree());
        double distance = course.place().distanceTo(before);
        if (distance > AT_THE_SEAT) {
            double speed = Timing.walkingSpeed(dev.beatboard.shot.Pace.NATURAL, ActionKind.WALK);
            double arrive = from + distance / speed + 0.6;
            course.walk(from, arrive, ground.way(course.place(), before), speed, Cue.Style.PLAIN, Optional.of(facing));
            from = arrive;
            notes.add(
                    new Note(k, "walk", "walks to the seat first", "the seat is " + meters(distance) + " away", false));
        }
        course.sit(from, s, duration);
        return from + duration;
    }

    private double walk(int k, Course course, Action a, double t) {
        if (course.lowered()) {
            t = course.rise(t);
            notes.add(new Note(k, "posture", "gets up first", "nobody walks on the knees", false));
        }
        if (course.seat().isPresent()) {
            course.standUp(t, Timing.STAND_UP);
            t += Timing.STAND_UP;
            notes.add(new Note(k, "posture", "stands up first", "a seated person cannot walk", false));
        }
        double speed = Timing.walkingSpeed(a.pace(), a.kind());
        Cue.Style style = Timing.walkingStyle(a.pace(), a.kind());
        boolean underWay = t <= 0 && !a.starting();
        double start = underWay
                ? onMarks.setOff(course).orElse(acrossThePicture(a).isPresent() ? -PRE_ROLL_ACROSS : -Timing.PRE_ROLL)
                : t;
        if (a.kind() == ActionKind.STEP_BACK) {
            notes.add(new Note(k, "walk", "stays in place", "stepping backward cannot be staged yet", true));
            return t;
        }
        Optional<Double> onMark = onMarks.walk(k, course, start, speed, style);
        if (onMark.isPresent()) {
            return onMark.get();
        }
        Optional<Vec3> goal = goal(k, course, a);
        if (goal.isPresent()) {
            List<Vec3> way = ground.way(course.place(), goal.get());
            double length = 0;
            for (int i = 1; i < way.size(); i++) {
                length += way.get(i - 1).distanceTo(way.get(i));
            }
            if (length < 0.2) {
                return t;
            }
            double end = start + length / speed + 0.6;
            course.walk(start, end, way, speed, style, arrivalHeading(k, course, a, goal.get()));
            return end;
        }
        double end = nextLegOrder(k, course) + Timing.STOP;
        double seconds = Math.max(0.8, end - start);
        Vec3 along = Ground.forward(openHeading(k, course, a));
        double wish = speed * Math.max(0.4, seconds - 0.55);
        Optional<List<Vec3>> held = heldWay(k, course, a, start, wish);
        if (held.isPresent()) {
            int sign = along.dot(axes.right(k)) > 0 ? 1 : -1;
            course.walk(start, end, held.get(), speed, style, Optional.of(cameraward(k) + sign * OPEN_TO_LENS));
            notes.add(new Note(
                    k,
                    "walk",
                    "bends into the depth of the picture",
                    "straight across, it would leave a frame that does not move",
                    false));
            return end;
        }
        double length = acrossThePicture(a).isPresent() ? free(course.place(), along, wish) : wish;
        course.walk(
                start,
                end,
                List.of(course.place(), course.place().plus(along, length)),
                speed,
                style,
                Optional.empty());
        return end;
    }

    /// A way across a frame at rest that does not leave it, where a straight one would and nobody asked for that.
    private Optional<List<Vec3>> heldWay(int k, Course course, Action a, double start, double length) {
        double speed = Timing.walkingSpeed(a.pace(), a.kind());
        return acrossThePicture(a)
                .filter(d ->
                        HeldWalk.held(shot, k, shot.cast().get(course.actor()).name()))
                .flatMap(d -> {
                    Vec3 right = axes.right(k);
                    double before = speed * Math.max(0, seconds(k) - start);
                    return new HeldWalk(
                                    ground,
                                    right,
                                    d.dot(right) > 0 ? 1 : -1,
                                    shot.aspect(),
                                    shot.keyframes().get(k).camera())
                            .way(course.place(), before, Math.max(0, length - before), speed);
                });
    }

    /// How far one can walk straight ahead, at most `wish`, before a wall or something in the way.
    private double free(Vec3 from, Vec3 along, double wish) {
        double length = 0.4;
        while (length + 0.2 < wish && ground.free(from.plus(along, length + 0.2))) {
            length += 0.2;
        }
        return length + 0.2 < wish ? length : wish;
    }

    /// A walk without a goal goes on until the legs are told something else, or past the end of the clip.
    private double nextLegOrder(int k, Course course) {
        String name = shot.cast().get(course.actor()).name();
        for (int j = k + 1; j < shot.keyframes().size(); j++) {
            for (PerformerDirection d : shot.keyframes().get(j).cast()) {
                if (!d.name().equals(name)) {
                    continue;
                }
                if (d.posture().isPresent()
                        || d.actions().stream().anyMatch(a -> switch (a.kind()) {
                            case STOP, WALK, RUN, TURN, SIT_DOWN, APPROACH, EXIT, STEP_BACK, WAIT -> true;
                            default -> false;
                        })) {
                    return seconds(j);
                }
            }
        }
        return shot.duration().toSeconds() + 1.5;
    }

    private double openHeading(int k, Course course, Action a) {
        return switch (a.target().orElse(new Target.Toward(dev.beatboard.shot.Direction.FORWARD, true))) {
            case Target.Camera c -> cameraward(k);
            case Target.Toward w ->
                switch (w.direction()) {
                    case CAMERA -> cameraward(k);
                    case LEFT -> w.own() ? course.heading() + StrictMath.PI / 2 : axisHeading(k, -1);
                    case RIGHT -> w.own() ? course.heading() - StrictMath.PI / 2 : axisHeading(k, 1);
                    case AWAY, BACK -> cameraward(k) + StrictMath.PI;
                    default -> course.heading();
                };
            default -> course.heading();
        };
    }

    /// The heading that faces the audience: at right angles to the picture's right.
    private double cameraward(int k) {
        Vec3 r = axes.right(k);
        return StrictMath.atan2(-r.z(), r.x());
    }

    private double axisHeading(int k, int sign) {
        Vec3 r = axes.right(k).times(sign);
        return StrictMath.atan2(r.x(), r.z());
    }

    private Optional<Vec3> goal(int k, Course course, Action a) {
        List<Vec3> taken =
                courses.stream().filter(c -> c != course).map(Course::place).toList();
        if (a.kind() == ActionKind.ENTER) {
            return Optional.of(ground.nearestFree(set.actingArea().center().withY(0), taken));
        }
        if (a.kind() == ActionKind.EXIT) {
            return ground.thing("door", course.place()).map(d -> ground.before(d, taken));
        }
        return switch (a.target().orElse(null)) {
            case Target.Thing thing -> {
                Optional<FilmSet.Thing> found = ground.thing(thing.noun(), course.place());
                if (found.isEmpty()) {
                    notes.add(new Note(k, "walk", "walks ahead", "this set has no " + thing.noun(), true));
                }
                yield found.map(f -> ground.before(f, taken));
            }
            case Target.Person p -> {
                Course other = courses.get(shot.placeOf(p.name()));
                Vec3 back = course.place().minus(other.place()).withY(0).normalized();
                yield Optional.of(ground.nearestFree(other.place().plus(back, 1.1), taken));
            }
            case null, default -> Optional.empty();
        };
    }

    private Optional<Double> arrivalHeading(int k, Course course, Action a, Vec3 goal) {
        return a.target()
                .flatMap(g -> eyelines.point(g, course, axes.right(k)))
                .filter(p -> p.withY(0).distanceTo(goal) > 0.2)
                .map(p -> Ground.heading(goal, p));
    }

    private double seconds(int k) {
        return shot.frameOf(k) * shot.rate().frameSeconds();
    }

    private static String meters(double m) {
        return String.format(java.util.Locale.ROOT, "%.1f m", m);
    }
}
