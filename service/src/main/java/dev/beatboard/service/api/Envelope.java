package dev.beatboard.service.api;

import dev.beatboard.service.problem.Code;
import dev.beatboard.service.problem.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.event.Level;

/// What every request is wrapped in, whatever becomes of it: its number, the headers that all
/// responses have, one line in the log, and the count of those that run.
final class Envelope extends HttpFilter {

    /// Of the request: its number, the template of its route, whether its answer broke off.
    static final String ID = "beatboard.request";

    static final String ROUTE = "beatboard.route";
    static final String BROKEN = "beatboard.broken";

    static final String VERSION = "2026-04-01";

    private static final Logger LOG = LoggerFactory.getLogger("beatboard.request");
    private static final Duration COME_BACK = Duration.ofSeconds(5);
    private static final Set<String> QUIET = Set.of("/health", "/ready", "/metrics");

    private final transient InstantSource clock;
    private final transient Draining draining;
    private final transient Errors errors;
    private final transient Watcher watcher;
    private final transient Cors cors;
    private final boolean tls;

    Envelope(InstantSource clock, Draining draining, Errors errors, Watcher watcher, Cors cors, boolean tls) {
        this.clock = clock;
        this.draining = draining;
        this.errors = errors;
        this.watcher = watcher;
        this.cors = cors;
        this.tls = tls;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        long start = System.nanoTime();
        String id = RequestId.of(Optional.ofNullable(request.getHeader("X-Request-Id")), clock.instant());
        request.setAttribute(ID, id);
        headers(response, id);
        cors.headers(request, response);
        MDC.put("request_id", id);
        boolean entered = draining.enter();
        try {
            if (entered) {
                chain.doFilter(request, response);
            } else {
                response.setHeader("Connection", "close");
                errors.write(
                        request,
                        response,
                        Dialect.of(request.getRequestURI()),
                        Refusal.of(Code.UNAVAILABLE, "The server is stopping; another takes over, or it is back soon.")
                                .retryAfter(COME_BACK));
            }
        } catch (Exception | StackOverflowError e) {
            // Javalin has answered what handlers threw; this is something else.
            errors.unexpected(request, response, Dialect.of(request.getRequestURI()), e);
        } finally {
            if (entered) {
                draining.leave();
            }
            if (request.getAttribute(BROKEN) instanceof Throwable broken) {
                abort(request, broken);
            }
            finished(request, response, Duration.ofNanos(System.nanoTime() - start));
            MDC.remove("request_id");
        }
    }

    private void headers(HttpServletResponse response, String id) {
        response.setHeader("X-Request-Id", id);
        response.setHeader("X-API-Version", VERSION);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        response.setHeader("X-Frame-Options", "DENY");
        if (tls) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
    }

    /// Cuts the connection: a body that broke off must not look whole.
    private static void abort(HttpServletRequest request, Throwable broken) {
        ServletContextRequest.getServletContextRequest(request)
                .getServletChannel()
                .abort(broken);
    }

    private void finished(HttpServletRequest request, HttpServletResponse response, Duration took) {
        String route = request.getAttribute(ROUTE) instanceof String template ? template : "unmatched";
        int status = response.getStatus();
        watcher.answered(request.getMethod(), route, status, took);
        // The template, not the path, which may hold a token; never the query.
        LOG.atLevel(QUIET.contains(route) ? Level.DEBUG : Level.INFO)
                .addKeyValue("method", request.getMethod())
                .addKeyValue("route", route)
                .addKeyValue("status", status)
                .addKeyValue("milliseconds", took.toMillis())
                .addKeyValue("broken", request.getAttribute(BROKEN) != null)
                .log("answered");
    }
}
