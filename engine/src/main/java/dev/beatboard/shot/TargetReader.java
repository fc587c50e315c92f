package dev.beatboard.shot;

import java.util.List;
import java.util.Optional;

/// What an action, a gaze or a framing is about. Short: `camera`, `everyone`, the name of one of the cast, a direction
/// of the picture, or the noun of a thing. Long, where the short form could mean two things: `{person: Anna}`,
/// `{thing: door}`, `{direction: left, own: true}`.
final class TargetReader {

    static final List<String> FIELDS = List.of("person", "thing", "direction", "own");

    private static final int LONGEST_NOUN = 60;

    private final List<String> cast;
    private final Problems problems;

    TargetReader(List<String> cast, Problems problems) {
        this.cast = cast;
        this.problems = problems;
    }

    Optional<Target> read(Node node, String path) {
        if (node instanceof Node.Scalar s) {
            return Fields.clean(s, path, LONGEST_NOUN, problems)
                    ? shortForm(s.text().strip(), s, path)
                    : Optional.empty();
        }
        return Fields.of(node, path, FIELDS, problems).flatMap(this::longForm);
    }

    private Optional<Target> shortForm(String text, Node.Scalar at, String path) {
        if (text.isEmpty()) {
            problems.add(path, at.place(), "It is blank.", "A name, a thing, a direction or camera belongs here.", "");
            return Optional.empty();
        }
        // "camera" always is the lens, even where somebody is called so: canonical JSON relies on it.
        return Optional.of(
                switch (text) {
                    case "camera", "lens" -> new Target.Camera();
                    case "everyone" -> new Target.Everyone();
                    default -> cast.contains(text) ? new Target.Person(text) : thing(text);
                });
    }

    private static Target thing(String text) {
        return Names.find(Direction.class, text)
                .<Target>map(d -> new Target.Toward(d, false))
                .orElseGet(() -> new Target.Thing(text));
    }

    private Optional<Target> longForm(Fields f) {
        if (f.has("person")) {
            return f.name("person").flatMap(n -> person(n, f)).map(Target.Person::new);
        }
        if (f.has("thing")) {
            return f.text("thing", LONGEST_NOUN).map(Target.Thing::new);
        }
        if (f.has("direction")) {
            return f.one("direction", Direction.class).map(d -> new Target.Toward(d, f.flag("own")));
        }
        f.bad("person", "Nothing is named.", "One of person, thing and direction belongs here.", "");
        return Optional.empty();
    }

    private Optional<String> person(String name, Fields f) {
        return known(name, f, "person") ? Optional.of(name) : Optional.empty();
    }

    /// Whether somebody of that name is in the cast; a problem at `field` if not.
    boolean known(String name, Fields f, String field) {
        if (cast.contains(name)) {
            return true;
        }
        String whom = cast.isEmpty() ? "The file has no cast." : "Known: " + String.join(", ", cast) + ".";
        String near = Nearest.hint(name, cast);
        f.bad(
                field,
                Text.quoted(name) + " is nobody of the cast.",
                whom,
                near.isEmpty() ? "Add them under cast: with a name and a description." : near);
        return false;
    }
}
