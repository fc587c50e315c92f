package dev.beatboard.stage;

import dev.beatboard.math.Vec3;
import dev.beatboard.shot.Mark;
import dev.beatboard.shot.PerformerDirection;
import dev.beatboard.shot.Shot;
import dev.beatboard.stage.set.FilmSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The marks that fields of the keyframes put performers on, where somebody can be on them.
final class MarkedPlaces {

    /// A seat whose middle is nearer to a mark than this is meant by it, meters.
    private static final double ON_SEAT = 0.6;

    private final Shot shot;
    private final FilmSet set;
    private final Ground ground;
    private final List<Note> notes;
    private final Map<Key, Due> known = new HashMap<>();

    private record Key(int keyframe, int actor) {}

    /// Where somebody has to be, and when.
    ///
    /// @param wish where the mark is
    /// @param place where it is staged
    /// @param facing radians about y, 0 facing +z
    record Due(int keyframe, double seconds, Vec3 wish, Vec3 place, Optional<Double> facing) {}

    MarkedPlaces(Shot shot, FilmSet set, Ground ground, List<Note> notes) {
        this.shot = shot;
        this.set = set;
        this.ground = ground;
        this.notes = notes;
    }

    /// The mark of a performer at a keyframe, as the field has it.
    Optional<Mark> field(int keyframe, int actor) {
        return direction(keyframe, actor).flatMap(PerformerDirection::mark);
    }

    /// The mark for somebody who stands on it.
    ///
    /// @param taken where others are
    Optional<Due> at(int keyframe, int actor, List<Vec3> taken) {
        return field(keyframe, actor)
                .map(m -> known.computeIfAbsent(new Key(keyframe, actor), x -> due(keyframe, actor, m, taken)));
    }

    /// The next mark that a walk ordered at keyframe `k` can end on: before it, nothing else is told to the legs.
    Optional<Due> next(int k, int actor, List<Vec3> taken) {
        for (int m = k + 1; m < shot.keyframes().size(); m++) {
            if (field(m, actor).isPresent()) {
                return at(m, actor, taken);
            }
            if (direction(m, actor).filter(MarkedPlaces::tellsLegs).isPresent()) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /// Whether it is on one of the marks that somebody walks.
    static boolean tellsLegs(PerformerDirection d) {
        return d.posture().isPresent()
                || d.actions().stream().anyMatch(a -> switch (a.kind()) {
                    case STOP, WALK, RUN, TURN, SIT_DOWN, STAND_UP, APPROACH, ENTER, EXIT, STEP_BACK, WAIT -> true;
                    default -> false;
                });
    }

    /// The free seat that a mark means, if it is on one.
    Optional<FilmSet.Seat> seat(Mark mark, List<FilmSet.Seat> free) {
        Vec3 wish = new Vec3(mark.x(), 0, mark.z());
        return free.stream()
                .filter(s -> s.hip().withY(0).distanceTo(wish) < ON_SEAT)
                .min((a, b) -> Double.compare(
                        a.hip().withY(0).distanceTo(wish), b.hip().withY(0).distanceTo(wish)));
    }

    /// The free seat nearest to a mark, with a note if that is not on it.
    Optional<FilmSet.Seat> nearestSeat(int keyframe, int actor, Mark mark, List<FilmSet.Seat> free) {
        Optional<FilmSet.Seat> on = seat(mark, free);
        if (on.isPresent()) {
            return on;
        }
        Vec3 wish = new Vec3(mark.x(), 0, mark.z());
        Optional<FilmSet.Seat> nearest = free.stream()
                .min((a, b) -> Double.compare(
                        a.hip().withY(0).distanceTo(wish), b.hip().withY(0).distanceTo(wish)));
        nearest.ifPresent(s -> {
            String away = Aside.words(wish, s.hip());
            warn(keyframe, actor, away, "no free seat is at " + name(actor) + "'s mark; the nearest is " + away);
        });
        return nearest;
    }

    private Due due(int keyframe, int actor, Mark mark, List<Vec3> taken) {
        Vec3 wish = new Vec3(mark.x(), 0, mark.z());
        Vec3 place = ground.nearestStanding(wish, taken);
        double off = place.distanceTo(wish);
        if (off > 1e-6) {
            String where = Aside.words(wish, place);
            warn(
                    keyframe,
                    actor,
                    where,
                    name(actor) + "'s mark lies " + ground.inWhat(wish) + "; " + where + " is free");
        } else if (!ground.standing(wish)) {
            warn(keyframe, actor, "all the same", name(actor) + "'s mark lies " + ground.inWhat(wish));
        }
        double seconds =
                keyframe == 0 ? 0 : shot.frameOf(keyframe) * shot.rate().frameSeconds();
        return new Due(keyframe, seconds, wish, place, mark.facing().map(StrictMath::toRadians));
    }

    private void warn(int keyframe, int actor, String value, String reason) {
        notes.add(new Note(keyframe, name(actor) + ".mark", value, reason, true));
    }

    private Optional<PerformerDirection> direction(int keyframe, int actor) {
        return shot.keyframes().get(keyframe).cast().stream()
                .filter(d -> d.name().equals(name(actor)))
                .findFirst();
    }

    private String name(int actor) {
        return shot.cast().get(actor).name();
    }

    List<FilmSet.Seat> seats() {
        return set.seats();
    }
}
