package dev.beatboard.track;

import dev.beatboard.math.Vec3;
import java.util.Optional;

/// Where somebody looks.
///
/// @param from the midpoint of the eyes, world space
/// @param direction the mean of both eyes' axes, a unit vector
/// @param target what the gaze is on or on its way to; empty if that is only a direction, or
///     nothing in particular
public record Gaze(Vec3 from, Vec3 direction, Optional<Target> target) {

    /// What is looked at. `point` is in world space, meters.
    public sealed interface Target {

        Vec3 point();
    }

    /// The lens: eye contact with the audience.
    public record Lens(Vec3 point) implements Target {}

    /// The eyes of another performer.
    public record Performer(String name, Vec3 point) implements Target {}

    /// A thing of the set or a place in it.
    ///
    /// @param thing its plain noun; empty where no thing of the set is
    public record Place(Optional<String> thing, Vec3 point) implements Target {}
}
