package dev.beatboard.file.edit;

import dev.beatboard.shot.Action;
import dev.beatboard.shot.CameraDirection;
import dev.beatboard.shot.CameraMoveKind;
import dev.beatboard.shot.LightDirection;
import dev.beatboard.shot.Names;
import dev.beatboard.shot.Pace;
import dev.beatboard.shot.PerformerDirection;
import dev.beatboard.shot.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a keyframe directs, in short words. Empty where it says nothing and things go on as before.
final class Wording {

    private Wording() {}

    static String framing(CameraDirection c) {
        List<String> parts = new ArrayList<>();
        c.size().ifPresent(s -> parts.add(Names.words(s)));
        c.composition().ifPresent(s -> parts.add(Names.words(s)));
        c.angle().ifPresent(a -> parts.add(Names.words(a)));
        c.side().ifPresent(s -> parts.add(Names.words(s)));
        if (c.dutch()) {
            parts.add("dutch");
        }
        if (!c.subjects().isEmpty()) {
            parts.add("on "
                    + String.join(
                            " and ", c.subjects().stream().map(Wording::target).toList()));
        }
        return String.join(", ", parts);
    }

    static String support(CameraDirection c) {
        return c.support().map(Names::words).orElse("");
    }

    static String move(CameraDirection c) {
        return c.move()
                .filter(m -> m.kind() != CameraMoveKind.NONE)
                .map(m -> (m.pace() == Pace.NATURAL ? "" : Names.words(m.pace()) + " ") + Names.words(m.kind()))
                .orElse("");
    }

    /// Everybody about whom something is said, with place, posture, gaze, expression and actions.
    static String performers(List<PerformerDirection> cast) {
        return String.join("; ", cast.stream().map(Wording::performer).toList());
    }

    private static String performer(PerformerDirection p) {
        List<String> parts = new ArrayList<>();
        p.place().ifPresent(at -> parts.add(Names.words(at.relation()) + " " + target(at.target())));
        p.posture().ifPresent(s -> parts.add(Names.words(s)));
        p.gaze().ifPresent(g -> parts.add("looks at " + target(g)));
        p.expression().ifPresent(e -> parts.add(Names.words(e)));
        for (Action a : p.actions()) {
            parts.add((a.then() ? "then " : "")
                    + Names.words(a.kind())
                    + a.side().map(s -> " " + Names.words(s)).orElse("")
                    + a.target().map(t -> " (" + target(t) + ")").orElse("")
                    + a.line().map(l -> " \"" + l + "\"").orElse(""));
        }
        return parts.isEmpty() ? p.name() : p.name() + ": " + String.join(", ", parts);
    }

    static String light(LightDirection l) {
        List<String> parts = new ArrayList<>();
        l.lighting().ifPresent(s -> parts.add(Names.words(s)));
        l.from().ifPresent(d -> parts.add("from " + Names.words(d)));
        l.kelvin().ifPresent(k -> parts.add(String.format(Locale.ROOT, "%.0f K", k)));
        Optional.of(l.level())
                .filter(s -> s != 0)
                .ifPresent(s -> parts.add(String.format(Locale.ROOT, "%+.1f stops", s)));
        return String.join(", ", parts);
    }

    private static String target(Target t) {
        return switch (t) {
            case Target.Camera c -> "camera";
            case Target.Everyone e -> "everyone";
            case Target.Person p -> p.name();
            case Target.Thing thing -> thing.noun();
            case Target.Toward toward -> (toward.own() ? "own " : "") + Names.words(toward.direction());
        };
    }
}
