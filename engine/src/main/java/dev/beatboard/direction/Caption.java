package dev.beatboard.direction;

import dev.beatboard.shot.Action;
import dev.beatboard.shot.CameraDirection;
import dev.beatboard.shot.Keyframe;
import dev.beatboard.shot.Pace;
import dev.beatboard.shot.PerformerDirection;
import dev.beatboard.shot.SetKind;
import dev.beatboard.shot.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One readable line of what a keyframe asks for.
final class Caption {

    private Caption() {}

    static String of(Keyframe k, Optional<SetKind> set) {
        List<String> parts = new ArrayList<>();
        camera(k.camera(), parts);
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
        set.ifPresent(s -> parts.add(Describe.word(s)));
        k.light()
                .lighting()
                .ifPresent(l -> parts.add(Describe.word(l)
                        + k.light().from().map(f -> " from " + Describe.word(f)).orElse("")));
        return parts.isEmpty() ? "holds" : String.join(" \u00B7 ", parts);
    }

    private static void camera(CameraDirection c, List<String> parts) {
        List<String> words = new ArrayList<>();
        if (c.transition() == Transition.CUT) {
            words.add("cut");
        }
        c.size().ifPresent(s -> words.add(Describe.word(s)));
        c.composition().ifPresent(s -> words.add(Describe.word(s)));
        c.angle().ifPresent(s -> words.add(Describe.word(s) + " angle"));
        c.lens().ifPresent(l -> words.add(CameraReader.number(l) + " mm"));
        c.move()
                .ifPresent(m -> words.add(
                        (m.pace() == Pace.NATURAL ? "" : Describe.word(m.pace()) + " ") + Describe.word(m.kind())));
        if (c.subjects().size() == 1) {
            words.add("on " + Describe.target(c.subjects().getFirst()));
        }
        if (!words.isEmpty()) {
            parts.add(String.join(", ", words));
        }
    }

    private static List<String> performer(PerformerDirection d) {
        List<String> out = new ArrayList<>();
        d.posture().ifPresent(p -> out.add(Describe.word(p)));
        d.place().ifPresent(p -> out.add(Describe.word(p.relation()) + " " + Describe.target(p.target())));
        for (Action a : d.actions()) {
            out.add(Describe.word(a.kind())
                    + a.side().map(s -> " " + Describe.word(s)).orElse("")
                    + a.target().map(t -> " " + Describe.target(t)).orElse("")
                    + (a.pace() == Pace.NATURAL ? "" : " " + Describe.word(a.pace())));
        }
        d.gaze().ifPresent(g -> out.add("eyes on " + Describe.target(g)));
        d.expression().ifPresent(e -> out.add(Describe.word(e)));
        return out;
    }
}
