package dev.beatboard.direction;

import dev.beatboard.shot.CameraDirection;
import dev.beatboard.shot.Keyframe;
import dev.beatboard.shot.LightDirection;
import dev.beatboard.shot.Mark;
import dev.beatboard.shot.PerformerDirection;
import dev.beatboard.shot.Transition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Lays the structured fields of a keyframe over what its words say: a field wins, and the word is marked.
final class Fields {

    private static final String REASON = "a field says otherwise";

    private final Ledger ledger;

    Fields(Ledger ledger) {
        this.ledger = ledger;
    }

    CameraDirection camera(CameraDirection f, CameraDirection w) {
        if (f.mark().isPresent()) {
            ledger.overruled("camera.side", REASON);
        }
        if (f.mark().flatMap(Mark::y).isPresent()) {
            ledger.overruled("camera.angle", REASON);
        }
        return new CameraDirection(
                first("camera.size", f.size(), w.size()),
                first("camera.composition", f.composition(), w.composition()),
                f.subjects().isEmpty() ? w.subjects() : f.subjects(),
                first("camera.foreground", f.foreground(), w.foreground()),
                first("camera.angle", f.angle(), w.angle()),
                first("camera.side", f.side(), w.side()),
                first("camera.lens", f.lens(), w.lens()),
                first("camera.fNumber", f.fNumber(), w.fNumber()),
                f.dutch() || w.dutch(),
                first("camera.support", f.support(), w.support()),
                move(f, w),
                transition(f, w),
                f.mark());
    }

    private Optional<CameraDirection.Move> move(CameraDirection f, CameraDirection w) {
        if (f.move().isPresent()) {
            ledger.overruled("camera.pace", REASON);
            ledger.overruled("camera.degrees", REASON);
        }
        return first("camera.move", f.move(), w.move());
    }

    private Transition transition(CameraDirection f, CameraDirection w) {
        if (f.transition() == Transition.AUTO) {
            return w.transition();
        }
        ledger.overruled("camera.transition", REASON);
        return f.transition();
    }

    LightDirection light(LightDirection f, LightDirection w) {
        if (f.mark().isPresent()) {
            ledger.overruled("light.from", REASON);
        }
        return new LightDirection(
                first("light", f.lighting(), w.lighting()),
                first("light.from", f.from(), w.from()),
                first("light.kelvin", f.kelvin(), w.kelvin()),
                f.level() != 0 ? f.level() : w.level(),
                f.mark());
    }

    <T> Optional<T> first(String slot, Optional<T> field, Optional<T> word) {
        if (field.isPresent()) {
            ledger.overruled(slot, REASON);
            return field;
        }
        return word;
    }

    List<PerformerDirection> cast(Keyframe keyframe, Notes notes) {
        Map<String, PerformerDirection> out = new LinkedHashMap<>();
        notes.cast.forEach((role, acting) -> {
            if (!acting.empty()) {
                out.put(role.name, acting.direction(role.name));
            }
        });
        for (PerformerDirection f : keyframe.cast()) {
            PerformerDirection w = out.get(f.name());
            out.put(f.name(), w == null ? f : merge(f, w));
        }
        List<PerformerDirection> ordered = new ArrayList<>();
        keyframe.cast().forEach(f -> ordered.add(out.get(f.name())));
        out.values().stream().filter(d -> !ordered.contains(d)).forEach(ordered::add);
        return ordered;
    }

    private PerformerDirection merge(PerformerDirection f, PerformerDirection w) {
        String name = f.name();
        if (!f.actions().isEmpty()) {
            ledger.overruled(name + ".action", REASON);
            ledger.overruled(name + ".target", REASON);
            ledger.overruled(name + ".line", REASON);
            ledger.overruled(name + ".pace", REASON);
            ledger.overruled(name + ".side", REASON);
        }
        if (f.mark().isPresent()) {
            // The place stays in the shot: the set is furnished for it.
            ledger.overruled(name + ".place", REASON);
        }
        return new PerformerDirection(
                name,
                first(name + ".posture", f.posture(), w.posture()),
                first(name + ".place", f.place(), w.place()),
                first(name + ".gaze", f.gaze(), w.gaze()),
                first(name + ".expression", f.expression(), w.expression()),
                f.mark(),
                f.actions().isEmpty() ? w.actions() : f.actions());
    }
}
