package dev.beatboard.stage.set;

import dev.beatboard.math.Box;
import dev.beatboard.math.Vec3;
import dev.beatboard.scene.Emitter;
import dev.beatboard.scene.Shape;
import dev.beatboard.scene.Sky;
import dev.beatboard.shot.SetKind;
import java.util.List;
import java.util.Optional;

/// A built set: what stands still, where people can be, and the lamps that belong to it.
///
/// The floor is y = 0. The **acting area** is where performers stand unless told otherwise; the main direction of view
/// is toward -z: an audience's camera stands at larger z and looks to smaller z, so the picture's left is -x.
///
/// @param shapes everything fixed, world space; their object numbers count from 1 within [#things]
/// @param things the named things of the set, in the order of their object numbers (number 1 is the first)
/// @param lamps what can shine in the set: panels, lamps, windows, by light group; the light plan decides which are on
/// @param sky what is seen and shines from outside
/// @param rooms the free volumes that a lens may be in
/// @param walls the inner faces of what closes the rooms off, for plans; open country has none
public record FilmSet(
        SetKind kind,
        List<Shape> shapes,
        List<Thing> things,
        List<Emitter> lamps,
        Sky sky,
        List<Box> rooms,
        Box actingArea,
        List<Seat> seats,
        List<Path> paths,
        List<Wall> walls,
        List<String> credits) {

    public FilmSet {
        shapes = List.copyOf(shapes);
        things = List.copyOf(things);
        lamps = List.copyOf(lamps);
        rooms = List.copyOf(rooms);
        seats = List.copyOf(seats);
        paths = List.copyOf(paths);
        walls = List.copyOf(walls);
        credits = List.copyOf(credits);
    }

    /// Something in the set that has a name and can be looked at, framed or used.
    ///
    /// @param noun the plain noun: `table`, `window`, `coffee machine`
    /// @param obstacle whether people have to walk round it
    public record Thing(String noun, Box bounds, boolean obstacle) {}

    /// A place to sit: `hip` is the middle of the seat's surface, `facing` a horizontal unit vector, `height` the
    /// surface above the floor.
    ///
    /// @param hard whether the seat does not give
    public record Seat(Vec3 hip, Vec3 facing, double height, boolean hard) {}

    /// The inner face of a wall on the floor, from its left end to its right as seen from inside.
    public record Wall(Vec3 from, Vec3 to, List<Hole> holes) {

        public Wall {
            holes = List.copyOf(holes);
        }
    }

    /// A hole in a wall and what fills it.
    ///
    /// @param kind `window`, `door`, `glass door`, `passage`
    /// @param from its left end on the floor, as seen from inside; a door's hinges are there
    /// @param sill height of its lower edge, meters
    /// @param head height of its upper edge
    /// @param swing the horizontal way in which a leaf opens, for doors that have one
    public record Hole(String kind, Vec3 from, Vec3 to, double sill, double head, Optional<Vec3> swing) {}

    /// A straight way that is free for walking, from far to near (toward the audience).
    public record Path(Vec3 from, Vec3 to) {}
}
