package dev.beatboard.motion.camera;

import dev.beatboard.math.Box;
import dev.beatboard.math.Vec3;
import dev.beatboard.scene.View;
import dev.beatboard.shot.CameraAngle;
import dev.beatboard.shot.CameraSide;
import dev.beatboard.shot.Composition;
import dev.beatboard.shot.Names;
import dev.beatboard.shot.Shot;
import dev.beatboard.shot.Target;
import dev.beatboard.stage.Note;
import dev.beatboard.stage.camera.Framed;
import dev.beatboard.stage.camera.Framing;
import dev.beatboard.stage.camera.FramingSolver;
import dev.beatboard.stage.camera.GroupFraming;
import dev.beatboard.stage.camera.Landmarks;
import dev.beatboard.stage.camera.LineOfAction;
import dev.beatboard.stage.camera.PlaceFraming;
import dev.beatboard.stage.camera.ShoulderFraming;
import dev.beatboard.stage.camera.Surroundings;
import dev.beatboard.stage.camera.ThingFraming;
import dev.beatboard.stage.camera.Visibility;
import dev.beatboard.stage.set.FilmSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Finds the camera's place for what is wanted at a moment, with the set and the performers as they are then.
final class SetUps {

    /// A person as an obstacle for the lens and for sight lines, meters.
    private static final double BODY = 0.22;
    private static final double PERSONAL_SPACE = 0.38;

    private final Shot shot;
    private final FilmSet set;
    private final Bodies bodies;
    private final double aspect;
    private Optional<LineOfAction> line = Optional.empty();

    SetUps(Shot shot, FilmSet set, Bodies bodies) {
        this.shot = shot;
        this.set = set;
        this.bodies = bodies;
        this.aspect = shot.aspect();
    }

    /// A view and the point it is about.
    record Solved(View view, Vec3 focus) {}

    /// The noun of the thing that the shot is about if nobody acts: the one most often named.
    Optional<String> hero() {
        return shot.cast().isEmpty()
                ? set.things().stream()
                        .filter(t -> shot.keyframes().stream()
                                .anyMatch(k -> k.camera().subjects().stream()
                                        .anyMatch(s -> s instanceof Target.Thing x
                                                && x.noun().equals(t.noun()))))
                        .map(FilmSet.Thing::noun)
                        .findFirst()
                : Optional.empty();
    }

    Solved solve(int k, Wanted wanted, double t, List<Note> notes) {
        if (wanted.mark().isPresent()) {
            return new MarkedSetUp(shot, set, bodies, this).solve(k, wanted, t, notes);
        }
        Optional<Solved> solved = attempt(wanted, t, notes, k, true);
        for (Wanted w = wanted; solved.isEmpty() && w.size().ordinal() > 0; ) {
            w = w.loosened();
            solved = attempt(w, t, notes, k, false);
            if (solved.isPresent()) {
                notes.add(new Note(
                        k,
                        "camera.size",
                        Names.words(w.size()),
                        "the place is too small for a " + Names.words(wanted.size()),
                        true));
            }
        }
        return solved.orElseGet(() -> {
            notes.add(new Note(k, "camera", "the place", "no camera place shows what is asked", true));
            return place(wanted);
        });
    }

    private Optional<Solved> attempt(Wanted wanted, double t, List<Note> notes, int k, boolean told) {
        Framing framing = wanted.framing();
        List<Landmarks> people =
                wanted.actors().stream().map(a -> bodies.landmarks(a, t)).toList();
        Surroundings around = surroundings(t, wanted.actors());
        Optional<Framed> framed = switch (wanted.composition()) {
            case PLACE -> Optional.of(new Framed(place(wanted).view(), 0, 0, false));
            case INSERT ->
                wanted.thing().isPresent()
                        ? thing(wanted, around, framing)
                        : people.isEmpty() ? Optional.empty() : hand(around, framing, people.getFirst());
            case POINT_OF_VIEW ->
                people.isEmpty() ? Optional.empty() : Optional.of(pointOfView(around, framing, people));
            case OVER_SHOULDER ->
                people.isEmpty() || wanted.foreground() < 0
                        ? Optional.empty()
                        : shoulder(wanted, around, framing, people, t);
            case SINGLE, TWO_SHOT, GROUP ->
                people.isEmpty()
                        ? wanted.thing().isPresent()
                                ? thing(wanted, around, framing)
                                : Optional.of(new Framed(place(wanted).view(), 0, 0, false))
                        : people.size() == 1
                                ? single(around, framing, people.getFirst())
                                : new GroupFraming(around.withoutLine(), aspect).solve(framing, people);
        };
        if (framed.isPresent() && told) {
            say(k, wanted, framed.get(), notes);
        }
        if (framed.isPresent() && people.size() == 2 && line.isEmpty()) {
            View v = framed.get().view();
            line = Optional.of(
                    new LineOfAction(people.get(0).eyes(), people.get(1).eyes(), v.position()));
        }
        return framed.map(f -> new Solved(f.view(), focus(wanted, t).orElseGet(() -> ahead(f.view()))));
    }

