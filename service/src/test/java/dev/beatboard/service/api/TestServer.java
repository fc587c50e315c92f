package dev.beatboard.service.api;

import dev.beatboard.service.account.Caller;
import dev.beatboard.service.account.Scope;
import dev.beatboard.service.api.docs.Description;
import dev.beatboard.service.api.docs.DocsRoutes;
import dev.beatboard.service.api.health.Check;
import dev.beatboard.service.api.health.HealthRoutes;
import dev.beatboard.service.api.health.Metrics;
import dev.beatboard.service.database.Database;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/// A server on a free port over a real database, with callers that a test names.
public final class TestServer implements AutoCloseable {

    final TestClock clock = new TestClock();
    final Map<String, Caller> keys = new ConcurrentHashMap<>();
    final Map<String, Caller> sessions = new ConcurrentHashMap<>();
    final Map<Throttle, Integer> allowances = new ConcurrentHashMap<>();
    final Metrics metrics = new Metrics();
    final Server server;
    final TestClient client;

    TestServer(Database database, Routes... features) {
        this(database, s -> s, features);
    }

    TestServer(Database database, UnaryOperator<ServerSettings> settings, Routes... features) {
        ServerSettings all = settings.apply(ServerSettings.local(0));
        List<Routes> routes = new ArrayList<>(List.of(features));
        routes.add(new HealthRoutes(
                "0.1.0", List.of(new Check("database", database::answers)), metrics, all.metricsToken()));
        routes.add(new DocsRoutes(Description.load()));
        metrics.pool(database.source());
        server = Server.start(
                all,
                new Server.Parts(
                        clock,
                        database,
                        new Callers() {
                            @Override
                            public Optional<Caller> byKey(String token, Instant now) {
                                return Optional.ofNullable(keys.get(token));
                            }

                            @Override
                            public Optional<Caller> bySession(String token, Instant now) {
                                return Optional.ofNullable(sessions.get(token));
                            }
                        },
                        (throttle, _) -> allowances.getOrDefault(throttle, 100_000),
                        List.of(),
                        metrics),
                routes);
        client = new TestClient("http://127.0.0.1:" + server.port());
    }

    /// A key of an account.
    Caller key(String token, UUID account, Scope... scopes) {
        Caller caller = caller(account, Optional.of(UUID.randomUUID()), Set.of(scopes));
        keys.put(token, caller);
        return caller;
    }

    /// A session of somebody in an account.
    void session(String token, UUID account) {
        sessions.put(token, caller(account, Optional.empty(), Set.of()));
    }

    private static Caller caller(UUID account, Optional<UUID> key, Set<Scope> scopes) {
        return new Caller(
                account,
                "test",
                key,
                Optional.of(UUID.randomUUID()),
                Optional.empty(),
                scopes,
                "free",
                "web",
                ZoneOffset.UTC,
                Optional.empty());
    }

    @Override
    public void close() {
        server.close();
        metrics.close();
    }
}
