package dev.beatboard.shot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The camera of a keyframe, as fields.
final class CameraReader {

    static final List<String> FIELDS = List.of(
            "size",
            "composition",
            "subjects",
            "foreground",
            "angle",
            "side",
            "lens",
            "f-number",
            "dutch",
            "support",
            "move",
            "mark");
    static final List<String> MOVE = List.of("kind", "pace", "degrees");

    private final TargetReader targets;
    private final Problems problems;

    CameraReader(TargetReader targets, Problems problems) {
        this.targets = targets;
        this.problems = problems;
    }

    /// `camera: close-up` is short for `camera: {size: close-up}`.
    CameraDirection read(Optional<Node> node, String path, Transition transition) {
        CameraDirection none = CameraDirection.NONE;
        if (node.isEmpty()) {
            return with(none, transition);
        }
        if (node.get() instanceof Node.Scalar s) {
            Optional<ShotSize> size = Fields.one(s, path, ShotSize.class, problems);
            return new CameraDirection(
                    size,
                    none.composition(),
                    none.subjects(),
                    none.foreground(),
                    none.angle(),
                    none.side(),
                    none.lens(),
                    none.fNumber(),
                    false,
                    none.support(),
                    none.move(),
                    transition);
        }
        return Fields.of(node.get(), path, FIELDS, problems)
                .map(f -> read(f, transition))
                .orElse(with(none, transition));
    }

    private CameraDirection read(Fields f, Transition transition) {
        List<Target> subjects = new ArrayList<>();
        if (f.node("subjects").filter(Node.Scalar.class::isInstance).isPresent()) {
            f.node("subjects").flatMap(n -> targets.read(n, f.path("subjects"))).ifPresent(subjects::add);
        } else {
            for (Fields.Item item : f.items("subjects")) {
                targets.read(item.node(), item.path()).ifPresent(subjects::add);
            }
        }
        return new CameraDirection(
                f.one("size", ShotSize.class),
                f.one("composition", Composition.class),
                subjects,
                f.name("foreground").filter(n -> targets.known(n, f, "foreground")),
                f.one("angle", CameraAngle.class),
                f.one("side", CameraSide.class),
                f.number("lens", 8, 600, "mm"),
                f.number("f-number", 0.7, 64, ""),
                f.flag("dutch"),
                f.one("support", CameraSupport.class),
                f.node("move").flatMap(n -> move(n, f.path("move"))),
                transition,
                MarkReader.read(f, MarkReader.SPACE));
    }

    private Optional<CameraDirection.Move> move(Node node, String path) {
        if (node instanceof Node.Scalar s) {
            return Fields.one(s, path, CameraMoveKind.class, problems)
                    .map(k -> new CameraDirection.Move(k, Pace.NATURAL, Optional.empty()));
        }
        return Fields.of(node, path, MOVE, problems).flatMap(f -> {
            if (!f.has("kind")) {
                f.bad(
                        "kind",
                        "It is missing.",
                        "Known: " + String.join(", ", Names.of(CameraMoveKind.class)) + ".",
                        "");
            }
            return f.one("kind", CameraMoveKind.class)
                    .map(k -> new CameraDirection.Move(
                            k, f.one("pace", Pace.class).orElse(Pace.NATURAL), f.number("degrees", 0, 3600, "")));
        });
    }

    private static CameraDirection with(CameraDirection c, Transition transition) {
        return new CameraDirection(
                c.size(),
                c.composition(),
                c.subjects(),
                c.foreground(),
                c.angle(),
                c.side(),
                c.lens(),
                c.fNumber(),
                c.dutch(),
                c.support(),
                c.move(),
                transition,
                c.mark());
    }
}
