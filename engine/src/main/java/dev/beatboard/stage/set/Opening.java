package dev.beatboard.stage.set;

import dev.beatboard.math.Vec3;
import java.util.Locale;
import java.util.Optional;

/// A hole in a wall and what is in it. `from` and `to` are meters along the wall from its left end as seen from inside,
/// `sill` and `head` heights above the floor.
record Opening(double from, double to, double sill, double head, Filling filling) {

    enum Filling {
        /// Frame, glass and a source of sky light.
        WINDOW,
        /// A closed leaf in a frame.
        DOOR,
        /// A leaf of glass in a metal frame.
        GLASS_DOOR,
        /// A lined passage.
        PASSAGE
    }

    static Opening window(double from, double to) {
        return new Opening(from, to, 0.85, 2.35, Filling.WINDOW);
    }

    static Opening window(double from, double to, double sill, double head) {
        return new Opening(from, to, sill, head, Filling.WINDOW);
    }

    static Opening door(double from) {
        return new Opening(from, from + 0.96, 0, 2.12, Filling.DOOR);
    }

    static Opening passage(double from, double to) {
        return new Opening(from, to, 0, 2.3, Filling.PASSAGE);
    }

    double middle() {
        return (from + to) / 2;
    }

    /// This hole of a wall on the plan of the set. Doors have their handle at the right and open
    /// into the room, to whose side of the wall the leaf lies nearer.
    FilmSet.Hole in(Placing wall) {
        return new FilmSet.Hole(
                filling.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                wall.point(from, 0, 0),
                wall.point(to, 0, 0),
                sill,
                head,
                filling == Filling.DOOR ? Optional.of(wall.direction(Vec3.Z)) : Optional.empty());
    }

    double width() {
        return to - from;
    }
}
