package dev.beatboard.service.api.agents;

import dev.beatboard.service.account.Scope;
import dev.beatboard.service.api.Access;
import dev.beatboard.service.api.Answer;
import dev.beatboard.service.api.Call;
import dev.beatboard.service.api.Route;
import dev.beatboard.service.api.Routes;
import dev.beatboard.service.api.Throttle;
import dev.beatboard.service.api.order.OrderTaker;
import dev.beatboard.service.api.order.ReferenceCheck;
import dev.beatboard.service.database.Database;
import dev.beatboard.service.generation.Desk;
import dev.beatboard.service.generation.Estimator;
import dev.beatboard.service.generation.Generation;
import dev.beatboard.service.generation.Generations;
import dev.beatboard.service.generation.State;
import dev.beatboard.service.problem.Refusal;
import dev.beatboard.service.view.GenerationView;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// `/v1/generations`: order, see, list, cancel, try again and delete.
public final class GenerationRoutes implements Routes {

    private static final String ALL = "/v1/generations";
    private static final String ONE = ALL + "/{id}";
    private static final int PAGE = 20;
    private static final int LONGEST_PAGE = 100;

    private final Database database;
    private final Desk desk;
    private final AgentsOrders orders;
    private final OrderTaker taker;
    private final GenerationView view;

    public GenerationRoutes(
            Database database,
            Desk desk,
            Estimator estimator,
            ReferenceCheck references,
            OrderTaker taker,
            GenerationView view) {
        this.database = database;
        this.desk = desk;
        this.orders = new AgentsOrders(estimator, references, taker);
        this.taker = taker;
        this.view = view;
    }

    @Override
    public List<Route> routes() {
        Access read = Access.scope(Scope.GENERATIONS_READ);
        Access write = Access.scope(Scope.GENERATIONS_WRITE);
        return List.of(
                Route.post(ALL, write, this::create).bodies(Route.MEDIA_BYTES).throttle(Throttle.CREATE),
                Route.get(ALL, read, this::list),
                Route.get(ONE, read, this::get),
                Route.delete(ONE, write, this::delete),
                Route.post(ONE + "/cancel", write, this::cancel),
                Route.post(ONE + "/retry", write, this::retry).throttle(Throttle.CREATE));
    }

    private Answer create(Call call) throws Exception {
        JsonNode body = call.json();
        return taker.take(
                call,
                ALL,
                c -> desk.accept(call.caller(), orders.of(call.caller(), body), c),
                g -> fresh(g, call.now()));
    }

    private Answer retry(Call call) throws Exception {
        UUID id = call.id("id");
        return taker.take(call, ALL, c -> desk.retry(call.caller(), id, c), g -> fresh(g, call.now()));
    }

    private ObjectNode fresh(Generation g, Instant now) {
        return view.of(g, List.of(), now);
    }

    private Answer get(Call call) {
        return Answer.ok(database.tenant(
                call.caller().account(), h -> shown(h, Generations.need(h, call.id("id")), call.now())));
    }

    private ObjectNode shown(Handle h, Generation g, Instant now) {
        return view.of(g, Generations.outputs(h, g), now);
    }

    private Answer list(Call call) {
        int limit = call.query("limit", PAGE, 1, LONGEST_PAGE);
        Generations.Page page = new Generations.Page(
                id(call, "cursor"),
                limit + 1,
                0,
                call.query("state").map(GenerationRoutes::state),
                id(call, "project_id"),
                Optional.empty());
        Map<String, Object> answer = new LinkedHashMap<>();
        database.tenant(call.caller().account(), h -> {
            List<Generation> found = Generations.list(h, page);
            boolean more = found.size() > limit;
            List<Generation> shown = more ? found.subList(0, limit) : found;
            answer.put(
                    "generations",
                    shown.stream().map(g -> shown(h, g, call.now())).toList());
            answer.put("has_more", more);
            if (more) {
                answer.put("next_cursor", shown.getLast().id().toString());
            }
            return more;
        });
        return Answer.ok(answer);
    }

    private static State state(String label) {
        return Arrays.stream(State.values())
                .filter(s -> s.label().equals(label))
                .findFirst()
                .orElseThrow(() -> Refusal.unknown(
                                "state",
                                label,
                                Arrays.stream(State.values()).map(State::label).toList())
                        .exception());
    }

    private static Optional<UUID> id(Call call, String name) {
        return call.query(name).map(text -> {
            if (text.length() == 36) {
                try {
                    return UUID.fromString(text);
                } catch (IllegalArgumentException e) {
                    // Refused below.
                }
            }
            throw Refusal.field(name, "The parameter " + name + " is an identifier, not " + Refusal.quoted(text) + ".")
                    .exception();
        });
    }

    private Answer cancel(Call call) {
        return Answer.ok(view.of(desk.cancel(call.caller(), call.id("id")), List.of(), call.now()));
    }

    private Answer delete(Call call) {
        desk.delete(call.caller(), call.id("id"));
        return Answer.nothing();
    }
}
