package dev.beatboard.score;

import dev.beatboard.file.Report.Fact;
import dev.beatboard.file.Report.Status;
import dev.beatboard.math.Vec3;
import dev.beatboard.shot.Action;
import dev.beatboard.shot.ActionKind;
import dev.beatboard.shot.Anchor;
import dev.beatboard.shot.CameraDirection;
import dev.beatboard.shot.Composition;
import dev.beatboard.shot.Direction;
import dev.beatboard.shot.Expression;
import dev.beatboard.shot.Keyframe;
import dev.beatboard.shot.Names;
import dev.beatboard.shot.PerformerDirection;
import dev.beatboard.shot.Posture;
import dev.beatboard.shot.Shot;
import dev.beatboard.shot.ShotSize;
import dev.beatboard.shot.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Compares what a keyframe asks with what was observed at it.
public final class Judge {

    /// A body range may miss a size's definition by this share of the height, both ends together.
    private static final double SIZE_TOLERANCE = 0.14;
    /// Of the picture that a face or thing must at least take to be seen.
    private static final double SEEN = 0.0015;

    /// How far hips have risen from a seat 2 s after the order, meters: who stands has risen by some 0.4 m.
    private static final double LEFT_THE_SEAT = 0.25;

    /// Hips of who kneels or crouches are lower than this, meters.
    private static final double DOWN = 0.68;

    private static final double TO_LENS = 6;
    private static final double EXPRESSION = 0.35;
    /// A face that shows this share of an expression shows it in part.
    private static final double TRACE = 0.1;

    private Judge() {}

    /// The facts that keyframe `k` states and what became of each.
    public static List<Fact> judge(Shot shot, int k, Observation seen) {
        List<Fact> facts = new ArrayList<>();
        Keyframe key = shot.keyframes().get(k);
        camera(shot, key, seen, facts);
        for (PerformerDirection d : key.cast()) {
            seen.people().stream()
                    .filter(p -> p.name().equals(d.name()))
                    .findFirst()
                    .ifPresent(p -> performer(key, d, p, seen, facts));
        }
        return facts;
    }

    private static void camera(Shot shot, Keyframe key, Observation seen, List<Fact> facts) {
        CameraDirection c = key.camera();
        List<Observation.Person> framed = framed(shot, key, seen);
        for (Observation.Person p : framed) {
            boolean there = p.faceInside() && p.visible().map(v -> v > SEEN).orElse(true);
            boolean behind = c.side()
                    .filter(s -> s == dev.beatboard.shot.CameraSide.BACK)
                    .isPresent();
            facts.add(new Fact(
                    p.name() + ".in-frame",
                    "in frame",
                    (there ? "face in frame" : behind ? "from behind" : "not in frame")
                            + p.visible()
                                    .map(v -> percent(v) + " of the picture")
                                    .map(s -> ", " + s)
                                    .orElse(""),
                    there ? Status.HOLDS : Status.MISSED));
        }
        c.size()
                .filter(s -> framed.size() == 1
                        && c.composition().filter(x -> x != Composition.SINGLE).isEmpty())
                .ifPresent(size -> {
                    Observation.Person p = framed.getFirst();
                    boolean sits = p.thighs() > 55 && size.compareTo(ShotSize.MEDIUM) < 0;
                    boolean right = p.size() == size && p.sizeMiss() < SIZE_TOLERANCE
                            || sits && Math.abs(p.size().ordinal() - size.ordinal()) <= 1;
                    facts.add(new Fact(
                            "camera.size",
                            Names.words(size),
                            Names.words(p.size()) + off(p.sizeMiss()),
                            right ? Status.HOLDS : Status.MISSED));
                });
        for (Target t : c.subjects()) {
            if (t instanceof Target.Thing thing && !seen.things().isEmpty()) {
                double share = seen.things().getOrDefault(thing.noun(), 0.0);
                facts.add(new Fact(
                        "camera.subject",
                        thing.noun(),
                        percent(share) + " of the picture",
                        share > SEEN ? Status.HOLDS : Status.MISSED));
            }
        }
        c.size().filter(s -> framed.isEmpty()).ifPresent(size -> {
            for (Target t : c.subjects()) {
                if (t instanceof Target.Thing thing && seen.thingSizes().containsKey(thing.noun())) {
                    Optional<ShotSize> found = seen.thingSizes().get(thing.noun());
                    facts.add(new Fact(
                            "camera.size",
                            Names.words(size),
                            found.map(Names::words).orElse("no size of film"),
                            found.equals(Optional.of(size)) ? Status.HOLDS : Status.MISSED));
                }
            }
        });
        timing(c, seen, facts);
        if (c.rests() && !c.moves()) {
            facts.add(new Fact(
                    "camera.support",
                    "static",
                    seen.cameraMoves() ? "moves" : "does not move",
                    seen.cameraMoves() ? Status.MISSED : Status.HOLDS));
        }
        c.move()
                .filter(m -> switch (m.kind()) {
                    case NONE, FOLLOW, LEAD, RACK_FOCUS -> false;
                    default -> true;
                })
                .ifPresent(m -> facts.add(new Fact(
                        "camera.move",
                        Names.words(m.kind()),
                        seen.cameraMoves() ? "moves" : "does not move",
                        seen.cameraMoves() ? Status.BEGINS : Status.MISSED)));
    }

