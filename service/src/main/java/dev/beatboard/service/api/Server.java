package dev.beatboard.service.api;

import dev.beatboard.service.api.json.Json;
import dev.beatboard.service.api.json.JsonBodies;
import dev.beatboard.service.database.Database;
import dev.beatboard.service.problem.Code;
import dev.beatboard.service.problem.Refusal;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.server.HttpConfiguration;
import tools.jackson.databind.json.JsonMapper;

/// The running HTTP server.
public final class Server implements AutoCloseable {

    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final int HEADER_BYTES = 16 << 10;

    private final Javalin javalin;
    private final Draining draining;
    private final ServerSettings settings;
    private final RouteTable table;

    private Server(Javalin javalin, Draining draining, ServerSettings settings, RouteTable table) {
        this.javalin = javalin;
        this.draining = draining;
        this.settings = settings;
        this.table = table;
    }

    /// What the server needs of the rest of the service.
    ///
    /// @param database for idempotent routes
    /// @param translators of what other packages throw
    public record Parts(
            InstantSource clock,
            Database database,
            Callers callers,
            Allowances allowances,
            List<Translator> translators,
            Watcher watcher) {

        public Parts {
            translators = List.copyOf(translators);
        }
    }

    /// Starts to listen.
    ///
    /// @throws IllegalStateException if the port is taken
    public static Server start(ServerSettings settings, Parts parts, List<Routes> features) {
        JsonMapper mapper = Json.mapper(Math.toIntExact(Route.MEDIA_BYTES));
        RouteTable table = new RouteTable(features);
        Errors errors = new Errors(mapper, parts.translators());
        Draining draining = new Draining();
        ClientAddress addresses = new ClientAddress(settings.proxies());
        CrossSite crossSite = new CrossSite(settings.origin());
        Gate gate = new Gate(
                parts.callers(),
                parts.allowances(),
                new RateLimits(parts.clock()),
                crossSite,
                new SessionCookie(settings.tls()));
        Desk desk = new Desk(
                parts.clock(),
                addresses,
                gate,
                new JsonBodies(mapper),
                mapper,
                new LargeBodies(settings.largeBodyBytes()),
                crossSite,
                new Once(parts.database(), mapper),
                draining::stopping);
        Envelope envelope = new Envelope(
                parts.clock(), draining, errors, parts.watcher(), new Cors(settings.corsOrigins()), settings.tls());
        Javalin javalin = Javalin.create(config -> {
            listen(config, settings, errors);
            config.jetty.modifyServletContextHandler(
                    h -> h.addFilter(new FilterHolder(envelope), "/*", EnumSet.of(DispatcherType.REQUEST)));
            for (Route route : table.routes()) {
                add(config, route, desk);
            }
            for (HandlerType method : HandlerType.commonHttp()) {
                config.routes.addHttpHandler(method, "/*", ctx -> unmatched(ctx, table));
            }
            config.routes.exception(
                    HttpResponseException.class, (e, ctx) -> thrown(ctx, errors, table, refusal(e, ctx, table)));
            config.routes.exception(Exception.class, (e, ctx) -> thrown(ctx, errors, table, e));
            config.router.javaLangErrorHandler((_, e) -> {
                throw new IllegalStateException(e);
            });
        });
        javalin.start();
        return new Server(javalin, draining, settings, table);
    }

    private static void listen(JavalinConfig config, ServerSettings settings, Errors errors) {
        config.concurrency.useVirtualThreads = true;
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.http.generateEtags = false;
        config.jetty.host = settings.host();
        config.jetty.port = settings.port();
        config.jetty.modifyHttpConfiguration(Server::bound);
        config.jetty.modifyServer(s -> {
            s.setErrorHandler(new PlainErrors());
            // Requests that run have been waited for; what is open now is idle.
            s.setStopTimeout(0);
            s.setStopAtShutdown(false);
        });
        config.jetty.modifyServletContextHandler(h -> h.setErrorHandler(new PlainErrors()));
    }

    private static void bound(HttpConfiguration http) {
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.setRequestHeaderSize(HEADER_BYTES);
        http.setIdleTimeout(IDLE.toMillis());
    }

    private static void add(JavalinConfig config, Route route, Desk desk) {
        config.routes.addHttpHandler(
                HandlerType.findOrCreate(route.method().name()), route.path(), ctx -> desk.serve(ctx, route));
        if (route.method() == Method.GET) {
            config.routes.addHttpHandler(HandlerType.HEAD, route.path(), ctx -> desk.serve(ctx, route));
        }
    }

    private static void unmatched(Context ctx, RouteTable table) {
        if (ctx.req().getMethod().equals("OPTIONS")
                && !table.methods(ctx.path()).isEmpty()) {
            ctx.header("Allow", String.join(", ", table.methods(ctx.path())));
            ctx.status(204);
            return;
        }
        throw noRoute(ctx, table).exception();
    }

    private static Refusal noRoute(Context ctx, RouteTable table) {
        Set<String> methods = table.methods(ctx.path());
        if (methods.isEmpty()) {
            return Refusal.of(
                    Code.NOT_FOUND, "There is no address " + Refusal.quoted(ctx.path()) + "; /docs lists them.");
        }
        ctx.header("Allow", String.join(", ", methods));
        return Refusal.of(
                Code.METHOD_NOT_ALLOWED,
                "This address has " + String.join(", ", methods) + ", but not "
                        + Refusal.quoted(ctx.req().getMethod()) + ".");
    }

    private static void thrown(Context ctx, Errors errors, RouteTable table, Throwable thrown) {
        HttpServletRequest request = ctx.req();
        try {
            errors.thrown(request, ctx.res(), table.dialect(ctx.path()), thrown);
        } catch (IOException e) {
            // The client has gone.
            request.setAttribute(Envelope.BROKEN, e);
        }
    }

    /// What Javalin itself throws, for methods that nobody knows for one.
    private static RuntimeException refusal(HttpResponseException e, Context ctx, RouteTable table) {
        return (e.getStatus() == 404 || e.getStatus() == 405
                        ? noRoute(ctx, table)
                        : Refusal.of(Code.INVALID_REQUEST, "The request is not valid."))
                .exception();
    }

    public int port() {
        return javalin.port();
    }

    /// Where it is reached: the configured origin, or this machine.
    public String url() {
        return settings.origin().orElse("http://" + settings.host() + ":" + port());
    }

    public RouteTable table() {
        return table;
    }

    /// Whether it is about to stop.
    public boolean stopping() {
        return draining.stopping();
    }

    /// Takes no more requests, waits for those that run, and stops.
    @Override
    public void close() {
        draining.stop(settings.patience());
        javalin.stop();
    }
}
