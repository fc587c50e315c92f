package dev.beatboard.stage;

import dev.beatboard.math.Box;
import dev.beatboard.math.Ease;
import dev.beatboard.math.Vec3;
import dev.beatboard.stage.set.FilmSet;
import java.util.List;
import java.util.Optional;

/// The floor plan: where on the set's floor a person can stand.
final class Ground {

    /// Half the width a standing person needs, meters.
    private static final double ELBOW_ROOM = 0.35;
    /// Beside a chair, which people brush past.
    private static final double BESIDE_CHAIRS = 0.22;

    private static final double BROADEST_CHAIR = 1.3;
    /// Nearer than this nobody is put to another on a mark.
    private static final double CLOSE = 0.45;
    /// How far round a mark a free place is looked for, meters.
    private static final double SEARCHED = 4;

    private static final double SEARCH_STEP = 0.1;
    /// What lies so far outside of a room is still its wall.
    private static final double WALL = 0.3;

    private final FilmSet set;

    Ground(FilmSet set) {
        this.set = set;
    }

    /// Headings are radians about y, 0 facing +z, positive to the performer's left, which is +x.
    static double heading(Vec3 from, Vec3 to) {
        return StrictMath.atan2(to.x() - from.x(), to.z() - from.z());
    }

    static Vec3 forward(double heading) {
        return new Vec3(StrictMath.sin(heading), 0, StrictMath.cos(heading));
    }

    static Vec3 left(double heading) {
        return new Vec3(StrictMath.cos(heading), 0, -StrictMath.sin(heading));
    }

    /// The difference of two headings within plus or minus pi.
    static double turn(double from, double to) {
        double d = to - from;
        double full = 2 * StrictMath.PI;
        return d - full * Math.floor((d + StrictMath.PI) / full);
    }

    boolean free(Vec3 p) {
        return set.rooms().stream().anyMatch(r -> inside(r, p))
                && set.things().stream()
                        .filter(FilmSet.Thing::obstacle)
                        .noneMatch(t -> over(t.bounds(), p, ELBOW_ROOM));
    }

    /// The free floor point nearest to `wish`, looked for in rings around it; `wish` itself if there is none within 3
    /// m.
    Vec3 nearestFree(Vec3 wish, List<Vec3> taken) {
        for (int ring = 0; ring <= 20; ring++) {
            int steps = ring == 0 ? 1 : 8 * ring;
            for (int i = 0; i < steps; i++) {
                double a = 2 * StrictMath.PI * i / steps;
                Vec3 p = wish.plus(new Vec3(StrictMath.sin(a), 0, StrictMath.cos(a)), 0.15 * ring);
                if (free(p) && taken.stream().allMatch(t -> t.distanceTo(p) > 2 * ELBOW_ROOM)) {
                    return p;
                }
            }
        }
        return wish;
    }

    /// Whether somebody can stand there: neither in furniture nor in a chair.
    boolean standing(Vec3 p) {
        return free(p)
                && set.things().stream().filter(Ground::likeAChair).noneMatch(t -> over(t.bounds(), p, BESIDE_CHAIRS));
    }

    /// The place nearest to `wish` where somebody can stand beside those who are there.
    Vec3 nearestStanding(Vec3 wish, List<Vec3> taken) {
        for (int ring = 0; ring * SEARCH_STEP <= SEARCHED; ring++) {
            int steps = ring == 0 ? 1 : 8 * ring;
            for (int i = 0; i < steps; i++) {
                double a = 2 * StrictMath.PI * i / steps;
                Vec3 p = wish.plus(new Vec3(StrictMath.sin(a), 0, StrictMath.cos(a)), SEARCH_STEP * ring);
                if (standing(p) && taken.stream().allMatch(t -> t.distanceTo(p) > CLOSE)) {
                    return p;
                }
            }
        }
        Vec3 inside = set.rooms().stream()
                .map(r -> new Vec3(
                        Ease.clamp(
                                wish.x(),
                                r.low().x() + ELBOW_ROOM + 0.01,
                                r.high().x() - ELBOW_ROOM - 0.01),
                        0,
                        Ease.clamp(
                                wish.z(),
                                r.low().z() + ELBOW_ROOM + 0.01,
                                r.high().z() - ELBOW_ROOM - 0.01)))
                .min((a, b) -> Double.compare(a.distanceTo(wish), b.distanceTo(wish)))
                .orElse(wish);
        return inside.equals(wish) ? wish : nearestFree(inside, taken);
    }

