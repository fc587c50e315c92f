package dev.beatboard.stage.camera;

import dev.beatboard.math.Box;
import dev.beatboard.math.Vec3;
import java.util.List;
import java.util.Optional;

/// What limits the place of the lens.
///
/// @param rooms free spaces; the lens stands inside one of them. Empty: open country
/// @param obstacles solids that neither hold the lens nor stand before the subject
/// @param line the line of action, if there is one yet
public record Surroundings(List<Box> rooms, List<Box> obstacles, Visibility visibility, Optional<LineOfAction> line) {

    /// Nothing in the way.
    public static final Surroundings OPEN =
            new Surroundings(List.of(), List.of(), (from, to) -> true, Optional.empty());

    public Surroundings {
        rooms = List.copyOf(rooms);
        obstacles = List.copyOf(obstacles);
    }

    /// Half of a camera body: closer to a wall no operator can stand.
    private static final double WALL_MARGIN = 0.25;

    /// Whether a lens may be at this place.
    public boolean allow(Vec3 p) {
        for (Box solid : obstacles) {
            if (solid.grownBy(WALL_MARGIN).contains(p)) {
                return false;
            }
        }
        return line.map(l -> l.keeps(p)).orElse(true)
                && (rooms.isEmpty()
                        || rooms.stream()
                                .anyMatch(room -> room.grownBy(-WALL_MARGIN).contains(p)));
    }

    /// Whether a point is seen from a place, with neither a solid nor a person between.
    public boolean see(Vec3 from, Vec3 to) {
        return visibility.clear(from, to) && obstacles.stream().noneMatch(solid -> solid.meets(from, to));
    }

    /// The same place without the line of action.
    public Surroundings withoutLine() {
        return new Surroundings(rooms, obstacles, visibility, Optional.empty());
    }
}
