package dev.beatboard.service.api.shot;

import dev.beatboard.service.account.Caller;
import dev.beatboard.service.account.Scope;
import dev.beatboard.service.api.Access;
import dev.beatboard.service.api.Answer;
import dev.beatboard.service.api.Call;
import dev.beatboard.service.api.Route;
import dev.beatboard.service.api.Routes;
import dev.beatboard.service.api.Throttle;
import dev.beatboard.service.credit.Balance;
import dev.beatboard.service.credit.Holder;
import dev.beatboard.service.credit.Ledger;
import dev.beatboard.service.database.Database;
import dev.beatboard.service.generation.Dialect;
import dev.beatboard.service.generation.Estimate;
import dev.beatboard.service.generation.Estimator;
import dev.beatboard.service.generation.Kind;
import dev.beatboard.service.generation.Order;
import dev.beatboard.service.plan.Lane;
import dev.beatboard.service.plan.Tier;
import dev.beatboard.service.problem.Refusal;
import dev.beatboard.service.problem.RefusedException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Says what an order would cost, and which frames an edit of an earlier one renders anew. Nothing
/// is ordered and nothing is held.
public final class PriceRoutes implements Routes {

    private final Database database;
    private final Estimator estimator;
    private final Ledger ledger;

    public PriceRoutes(Database database, Estimator estimator, Ledger ledger) {
        this.database = database;
        this.estimator = estimator;
        this.ledger = ledger;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.post("/v1/shots/price", Access.scope(Scope.GENERATIONS_READ), this::price)
                .throttle(Throttle.READ));
    }

    /// The terms of an order.
    ///
    /// @param shot the shot as an object, also called `direction`
    /// @param kind `video` or `still`
    /// @param aspectRatio another name for `aspect`
    /// @param parentId of which it would be an edit
    record Asked(
            Optional<JsonNode> shot,
            Optional<JsonNode> direction,
            Optional<Kind> kind,
            Optional<String> resolution,
            Optional<String> aspect,
            Optional<String> aspectRatio,
            Optional<String> size,
            Optional<List<String>> formats,
            Optional<List<String>> layers,
            Optional<List<String>> colorSpaces,
            Optional<Boolean> burnIn,
            Optional<String> queue,
            Optional<UUID> parentId) {

        Asked {
            shot = given(shot);
            direction = given(direction);
        }

        /// What is absent is read as a node that is missing.
        private static Optional<JsonNode> given(Optional<JsonNode> node) {
            return node.filter(n -> !n.isMissingNode() && !n.isNull());
        }
    }

    private Answer price(Call call) throws IOException {
        Asked asked = call.json(Asked.class);
        Order order = order(asked);
        Estimator.Reading reading = Estimator.Reading.of(order.shot());
        Estimate e = estimator.estimate(call.caller(), order, reading);
        Balance balance = balance(call);
        ObjectNode o = JsonNodeFactory.instance.objectNode();
        o.put("credits", e.credits());
        o.put("resolution", e.tier().label());
        o.put("quality", e.terms().quality());
        o.put("width", e.terms().width());
        o.put("height", e.terms().height());
        o.put("queue", e.lane().label());
        o.put("frames", e.frames().count());
        o.put("kept", e.kept());
        o.put("new", e.fresh());
        ArrayNode ranges = o.putArray("ranges");
        e.ranges().forEach(r -> ranges.addObject().put("from", r.first()).put("to", r.last()));
        o.put("explanation", e.explanation());
        o.put("suffices", balance.available() >= e.credits());
        if (call.caller().may(Scope.ACCOUNT_READ)) {
            o.put("available", balance.available());
        }
        ArrayNode warnings = o.putArray("warnings");
        e.notices()
                .forEach(n -> warnings.addObject()
                        .put("code", n.code())
                        .put("field", n.field())
                        .put("message", n.message()));
        others(o.putArray("resolutions"), call.caller(), order, reading);
        return Answer.ok(o);
    }

    private static Order order(Asked a) {
        if (a.shot().isPresent() == a.direction().isPresent()) {
            throw Refusal.field("/shot", "The shot is needed, once: as shot or as direction.")
                    .exception();
        }
        return new Order(
                Dialect.BEATBOARD,
                a.kind().orElse(Kind.VIDEO),
                "price",
                "beatboard",
                JsonNodeFactory.instance.objectNode(),
                a.shot().or(a::direction).orElseThrow().toString(),
                Optional.empty(),
                a.parentId(),
                new Order.Picture(a.resolution(), a.aspect().or(a::aspectRatio), a.size()),
                texts(a.formats(), "/formats"),
                texts(a.layers(), "/layers"),
                texts(a.colorSpaces(), "/color_spaces"),
                a.burnIn().orElse(false),
                Optional.empty(),
                a.queue().map(PriceRoutes::lane),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private static List<String> texts(Optional<List<String>> list, String pointer) {
        List<String> texts = list.orElse(List.of());
        if (texts.size() > 64 || texts.stream().anyMatch(java.util.Objects::isNull)) {
            throw Refusal.field(pointer, "A list of at most 64 names belongs here.")
                    .exception();
        }
        return texts;
    }

    private static Lane lane(String label) {
        return Lane.of(label)
                .orElseThrow(() -> Refusal.unknown(
                                "/queue",
                                label,
                                Arrays.stream(Lane.values()).map(Lane::label).toList())
                        .exception());
    }

    private Balance balance(Call call) {
        Caller caller = call.caller();
        Holder holder = new Holder(caller.account(), estimator.plan(caller), caller.zone());
        return database.<Balance, RuntimeException>system(h -> ledger.balance(h, holder, call.now()));
    }

    /// The same order in all resolutions, all frames of it new.
    private void others(ArrayNode array, Caller caller, Order order, Estimator.Reading reading) {
        for (String label : Tier.labels()) {
            ObjectNode o = array.addObject().put("resolution", label);
            try {
                o.put(
                        "credits",
                        estimator.estimate(caller, plain(order, label), reading).credits());
            } catch (RefusedException e) {
                o.put("refused", e.refusal().detail());
                if (e.refusal().members().get("plan") instanceof String plan) {
                    o.put("plan", plan);
                }
            }
        }
    }

    private static Order plain(Order o, String resolution) {
        return new Order(
                o.dialect(),
                o.kind(),
                o.type(),
                o.model(),
                o.request(),
                o.shot(),
                o.project(),
                Optional.empty(),
                new Order.Picture(Optional.of(resolution), o.picture().aspect(), Optional.empty()),
                o.formats(),
                o.layers(),
                o.colorSpaces(),
                o.burnIn(),
                o.stillFormat(),
                o.lane(),
                o.callbackUrl(),
                o.endUser(),
                o.notices());
    }
}
