package dev.beatboard.service.api.webhook;

import dev.beatboard.service.account.AuditTrail;
import dev.beatboard.service.account.Scope;
import dev.beatboard.service.api.Access;
import dev.beatboard.service.api.Answer;
import dev.beatboard.service.api.Call;
import dev.beatboard.service.api.Page;
import dev.beatboard.service.api.Route;
import dev.beatboard.service.api.Routes;
import dev.beatboard.service.problem.Code;
import dev.beatboard.service.problem.Refusal;
import dev.beatboard.service.webhook.Deliveries;
import dev.beatboard.service.webhook.Delivery;
import dev.beatboard.service.webhook.Webhook;
import dev.beatboard.service.webhook.WebhookException;
import dev.beatboard.service.webhook.Webhooks;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;

/// `/v1/webhooks` and `/v1/webhook-deliveries`.
public final class WebhookRoutes implements Routes {

    private static final Access ACCESS = Access.scope(Scope.WEBHOOKS_WRITE);
    private static final int PAGE = 50;
    private static final int LONGEST_PAGE = 100;

    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final List<String> events;

    /// @param events those that there are
    public WebhookRoutes(Webhooks webhooks, Deliveries deliveries, Set<String> events) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.events = List.copyOf(new TreeSet<>(events));
    }

    record New(String url, Optional<List<String>> events) {}

    record Secret(UUID id, String secret) {

        /// Leaves out the secret, as it could end up in a log.
        @Override
        public String toString() {
            return "Secret[" + id + "]";
        }
    }

    record Sent(UUID deliveryId) {}

    record View(
            UUID id,
            String url,
            List<String> events,
            boolean enabled,
            Instant createdAt,
            Optional<Instant> failingSince,
            Optional<Instant> disabledAt,
            Optional<String> disabledReason) {

        static View of(Webhook w) {
            return new View(
                    w.id(),
                    w.url(),
                    w.events(),
                    w.disabledAt().isEmpty(),
                    w.createdAt(),
                    w.failingSince(),
                    w.disabledAt(),
                    w.disabledReason());
        }
    }

    record DeliveryView(
            UUID id,
            Optional<UUID> webhookId,
            String url,
            String event,
            String body,
            Delivery.State state,
            int attempts,
            Optional<Integer> lastStatus,
            Optional<String> lastError,
            Instant createdAt,
            Optional<Instant> attemptedAt,
            Optional<Instant> nextAt) {

        static DeliveryView of(Delivery d) {
            return new DeliveryView(
                    d.id(),
                    d.webhook(),
                    d.url(),
                    d.event(),
                    d.body(),
                    d.state(),
                    d.attempts(),
                    d.lastStatus(),
                    d.lastError(),
                    d.createdAt(),
                    d.attemptedAt(),
                    d.nextAt());
        }
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/v1/webhooks/events", Access.known(), _ -> Answer.ok(new Page<>(events, Optional.empty()))),
                Route.get("/v1/webhooks", ACCESS, this::list),
                Route.post("/v1/webhooks", ACCESS, this::create),
                Route.delete("/v1/webhooks/{webhook}", ACCESS, this::delete),
                Route.post("/v1/webhooks/{webhook}/enable", ACCESS, this::enable),
                Route.post("/v1/webhooks/{webhook}/disable", ACCESS, this::disable),
                Route.post("/v1/webhooks/{webhook}/rotate", ACCESS, this::rotate),
                Route.post("/v1/webhooks/{webhook}/test", ACCESS, this::test),
                Route.get("/v1/webhook-deliveries", ACCESS, this::log),
                Route.post("/v1/webhook-deliveries/{delivery}/redeliver", ACCESS, this::redeliver));
    }

    private Answer list(Call call) {
        return Answer.ok(new Page<>(
                webhooks.list(call.caller().account()).stream().map(View::of).toList(), Optional.empty()));
    }

    private Answer create(Call call) throws IOException {
        New body = call.json(New.class);
        Set<String> wanted = new LinkedHashSet<>(body.events().orElse(List.of("*")));
        try {
            Webhook.Secret made = webhooks.create(
                    call.caller().account(),
                    body.url(),
                    wanted,
                    note(call, "webhook.created", Map.of("url", body.url(), "events", List.copyOf(wanted))));
            return Answer.created(new Secret(made.id(), made.secret()));
        } catch (WebhookException e) {
            String message = String.valueOf(e.getMessage());
            throw switch (e.reason()) {
                case INVALID_URL -> Refusal.field("/url", message).exception();
                case UNKNOWN_EVENT -> Refusal.field("/events", message).exception();
                case TOO_MANY -> Refusal.of(Code.CONFLICT, message).exception();
            };
        }
    }

    private Answer delete(Call call) {
        return changed(call, webhooks.delete(account(call), id(call), note(call, "webhook.deleted", Map.of())));
    }

    private Answer enable(Call call) {
        return changed(call, webhooks.enable(account(call), id(call), note(call, "webhook.enabled", Map.of())));
    }

    private Answer disable(Call call) {
        return changed(call, webhooks.disable(account(call), id(call), note(call, "webhook.disabled", Map.of())));
    }

    private Answer rotate(Call call) {
        Webhook.Secret made = webhooks.rotate(account(call), id(call), note(call, "webhook.rotated", Map.of()))
                .orElseThrow(() -> unknown(call));
        return Answer.ok(new Secret(made.id(), made.secret()));
    }

    private Answer test(Call call) {
        UUID id = id(call);
        if (webhooks.list(account(call)).stream().noneMatch(w -> w.id().equals(id))) {
            throw unknown(call);
        }
        UUID delivery = deliveries
                .test(account(call), id)
                .orElseThrow(() -> Refusal.of(Code.CONFLICT, "The webhook is disabled; enable it first.")
                        .exception());
        return Answer.of(202, new Sent(delivery));
    }

    private Answer log(Call call) {
        int limit = call.query("limit", PAGE, 1, LONGEST_PAGE);
        return Answer.ok(Page.of(deliveries.log(account(call), call.before(), limit + 1), limit, d -> d.id().toString())
                .map(DeliveryView::of));
    }

    private Answer redeliver(Call call) {
        UUID id = call.id("delivery");
        if (!deliveries.has(account(call), id)) {
            throw Refusal.of(Code.NOT_FOUND, "There is no message " + id + ".").exception();
        }
        if (!deliveries.redeliver(account(call), id)) {
            throw Refusal.of(Code.CONFLICT, "The message is on its way.").exception();
        }
        return Answer.of(202, new Sent(id));
    }

    private static Answer changed(Call call, boolean there) {
        if (!there) {
            throw unknown(call);
        }
        return Answer.nothing();
    }

    private static RuntimeException unknown(Call call) {
        return Refusal.of(Code.NOT_FOUND, "There is no webhook " + id(call) + ".")
                .exception();
    }

    private static UUID account(Call call) {
        return call.caller().account();
    }

    private static UUID id(Call call) {
        return call.id("webhook");
    }

    private static BiConsumer<Handle, UUID> note(Call call, String action, Map<String, ?> detail) {
        return (h, id) -> AuditTrail.record(h, call.caller(), action, id.toString(), detail, call.now());
    }
}
