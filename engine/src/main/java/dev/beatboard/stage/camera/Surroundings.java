package dev.beatboard.stage.camera;

import dev.beatboard.math.Box;
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
}
