package dev.beatboard.service.view;

import dev.beatboard.service.generation.FailureCode;
import dev.beatboard.service.generation.Generation;
import dev.beatboard.service.generation.Output;
import dev.beatboard.service.generation.State;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A generation as of `/v1/generations`: the fields of the vendor's Agents API, and ours besides.
///
/// A generation that was cancelled is `failed` there, since clients that wait for an end know no
/// other; `cancelled` tells the difference.
public final class GenerationView {

    /// Kinds of files that vendors' clients look for, the first of which they take.
    private static final List<String> FIRST = List.of("video", "image");

    private final Links links;

    public GenerationView(Links links) {
        this.links = links;
    }

    /// @param outputs of the generation, if it is completed
    public ObjectNode of(Generation g, List<Output> outputs, Instant now) {
        ObjectNode o = JsonNodeFactory.instance.objectNode();
        o.put("id", g.id().toString());
        o.put("created_at", g.createdAt().toString());
        o.put("model", g.model());
        o.put("type", g.type());
        o.put("state", state(g).label());
        failure(g).ifPresent(f -> o.put("failure_code", f.label()));
        reason(g).ifPresent(r -> o.put("failure_reason", r));
        if (g.state() == State.COMPLETED) {
            output(o.putArray("output"), outputs, now);
        }
        ours(o, g, outputs, now);
        return o;
    }

    private static State state(Generation g) {
        return g.state() == State.CANCELLED ? State.FAILED : g.state();
    }

    static Optional<FailureCode> failure(Generation g) {
        return g.state() == State.CANCELLED ? Optional.of(FailureCode.GENERATION_FAILED) : g.failureCode();
    }

    static Optional<String> reason(Generation g) {
        return g.state() == State.CANCELLED ? Optional.of("It was cancelled; nothing was charged.") : g.failureReason();
    }

    /// What vendors' clients look at: the film or the picture first, then all EXR files as one.
    private void output(ArrayNode array, List<Output> outputs, Instant now) {
        main(outputs).ifPresent(f -> array.addObject().put("type", f.kind()).put("url", links.of(f, now)));
        outputs.stream()
                .filter(f -> f.kind().equals("exr"))
                .findFirst()
                .ifPresent(f -> array.addObject().put("type", "exr").put("url", links.zip(f, now)));
    }

    /// The file that somebody who wants one file wants.
    static Optional<Output> main(List<Output> outputs) {
        return outputs.stream()
                .filter(f -> FIRST.contains(f.kind()))
                .filter(f -> !f.name().contains("/"))
                .min(Comparator.comparing((Output f) -> !f.name().equals("clip.mp4"))
                        .thenComparing(f -> FIRST.indexOf(f.kind()))
                        .thenComparing(Output::name));
    }

    private void ours(ObjectNode o, Generation g, List<Output> outputs, Instant now) {
        o.put("title", g.title());
        if (g.state() == State.CANCELLED) {
            o.put("cancelled", true);
        }
        g.startedAt().ifPresent(t -> o.put("started_at", t.toString()));
        g.finishedAt().ifPresent(t -> o.put("finished_at", t.toString()));
        ObjectNode frames = o.putObject("frames");
        frames.put("total", g.frames());
        frames.put("done", g.framesDone());
        frames.put("kept", g.framesKept());
        o.put("progress", Math.floor(1000.0 * g.framesDone() / g.frames()) / 1000);
        ObjectNode credits = o.putObject("credits");
        credits.put("price", g.price());
        credits.put("charged", g.charged());
        o.put("queue", g.lane());
        ObjectNode render = o.putObject("render");
        render.put("quality", g.terms().quality());
        render.put("width", g.terms().width());
        render.put("height", g.terms().height());
        ArrayNode formats = render.putArray("formats");
        g.terms().formats().forEach(formats::add);
        g.project().ifPresent(p -> o.put("project_id", p.toString()));
        g.parent().ifPresent(p -> o.put("parent_id", p.toString()));
        g.endUser().ifPresent(u -> o.put("user_id", u));
        ArrayNode warnings = o.putArray("warnings");
        g.warnings()
                .forEach(w -> warnings.addObject()
                        .put("code", w.code())
                        .put("field", w.field())
                        .put("message", w.message()));
        if (g.state() == State.COMPLETED) {
            ArrayNode files = o.putArray("files");
            outputs.stream().filter(f -> !f.kind().equals("exr")).forEach(f -> file(files.addObject(), f, now));
            o.put("links_expire_at", links.expires(now).toString());
        }
        String self = "/v1/generations/" + g.id();
        ObjectNode to = o.putObject("links");
        Map.of("self", self, "events", self + "/events", "files", self + "/files").entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(e -> to.put(e.getKey(), e.getValue()));
    }

    /// One file of it.
    public void file(ObjectNode o, Output f, Instant now) {
        o.put("id", f.id().toString());
        o.put("kind", f.kind());
        o.put("name", f.name());
        o.put("media_type", f.mediaType());
        o.put("bytes", f.bytes());
        o.put("sha256", f.sha256());
        o.put("url", links.of(f, now));
    }
}
