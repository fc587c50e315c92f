package dev.beatboard.service.api.health;

import dev.beatboard.service.api.Access;
import dev.beatboard.service.api.Answer;
import dev.beatboard.service.api.Call;
import dev.beatboard.service.api.Route;
import dev.beatboard.service.api.Routes;
import dev.beatboard.service.api.Throttle;
import dev.beatboard.service.problem.Code;
import dev.beatboard.service.problem.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// `/health`, `/ready` and `/metrics`.
public final class HealthRoutes implements Routes {

    private final String version;
    private final List<Check> checks;
    private final Metrics metrics;
    private final Optional<String> token;

    /// @param version of the program
    /// @param token opens the metrics from anywhere; without it, from this machine only
    public HealthRoutes(String version, List<Check> checks, Metrics metrics, Optional<String> token) {
        this.version = version;
        this.checks = List.copyOf(checks);
        this.metrics = metrics;
        this.token = token;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/health", Access.open(), _ -> Answer.ok(Map.of("status", "ok", "version", version)))
                        .throttle(Throttle.NONE),
                Route.get("/ready", Access.open(), _ -> ready()).throttle(Throttle.NONE),
                Route.get("/metrics", Access.open(), this::metrics).throttle(Throttle.NONE));
    }

    private Answer ready() {
        Map<String, String> found = new TreeMap<>();
        boolean all = true;
        for (Check check : checks) {
            boolean holds = check.holds().getAsBoolean();
            all &= holds;
            found.put(check.name(), holds ? "ok" : "away");
        }
        Answer answer = Answer.of(all ? 200 : 503, Map.of("status", all ? "ready" : "not_ready", "checks", found));
        return all ? answer : answer.header("Retry-After", "2");
    }

    private Answer metrics(Call call) {
        boolean allowed = token.map(t -> MessageDigest.isEqual(
                        ("Bearer " + t).getBytes(StandardCharsets.UTF_8),
                        call.header("Authorization").orElse("").getBytes(StandardCharsets.UTF_8)))
                .orElseGet(call::fromThisMachine);
        if (!allowed) {
            throw Refusal.of(
                            Code.FORBIDDEN,
                            "Metrics are for this machine, or for whoever sends the configured token as Bearer.")
                    .exception();
        }
        return Answer.text(200, "text/plain; version=0.0.4; charset=utf-8", metrics.scrape());
    }
}
