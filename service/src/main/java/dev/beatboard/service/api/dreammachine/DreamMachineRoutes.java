package dev.beatboard.service.api.dreammachine;

import dev.beatboard.service.account.Caller;
import dev.beatboard.service.account.Scope;
import dev.beatboard.service.api.Access;
import dev.beatboard.service.api.Answer;
import dev.beatboard.service.api.Call;
import dev.beatboard.service.api.Dialect;
import dev.beatboard.service.api.Route;
import dev.beatboard.service.api.Routes;
import dev.beatboard.service.api.Throttle;
import dev.beatboard.service.api.order.OrderTaker;
import dev.beatboard.service.api.order.ReferenceCheck;
import dev.beatboard.service.credit.Holder;
import dev.beatboard.service.credit.Ledger;
import dev.beatboard.service.database.Database;
import dev.beatboard.service.generation.Desk;
import dev.beatboard.service.generation.Estimator;
import dev.beatboard.service.generation.Generation;
import dev.beatboard.service.generation.Generations;
import dev.beatboard.service.generation.Order;
import dev.beatboard.service.plan.Plan;
import dev.beatboard.service.plan.Plans;
import dev.beatboard.service.problem.Code;
import dev.beatboard.service.problem.Refusal;
import dev.beatboard.service.view.DreamMachineView;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// `/dream-machine/v1`: the vendor's older API.
public final class DreamMachineRoutes implements Routes {

    private static final String ROOT = "/dream-machine/v1";
    private static final String ALL = ROOT + "/generations";
    private static final String ONE = ALL + "/{id}";
    private static final int PAGE = 100;
    private static final int FARTHEST = 1_000_000;
    private static final double PATIENCE = 60;
    private static final long LOOK_MILLIS = 150;

    private final Database database;
    private final Desk desk;
    private final Plans plans;
    private final Ledger ledger;
    private final DreamMachineOrders orders;
    private final OrderTaker taker;
    private final DreamMachineView view;

    /// @param origin of the service as clients see it
    public DreamMachineRoutes(
            Database database,
            Desk desk,
            Estimator estimator,
            Ledger ledger,
            ReferenceCheck references,
            OrderTaker taker,
            DreamMachineView view,
            Supplier<String> origin) {
        this.database = database;
        this.desk = desk;
        this.plans = desk.plans();
        this.ledger = ledger;
        this.orders = new DreamMachineOrders(estimator, references, taker, origin);
        this.taker = taker;
        this.view = view;
    }

    /// Makes an order of a body.
    private interface Reader {
        Order of(Caller caller, JsonNode body) throws Exception;
    }

    @Override
    public List<Route> routes() {
        Access read = Access.scope(Scope.GENERATIONS_READ);
        Access write = Access.scope(Scope.GENERATIONS_WRITE);
        List<Route> routes = new ArrayList<>(List.of(
                Route.get(ROOT + "/ping", read, _ -> Answer.ok(Map.of("message", "pong"))),
                Route.get(ROOT + "/credits", Access.scope(Scope.ACCOUNT_READ), this::credits),
                Route.get(ALL, read, this::list),
                Route.get(ALL + "/concepts/list", read, _ -> Answer.ok(Concepts.keys())),
                Route.get(ALL + "/camera_motion/list", read, _ -> Answer.ok(Concepts.motions())),
                Route.get(ONE, read, this::get),
                Route.delete(ONE, write, this::delete),
                Route.post(ONE + "/audio", write, this::audio),
                Route.post(ONE + "/upscale", write, this::upscale).throttle(Throttle.CREATE)));
        create(routes, "", orders::video);
        create(routes, "/video", orders::video);
        create(routes, "/video/modify", orders::modify);
        create(routes, "/video/reframe", (c, b) -> orders.reframe(c, b, true));
        create(routes, "/image/reframe", (c, b) -> orders.reframe(c, b, false));
        routes.add(Route.post(ALL + "/image", write, this::image).throttle(Throttle.CREATE));
        return routes.stream().map(r -> r.dialect(Dialect.DREAM_MACHINE)).toList();
    }

    private void create(List<Route> routes, String path, Reader reader) {
        routes.add(Route.post(ALL + path, Access.scope(Scope.GENERATIONS_WRITE), call -> taken(call, reader))
                .throttle(Throttle.CREATE));
    }

