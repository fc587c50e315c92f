package dev.beatboard.stage;

import dev.beatboard.math.Vec3;
import dev.beatboard.shot.ActionKind;
import dev.beatboard.shot.Direction;
import dev.beatboard.shot.Keyframe;
import dev.beatboard.shot.Performer;
import dev.beatboard.shot.PerformerDirection;
import dev.beatboard.shot.PerformerDirection.Relation;
import dev.beatboard.shot.Posture;
import dev.beatboard.shot.Shot;
import dev.beatboard.shot.Target;
import dev.beatboard.stage.set.FilmSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Where everybody is when the clip opens: on a seat, at a thing, or on a mark in the acting area, open toward the
/// lens.
final class Marks {

    /// Between neighbors who stand side by side, meters.
    private static final double SPACING = 0.95;
    /// Between two who talk to each other.
    private static final double CONVERSATION = 1.25;
    /// How far partners in a conversation turn from the lens toward each other.
    private static final double OPEN_TURN = StrictMath.toRadians(58);

    /// @param seat present if the performer sits
    record Mark(Vec3 place, double heading, Optional<FilmSet.Seat> seat) {}

    private final Shot shot;
    private final FilmSet set;
    private final Ground ground;
    private final MarkedPlaces fields;
    private final List<Note> notes;
    private final List<FilmSet.Seat> freeSeats;

    Marks(Shot shot, FilmSet set, Ground ground, MarkedPlaces fields, List<Note> notes) {
        this.shot = shot;
        this.set = set;
        this.ground = ground;
        this.fields = fields;
        this.notes = notes;
        this.freeSeats = new ArrayList<>(set.seats());
    }

    /// Seats nobody has taken.
    List<FilmSet.Seat> freeSeats() {
        return freeSeats;
    }

    /// One mark per performer, in the order of the cast.
    List<Mark> opening() {
        Mark[] marks = new Mark[shot.cast().size()];
        List<Integer> sitting = new ArrayList<>();
        List<Integer> standing = new ArrayList<>();
        for (int i = 0; i < marks.length; i++) {
            (sitsAtFirst(i) ? sitting : standing).add(i);
        }
        sitting.sort(Comparator.comparingInt(this::wishedSide));
        standing.sort(Comparator.comparingInt(this::wishedSide));
        seat(sitting, standing, marks);
        stand(standing, marks);
        for (int i = 0; i < marks.length; i++) {
            if (fields.field(0, i).isPresent()) {
                onField(i, fields.field(0, i).get(), marks);
            }
        }
        return List.of(marks);
    }

    /// Takes the place that a field of the first keyframe gives, turned as without it unless it says otherwise. Who
    /// sits there without a field goes to the seat that becomes free.
    private void onField(int performer, dev.beatboard.shot.Mark field, Mark[] marks) {
        Mark usual = marks[performer];
        if (usual.seat().isPresent()) {
            FilmSet.Seat own = usual.seat().get();
            List<FilmSet.Seat> choice = new ArrayList<>(freeSeats);
            choice.add(own);
            for (int i = 0; i < marks.length; i++) {
                if (i > performer || fields.field(0, i).isEmpty()) {
                    marks[i].seat().ifPresent(choice::add);
                }
            }
            FilmSet.Seat s = fields.nearestSeat(0, performer, field, choice).orElse(own);
            for (int i = 0; i < marks.length; i++) {
                marks[i] = marks[i].seat().filter(s::equals).isPresent() ? sitting(own) : marks[i];
            }
            if (freeSeats.remove(s)) {
                freeSeats.add(own);
            }
            marks[performer] = sitting(s);
            return;
        }
        List<Vec3> taken = new ArrayList<>();
        for (int i = 0; i < marks.length; i++) {
            if (i != performer && (i < performer || fields.field(0, i).isEmpty())) {
                taken.add(marks[i].place());
            }
        }
        MarkedPlaces.Due due = fields.at(0, performer, taken).orElseThrow();
        marks[performer] = new Mark(due.place(), due.facing().orElse(usual.heading()), Optional.empty());
    }

    private static Mark sitting(FilmSet.Seat s) {
        return new Mark(
                s.hip().withY(0), StrictMath.atan2(s.facing().x(), s.facing().z()), Optional.of(s));
    }

    private boolean sitsAtFirst(int performer) {
        for (Keyframe k : shot.keyframes()) {
            for (PerformerDirection d : k.cast()) {
                if (!d.name().equals(shot.cast().get(performer).name())) {
                    continue;
                }
                for (var a : d.actions()) {
                    switch (a.kind()) {
                        case SIT_DOWN, WALK, RUN, ENTER, APPROACH -> {
                            return false;
                        }
                        case STAND_UP, CROSS_LEGS -> {
                            return true;
                        }
                        default -> {}
                    }
                }
                if (d.posture().isPresent()) {
                    return d.posture().get() == Posture.SITTING;
                }
                if (d.place().map(p -> seated(p)).orElse(false)) {
                    return true;
                }
            }
        }
        return false;
    }

    /// "At the table" in a set with chairs round it means sitting there.
    private boolean seated(PerformerDirection.Place place) {
        return place.target() instanceof Target.Thing t
                && (place.relation() == Relation.ON || place.relation() == Relation.AT)
                && switch (t.noun()) {
                    case "chair", "sofa", "couch", "armchair", "bench", "stool", "table", "desk" ->
                        !set.seats().isEmpty();
                    default -> false;
                };
    }

    private Optional<PerformerDirection.Place> wishedPlace(int performer) {
        String name = shot.cast().get(performer).name();
        return shot.keyframes().stream()
                .flatMap(k -> k.cast().stream())
                .filter(d -> d.name().equals(name))
                .flatMap(d -> d.place().stream())
                .findFirst();
    }

