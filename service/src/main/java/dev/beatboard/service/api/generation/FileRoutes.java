package dev.beatboard.service.api.generation;

import dev.beatboard.service.account.Scope;
import dev.beatboard.service.api.Access;
import dev.beatboard.service.api.Answer;
import dev.beatboard.service.api.Call;
import dev.beatboard.service.api.Route;
import dev.beatboard.service.api.Routes;
import dev.beatboard.service.database.Database;
import dev.beatboard.service.generation.Generation;
import dev.beatboard.service.generation.Generations;
import dev.beatboard.service.generation.Output;
import dev.beatboard.service.generation.State;
import dev.beatboard.service.problem.Code;
import dev.beatboard.service.problem.Refusal;
import dev.beatboard.service.store.ObjectStore;
import dev.beatboard.service.store.SignedLinks;
import dev.beatboard.service.view.GenerationView;
import dev.beatboard.service.view.Links;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Files of generations: with a key by their names, or without one by a signed link.
public final class FileRoutes implements Routes {

    /// Links to pictures of a film, of which there are many, are in the list of files on request.
    private static final String EXR = "exr";

    private static final Pattern ZIP =
            Pattern.compile("(accounts/[^/]+/generations/([0-9a-f-]{36})/out/[^/]+)/exr\\.zip");
    private static final Pattern OF = Pattern.compile("accounts/[^/]+/generations/([0-9a-f-]{36})/");

    private static final Pattern FRAME = Pattern.compile("\\d{1,6}");

    private final Database database;
    private final ObjectStore store;
    private final SignedLinks signed;
    private final Links links;
    private final GenerationView view;
    private final Downloads downloads;

    public FileRoutes(Database database, ObjectStore store, SignedLinks signed, Links links) {
        this.database = database;
        this.store = store;
        this.signed = signed;
        this.links = links;
        this.view = new GenerationView(links);
        this.downloads = new Downloads(store);
    }

    @Override
    public List<Route> routes() {
        Access read = Access.scope(Scope.GENERATIONS_READ);
        return List.of(
                Route.get("/v1/generations/{id}/files", read, this::list),
                Route.get("/v1/generations/{id}/files/<path>", read, this::file),
                Route.get("/v1/generations/{id}/frames/{n}", read, this::frame),
                Route.get("/v1/generations/{id}/report", read, this::report),
                Route.get("/v1/generations/{id}/tracks", read, c -> named(c, "tracks.json")),
                Route.get("/files/<key>", Access.open(), this::signed));
    }

    private record Delivered(Generation generation, List<Output> files) {}

    private Delivered delivered(Call call) {
        UUID id = call.id("id");
        return database.<Delivered, RuntimeException>tenant(
                call.caller().account(), h -> new Delivered(Generations.need(h, id), Generations.outputs(h, id)));
    }

    private Answer list(Call call) {
        boolean all = call.query("exr", 0, 0, 1) == 1;
        Delivered d = delivered(call);
        ObjectNode o = JsonNodeFactory.instance.objectNode();
        o.put(
                "state",
                d.generation().state() == State.CANCELLED
                        ? State.FAILED.label()
                        : d.generation().state().label());
        ArrayNode files = o.putArray("files");
        long bytes = 0;
        long exrBytes = 0;
        int exr = 0;
        Optional<Output> any = Optional.empty();
        for (Output f : d.files()) {
            bytes += f.bytes();
            if (f.kind().equals(EXR)) {
                exr++;
                exrBytes += f.bytes();
                any = Optional.of(f);
            }
            if (all || !f.kind().equals(EXR)) {
                view.file(files.addObject(), f, call.now());
            }
        }
        ObjectNode sequence = o.putObject("exr").put("count", exr).put("bytes", exrBytes);
        any.ifPresent(f -> sequence.put("zip_url", links.zip(f, call.now())));
        o.put("bytes", bytes);
        o.put("links_expire_at", links.expires(call.now()).toString());
        return Answer.ok(o);
    }

    private Answer file(Call call) {
        String path = call.path("path");
        if (path.equals("exr.zip")) {
            List<Output> exr = exr(delivered(call).files());
            if (!exr.isEmpty()) {
                return downloads.zip(call, exr, "clip-exr.zip");
            }
        }
        return named(call, path);
    }