    /// Whether the camera arrives, sets off or rests on the very frame. At the opening it is mid-life: nothing begins.
    private static void timing(CameraDirection c, Observation seen, List<Fact> facts) {
        if (seen.frame() == 0 || seen.timing().restless()) {
            return;
        }
        boolean moves = c.move()
                .filter(m -> switch (m.kind()) {
                    case NONE, FOLLOW, LEAD, RACK_FOCUS -> false;
                    default -> true;
                })
                .isPresent();
        if (c.frames() && !moves) {
            seen.timing()
                    .arrival()
                    .ifPresent(late ->
                            facts.add(onFrame("camera.arrival", "arrives on the frame", late, Status.FINISHED)));
        }
        if (moves) {
            seen.timing()
                    .departure()
                    .ifPresent(
                            late -> facts.add(onFrame("camera.start", "sets off on the frame", late, Status.BEGINS)));
        } else if (c.rests()) {
            seen.timing()
                    .rest()
                    .ifPresent(
                            late -> facts.add(onFrame("camera.rest", "rests from the frame on", late, Status.HOLDS)));
        }
    }

    /// Whether many are told the same, who do not move as one.
    private static boolean group(Keyframe key, PerformerDirection d) {
        return key.cast().stream()
                        .filter(o -> !o.actions().isEmpty() && o.actions().equals(d.actions()))
                        .count()
                > 2;
    }

    private static Fact onFrame(String slot, String asked, int late, Status status) {
        return new Fact(slot, asked, late == 0 ? asked : frames(late), late == 0 ? status : Status.MISSED).inPart();
    }

    private static String frames(int late) {
        int n = Math.abs(late);
        return n + (n == 1 ? " frame " : " frames ") + (late > 0 ? "late" : "early");
    }

    private static List<Observation.Person> framed(Shot shot, Keyframe key, Observation seen) {
        CameraDirection c = key.camera();
        if (!c.frames()) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        for (Target t : c.subjects()) {
            switch (t) {
                case Target.Person p -> names.add(p.name());
                case Target.Everyone e -> shot.cast().forEach(p -> names.add(p.name()));
                default -> {}
            }
        }
        if (names.isEmpty()
                && c.subjects().isEmpty()
                && c.composition().filter(x -> x != Composition.SINGLE).isEmpty()
                && key.cast().size() == 1) {
            names.add(key.cast().getFirst().name());
        }
        return seen.people().stream().filter(p -> names.contains(p.name())).toList();
    }

    private static void performer(
            Keyframe key, PerformerDirection d, Observation.Person p, Observation seen, List<Fact> facts) {
        d.posture().ifPresent(x -> posture(x, p).ifPresent(facts::add));
        d.expression().ifPresent(e -> facts.add(expression(e, p)));
        d.gaze().flatMap(t -> gaze(t, p.now(), p, seen, "gaze", Status.HOLDS)).ifPresent(facts::add);
        for (Action a : d.actions()) {
            action(a, p, seen).ifPresent(facts::add);
            boolean first = !a.then() && a.anchor() == Anchor.START && seen.frame() > 0 && !a.starting();
            if (first && a.kind() == ActionKind.LOOK && !group(key, d)) {
                p.onsets()
                        .eyes()
                        .ifPresent(late -> facts.add(onFrame(
                                p.name() + ".action.look.start", "eyes leave on the frame", late - 1, Status.BEGINS)));
            }
            if (first && HandsTiming.tells(a.kind())) {
                HandsTiming.judge(a, p, group(key, d)).ifPresent(facts::add);
            }
            if (p.faceInside() && HandsTiming.tells(a.kind())) {
                boolean there = HandsTiming.seen(a, p);
                facts.add(fact(
                        p,
                        "action." + Names.words(a.kind()).replace(' ', '-') + ".in-frame",
                        "hand in frame",
                        there ? "hand in frame" : "hand outside of the frame",
                        there,
                        Status.HOLDS));
            }
        }
    }

