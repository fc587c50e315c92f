package dev.beatboard.service.api.generation;

import dev.beatboard.service.api.EventWriter;
import dev.beatboard.service.generation.Generation;
import dev.beatboard.service.generation.Output;
import dev.beatboard.service.generation.State;
import dev.beatboard.service.view.GenerationView;
import dev.beatboard.service.view.Links;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Writes what is new about one generation as events: `state`, `progress`, `frame`, `end`.
final class Watch {

    private final EventWriter events;
    private final Links links;
    private final GenerationView view;
    private final Seen seen;

    Watch(EventWriter events, Links links, Seen seen) {
        this.events = events;
        this.links = links;
        this.view = new GenerationView(links);
        this.seen = seen;
    }

    /// How events of it are numbered.
    interface Numbering {
        String id(Seen seen);
    }

    /// @param frames of which there are small pictures, new or not
    /// @param outputs if it is completed
    /// @return whether this was the end
    boolean tell(Generation g, List<Integer> frames, List<Output> outputs, Instant now, Numbering numbering)
            throws IOException {
        for (int n : frames) {
            if (n >= g.firstFrame() && n <= g.lastFrame() && seen.frame(n)) {
                ObjectNode o = about(g);
                o.put("n", n);
                o.put("preview", links.preview(g, n, now));
                events.event(numbering.id(seen), "frame", o.toString());
            }
        }
        if (seen.state(g.state()) && !g.state().isFinal()) {
            events.event(numbering.id(seen), "state", view.of(g, List.of(), now).toString());
        }
        if (g.state() != State.QUEUED && seen.done(g.framesDone())) {
            ObjectNode o = about(g);
            o.putObject("frames")
                    .put("done", g.framesDone())
                    .put("total", g.frames())
                    .put("kept", g.framesKept());
            o.put("progress", Math.floor(1000.0 * g.framesDone() / g.frames()) / 1000);
            events.event(numbering.id(seen), "progress", o.toString());
        }
        if (g.state().isFinal()) {
            seen.end();
            events.event(numbering.id(seen), "end", view.of(g, outputs, now).toString());
            return true;
        }
        return false;
    }

    private static ObjectNode about(Generation g) {
        return JsonNodeFactory.instance.objectNode().put("id", g.id().toString());
    }
}
