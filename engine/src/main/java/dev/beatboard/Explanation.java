package dev.beatboard;

import dev.beatboard.direction.Lanes;
import dev.beatboard.direction.Understanding;
import dev.beatboard.shot.Names;
import dev.beatboard.shot.ShotJson;
import dev.beatboard.stage.Note;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// An understanding as a JSON document: what `explain --json` prints and the service answers.
public final class Explanation {

    private Explanation() {}

    /// @param lanes the timeline ([Director#lanes])
    public static ObjectNode of(Understanding u, List<Lanes.Span> lanes) {
        ObjectNode o = JsonNodeFactory.instance.objectNode();
        ObjectNode shot = ShotJson.tree(u.shot());
        ArrayNode keyframes = o.putArray("keyframes");
        for (int i = 0; i < u.keyframes().size(); i++) {
            Understanding.Reading r = u.keyframes().get(i);
            ObjectNode k = keyframes.addObject();
            k.put("at", shot.at("/keyframes/" + i + "/at").asString());
            k.put("frame", r.frame());
            k.put("caption", r.caption());
            k.put("summary", r.summary());
            k.putObject("checks")
                    .put("camera", r.checks().camera())
                    .put("subject", r.checks().subject())
                    .put("light", r.checks().light())
                    .put("action", r.checks().action());
            ArrayNode words = k.putArray("words");
            for (Understanding.Word w : r.words()) {
                ObjectNode word = words.addObject();
                word.put("text", w.text());
                word.put("start", w.start());
                word.put("end", w.end());
                word.put("fate", Names.of(w.fate()));
                w.slot().ifPresent(s -> word.put("slot", s));
                w.value().ifPresent(v -> word.put("value", v));
                word.put("reason", w.reason());
            }
        }
        ArrayNode decisions = o.putArray("decisions");
        for (Understanding.Decision d : u.decisions()) {
            ObjectNode decision = decisions.addObject();
            decision.put("keyframe", d.keyframe());
            decision.put("slot", d.slot());
            decision.put("value", d.value());
            decision.put("reason", d.reason());
            ArrayNode alternatives = decision.putArray("alternatives");
            d.alternatives().forEach(alternatives::add);
        }
        ArrayNode warnings = o.putArray("warnings");
        for (Understanding.Warning w : u.warnings()) {
            ObjectNode warning = warnings.addObject();
            warning.put("code", w.code());
            warning.put("keyframe", w.keyframe());
            w.performer().ifPresent(p -> warning.put("performer", p));
            warning.put("start", w.start());
            warning.put("end", w.end());
            warning.put("message", w.message());
            ArrayNode suggestions = warning.putArray("suggestions");
            w.suggestions()
                    .forEach(s -> suggestions
                            .addObject()
                            .put("label", s.label())
                            .put("edit", s.edit())
                            .put("start", s.start())
                            .put("end", s.end()));
        }
        ArrayNode spans = o.putArray("lanes");
        for (Lanes.Span l : lanes) {
            spans.addObject()
                    .put("lane", l.lane())
                    .put("from", l.from())
                    .put("to", l.to())
                    .put("kind", Names.of(l.kind()))
                    .put("label", l.label())
                    .put("origin", Names.of(l.origin()))
                    .put("share", StrictMath.rint(l.share() * 1000) / 1000);
        }
        o.set("shot", shot);
        return o;
    }

    /// What staging decided unasked and what it could not do: `decisions` and `warnings`, each with
    /// keyframe (-1 for the whole clip), slot, value and reason; and the `plan` of the stage.
    public static ObjectNode staging(Take take) {
        ObjectNode staging = JsonNodeFactory.instance.objectNode();
        ArrayNode decisions = staging.putArray("decisions");
        ArrayNode warnings = staging.putArray("warnings");
        for (Note n : take.notes()) {
            (n.warning() ? warnings : decisions)
                    .addObject()
                    .put("keyframe", n.keyframe())
                    .put("slot", n.slot())
                    .put("value", n.value())
                    .put("reason", n.reason());
        }
        staging.set("plan", FloorPlan.of(take));
        return staging;
    }
}
