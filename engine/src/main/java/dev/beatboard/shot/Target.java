package dev.beatboard.shot;

/// What an action, a gaze or a framing is about.
public sealed interface Target {

    /// Whether this is the lens, by either of its names.
    default boolean isLens() {
        return this instanceof Camera || this instanceof Toward w && w.direction() == Direction.CAMERA;
    }

    /// The lens.
    record Camera() implements Target {}

    /// A performer of the cast, by name.
    record Person(String name) implements Target {}

    /// A thing of the set, by its noun: window, door, table, laptop, coffee machine.
    record Thing(String noun) implements Target {}

    /// A direction; of the picture unless `own`, then of the body.
    record Toward(Direction direction, boolean own) implements Target {}

    /// Everybody, or a group that the words name.
    record Everyone() implements Target {}
}