    private static void say(int k, Wanted wanted, Framed framed, List<Note> notes) {
        if (framed.lensChanged() && framed.lensAsked() > 0 && wanted.lens().isPresent()) {
            notes.add(new Note(
                    k,
                    "camera.lens",
                    String.format(Locale.ROOT, "%.0f mm", framed.view().focalLength()),
                    "the place is too small for the lens asked",
                    true));
        }
        if (framed.hidden()) {
            notes.add(new Note(k, "camera", "partly hidden", "no free place sees every face", true));
        }
        if (Math.abs(framed.turned()) > StrictMath.toRadians(5)) {
            notes.add(new Note(
                    k,
                    "camera.side",
                    String.format(Locale.ROOT, "%.0f degrees round", StrictMath.toDegrees(framed.turned())),
                    "the straight place is blocked or hides somebody",
                    false));
        }
    }

    private Optional<Framed> single(Surroundings around, Framing framing, Landmarks body) {
        if (framing.angle() == CameraAngle.OVERHEAD) {
            Box b = new Box(body.soles(), body.crown()).with(new Box(body.leftHand(), body.rightHand()));
            return new ThingFraming(around, aspect).solve(framing, b.grownBy(0.3), body.facing());
        }
        Optional<Framed> kept = new FramingSolver(around, aspect).solve(framing, body);
        if (kept.isPresent() && !kept.get().hidden()) {
            return kept;
        }
        FramingSolver free = new FramingSolver(around.withoutLine(), aspect);
        Optional<Framed> crossed = free.solve(framing, body);
        if (crossed.isPresent() && !crossed.get().hidden() || framing.side() != CameraSide.FRONT) {
            return crossed.or(() -> kept);
        }
        // Somebody stands in between: then from the side that the face turns to, or the other.
        boolean left = body.facing().cross(body.headFacing()).y() >= 0;
        List<CameraSide> sides = left
                ? List.of(CameraSide.THREE_QUARTER_LEFT, CameraSide.THREE_QUARTER_RIGHT)
                : List.of(CameraSide.THREE_QUARTER_RIGHT, CameraSide.THREE_QUARTER_LEFT);
        return sides.stream()
                .flatMap(s -> free
                        .solve(
                                new Framing(
                                        framing.size(),
                                        framing.angle(),
                                        s,
                                        framing.lens(),
                                        framing.fNumber(),
                                        framing.roll()),
                                body)
                        .stream())
                .filter(f -> !f.hidden())
                .findFirst()
                .or(() -> crossed)
                .or(() -> kept);
    }

    private Optional<Framed> shoulder(
            Wanted wanted, Surroundings around, Framing framing, List<Landmarks> people, double t) {
        Landmarks before = bodies.landmarks(wanted.foreground(), t);
        ShoulderFraming solver = new ShoulderFraming(around, aspect);
        return solver.solve(framing, people.getFirst(), before)
                .or(() -> new ShoulderFraming(around.withoutLine(), aspect).solve(framing, people.getFirst(), before))
                .or(() -> single(around, framing, people.getFirst()));
    }

    private Framed pointOfView(Surroundings around, Framing framing, List<Landmarks> people) {
        Landmarks who = people.getFirst();
        View v = new PlaceFraming(around, aspect).from(who.eyes(), who.eyes().plus(who.headFacing(), 3), framing);
        return new Framed(v, 0, v.focalLength(), false);
    }

    private Optional<Framed> hand(Surroundings around, Framing framing, Landmarks who) {
        return new ThingFraming(around, aspect).solve(framing, hand(who), who.facing());
    }

    /// Round the hand that is shown: the one held higher, else the right one.
    static Box hand(Landmarks who) {
        boolean left = who.leftHand().y() > who.rightHand().y() + 0.1;
        Vec3 hand = left ? who.leftHand() : who.rightHand();
        Vec3 half = new Vec3(0.14, 0.12, 0.14);
        return new Box(hand.minus(half), hand.plus(half));
    }

    private Optional<Framed> thing(Wanted wanted, Surroundings around, Framing framing) {
        return bounds(wanted).flatMap(b -> {
            Vec3 front = b.center().distanceTo(set.actingArea().center()) < 1.5
                    ? Vec3.Z
                    : set.actingArea().center().minus(b.center()).withY(0).normalized();
            return new ThingFraming(around, aspect).solve(framing, b, front);
        });
    }

    /// The side of two people on which later framings stay.
    void keepSide(LineOfAction kept) {
        line = Optional.of(kept);
    }