    private static List<Output> exr(List<Output> files) {
        return files.stream().filter(f -> f.kind().equals(EXR)).toList();
    }

    private Answer named(Call call, String name) {
        Delivered d = delivered(call);
        return downloads.file(
                call,
                d.files().stream()
                        .filter(f -> f.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> missing(d.generation(), name)));
    }

    private static RuntimeException missing(Generation g, String name) {
        String why = g.state() == State.COMPLETED
                ? "It was not ordered, or is called otherwise; the list of files has all."
                : "The generation is " + g.state().label() + "; files are there when it is completed.";
        return Refusal.of(Code.NOT_FOUND, "There is no file " + Refusal.quoted(name) + ". " + why)
                .exception();
    }

    private Answer report(Call call) {
        String form = call.query("format").orElse("json");
        if (!form.equals("json") && !form.equals("html")) {
            throw Refusal.unknown("format", form, List.of("json", "html")).exception();
        }
        return named(call, "report." + form);
    }

    /// The small picture of a frame, which is there before the clip is.
    private Answer frame(Call call) throws IOException {
        UUID id = call.id("id");
        Generation g =
                database.<Generation, RuntimeException>tenant(call.caller().account(), h -> Generations.need(h, id));
        String n = call.path("n");
        if (!FRAME.matcher(n).matches()
                || Integer.parseInt(n) < g.firstFrame()
                || Integer.parseInt(n) > g.lastFrame()) {
            throw Refusal.of(
                            Code.NOT_FOUND,
                            "There is no frame " + Refusal.quoted(n) + ": they are " + g.firstFrame() + " to "
                                    + g.lastFrame() + ".")
                    .exception();
        }
        String key = g.folder() + "/previews/" + Integer.parseInt(n) + ".jpg";
        if (store.head(key).isEmpty()) {
            throw Refusal.of(Code.NOT_FOUND, "There is no picture of frame " + n + " yet.")
                    .exception();
        }
        return downloads.object(call, key, n + ".jpg").header("Content-Disposition", "inline");
    }

    /// What somebody has a link to.
    private Answer signed(Call call) throws IOException {
        String key = call.path("key");
        String name = call.query("name").orElse("");
        SignedLinks.Verdict verdict = signed.verify(
                key,
                call.query("expires").orElse(""),
                name,
                call.query("signature").orElse(""),
                call.now());
        switch (verdict) {
            case FORGED ->
                throw Refusal.of(Code.FORBIDDEN, "The link is not one of ours, or is not complete.")
                        .exception();
            case EXPIRED ->
                throw Refusal.of(Code.GONE, "The link has expired; ask for the generation again to get a fresh one.")
                        .exception();
            case GOOD -> {
                // Goes on.
            }
        }
        Matcher zip = ZIP.matcher(key);
        return zip.matches()
                ? archive(call, zip.group(1), UUID.fromString(zip.group(2)), name)
                : object(call, key, name);
    }

    private Answer object(Call call, String key, String name) throws IOException {
        Matcher of = OF.matcher(key);
        if (of.lookingAt()) {
            UUID id = UUID.fromString(of.group(1));
            boolean there = database.<Boolean, RuntimeException>read(
                    h -> Generations.find(h, id).isPresent());
            if (!there) {
                throw Refusal.of(Code.GONE, "The generation has been deleted.").exception();
            }
        }
        return downloads.object(call, key, name);
    }

    /// All EXR files of a place. That somebody has the link is what permits it.
    private Answer archive(Call call, String place, UUID generation, String name) {
        List<Output> files = database.<List<Output>, RuntimeException>read(
                h -> Generations.find(h, generation).isPresent() ? Generations.outputs(h, generation) : List.of());
        List<Output> exr = exr(files).stream()
                .filter(f -> f.key().equals(place + "/" + f.name()))
                .toList();
        if (exr.isEmpty()) {
            throw Refusal.of(Code.GONE, "The generation has been deleted.").exception();
        }
        return downloads.zip(call, exr, name);
    }
}
