package dev.beatboard.shot;

import dev.beatboard.time.Time;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One keyframe of a shot file: words, fields, or both.
final class KeyframeReader {

    static final List<String> FIELDS =
            List.of("at", "prompt", "camera", "cast", "light", "set", "image", "anchor", "transition", "ease");
    static final List<String> LIGHT = List.of("lighting", "from", "kelvin", "level", "mark");
    static final List<String> CAST = List.of("name", "posture", "place", "gaze", "expression", "mark", "actions");
    static final List<String> PLACE = List.of("relation", "target");
    static final List<String> ACTION = List.of("kind", "side", "target", "pace", "anchor", "line", "starting", "then");

    static final int LONGEST_PROMPT = 4000;

    private static final int LONGEST_LINE = 500;
    private static final int MOST_ACTIONS = 16;

    private final List<String> castNames;
    private final TargetReader targets;
    private final CameraReader cameras;
    private final ReferenceImages images;
    private final Problems problems;

    KeyframeReader(List<String> castNames, ReferenceImages images, Problems problems) {
        this.castNames = castNames;
        this.targets = new TargetReader(castNames, problems);
        this.cameras = new CameraReader(targets, problems);
        this.images = images;
        this.problems = problems;
    }

    /// @param at where the keyframe falls, already snapped
    Keyframe read(Fields f, Time at) {
        Transition transition = f.one("transition", Transition.class).orElse(Transition.AUTO);
        return new Keyframe(
                at,
                f.text("prompt", LONGEST_PROMPT).map(String::strip).orElse(""),
                cameras.read(f.node("camera"), f.path("camera"), transition),
                cast(f),
                f.node("light").map(n -> light(n, f.path("light"))).orElse(LightDirection.NONE),
                f.one("set", SetKind.class),
                images.check(f, "image"),
                f.one("anchor", Anchor.class),
                f.one("ease", CameraEase.class));
    }

    private LightDirection light(Node node, String path) {
        if (node instanceof Node.Scalar s) {
            return new LightDirection(
                    Fields.one(s, path, Lighting.class, problems), Optional.empty(), Optional.empty(), 0);
        }
        return Fields.of(node, path, LIGHT, problems)
                .map(f -> new LightDirection(
                        f.one("lighting", Lighting.class),
                        f.one("from", Direction.class),
                        f.number("kelvin", 1000, 20000, "K"),
                        f.number("level", -6, 6, "").orElse(0.0),
                        MarkReader.read(f, MarkReader.SPACE)))
                .orElse(LightDirection.NONE);
    }

    private List<PerformerDirection> cast(Fields keyframe) {
        List<PerformerDirection> out = new ArrayList<>();
        for (Fields.Item item :
                keyframe.items("cast").stream().limit(Shot.MOST_PERFORMERS + 1).toList()) {
            Fields.of(item.node(), item.path(), CAST, problems)
                    .flatMap(this::performer)
                    .ifPresent(p -> {
                        if (out.stream().anyMatch(o -> o.name().equals(p.name()))) {
                            problems.add(
                                    item.path() + ".name",
                                    item.node().place(),
                                    Text.quoted(p.name()) + " is directed twice here.",
                                    "One entry per person.",
                                    "Join the two.");
                        } else {
                            out.add(p);
                        }
                    });
        }
        return out;
    }

    private Optional<PerformerDirection> performer(Fields f) {
        if (!f.has("name")) {
            String who = castNames.isEmpty() ? "" : "Known: " + String.join(", ", castNames) + ".";
            f.bad("name", "It is missing.", who, "");
        }
        Optional<String> name = f.name("name").filter(n -> targets.known(n, f, "name"));
        PerformerDirection rest = new PerformerDirection(
                name.orElse(""),
                f.one("posture", Posture.class),
                f.node("place").flatMap(n -> place(n, f.path("place"))),
                f.node("gaze").flatMap(n -> targets.read(n, f.path("gaze"))),
                f.one("expression", Expression.class),
                MarkReader.read(f, MarkReader.FLOOR),
                actions(f));
        return name.isPresent() ? Optional.of(rest) : Optional.empty();
    }

    private Optional<PerformerDirection.Place> place(Node node, String path) {
        if (node instanceof Node.Scalar) {
            return targets.read(node, path).map(t -> new PerformerDirection.Place(PerformerDirection.Relation.AT, t));
        }
        return Fields.of(node, path, PLACE, problems).flatMap(f -> {
            if (f.node("target").isEmpty()) {
                f.bad("target", "It is missing.", "A name, a thing or a direction belongs here.", "");
            }
            PerformerDirection.Relation relation =
                    f.one("relation", PerformerDirection.Relation.class).orElse(PerformerDirection.Relation.AT);
            return f.node("target")
                    .flatMap(n -> targets.read(n, f.path("target")))
                    .map(t -> new PerformerDirection.Place(relation, t));
        });
    }

    private List<Action> actions(Fields f) {
        List<Action> out = new ArrayList<>();
        List<Fields.Item> items = f.items("actions");
        if (items.size() > MOST_ACTIONS) {
            f.bad("actions", items.size() + " actions are listed.", "At most " + MOST_ACTIONS + " begin at once.", "");
        }
        items.stream()
                .limit(MOST_ACTIONS)
                .forEach(i -> action(i.node(), i.path()).ifPresent(out::add));
        return out;
    }

    private Optional<Action> action(Node node, String path) {
        if (node instanceof Node.Scalar s) {
            return Fields.one(s, path, ActionKind.class, problems).map(Action::of);
        }
        return Fields.of(node, path, ACTION, problems).flatMap(f -> {
            if (f.node("kind").isEmpty()) {
                f.bad("kind", "It is missing.", "Known: " + String.join(", ", Names.of(ActionKind.class)) + ".", "");
            }
            Optional<ActionKind> kind = f.one("kind", ActionKind.class);
            Action rest = new Action(
                    kind.orElse(ActionKind.WAIT),
                    f.one("side", Side.class),
                    f.node("target").flatMap(n -> targets.read(n, f.path("target"))),
                    f.one("pace", Pace.class).orElse(Pace.NATURAL),
                    f.one("anchor", Anchor.class).orElse(Anchor.START),
                    f.text("line", LONGEST_LINE),
                    f.flag("starting"),
                    f.flag("then"));
            return kind.map(k -> rest);
        });
    }
}
