package dev.beatboard.motion.camera;

import dev.beatboard.math.Box;
import dev.beatboard.math.Ease;
import dev.beatboard.math.Vec3;
import dev.beatboard.scene.View;
import dev.beatboard.shot.CameraAngle;
import dev.beatboard.shot.Composition;
import dev.beatboard.shot.Mark;
import dev.beatboard.shot.Names;
import dev.beatboard.shot.Shot;
import dev.beatboard.shot.ShotSize;
import dev.beatboard.stage.Aside;
import dev.beatboard.stage.Note;
import dev.beatboard.stage.camera.Framing;
import dev.beatboard.stage.camera.FramingSolver;
import dev.beatboard.stage.camera.GroupFraming;
import dev.beatboard.stage.camera.Landmarks;
import dev.beatboard.stage.camera.LineOfAction;
import dev.beatboard.stage.camera.MarkFraming;
import dev.beatboard.stage.camera.ShotMeasure;
import dev.beatboard.stage.camera.Surroundings;
import dev.beatboard.stage.camera.ThingFraming;
import dev.beatboard.stage.set.FilmSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The view from a camera's mark: what is wanted is framed from there by the lens, and what gives way is told.
///
/// @param setUps answers what is in the way
record MarkedSetUp(Shot shot, FilmSet set, Bodies bodies, SetUps setUps) {

    /// The farthest that a mark which cannot be is moved, meters, and the step of the search.
    private static final double REACH = 4;

    private static final double STEP = 0.1;
    /// Half of a camera body, as [Surroundings] has it.
    private static final double CAMERA = 0.25;
    private static final double LOWEST = 0.15;
    private static final double EYE_LEVEL = 1.5;

    SetUps.Solved solve(int k, Wanted wanted, double t, List<Note> notes) {
        Framing framing = wanted.framing();
        List<Landmarks> people =
                wanted.actors().stream().map(a -> bodies.landmarks(a, t)).toList();
        Optional<Box> thing = thing(wanted, people);
        Mark mark = wanted.mark().orElseThrow();
        Vec3 floor = new Vec3(mark.x(), 0, mark.z());
        Vec3 wish = floor.withY(mark.y().orElseGet(() -> height(framing, people, thing, floor)));
        Surroundings around = setUps.surroundings(t, wanted.actors()).withoutLine();
        Vec3 place = free(k, wish, t, around, notes);
        MarkFraming from = new MarkFraming(place, shot.aspect());
        View view;
        if (thing.isPresent()) {
            view = from.thing(framing, thing.get());
        } else if (people.isEmpty() || wanted.composition() == Composition.PLACE) {
            view = from.place(framing, set.actingArea().center().withY(Math.max(1, place.y() - 0.12)));
        } else if (one(wanted, people)) {
            view = from.person(framing, people.getFirst());
        } else {
            view = from.people(framing, people);
        }
        say(k, wanted, view, people, around, notes);
        if (people.size() == 2) {
            setUps.keepSide(new LineOfAction(people.get(0).eyes(), people.get(1).eyes(), place));
        }
        Vec3 ahead = place.plus(view.forward(), view.focusDistance());
        return new SetUps.Solved(view, setUps.focus(wanted, t).orElse(ahead));
    }

    /// Over a shoulder and from a point of view, too, it is the first subject that the mark frames.
    private static boolean one(Wanted wanted, List<Landmarks> people) {
        return people.size() == 1
                || wanted.composition() == Composition.OVER_SHOULDER
                || wanted.composition() == Composition.POINT_OF_VIEW;
    }

    private Optional<Box> thing(Wanted wanted, List<Landmarks> people) {
        Optional<Box> bounds = setUps.bounds(wanted);
        return wanted.composition() == Composition.INSERT && bounds.isEmpty() && !people.isEmpty()
                ? Optional.of(SetUps.hand(people.getFirst()))
                : people.isEmpty() || wanted.composition() == Composition.INSERT ? bounds : Optional.empty();
    }

    private double height(Framing framing, List<Landmarks> people, Optional<Box> thing, Vec3 floor) {
        double wish = EYE_LEVEL;
        if (thing.isPresent()) {
            wish = ThingFraming.height(framing, thing.get(), floor);
        } else if (people.size() == 1) {
            double level = floor.minus(people.getFirst().eyes()).withY(0).length();
            wish = framing.angle() == CameraAngle.OVERHEAD
                    ? people.getFirst().crown().y() + 1.2 + 1.5 * level
                    : FramingSolver.height(framing, people.getFirst(), floor);
        } else if (people.size() > 1) {
            wish = GroupFraming.height(framing, people, floor);
        }
        return Math.max(LOWEST, wish);
    }

