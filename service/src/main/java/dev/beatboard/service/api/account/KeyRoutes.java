package dev.beatboard.service.api.account;

import dev.beatboard.service.account.ApiKey;
import dev.beatboard.service.account.Keys;
import dev.beatboard.service.account.Scope;
import dev.beatboard.service.api.Access;
import dev.beatboard.service.api.Answer;
import dev.beatboard.service.api.Call;
import dev.beatboard.service.api.Page;
import dev.beatboard.service.api.Route;
import dev.beatboard.service.api.Routes;
import dev.beatboard.service.plan.Plans;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// `/v1/keys`.
public final class KeyRoutes implements Routes {

    private static final Access ACCESS = Access.scope(Scope.KEYS_WRITE);

    private final Keys keys;
    private final Plans plans;

    public KeyRoutes(Keys keys, Plans plans) {
        this.keys = keys;
        this.plans = plans;
    }

    record New(String name, List<String> scopes, Optional<Instant> expiresAt) {}

    record Rotation(Optional<Long> overlapSeconds) {}

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/v1/keys", ACCESS, this::list),
                Route.post("/v1/keys", ACCESS, this::create),
                Route.post("/v1/keys/{key}/rotate", ACCESS, this::rotate),
                Route.delete("/v1/keys/{key}", ACCESS, this::revoke));
    }

    private Answer list(Call call) {
        return Answer.ok(new Page<>(
                keys.list(call.caller()).stream()
                        .map(k -> KeyView.of(k, call.now()))
                        .toList(),
                Optional.empty()));
    }

    private Answer create(Call call) throws IOException {
        New body = call.json(New.class);
        int most = plans.plan(call.caller().plan()).map(p -> p.limits().keys()).orElse(Keys.MOST);
        ApiKey.Made made =
                keys.create(call.caller(), body.name(), Scope.parse(body.scopes()), body.expiresAt(), most, call.now());
        return Answer.created(KeyView.of(made, call.now()));
    }

    private Answer rotate(Call call) throws IOException {
        Rotation body = call.body().length == 0 ? new Rotation(Optional.empty()) : call.json(Rotation.class);
        long seconds = Math.clamp(body.overlapSeconds().orElse(0L), -1, Integer.MAX_VALUE);
        ApiKey.Made made = keys.rotate(call.caller(), call.id("key"), Duration.ofSeconds(seconds), call.now());
        return Answer.created(KeyView.of(made, call.now()));
    }

    private Answer revoke(Call call) {
        keys.revoke(call.caller(), call.id("key"), call.now());
        return Answer.nothing();
    }
}