    /// In what somebody would stand at a place where nobody can.
    String inWhat(Vec3 p) {
        Optional<String> thing = set.things().stream()
                .filter(t -> t.obstacle() && over(t.bounds(), p, ELBOW_ROOM)
                        || likeAChair(t) && over(t.bounds(), p, BESIDE_CHAIRS))
                .min((a, b) -> Double.compare(
                        a.bounds().center().withY(0).distanceTo(p),
                        b.bounds().center().withY(0).distanceTo(p)))
                .map(t -> "in the " + t.noun());
        if (thing.isPresent()) {
            return thing.get();
        }
        if (set.rooms().stream().anyMatch(r -> inside(r, p))) {
            return "where somebody else is";
        }
        boolean near = set.rooms().stream()
                .anyMatch(r -> contains(
                        new Box(r.low().minus(new Vec3(WALL, 0, WALL)), r.high().plus(new Vec3(WALL, 0, WALL))), p));
        return near ? "in a wall" : "outside of the set";
    }

    /// Whether a thing lets people by, but nobody stands in it: chairs, stools, small tables.
    static boolean likeAChair(FilmSet.Thing t) {
        Box b = t.bounds();
        return !t.obstacle()
                && b.low().y() < 0.1
                && b.high().y() > 0.3
                && b.high().y() < 1.6
                && Math.max(b.size().x(), b.size().z()) < BROADEST_CHAIR;
    }

    /// The thing of that noun nearest to a point, by whole noun or by its last word.
    Optional<FilmSet.Thing> thing(String noun, Vec3 near) {
        return set.things().stream()
                .filter(t -> t.noun().equals(noun) || t.noun().endsWith(" " + noun) || noun.endsWith(" " + t.noun()))
                .min((a, b) -> Double.compare(
                        a.bounds().center().distanceTo(near),
                        b.bounds().center().distanceTo(near)));
    }

    /// A floor point from which a thing can be used: before the side that faces the acting area's middle.
    Vec3 before(FilmSet.Thing thing, List<Vec3> taken) {
        Box b = thing.bounds();
        Vec3 c = b.center().withY(0);
        Vec3 toward = set.actingArea().center().withY(0).minus(c);
        boolean sideways = StrictMath.abs(toward.x()) * b.size().z()
                > StrictMath.abs(toward.z()) * b.size().x();
        Vec3 step = sideways
                ? new Vec3(Math.copySign(b.size().x() / 2 + 0.55, toward.x()), 0, 0)
                : new Vec3(0, 0, Math.copySign(b.size().z() / 2 + 0.55, toward.z()));
        return nearestFree(c.plus(step), taken);
    }

    /// A way on the floor between two points that goes round what stands in between: straight if it is free, else by
    /// the
    /// corner of the obstacle that makes the shortest detour.
    List<Vec3> way(Vec3 from, Vec3 to) {
        Vec3 lift = new Vec3(0, 0.5, 0);
        for (FilmSet.Thing t : set.things()) {
            if (!t.obstacle() || t.bounds().low().y() > 1.2) {
                continue;
            }
            Box b = wide(t.bounds());
            if (contains(b, from) || contains(b, to) || !b.meets(from.plus(lift), to.plus(lift))) {
                continue;
            }
            Vec3 best = null;
            for (int corner = 0; corner < 4; corner++) {
                Vec3 c = new Vec3(
                        (corner & 1) == 0 ? b.low().x() - 0.05 : b.high().x() + 0.05,
                        0,
                        (corner & 2) == 0 ? b.low().z() - 0.05 : b.high().z() + 0.05);
                if (free(c)
                        && !b.meets(from.plus(lift), c.plus(lift))
                        && (best == null || length(from, c, to) < length(from, best, to))) {
                    best = c;
                }
            }
            if (best != null) {
                return List.of(from, best, to);
            }
        }
        return List.of(from, to);
    }

    private static double length(Vec3 a, Vec3 b, Vec3 c) {
        return a.distanceTo(b) + b.distanceTo(c);
    }

    private static Box wide(Box b) {
        Vec3 m = new Vec3(ELBOW_ROOM, 0, ELBOW_ROOM);
        return new Box(b.low().withY(0).minus(m), b.high().withY(2).plus(m));
    }

    private static boolean contains(Box b, Vec3 p) {
        return p.x() >= b.low().x()
                && p.x() <= b.high().x()
                && p.z() >= b.low().z()
                && p.z() <= b.high().z();
    }

    private static boolean inside(Box room, Vec3 p) {
        return p.x() > room.low().x() + ELBOW_ROOM
                && p.x() < room.high().x() - ELBOW_ROOM
                && p.z() > room.low().z() + ELBOW_ROOM
                && p.z() < room.high().z() - ELBOW_ROOM;
    }

    static boolean over(Box b, Vec3 p, double margin) {
        return b.low().y() < 1.6
                && p.x() > b.low().x() - margin
                && p.x() < b.high().x() + margin
                && p.z() > b.low().z() - margin
                && p.z() < b.high().z() + margin;
    }
}
