package dev.beatboard.stage;

import dev.beatboard.math.Chance;
import dev.beatboard.math.Ease;
import dev.beatboard.math.Vec3;
import dev.beatboard.shot.Action;
import dev.beatboard.shot.ActionKind;
import dev.beatboard.shot.Direction;
import dev.beatboard.shot.Shot;
import dev.beatboard.shot.Side;
import dev.beatboard.shot.Target;
import java.util.List;
import java.util.Optional;

/// Who looks where: directed gazes, and the ones nobody directed, such as listeners looking at whoever speaks.
final class Eyelines {

    /// A gaze that must rest on something at a keyframe starts this much earlier, seconds.
    static final double GAZE_LEAD = 0.7;
    /// A directed look to a side turns this far from straight ahead; farther would show only an ear.
    private static final double SIDE_LOOK = StrictMath.toRadians(52);

    private static final double LEVEL_LOOK = StrictMath.toRadians(24);
    /// Eyes follow a stimulus by this much; a look that is told leaves on its frame, so its stimulus was before.
    private static final double LATENCY = 0.2;
    /// Listeners notice a speaker this much later.
    private static final double REACTION = 0.25;

    private static final double SECONDS_PER_LETTER = 0.075;
    /// How large a nod of mere listening is.
    private static final double LISTENING_NOD = 0.35;
    /// Height of the eyes of somebody of average height, standing and sitting, meters.
    private static final double STANDING_EYES = 1.6;

    private static final double SITTING_EYES = 1.2;

    private final Shot shot;
    private final Ground ground;

    Eyelines(Shot shot, Ground ground) {
        this.shot = shot;
        this.ground = ground;
    }

    Cue.Focus focus(Target target, Course course, Vec3 right) {
        return switch (target) {
            case Target.Camera c -> new Cue.Focus.Lens();
            case Target.Person p -> new Cue.Focus.Eyes(shot.placeOf(p.name()));
            case Target.Everyone e ->
                new Cue.Focus.Eyes(shot.cast().size() < 2 ? course.actor() : course.actor() == 0 ? 1 : 0);
            case Target.Toward t -> toward(t, course, right);
            case Target.Thing t ->
                point(target, course, right)
                        .<Cue.Focus>map(Cue.Focus.Point::new)
                        .orElse(new Cue.Focus.Angles(0, -LEVEL_LOOK / 2));
        };
    }

    private static Cue.Focus toward(Target.Toward t, Course course, Vec3 right) {
        return switch (t.direction()) {
            case CAMERA -> new Cue.Focus.Lens();
            case UP -> new Cue.Focus.Angles(0, LEVEL_LOOK);
            case DOWN -> new Cue.Focus.Angles(0, -LEVEL_LOOK);
            case FORWARD, AROUND -> new Cue.Focus.Angles(0, 0);
            case BACK -> new Cue.Focus.Angles(SIDE_LOOK * 1.4, 0);
            case LEFT, RIGHT -> {
                boolean left = t.direction() == Direction.LEFT;
                double own = t.own()
                        ? (left ? 1 : -1)
                        : Ground.left(course.heading()).dot(left ? right.negated() : right);
                double ahead = t.own() ? 0 : Ground.forward(course.heading()).dot(left ? right.negated() : right);
                yield new Cue.Focus.Angles(
                        Ease.clamp(StrictMath.atan2(own, Math.max(0, ahead)), -SIDE_LOOK, SIDE_LOOK), 0);
            }
            case AWAY -> new Cue.Focus.Angles(-SIDE_LOOK * 0.8, -0.1);
        };
    }

    /// The world point that a target means, where it has one.
    Optional<Vec3> point(Target target, Course course, Vec3 right) {
        return switch (target) {
            case Target.Thing t ->
                ground.thing(t.noun(), course.place()).map(f -> {
                    Vec3 c = f.bounds().center();
                    return c.withY(Ease.clamp(
                            STANDING_EYES,
                            f.bounds().low().y(),
                            f.bounds().high().y()));
                });
            case Target.Person p -> Optional.of(place(p).withY(seated(p) ? SITTING_EYES : STANDING_EYES));
            case Target.Camera c ->
                Optional.of(course.place()
                        .plus(new Vec3(-right.z(), 0, right.x()), 4)
                        .withY(STANDING_EYES));
            case Target.Toward t -> {
                Vec3 ownLeft = Ground.left(course.heading());
                Vec3 d = switch (t.direction()) {
                    case LEFT -> t.own() ? ownLeft : right.negated();
                    case RIGHT -> t.own() ? ownLeft.negated() : right;
                    case CAMERA -> new Vec3(-right.z(), 0, right.x());
                    case AWAY, BACK -> Ground.forward(course.heading()).negated();
                    case UP -> Ground.forward(course.heading()).plus(Vec3.Y, 0.8);
                    case DOWN -> Ground.forward(course.heading()).plus(Vec3.Y, -0.8);
                    case FORWARD, AROUND -> Ground.forward(course.heading());
                };
                yield Optional.of(course.place().withY(STANDING_EYES).plus(d, 4));
            }
            case Target.Everyone e -> Optional.empty();
        };
    }