    /// Where the thing is that a framing is of.
    Optional<Box> bounds(Wanted wanted) {
        return wanted.thing()
                .flatMap(noun -> set.things().stream()
                        .filter(t ->
                                t.noun().equals(noun) || t.noun().endsWith(" " + noun) || noun.endsWith(" " + t.noun()))
                        .min((a, b) -> Double.compare(
                                a.bounds().center().distanceTo(set.actingArea().center()),
                                b.bounds().center().distanceTo(set.actingArea().center()))))
                .map(FilmSet.Thing::bounds);
    }

    /// The middles of all things that are called so.
    List<Vec3> things(List<Target> named) {
        return named.stream()
                .filter(Target.Thing.class::isInstance)
                .map(t -> ((Target.Thing) t).noun())
                .flatMap(noun -> set.things().stream()
                        .filter(t -> t.noun().equals(noun) || t.noun().endsWith(" " + noun)))
                .map(t -> t.bounds().center())
                .toList();
    }

    private Solved place(Wanted wanted) {
        View v = new PlaceFraming(new Surroundings(set.rooms(), obstacles(), (a, b) -> true, Optional.empty()), aspect)
                .solve(wanted.framing(), set.actingArea());
        return new Solved(v, ahead(v));
    }

    /// The point that a framing is about at a moment.
    Optional<Vec3> focus(Wanted wanted, double t) {
        if (wanted.composition() == Composition.PLACE || wanted.composition() == Composition.POINT_OF_VIEW) {
            return Optional.empty();
        }
        if (wanted.thing().isPresent()) {
            return bounds(wanted).map(Box::center);
        }
        if (wanted.actors().isEmpty()) {
            return Optional.empty();
        }
        Vec3 sum = Vec3.ZERO;
        for (int a : wanted.actors()) {
            sum = sum.plus(bodies.landmarks(a, t).eyes(), 1.0 / wanted.actors().size());
        }
        return Optional.of(sum);
    }

    /// Whether a lens can be there as far as walls and furniture go.
    boolean inside(Vec3 p) {
        return new Surroundings(set.rooms(), obstacles(), (a, b) -> true, Optional.empty()).allow(p);
    }

    /// Whether a lens at a place comes too near to anybody.
    boolean clearOfPeople(Vec3 p, double t) {
        for (int i = 0; i < shot.cast().size(); i++) {
            Landmarks l = bodies.landmarks(i, t);
            if (l.eyes().distanceTo(p) < PERSONAL_SPACE) {
                return false;
            }
        }
        return true;
    }

    /// Meters: what begins below the first stands on the floor, what reaches above the second is as high as a chair.
    private static final double ON_FLOOR = 0.1;

    private static final double CHAIR = 0.6;

    /// No chair is broader; walls and backdrops are.
    private static final double BROADEST = 1.3;

    List<Box> obstacles() {
        return set.things().stream()
                .filter(FilmSet.Thing::obstacle)
                .map(FilmSet.Thing::bounds)
                .toList();
    }

    /// What stands on the floor at the height of a lens and lets people by, but nobody sits on it.
    private List<Box> emptyChairs(double t) {
        List<Vec3> hips = new ArrayList<>();
        for (int i = 0; i < shot.cast().size(); i++) {
            hips.add(bodies.landmarks(i, t).hips());
        }
        return set.things().stream()
                .filter(thing -> !thing.obstacle())
                .map(FilmSet.Thing::bounds)
                .filter(SetUps::likeAChair)
                .filter(b -> hips.stream()
                        .noneMatch(h ->
                                b.grownBy(ON_FLOOR).contains(h.withY(b.center().y()))))
                .toList();
    }

    static boolean likeAChair(Box b) {
        Vec3 size = b.high().minus(b.low());
        return b.low().y() < ON_FLOOR && b.high().y() > CHAIR && Math.max(size.x(), size.z()) < BROADEST;
    }

    /// What limits and hides a lens at a moment.
    Surroundings surroundings(double t, List<Integer> subjects) {
        List<Landmarks> others = new ArrayList<>();
        for (int i = 0; i < shot.cast().size(); i++) {
            if (!subjects.contains(i)) {
                others.add(bodies.landmarks(i, t));
            }
        }
        List<Box> solids = new ArrayList<>(obstacles());
        if (!subjects.isEmpty()) {
            solids.addAll(emptyChairs(t));
        }
        Visibility free = (from, to) -> others.stream().noneMatch(o -> body(o).meets(from, to));
        return new Surroundings(set.rooms(), solids, free, line);
    }

    private static Box body(Landmarks l) {
        Vec3 e = l.eyes();
        Vec3 low = new Vec3(e.x() - BODY, l.soles().y(), e.z() - BODY);
        Vec3 high = new Vec3(e.x() + BODY, l.crown().y(), e.z() + BODY);
        return new Box(low, high);
    }

    private static Vec3 ahead(View v) {
        return v.position().plus(v.forward(), v.focusDistance());
    }
}
