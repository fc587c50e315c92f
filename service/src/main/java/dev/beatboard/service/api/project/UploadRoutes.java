package dev.beatboard.service.api.project;

import dev.beatboard.service.account.Scope;
import dev.beatboard.service.api.Access;
import dev.beatboard.service.api.Answer;
import dev.beatboard.service.api.Call;
import dev.beatboard.service.api.RangedFile;
import dev.beatboard.service.api.Route;
import dev.beatboard.service.api.Routes;
import dev.beatboard.service.problem.Code;
import dev.beatboard.service.problem.Refusal;
import dev.beatboard.service.project.Documents;
import dev.beatboard.service.project.Upload;
import dev.beatboard.service.project.Uploads;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Files that people bring: as the body itself, as a form, or from a URL.
public final class UploadRoutes implements Routes {

    private static final int PAGE = 50;
    private static final int LONGEST_PAGE = 100;
    private static final int IN_MEMORY = 1 << 16;
    /// What a form has besides its file.
    private static final long FORM = 1 << 16;

    private final Uploads uploads;
    private final Path incoming;

    /// @param incoming a folder for forms while they are read
    public UploadRoutes(Uploads uploads, Path incoming) {
        this.uploads = uploads;
        this.incoming = incoming;
    }

    @Override
    public List<Route> routes() {
        Access read = Access.scope(Scope.PROJECTS_READ);
        Access write = Access.scope(Scope.PROJECTS_WRITE);
        return List.of(
                Route.post("/v1/uploads", write, this::create),
                Route.get("/v1/uploads", read, this::list),
                Route.get("/v1/uploads/{id}", read, c -> Answer.ok(shown(uploads.get(c.caller(), c.id("id"))))),
                Route.get("/v1/uploads/{id}/content", read, this::content),
                Route.delete("/v1/uploads/{id}", write, this::delete));
    }

    /// Where a file is to be had.
    record There(String url, Optional<String> name) {}

    private Answer create(Call call) throws IOException {
        String type =
                call.header("Content-Type").orElse("").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        Upload upload;
        if (type.equals("application/json")) {
            There there = call.json(There.class);
            upload = uploads.fetch(call.caller(), name("/name", there.name()), there.url(), call.now());
        } else {
            long length = call.context().req().getContentLengthLong();
            if (length > Uploads.MOST_BYTES + FORM) {
                throw Refusal.of(Code.TOO_LARGE, "A file has at most " + Uploads.MOST_BYTES + " bytes.")
                        .exception();
            }
            if (type.equals("multipart/form-data")) {
                upload = form(call);
            } else if (type.startsWith("image/")
                    || type.startsWith("video/")
                    || type.equals("application/octet-stream")) {
                upload = uploads.take(
                        call.caller(),
                        name("name", call.query("name")),
                        call.context().req().getInputStream(),
                        call.now());
            } else {
                throw Refusal.of(
                                Code.UNSUPPORTED_MEDIA_TYPE,
                                (type.isEmpty()
                                                ? "There is no Content-Type"
                                                : "The Content-Type is " + Refusal.quoted(type))
                                        + "; send a file as image/..., video/... or application/octet-stream, a form as"
                                        + " multipart/form-data, or {\"url\": ...} as application/json.")
                        .exception();
            }
        }
        return Answer.created(shown(upload)).header("Location", "/v1/uploads/" + upload.id());
    }

    private static String name(String where, Optional<String> name) {
        return name.map(n -> Documents.name(where, n)).orElse("upload");
    }

    private Upload form(Call call) throws IOException {
        Files.createDirectories(incoming);
        HttpServletRequest request = call.context().req();
        request.setAttribute(
                "org.eclipse.jetty.multipartConfig",
                new MultipartConfigElement(
                        incoming.toString(), Uploads.MOST_BYTES, Uploads.MOST_BYTES + FORM, IN_MEMORY));
        List<Part> parts;
        try {
            parts = List.copyOf(request.getParts());
        } catch (ServletException | IllegalStateException | IOException e) {
            throw Refusal.of(
                            Code.MALFORMED_BODY,
                            "The form cannot be read, or is larger than " + Uploads.MOST_BYTES + " bytes.")
                    .exception();
        }
        try {
            List<Part> files =
                    parts.stream().filter(p -> p.getName().equals("file")).toList();
            if (files.size() != 1) {
                throw Refusal.field("file", "The form has " + files.size() + " fields called file; it has to have one.")
                        .exception();
            }
            Part file = files.getFirst();
            Optional<String> name = call.query("name")
                    .or(() -> Optional.ofNullable(file.getSubmittedFileName())
                            .map(n -> n.substring(Math.max(n.lastIndexOf('/'), n.lastIndexOf('\\')) + 1))
                            .filter(n -> !n.isBlank()));
            try (InputStream in = file.getInputStream()) {
                return uploads.take(call.caller(), name("name", name), in, call.now());
            }
        } finally {
            for (Part p : parts) {
                p.delete();
            }
        }
    }

    private Answer list(Call call) {
        int limit = call.query("limit", PAGE, 1, LONGEST_PAGE);
        ObjectNode o = Pages.of(
                uploads.list(call.caller(), Pages.cursor(call), limit + 1),
                limit,
                UploadRoutes::shown,
                u -> u.id().toString());
        return Answer.ok(o.put("bytes", uploads.used(call.caller())));
    }

    private Answer content(Call call) {
        Upload u = uploads.get(call.caller(), call.id("id"));
        return Answer.file(
                        call,
                        new RangedFile(u.mediaType(), u.bytes(), u.sha256(), (from, count) -> open(u, from, count)))
                .header("Content-Disposition", "attachment");
    }

    private InputStream open(Upload u, long from, long count) throws IOException {
        try {
            return uploads.open(u, from, count);
        } catch (NoSuchFileException e) {
            throw Refusal.of(Code.NOT_FOUND, "The file is not there any more.").exception();
        }
    }

    private Answer delete(Call call) throws IOException {
        uploads.delete(call.caller(), call.id("id"), call.now());
        return Answer.nothing();
    }

    private static ObjectNode shown(Upload u) {
        ObjectNode o = JsonNodeFactory.instance.objectNode();
        o.put("id", u.id().toString());
        o.put("name", u.name());
        o.put("media_type", u.mediaType());
        o.put("bytes", u.bytes());
        o.put("sha256", u.sha256());
        o.put("width", u.width());
        o.put("height", u.height());
        if (u.seconds() > 0) {
            o.put("seconds", u.seconds());
        }
        o.put("created_at", u.createdAt().toString());
        return o;
    }
}