    private static Optional<Fact> posture(Posture posture, Observation.Person p) {
        String measured = String.format(Locale.ROOT, "thighs %.0f degrees from the vertical", p.thighs());
        return switch (posture) {
            case SITTING -> Optional.of(fact(p, "posture", "sitting", measured, p.thighs() > 55, Status.HOLDS));
            case STANDING -> Optional.of(fact(p, "posture", "standing", measured, p.thighs() < 35, Status.HOLDS));
            case KNEELING, CROUCHING ->
                Optional.of(fact(
                        p,
                        "posture",
                        Names.words(posture),
                        String.format(
                                Locale.ROOT,
                                "hips %.2f m above the floor",
                                p.now().hips()),
                        p.now().hips() < DOWN,
                        Status.HOLDS));
            default -> Optional.empty();
        };
    }

    private static Fact expression(Expression e, Observation.Person p) {
        double share = p.expressions().getOrDefault(e, 0.0);
        boolean shown = e == Expression.NEUTRAL
                ? p.expressions().entrySet().stream()
                        .filter(x -> x.getKey() != Expression.EYES_CLOSED)
                        .allMatch(x -> x.getValue() < 0.5)
                : share > EXPRESSION;
        Fact fact = fact(
                p,
                "expression",
                Names.words(e),
                e == Expression.NEUTRAL ? (shown ? "at rest" : "not at rest") : percent(share) + " of it on the face",
                shown,
                Status.HOLDS);
        return e != Expression.NEUTRAL && share >= TRACE ? fact.inPart() : fact;
    }

    /// Whether a gaze has the direction asked; empty where a direction cannot be told apart.
    private static Optional<Fact> gaze(
            Target t, Observation.Body then, Observation.Person p, Observation seen, String slot, Status status) {
        Vec3 gaze = then.gaze();
        if (t.isLens()) {
            String off = String.format(Locale.ROOT, "%.1f degrees off the lens", then.toLens());
            return Optional.of(fact(p, slot, "to the lens", off, then.toLens() < TO_LENS, status));
        }
        return switch (t) {
            case Target.Toward w ->
                switch (w.direction()) {
                    case LEFT, RIGHT -> {
                        Vec3 axis = w.own() ? Vec3.Y.cross(p.facing()).negated() : seen.right();
                        double side = gaze.withY(0).normalized().dot(axis);
                        boolean right = w.direction() == Direction.RIGHT ? side > 0.2 : side < -0.2;
                        yield Optional.of(fact(
                                p,
                                slot,
                                Names.words(w.direction()),
                                String.format(
                                        Locale.ROOT,
                                        "%.0f degrees to the %s%s",
                                        Math.abs(
                                                StrictMath.toDegrees(StrictMath.asin(Math.max(-1, Math.min(1, side))))),
                                        side > 0 ? "right" : "left",
                                        w.own() ? " of the body" : " of the picture"),
                                right,
                                status));
                    }
                    case UP -> Optional.of(fact(p, slot, "up", degrees(gaze), gaze.y() > 0.12, status));
                    case DOWN -> Optional.of(fact(p, slot, "down", degrees(gaze), gaze.y() < -0.12, status));
                    default -> Optional.empty();
                };
            case Target.Person other ->
                seen.people().stream()
                        .filter(o -> o.name().equals(other.name()))
                        .findFirst()
                        .map(o -> {
                            double off = StrictMath.toDegrees(StrictMath.acos(Math.max(
                                    -1,
                                    Math.min(
                                            1,
                                            gaze.dot(o.now()
                                                    .eyes()
                                                    .minus(p.now().eyes())
                                                    .normalized())))));
                            return fact(
                                    p,
                                    slot,
                                    "at " + o.name(),
                                    String.format(Locale.ROOT, "%.1f degrees off", off),
                                    off < 8,
                                    status);
                        });
            default -> Optional.empty();
        };
    }