    private Answer taken(Call call, Reader reader) throws Exception {
        return taken(call, call.json(), reader);
    }

    private Answer taken(Call call, JsonNode body, Reader reader) throws Exception {
        return taker.take(
                call,
                ALL,
                c -> desk.accept(call.caller(), reader.of(call.caller(), body), c),
                g -> view.of(g, List.of(), call.now()));
    }

    private Answer upscale(Call call) throws Exception {
        UUID id = call.id("id");
        return taken(call, (caller, body) -> orders.upscale(caller, id, body));
    }

    private Answer audio(Call call) {
        orders.own(call.caller(), "id", call.id("id"));
        throw Refusal.of(
                        Code.NOT_SUPPORTED,
                        "Audio is not supported: clips are silent. Spoken lines move lips; put the sound to them in the"
                                + " edit.")
                .exception();
    }

    /// With `sync`, answers when the picture is there, or after `sync_timeout` seconds as it then is.
    private Answer image(Call call) throws Exception {
        JsonNode body = call.json();
        Answer first = taken(call, body, orders::image);
        if (!body.path("sync").asBoolean(false)) {
            return first;
        }
        String location = first.headers().getOrDefault("Location", "");
        UUID id = UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
        double seconds = body.path("sync_timeout").asDouble(PATIENCE);
        long end = System.nanoTime() + (long) (seconds * 1e9);
        while (System.nanoTime() < end && !call.stopping() && !ended(call, id)) {
            Thread.sleep(LOOK_MILLIS);
        }
        return Answer.created(
                        database.tenant(call.caller().account(), h -> shown(h, Generations.need(h, id), call.now())))
                .header("Location", location);
    }

    private boolean ended(Call call, UUID id) {
        return database.tenant(
                call.caller().account(),
                h -> Generations.find(h, id).map(g -> g.state().isFinal()).orElse(true));
    }

    private Answer get(Call call) {
        return Answer.ok(database.tenant(
                call.caller().account(), h -> shown(h, Generations.need(h, call.id("id")), call.now())));
    }

    private ObjectNode shown(Handle h, Generation g, Instant now) {
        return view.of(g, Generations.outputs(h, g), now);
    }

    private Answer delete(Call call) {
        desk.delete(call.caller(), call.id("id"));
        return Answer.nothing();
    }

    private Answer list(Call call) {
        int limit = call.query("limit", PAGE, 1, PAGE);
        int offset = call.query("offset", 0, 0, FARTHEST);
        Generations.Page page = new Generations.Page(
                Optional.empty(),
                limit + 1,
                offset,
                Optional.empty(),
                Optional.empty(),
                Optional.of(dev.beatboard.service.generation.Dialect.DREAM_MACHINE));
        Map<String, Object> answer = new LinkedHashMap<>();
        database.tenant(call.caller().account(), h -> {
            List<Generation> found = Generations.list(h, page);
            boolean more = found.size() > limit;
            List<ObjectNode> shown = (more ? found.subList(0, limit) : found)
                    .stream().map(g -> shown(h, g, call.now())).toList();
            answer.put("has_more", more);
            answer.put("count", shown.size());
            answer.put("limit", limit);
            answer.put("offset", offset);
            answer.put("generations", shown);
            return more;
        });
        return Answer.ok(answer);
    }

    private Answer credits(Call call) {
        Caller caller = call.caller();
        Plan plan = Estimator.plan(caller, plans);
        long credits = database.system(
                        h -> ledger.balance(h, new Holder(caller.account(), plan, caller.zone()), call.now()))
                .available();
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("credit_balance", cents(credits));
        answer.put("credits", credits);
        return Answer.ok(answer);
    }

    /// What the credits would cost in the cheapest plan that is paid for and grants any.
    private BigDecimal cents(long credits) {
        return plans.byId().values().stream()
                .filter(p -> p.price().signum() > 0 && p.monthlyCredits() > 0)
                .min(Comparator.comparing(Plan::price))
                .map(p -> p.price()
                        .movePointRight(2)
                        .multiply(BigDecimal.valueOf(credits))
                        .divide(BigDecimal.valueOf(p.monthlyCredits()), 2, RoundingMode.FLOOR))
                .orElse(BigDecimal.ZERO);
    }
}