    private List<Course> known = List.of();

    private Vec3 place(Target.Person p) {
        int i = shot.placeOf(p.name());
        return i < known.size() ? known.get(i).place() : Vec3.ZERO;
    }

    private boolean seated(Target.Person p) {
        int i = shot.placeOf(p.name());
        return i < known.size() && known.get(i).seat().isPresent();
    }

    /// A look, a glance that comes back, or a look around; answers when it is done.
    double look(Course course, Action a, double t, Vec3 right) {
        if (a.kind() == ActionKind.LOOK_AROUND) {
            course.gaze(t, new Cue.Focus.Angles(0.75, 0.05), Optional.empty());
            course.gaze(t + 0.9, new Cue.Focus.Angles(-0.2, 0.1), Optional.empty());
            course.gaze(t + 1.6, new Cue.Focus.Angles(-0.8, 0), Optional.empty());
            course.gaze(t + 2.6, new Cue.Focus.Angles(0, 0), Optional.empty());
            return t + 3;
        }
        Target target = a.target().orElse(new Target.Toward(Direction.FORWARD, true));
        if (a.kind() == ActionKind.GLANCE) {
            course.glance(t - LATENCY, t + Timing.GLANCE, focus(target, course, right));
            return t + Timing.GLANCE;
        }
        course.gaze(t - LATENCY, focus(target, course, right), Optional.empty());
        return t + GAZE_LEAD;
    }

    /// Where the eyes are while the hands are at something, if that is where they belong; seconds from the start.
    void attend(Course course, ActionKind kind, double start, double until) {
        double down = switch (kind) {
            case CHECK_WATCH -> -0.62;
            case READ, WRITE -> -0.6;
            case TYPE -> -0.3;
            default -> 0;
        };
        if (down < 0) {
            course.glance(start, until - 0.2, new Cue.Focus.Angles(kind == ActionKind.CHECK_WATCH ? 0.1 : 0, down));
        }
    }

    /// Whom somebody looks at while talking: the one addressed, else the only other person.
    Optional<Cue.Focus> addressed(Course speaker, List<Course> all, Optional<Target> target) {
        if (target.isPresent()) {
            return switch (target.get()) {
                case Target.Camera c -> Optional.of(new Cue.Focus.Lens());
                case Target.Person p -> Optional.of(new Cue.Focus.Eyes(shot.placeOf(p.name())));
                default -> Optional.empty();
            };
        }
        return all.size() == 2 ? Optional.of(new Cue.Focus.Eyes(1 - speaker.actor())) : Optional.empty();
    }

    /// Everybody, so that others can be looked at and pointed at where they are by then.
    void know(List<Course> courses) {
        known = courses;
    }

    /// Listeners nod a little now and then, unless they have something else to do with their heads.
    private void listen(Course c, Cue.Speak s, double end) {
        double spoken = s.line()
                .map(l -> s.start() + 0.6 + SECONDS_PER_LETTER * l.length())
                .orElse(s.end());
        double until = Math.min(end, Math.min(s.end(), spoken));
        long channel = 1000L * c.actor() + Math.round(10 * s.start());
        double t = s.start() + 1.1 + 2.2 * Chance.unit(shot.seed(), 72, channel, 0);
        for (int k = 1; t < until && !s.laughing(); k++) {
            if (c.headFree(t - 0.9, t + 1.6)) {
                c.add(new Cue.Gesture(t, t + 0.7, ActionKind.NOD, Side.BOTH, Optional.empty(), LISTENING_NOD));
            }
            t += 2.6 + 3.2 * Chance.unit(shot.seed(), 72, channel, k);
        }
    }

    /// Adds the gazes that nobody directed: partners look at each other, listeners at whoever speaks.
    void complete(List<Course> courses, double end) {
        for (Course c : courses) {
            Cue.Focus opening = courses.size() == 2 && c.seat().isPresent()
                    ? new Cue.Focus.Eyes(1 - c.actor())
                    : new Cue.Focus.Angles(0, 0);
            c.idleGaze(-1, opening);
            for (Course speaker : courses) {
                for (Cue.Speak s : speaker.speeches()) {
                    if (speaker != c && s.start() < end) {
                        c.idleGaze(
                                Math.max(-0.9, s.start() + REACTION + 0.11 * c.actor()),
                                new Cue.Focus.Eyes(speaker.actor()));
                        listen(c, s, end);
                    }
                }
            }
        }
    }
}