    private static Optional<Fact> action(Action a, Observation.Person p, Observation seen) {
        Observation.Body now = p.now();
        Observation.Body soon = p.soon();
        Observation.Body later = p.later();
        double speed = later.floor().minus(now.floor()).withY(0).length() / 1.2;
        String way = String.format(Locale.ROOT, "%.2f m/s in the next 1.2 s", speed);
        return switch (a.kind()) {
            case WALK, RUN, APPROACH, ENTER, EXIT ->
                Optional.of(fact(p, "action", Names.words(a.kind()), way, speed > 0.25, Status.BEGINS));
            case STOP -> {
                double end = later.floor().minus(now.floor()).withY(0).length();
                yield Optional.of(fact(
                        p,
                        "action",
                        "stop",
                        String.format(Locale.ROOT, "comes to rest after %.2f m", end),
                        end < 1.1,
                        Status.BEGINS));
            }
            case RAISE_HAND, WAVE, STOP_SIGN, PHONE_TO_EAR, THUMBS_UP -> {
                double left = later.leftHand().y() - now.leftHand().y();
                double right = later.rightHand().y() - now.rightHand().y();
                boolean isLeft =
                        a.side().filter(s -> s == dev.beatboard.shot.Side.LEFT).isPresent();
                boolean both =
                        a.side().filter(s -> s == dev.beatboard.shot.Side.BOTH).isPresent();
                boolean moved = both
                        ? left > 0.15 && right > 0.15
                        : isLeft ? left > 0.15 && left > right + 0.1 : right > 0.15 && right > left + 0.1;
                boolean early = soon.leftHand().distanceTo(now.leftHand()) > 0.004 && isLeft
                        || soon.rightHand().distanceTo(now.rightHand()) > 0.004 && !isLeft;
                yield Optional.of(fact(
                        p,
                        "action",
                        Names.words(a.kind()) + " " + (both ? "both" : isLeft ? "left" : "right"),
                        String.format(
                                Locale.ROOT, "in 1.2 s the left hand rises %.2f m, the right %.2f m", left, right),
                        moved && early,
                        Status.BEGINS));
            }
            case LOOK -> a.target().flatMap(t -> gaze(t, p.settled(), p, seen, "action.look", Status.BEGINS));
            case SIT_DOWN ->
                Optional.of(fact(
                        p,
                        "action",
                        "sit down",
                        String.format(Locale.ROOT, "hips sink %.2f m in 1.2 s", now.hips() - later.hips()),
                        now.hips() - later.hips() > 0.12 || p.thighs() > 55,
                        Status.BEGINS));
            case STAND_UP ->
                Optional.of(fact(
                        p,
                        "action",
                        "stand up",
                        String.format(
                                Locale.ROOT,
                                "hips rise %.2f m in 2 s",
                                p.risen().hips() - now.hips()),
                        p.risen().hips() - now.hips() > LEFT_THE_SEAT,
                        Status.BEGINS));
            case TALK, LAUGH ->
                Optional.of(fact(
                        p,
                        "action",
                        Names.words(a.kind()),
                        String.format(Locale.ROOT, "the mouth moves %.2f", p.mouthMoves()),
                        p.mouthMoves() > 0.02,
                        Status.BEGINS));
            case NOD, SHAKE_HEAD, TILT_HEAD, LISTEN, WAIT, GLANCE, LOOK_AROUND, STEP_BACK, SIGH -> Optional.empty();
            default -> {
                double hands = Math.max(
                        relative(later.leftHand(), later.floor(), now.leftHand(), now.floor()),
                        relative(later.rightHand(), later.floor(), now.rightHand(), now.floor()));
                yield switch (a.kind()) {
                    case LOWER_HAND,
                            FOLD_ARMS,
                            UNFOLD_ARMS,
                            HANDS_ON_HIPS,
                            POINT,
                            SHRUG,
                            OPEN_PALMS,
                            CHEER,
                            CLAP,
                            HAND_ON_HEART,
                            STROKE_CHIN,
                            FACEPALM,
                            CHECK_WATCH,
                            ADJUST_TIE ->
                        Optional.of(fact(
                                p,
                                "action",
                                Names.words(a.kind()),
                                String.format(Locale.ROOT, "a hand moves %.2f m in 1.2 s", hands),
                                hands > 0.08,
                                Status.BEGINS));
                    default -> Optional.empty();
                };
            }
        };
    }

    private static double relative(Vec3 b, Vec3 floorB, Vec3 a, Vec3 floorA) {
        return b.minus(floorB).minus(a.minus(floorA)).length();
    }

    private static Fact fact(
            Observation.Person p, String slot, String asked, String measured, boolean right, Status status) {
        return new Fact(p.name() + "." + slot, asked, measured, right ? status : Status.MISSED);
    }

    private static String degrees(Vec3 gaze) {
        return String.format(Locale.ROOT, "%.0f degrees above level", StrictMath.toDegrees(StrictMath.asin(gaze.y())));
    }

    /// What to add to a size whose body range misses its heights by this share of the picture: nothing where the figure
    /// would read as zero.
    private static String off(double miss) {
        return miss < 0.0005 ? "" : ", off by " + percent(miss) + " of the height";
    }

    private static String percent(double v) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * v);
    }
}
