package dev.beatboard.direction;

import dev.beatboard.shot.Action;
import dev.beatboard.shot.ActionKind;
import dev.beatboard.shot.CameraDirection;
import dev.beatboard.shot.CameraMoveKind;
import dev.beatboard.shot.Keyframe;
import dev.beatboard.shot.LightDirection;
import dev.beatboard.shot.Names;
import dev.beatboard.shot.Pace;
import dev.beatboard.shot.PerformerDirection;
import dev.beatboard.shot.SetKind;
import dev.beatboard.shot.Target;
import dev.beatboard.shot.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One readable line of what a keyframe asks for.
final class Caption {

    private Caption() {}

    static String of(Keyframe k, Optional<SetKind> set) {
        List<String> parts = new ArrayList<>();
        String camera = String.join(", ", camera(k.camera()));
        if (!camera.isEmpty()) {
            parts.add(camera);
        }
        List<List<String>> seen = new ArrayList<>();
        List<String> who = new ArrayList<>();
        for (PerformerDirection d : k.cast()) {
            List<String> does = performer(d);
            int same = seen.indexOf(does);
            if (same >= 0) {
                who.set(same, who.get(same) + ", " + d.name());
            } else {
                seen.add(does);
                who.add(d.name());
            }
        }
        for (int i = 0; i < who.size(); i++) {
            parts.add(who.get(i) + ": " + String.join(", ", seen.get(i)));
        }
        set.ifPresent(s -> parts.add(Names.words(s)));
        String light = light(k.light());
        if (!light.isEmpty()) {
            parts.add(light);
        }
        return parts.isEmpty() ? "holds" : String.join(" \u00B7 ", parts);
    }

    static String light(LightDirection l) {
        return l.lighting().map(Names::words).orElse("")
                + l.from().map(f -> " from " + Names.words(f)).orElse("")
                + l.mark()
                        .map(m -> (l.lighting().isPresent() ? ", " : "") + "key on a mark")
                        .orElse("");
    }

    static List<String> camera(CameraDirection c) {
        List<String> words = new ArrayList<>();
        if (c.transition() == Transition.CUT) {
            words.add("cut");
        }
        c.size().ifPresent(s -> words.add(Names.words(s)));
        c.composition().ifPresent(s -> words.add(Names.words(s)));
        c.angle().ifPresent(s -> words.add(Names.words(s) + " angle"));
        c.side().ifPresent(s -> words.add(Names.words(s)));
        if (c.dutch()) {
            words.add("dutch");
        }
        c.lens().ifPresent(l -> words.add(CameraReader.number(l) + " mm"));
        c.fNumber().ifPresent(f -> words.add("f/" + CameraReader.number(f)));
        c.support().ifPresent(s -> words.add(Names.words(s)));
        c.move()
                .ifPresent(m -> words.add((m.pace() == Pace.NATURAL ? "" : Names.words(m.pace()) + " ")
                        + (m.kind() == CameraMoveKind.NONE ? "hold" : Names.words(m.kind()))));
        c.mark().ifPresent(m -> words.add("on a mark"));
        if (c.subjects().size() == 1) {
            words.add("on " + Describe.target(c.subjects().getFirst()));
        }
        return words;
    }

    static List<String> performer(PerformerDirection d) {
        List<String> out = new ArrayList<>();
        d.posture().ifPresent(p -> out.add(Names.words(p)));
        d.mark().ifPresent(m -> out.add("on a mark"));
        d.place()
                .filter(p -> d.mark().isEmpty())
                .ifPresent(p -> out.add(Names.words(p.relation()) + " " + Describe.target(p.target())));
        for (Action a : d.actions()) {
            out.add((a.then() ? "then " : "")
                    + Names.words(a.kind())
                    + a.side().map(s -> " " + Names.words(s)).orElse("")
                    + a.target()
                            .map(t -> " " + leading(a.kind(), t) + Describe.target(t))
                            .orElse("")
                    + (a.pace() == Pace.NATURAL ? "" : " " + Names.words(a.pace())));
        }
        d.gaze().ifPresent(g -> out.add("eyes on " + Describe.target(g)));
        d.expression().ifPresent(e -> out.add(Names.words(e)));
        return out;
    }

    /// The preposition between an act and its target.
    static String leading(ActionKind kind, Target t) {
        if (t instanceof Target.Toward) {
            return "";
        }
        return switch (kind) {
            case WALK, RUN, TURN, LEAN_FORWARD -> "toward ";
            case LOOK, GLANCE, POINT, WAVE, LAUGH -> "at ";
            case TALK, LISTEN, NOD, SHAKE_HEAD, GESTURE, THUMBS_UP -> "to ";
            default -> "";
        };
    }
}
