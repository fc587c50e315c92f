package dev.beatboard.service.api;

import dev.beatboard.service.problem.Code;
import dev.beatboard.service.problem.Fault;
import dev.beatboard.service.problem.Refusal;
import dev.beatboard.service.problem.RefusedException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/// Writes refusals in the form of each dialect, and turns what was thrown into one.
final class Errors {

    private static final Logger LOG = LoggerFactory.getLogger("beatboard.error");

    private static final int DRAIN_STEP = 64 << 10;
    private static final int DRAIN_STEPS = 64;

    private final JsonMapper mapper;
    private final List<Translator> translators;

    Errors(JsonMapper mapper, List<Translator> translators) {
        this.mapper = mapper;
        List<Translator> all = new ArrayList<>(translators);
        all.add(new KnownRefusals());
        all.add(new DatabaseAway());
        this.translators = List.copyOf(all);
    }

    /// Answers what a handler threw.
    void thrown(HttpServletRequest request, HttpServletResponse response, Dialect dialect, Throwable thrown)
            throws IOException {
        Optional<Refusal> known = thrown instanceof RefusedException refused
                ? Optional.of(refused.refusal())
                : translators.stream().flatMap(t -> t.refusal(thrown).stream()).findFirst();
        if (known.isEmpty()) {
            unexpected(request, response, dialect, thrown);
            return;
        }
        if (known.get().status() >= 500) {
            LOG.atWarn()
                    .addKeyValue("code", known.get().code().label())
                    .log(thrown.getClass().getName());
        }
        write(request, response, dialect, known.get());
    }

    /// Logs a fault of ours and answers 500.
    void unexpected(HttpServletRequest request, HttpServletResponse response, Dialect dialect, Throwable thrown)
            throws IOException {
        LOG.error("A request failed unexpectedly", thrown);
        write(
                request,
                response,
                dialect,
                Refusal.of(
                        Code.INTERNAL,
                        "Something unexpected happened. It is in the log under request "
                                + request.getAttribute(Envelope.ID) + "."));
    }

    void write(HttpServletRequest request, HttpServletResponse response, Dialect dialect, Refusal refusal)
            throws IOException {
        if (response.isCommitted()) {
            request.setAttribute(Envelope.BROKEN, refusal.exception());
            return;
        }
        response.resetBuffer();
        if (!drained(request)) {
            response.setHeader("Connection", "close");
        }
        response.setStatus(refusal.status());
        retry(response, refusal);
        if (refusal.status() == 401) {
            response.setHeader("WWW-Authenticate", "Bearer realm=\"beatboard\"");
        }
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Disposition", null);
        byte[] body =
                mapper.writeValueAsBytes(dialect == Dialect.BEATBOARD ? problem(request, refusal) : detail(refusal));
        response.setContentType(dialect == Dialect.BEATBOARD ? "application/problem+json" : "application/json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /// Reads what a client still sends, so that it comes to reading the answer; not for long.
    private static boolean drained(HttpServletRequest request) {
        if (request.getContentLengthLong() == 0
                || request.getContentLengthLong() < 0 && request.getHeader("Transfer-Encoding") == null) {
            return true;
        }
        try {
            byte[] buffer = new byte[DRAIN_STEP];
            for (int i = 0; i < DRAIN_STEPS; i++) {
                if (request.getInputStream().read(buffer) < 0) {
                    return true;
                }
            }
        } catch (IOException | IllegalStateException e) {
            // The client has gone, or somebody else reads.
        }
        return false;
    }

    /// The vendors' clients obey both headers.
    private static void retry(HttpServletResponse response, Refusal refusal) {
        refusal.retryAfter()
                .ifPresent(t -> response.setHeader("Retry-After", Long.toString(Math.max(1, t.toSeconds()))));
        if (refusal.status() >= 500 || refusal.status() == 409 || refusal.status() == 429) {
            response.setHeader(
                    "x-should-retry", Boolean.toString(refusal.retryAfter().isPresent()));
        }
    }

    /// Source: RFC 9457.
    private static Map<String, Object> problem(HttpServletRequest request, Refusal refusal) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "/docs/errors#" + refusal.code().label());
        problem.put("title", refusal.code().title());
        problem.put("status", refusal.status());
        problem.put("detail", refusal.detail());
        problem.put("code", refusal.code().label());
        if (!refusal.faults().isEmpty()) {
            problem.put("errors", refusal.faults().stream().map(Errors::fault).toList());
        }
        problem.put("request_id", String.valueOf(request.getAttribute(Envelope.ID)));
        refusal.members().forEach(problem::putIfAbsent);
        return problem;
    }

    private static Map<String, Object> fault(Fault fault) {
        Map<String, Object> member = new LinkedHashMap<>();
        member.put("pointer", fault.pointer());
        member.put("message", fault.message());
        if (!fault.allowed().isEmpty()) {
            member.put("allowed", fault.allowed());
        }
        fault.nearest().ifPresent(n -> member.put("nearest", n));
        return member;
    }

    private static Map<String, Object> detail(Refusal refusal) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("detail", refusal.detail());
        detail.put("code", refusal.code().label());
        return detail;
    }
}