    /// -1 for the picture's left, 1 for its right, 0 if nobody said.
    private int wishedSide(int performer) {
        return wishedPlace(performer)
                .map(p -> p.target() instanceof Target.Toward t ? t.direction() : Direction.FORWARD)
                .map(d -> d == Direction.LEFT ? -1 : d == Direction.RIGHT ? 1 : 0)
                .orElse(0);
    }

    private void seat(List<Integer> sitting, List<Integer> standing, Mark[] marks) {
        int n = sitting.size();
        if (n == 0) {
            return;
        }
        List<FilmSet.Seat> chosen = n == 2 ? facingPair().orElseGet(() -> openSeats(2)) : openSeats(n);
        for (int i = 0; i < n; i++) {
            int performer = sitting.get(i);
            if (i < chosen.size()) {
                FilmSet.Seat s = chosen.get(i);
                freeSeats.remove(s);
                marks[performer] = sitting(s);
            } else {
                notes.add(new Note(
                        -1,
                        "seat",
                        name(performer) + " stands",
                        "the set has " + set.seats().size() + " seats",
                        true));
                standing.add(performer);
            }
        }
    }

    /// Seats for a group: those that do not turn their back to the lens first, of those that do the outer ones, which
    /// leave the view free; answered from left to right.
    private List<FilmSet.Seat> openSeats(int n) {
        Vec3 middle = set.actingArea().center();
        return freeSeats.stream()
                .sorted(Comparator.<FilmSet.Seat>comparingDouble(s ->
                        Math.max(0, -s.facing().z())
                                        * (4 - 0.6 * StrictMath.abs(s.hip().x() - middle.x()))
                                + 0.3 * s.hip().withY(0).distanceTo(middle.withY(0))))
                .limit(n)
                .sorted(Comparator.<FilmSet.Seat>comparingDouble(s -> s.hip().x())
                        .thenComparingDouble(s -> s.hip().z()))
                .toList();
    }

    /// Two seats that face each other across the picture, left one first.
    private Optional<List<FilmSet.Seat>> facingPair() {
        FilmSet.Seat bestA = null;
        FilmSet.Seat bestB = null;
        double best = Double.POSITIVE_INFINITY;
        for (FilmSet.Seat a : freeSeats) {
            for (FilmSet.Seat b : freeSeats) {
                Vec3 between = b.hip().minus(a.hip()).withY(0);
                double d = between.length();
                if (a.hip().x() >= b.hip().x() || d < 0.8 || d > 2.6) {
                    continue;
                }
                Vec3 u = between.times(1 / d);
                double cost = 3 * (1 - a.facing().dot(u))
                        + 3 * (1 + b.facing().dot(u))
                        + StrictMath.abs(u.z())
                        + 0.2
                                * a.hip()
                                        .lerp(b.hip(), 0.5)
                                        .withY(0)
                                        .distanceTo(set.actingArea().center().withY(0));
                if (cost < best) {
                    best = cost;
                    bestA = a;
                    bestB = b;
                }
            }
        }
        return bestA == null || bestB == null || best > 3 ? Optional.empty() : Optional.of(List.of(bestA, bestB));
    }

    private void stand(List<Integer> standing, Mark[] marks) {
        List<Vec3> taken = new ArrayList<>();
        for (Mark m : marks) {
            if (m != null) {
                taken.add(m.place());
            }
        }
        List<Integer> inLine = new ArrayList<>();
        for (int performer : standing) {
            Optional<FilmSet.Thing> thing = wishedPlace(performer)
                    .filter(p -> p.target() instanceof Target.Thing)
                    .flatMap(p -> ground.thing(
                            ((Target.Thing) p.target()).noun(), set.actingArea().center()));
            if (thing.isPresent()) {
                Vec3 place = ground.before(thing.get(), taken);
                taken.add(place);
                marks[performer] = new Mark(place, 0, Optional.empty());
            } else {
                inLine.add(performer);
            }
        }
        line(inLine, taken, marks);
    }

    /// Side by side in the acting area, the middle a little back so that everybody is open toward the lens.
    private void line(List<Integer> people, List<Vec3> taken, Mark[] marks) {
        int n = people.size();
        boolean conversation = n == 2 && marks.length == 2 && talkToEachOther();
        double spacing = conversation ? CONVERSATION : SPACING;
        Vec3 middle = set.actingArea().center().withY(0);
        for (int i = 0; i < n; i++) {
            double x = (i - (n - 1) / 2.0) * spacing;
            Vec3 wish = middle.plus(new Vec3(x, 0, n > 2 ? 0.12 * x * x : 0));
            if (n == 1 && marks.length == 1) {
                wish = middle.plus(new Vec3(wishedSide(people.get(i)) * 0.9, 0, 0));
            }
            Vec3 place = ground.nearestFree(wish, taken);
            taken.add(place);
            double heading = conversation ? (i == 0 ? OPEN_TURN : -OPEN_TURN) : n > 1 ? -StrictMath.atan2(x, 4.5) : 0;
            marks[people.get(i)] = new Mark(place, heading, Optional.empty());
        }
    }

    private boolean talkToEachOther() {
        return shot.keyframes().stream()
                .flatMap(k -> k.cast().stream())
                .anyMatch(d -> d.gaze().filter(Target.Person.class::isInstance).isPresent()
                        || d.actions().stream()
                                .anyMatch(a -> a.kind() == ActionKind.LISTEN
                                        || a.kind() == ActionKind.TALK
                                                && !(a.target().orElse(null) instanceof Target.Camera)));
    }

    private String name(int performer) {
        Performer p = shot.cast().get(performer);
        return p.name();
    }
}
