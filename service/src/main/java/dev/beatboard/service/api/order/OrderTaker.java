package dev.beatboard.service.api.order;

import dev.beatboard.service.account.Caller;
import dev.beatboard.service.api.Answer;
import dev.beatboard.service.api.Call;
import dev.beatboard.service.api.Route;
import dev.beatboard.service.database.Database;
import dev.beatboard.service.generation.Desk;
import dev.beatboard.service.generation.Generation;
import dev.beatboard.service.idempotency.Claim;
import dev.beatboard.service.idempotency.Idempotency;
import dev.beatboard.service.idempotency.Repeat;
import dev.beatboard.service.problem.Code;
import dev.beatboard.service.problem.Refusal;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Takes orders once: whoever sends the same request again, by an `Idempotency-Key` or as a
/// vendor's client that tries again, gets the first answer, and nothing is done or charged twice.
public final class OrderTaker {

    private static final int LONGEST_SHOWN = 200;

    private final Database database;
    private final Idempotency idempotency;
    private final JsonMapper mapper = JsonMapper.builder().build();

    public OrderTaker(Database database, Idempotency idempotency) {
        this.database = database;
        this.idempotency = idempotency;
    }

    /// Reads and takes an order within the desk's own transaction.
    @FunctionalInterface
    public interface Work {
        /// @throws Exception a refusal
        Generation take(Desk.Companion companion) throws Exception;
    }

    /// Ends the transaction because the request was answered before.
    private static final class Replayed extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Claim.Done done;

        Replayed(Claim.Done done) {
            super(null, null, false, false);
            this.done = done;
        }
    }

    /// @param at the path under which generations are, for `Location`
    /// @param view of the generation as this dialect shows it
    /// @return the answer with status 201, or that of the first such request
    public Answer take(Call call, String at, Work work, Function<Generation, ObjectNode> view) throws Exception {
        Optional<Repeat> repeat = call.repeat();
        try {
            // Before what the request refers to is looked at, which may be gone by now.
            repeat.filter(r -> r.kind() != Repeat.Kind.FIRST).ifPresent(r -> peek(r, call));
            Generation g = work.take(companion(repeat, call, view));
            return Answer.created(view.apply(g)).header("Location", at + "/" + g.id());
        } catch (Replayed replayed) {
            Answer answer = Answer.replayed(replayed.done);
            return replayed.done
                    .generation()
                    .map(id -> answer.header("Location", at + "/" + id))
                    .orElse(answer);
        }
    }

    private void peek(Repeat repeat, Call call) {
        database.<Boolean, RuntimeException>system(h -> {
            h.savepoint("peek");
            Claim claim = idempotency.claim(h, repeat, call.now());
            if (claim instanceof Claim.Done done) {
                throw new Replayed(done);
            }
            h.rollbackToSavepoint("peek");
            return true;
        });
    }

    private Desk.Companion companion(Optional<Repeat> repeat, Call call, Function<Generation, ObjectNode> view) {
        if (repeat.isEmpty()) {
            return Desk.Companion.NONE;
        }
        return new Desk.Companion() {
            @Override
            public void begin(Handle h) {
                if (idempotency.claim(h, repeat.get(), call.now()) instanceof Claim.Done done) {
                    throw new Replayed(done);
                }
            }

            @Override
            public void accepted(Handle h, Generation g) {
                idempotency.complete(
                        h, repeat.get(), 201, mapper.writeValueAsString(view.apply(g)), Optional.of(g.id()));
            }
        };
    }

    /// The request as it is kept: media are named by their length.
    ///
    /// @throws dev.beatboard.service.problem.RefusedException 413 if there is too much else
    public static JsonNode kept(JsonNode request) {
        JsonNode copy = request.deepCopy();
        strip(copy);
        if (copy.toString().length() > Route.JSON_BYTES / 2) {
            throw Refusal.of(
                            Code.TOO_LARGE,
                            "Without its media the request has more than " + Route.JSON_BYTES / 2 + " characters.")
                    .exception();
        }
        return copy;
    }

    private static void strip(JsonNode node) {
        if (node instanceof ObjectNode object) {
            JsonNode data = object.get("data");
            if (data != null && data.isString() && data.stringValue().length() > LONGEST_SHOWN) {
                object.put("data", "<" + data.stringValue().length() + " characters of base64>");
            }
        }
        node.forEach(OrderTaker::strip);
    }

    /// A project of the caller's own.
    ///
    /// @throws dev.beatboard.service.problem.RefusedException 404 if there is none
    public void needProject(Caller caller, Optional<UUID> project) {
        if (project.isPresent()
                && !database.<Boolean, RuntimeException>tenant(
                        caller.account(),
                        h -> h.createQuery("select exists (select 1 from project where id = ? and deleted_at is null)")
                                .bind(0, project.get())
                                .mapTo(boolean.class)
                                .one())) {
            throw Refusal.of(Code.NOT_FOUND, "There is no project " + project.get() + ".")
                    .at("/project_id", "There is no such project.")
                    .exception();
        }
    }
}
