package dev.beatboard.service.api.project;

import dev.beatboard.service.account.Scope;
import dev.beatboard.service.api.Access;
import dev.beatboard.service.api.Answer;
import dev.beatboard.service.api.Call;
import dev.beatboard.service.api.Route;
import dev.beatboard.service.api.Routes;
import dev.beatboard.service.problem.Code;
import dev.beatboard.service.problem.Refusal;
import dev.beatboard.service.project.Documents;
import dev.beatboard.service.project.Revision;
import dev.beatboard.service.project.Saved;
import dev.beatboard.service.project.Shelf;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// One kind of things that are kept with their revisions: projects, people, sets.
public final class ShelfRoutes implements Routes {

    private static final int PAGE = 50;
    private static final int LONGEST_PAGE = 100;
    private static final long BODY = Route.JSON_BYTES + (64 << 10);
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"(\\d{1,9})\"");
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Shelf shelf;
    private final Shelf.Kind kind;
    private final String path;

    public ShelfRoutes(Shelf shelf, Shelf.Kind kind) {
        this.shelf = shelf;
        this.kind = kind;
        this.path = switch (kind) {
            case PROJECT -> "/v1/projects";
            case CAST -> "/v1/library/cast";
            case SET -> "/v1/library/sets";
        };
    }

    @Override
    public List<Route> routes() {
        Access read = Access.scope(Scope.PROJECTS_READ);
        Access write = Access.scope(Scope.PROJECTS_WRITE);
        String one = path + "/{id}";
        return List.of(
                Route.get(path, read, this::list),
                Route.post(path, write, this::create).bodies(BODY).idempotent(),
                Route.get(one, read, this::get),
                Route.put(one, write, this::update).bodies(BODY),
                Route.delete(one, write, this::delete),
                Route.get(one + "/revisions", read, this::revisions),
                Route.get(one + "/revisions/{revision}", read, this::revision));
    }

    private String nameField() {
        return kind == Shelf.Kind.PROJECT ? "title" : "name";
    }

    /// What somebody sends.
    ///
    /// @param title of a project
    /// @param name of a person or a set
    /// @param revision on which a change is based; `If-Match` says the same
    record Sent(
            Optional<String> title, Optional<String> name, Optional<JsonNode> document, Optional<Integer> revision) {

        Sent {
            document = document.filter(d -> !d.isMissingNode() && !d.isNull());
        }
    }

    private Optional<String> name(Sent sent) {
        boolean project = kind == Shelf.Kind.PROJECT;
        if ((project ? sent.name() : sent.title()).isPresent()) {
            String wrong = project ? "name" : "title";
            throw Refusal.field("/" + wrong, "There is no field " + wrong + " here; " + nameField() + " is meant.")
                    .exception();
        }
        return (project ? sent.title() : sent.name()).map(n -> Documents.name("/" + nameField(), n));
    }

    private String document(String name, JsonNode document) {
        return switch (kind) {
            case PROJECT -> Documents.project(document);
            case CAST -> Documents.cast(name, document);
            case SET -> Documents.set(document);
        };
    }

    private Answer create(Call call) throws IOException {
        Sent sent = call.json(Sent.class);
        if (sent.revision().isPresent()) {
            throw Refusal.field("/revision", "Something new has no revision yet.")
                    .exception();
        }
        String name = name(sent)
                .orElseThrow(() -> Refusal.field("/" + nameField(), "The " + nameField() + " is needed.")
                        .exception());
        JsonNode document = sent.document()
                .orElseThrow(() ->
                        Refusal.field("/document", "The document is needed.").exception());
        Saved saved = shelf.create(call.caller(), name, document(name, document), call.now());
        return tagged(Answer.created(whole(saved)), saved).header("Location", path + "/" + saved.id());
    }

    private Answer get(Call call) {
        Saved saved = shelf.get(call.caller(), call.id("id"));
        return tagged(Answer.ok(whole(saved)), saved);
    }

    private Answer update(Call call) throws IOException {
        UUID id = call.id("id");
        Sent sent = call.json(Sent.class);
        int revision = revision(call, sent);
        Optional<String> name = name(sent);
        // Somebody of the cast has the name in the document too.
        Optional<String> document = Optional.empty();
        if (sent.document().isPresent()) {
            String called = name.isPresent() || kind != Shelf.Kind.CAST
                    ? name.orElse("")
                    : shelf.get(call.caller(), id).name();
            document = Optional.of(document(called, sent.document().get()));
        } else if (name.isPresent() && kind == Shelf.Kind.CAST) {
            Saved is = shelf.get(call.caller(), id);
            if (is.revision() == revision) {
                document = Optional.of(document(name.get(), MAPPER.readTree(is.document())));
            }
        }
        Saved saved = shelf.update(call.caller(), id, new Shelf.Change(name, document, revision), call.now());
        return tagged(Answer.ok(whole(saved)), saved);
    }

    private static int revision(Call call, Sent sent) {
        Optional<String> match = call.header("If-Match");
        if (match.isPresent()) {
            Matcher m = TAG.matcher(match.get().strip());
            if (!m.matches()) {
                throw Refusal.field("If-Match", "If-Match has the form \"7\", the ETag of what was read.")
                        .exception();
            }
            int revision = Integer.parseInt(m.group(1));
            if (sent.revision().filter(r -> r != revision).isPresent()) {
                throw Refusal.field("/revision", "The revision is another than that of If-Match.")
                        .exception();
            }
            return revision;
        }
        return sent.revision()
                .orElseThrow(() -> Refusal.field(
                                "/revision",
                                "The revision on which the change is based is needed, here or as If-Match.")
                        .exception());
    }

    private Answer delete(Call call) {
        shelf.delete(call.caller(), call.id("id"), call.now());
        return Answer.nothing();
    }

    private Answer list(Call call) {
        int limit = call.query("limit", PAGE, 1, LONGEST_PAGE);
        Optional<String> named = call.query("q");
        if (named.filter(q -> q.length() > 80 || q.chars().anyMatch(Character::isISOControl))
                .isPresent()) {
            throw Refusal.field("q", "A part of a name has at most 80 characters and no controls.")
                    .exception();
        }
        boolean documents = kind != Shelf.Kind.PROJECT;
        List<Saved> found = shelf.list(call.caller(), Pages.cursor(call), limit + 1, named, documents);
        return Answer.ok(Pages.of(found, limit, s -> documents ? whole(s) : head(s), s -> s.id().toString()));
    }

    private Answer revisions(Call call) {
        int limit = call.query("limit", PAGE, 1, LONGEST_PAGE);
        int before = call.query("cursor", 0, 0, Integer.MAX_VALUE);
        List<Revision> found = shelf.revisions(
                call.caller(), call.id("id"), before == 0 ? Optional.empty() : Optional.of(before), limit + 1);
        return Answer.ok(Pages.of(found, limit, this::head, r -> Integer.toString(r.revision())));
    }

    private Answer revision(Call call) {
        String text = call.path("revision");
        if (!text.matches("\\d{1,9}")) {
            throw Refusal.of(Code.NOT_FOUND, "There is no revision " + Refusal.quoted(text) + ".")
                    .exception();
        }
        Revision r = shelf.revision(call.caller(), call.id("id"), Integer.parseInt(text));
        ObjectNode o = head(r);
        o.set("document", MAPPER.readTree(r.document()));
        return Answer.ok(o);
    }

    private static Answer tagged(Answer answer, Saved saved) {
        return answer.header("ETag", "\"" + saved.revision() + "\"");
    }

    private ObjectNode head(Revision r) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("revision", r.revision())
                .put(nameField(), r.name())
                .put("actor", r.actor())
                .put("at", r.at().toString());
    }

    private ObjectNode head(Saved s) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", s.id().toString())
                .put(nameField(), s.name())
                .put("revision", s.revision())
                .put("created_at", s.createdAt().toString())
                .put("updated_at", s.updatedAt().toString());
    }

    private ObjectNode whole(Saved s) {
        ObjectNode o = head(s);
        o.set("document", MAPPER.readTree(s.document()));
        return o;
    }
}