    /// The place itself if a lens can be there, else the nearest where it can.
    private Vec3 free(int k, Vec3 wish, double t, Surroundings around, List<Note> notes) {
        double ceiling = set.rooms().stream()
                .filter(r -> r.contains(wish.withY(r.center().y())))
                .mapToDouble(r -> r.high().y())
                .findFirst()
                .orElse(Double.POSITIVE_INFINITY);
        Vec3 start = wish.withY(Ease.clamp(wish.y(), LOWEST, Math.max(LOWEST, ceiling - CAMERA - 0.01)));
        if (allowed(start, t, around)) {
            if (start.y() < wish.y() - 0.005 && setMarkedHigh(k)) {
                notes.add(new Note(
                        k,
                        "camera.mark",
                        String.format(Locale.ROOT, "%.1f m high", start.y()),
                        "the ceiling is there",
                        true));
            }
            return start;
        }
        for (int ring = 1; ring * STEP <= REACH; ring++) {
            int steps = 8 * ring;
            for (int i = 0; i < steps; i++) {
                double a = 2 * StrictMath.PI * i / steps;
                Vec3 p = start.plus(new Vec3(StrictMath.sin(a), 0, StrictMath.cos(a)), STEP * ring);
                if (allowed(p, t, around)) {
                    notes.add(new Note(
                            k,
                            "camera.mark",
                            Aside.words(start, p),
                            "the camera's mark lies " + inWhat(start, t) + "; " + Aside.words(start, p) + " is free",
                            true));
                    return p;
                }
            }
        }
        Vec3 inside = within(start);
        notes.add(new Note(
                k,
                "camera.mark",
                Aside.words(start, inside),
                "the camera's mark lies " + inWhat(start, t) + "; " + Aside.words(start, inside) + " is inside",
                true));
        return inside;
    }

    private boolean setMarkedHigh(int k) {
        return shot.keyframes().get(k).camera().mark().flatMap(Mark::y).isPresent();
    }

    private boolean allowed(Vec3 p, double t, Surroundings around) {
        return around.allow(p) && setUps.clearOfPeople(p, t);
    }

    /// The nearest place of the room that is nearest.
    private Vec3 within(Vec3 p) {
        Vec3 best = p;
        double least = Double.POSITIVE_INFINITY;
        for (Box r : set.rooms()) {
            Box in = r.grownBy(-CAMERA - 0.01);
            Vec3 q = new Vec3(
                    Ease.clamp(p.x(), in.low().x(), in.high().x()),
                    Ease.clamp(p.y(), LOWEST, in.high().y()),
                    Ease.clamp(p.z(), in.low().z(), in.high().z()));
            if (q.distanceTo(p) < least) {
                least = q.distanceTo(p);
                best = q;
            }
        }
        return best;
    }

    private String inWhat(Vec3 p, double t) {
        if (!set.rooms().isEmpty()
                && set.rooms().stream().noneMatch(r -> r.grownBy(-CAMERA).contains(p))) {
            return set.rooms().stream().anyMatch(r -> r.contains(p)) ? "in a wall" : "outside of the set";
        }
        if (!setUps.clearOfPeople(p, t)) {
            return "too near to a face";
        }
        return set.things().stream()
                .filter(x -> x.bounds().grownBy(CAMERA).contains(p))
                .filter(x -> x.obstacle() || SetUps.likeAChair(x.bounds()))
                .map(x -> "in the " + x.noun())
                .findFirst()
                .orElse("in the furniture");
    }

    private void say(int k, Wanted wanted, View view, List<Landmarks> people, Surroundings around, List<Note> notes) {
        String lens = String.format(Locale.ROOT, "%.0f mm", view.focalLength());
        boolean person = !people.isEmpty() && one(wanted, people) && wanted.composition() != Composition.INSERT;
        ShotSize seen =
                person ? ShotMeasure.of(view, people.getFirst(), shot.aspect()).size() : wanted.size();
        if (person && seen != wanted.size()) {
            String why = wanted.lens().isPresent()
                    ? "the lens of " + lens + " is kept, and the mark is "
                    : lens + " is as far as the lens goes, and the mark is ";
            double away =
                    people.getFirst().eyes().minus(view.position()).withY(0).length();
            notes.add(new Note(
                    k, "camera.size", Names.words(seen), why + String.format(Locale.ROOT, "%.1f m away", away), true));
        } else if (wanted.lens().isEmpty() && wanted.composition() != Composition.PLACE) {
            notes.add(new Note(
                    k, "camera.lens", lens, "from the mark it gives the " + Names.words(wanted.size()), false));
        }
        if (people.stream().anyMatch(p -> !around.see(view.position(), p.eyes()))) {
            notes.add(new Note(k, "camera", "partly hidden", "something is between the mark and a face", true));
        }
    }
}
