package dev.beatboard.shot;

import java.util.List;
import java.util.Optional;

/// Marks of a shot file: `{x: 1.2, z: -0.5}`, of people with `facing`, of lens and lamps with `y`.
final class MarkReader {

    /// Of a performer.
    static final List<String> FLOOR = List.of("x", "z", "facing");
    /// Of the camera and the light.
    static final List<String> SPACE = List.of("x", "y", "z");

    private MarkReader() {}

    static Optional<Mark> read(Fields group, List<String> known) {
        return group.node("mark").flatMap(n -> read(n, group.path("mark"), known, group.problems()));
    }

    private static Optional<Mark> read(Node node, String path, List<String> known, Problems problems) {
        return Fields.of(node, path, known, problems).flatMap(f -> {
            for (String axis : List.of("x", "z")) {
                if (f.node(axis).isEmpty()) {
                    f.bad(
                            axis,
                            "It is missing.",
                            "A mark has x and z in meters, as the overhead view shows them.",
                            "Write {x: 1.2, z: -0.5}.");
                }
            }
            Optional<Double> x = f.number("x", -Mark.FARTHEST, Mark.FARTHEST, "m");
            Optional<Double> z = f.number("z", -Mark.FARTHEST, Mark.FARTHEST, "m");
            Optional<Double> y = known.contains("y") ? f.number("y", 0, Mark.HIGHEST, "m") : Optional.empty();
            Optional<Double> facing = known.contains("facing") ? f.number("facing", -360, 360, "") : Optional.empty();
            return x.flatMap(a -> z.map(b -> new Mark(a, y, b, facing)));
        });
    }
}
