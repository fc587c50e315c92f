package dev.beatboard.service.view;

import dev.beatboard.service.generation.Generation;
import dev.beatboard.service.generation.Output;
import dev.beatboard.service.generation.State;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A generation as of `/dream-machine/v1`.
public final class DreamMachineView {

    private final Links links;

    public DreamMachineView(Links links) {
        this.links = links;
    }

    /// @param outputs of the generation, if it is completed
    public ObjectNode of(Generation g, List<Output> outputs, Instant now) {
        ObjectNode o = JsonNodeFactory.instance.objectNode();
        o.put("id", g.id().toString());
        o.put("generation_type", g.kind() == dev.beatboard.service.generation.Kind.STILL ? "image" : "video");
        o.put(
                "state",
                switch (g.state()) {
                    case QUEUED -> "queued";
                    case PROCESSING -> "dreaming";
                    case COMPLETED -> "completed";
                    case FAILED, CANCELLED -> "failed";
                });
        GenerationView.reason(g).ifPresent(r -> o.put("failure_reason", r));
        o.put("created_at", g.createdAt().toString());
        if (g.state() == State.COMPLETED) {
            ObjectNode assets = o.putObject("assets");
            GenerationView.main(outputs).ifPresent(f -> assets.put(f.kind(), links.of(f, now)));
        } else {
            o.putNull("assets");
        }
        o.put("model", g.model());
        o.set("request", g.request());
        // Ours.
        o.put("progress", Math.floor(1000.0 * g.framesDone() / g.frames()) / 1000);
        if (!g.warnings().isEmpty()) {
            var warnings = o.putArray("warnings");
            g.warnings()
                    .forEach(w -> warnings.addObject()
                            .put("code", w.code())
                            .put("field", w.field())
                            .put("message", w.message()));
        }
        return o;
    }
}
