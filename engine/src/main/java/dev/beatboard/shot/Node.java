package dev.beatboard.shot;

import java.util.List;

/// A value of a shot file with the place where it stands. YAML and JSON look the same from here on.
sealed interface Node {

    Place place();

    /// Counted from 1.
    record Place(int line, int column) {}

    /// A single value as its text, whatever it was taken for by YAML.
    record Scalar(String text, Place place) implements Node {}

    /// No value at all.
    record Empty(Place place) implements Node {}

    record Sequence(List<Node> items, Place place) implements Node {}

    record Mapping(List<Entry> entries, Place place) implements Node {}

    record Entry(String name, Place place, Node value) {}

    /// What it is, for a message.
    default String kind() {
        return switch (this) {
            case Scalar s -> "a single value";
            case Empty e -> "nothing";
            case Sequence s -> "a list";
            case Mapping m -> "a group of fields";
        };
    }
}
