package dev.beatboard.service.generation;

import dev.beatboard.service.account.Caller;
import dev.beatboard.service.credit.Holder;
import dev.beatboard.service.credit.Ledger;
import dev.beatboard.service.database.Database;
import dev.beatboard.service.database.Ids;
import dev.beatboard.service.plan.Lane;
import dev.beatboard.service.plan.Plan;
import dev.beatboard.service.plan.Plans;
import dev.beatboard.service.problem.Code;
import dev.beatboard.service.problem.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// Takes orders, and calls them off. An order that is taken is held for, queued and told of in one
/// transaction: either all of it happened or nothing.
public final class Desk {

    /// When to ask again if as much is under way as the plan allows.
    private static final Duration BUSY = Duration.ofSeconds(10);

    private final Database database;
    private final Plans plans;
    private final Estimator estimator;
    private final Ledger ledger;
    private final Announcer announcer;
    private final InstantSource clock;
    private final int chunkFrames;

    /// @param chunkFrames frames that are rendered as one task
    public Desk(
            Database database,
            Plans plans,
            Estimator estimator,
            Ledger ledger,
            Announcer announcer,
            InstantSource clock,
            int chunkFrames) {
        this.database = database;
        this.plans = plans;
        this.estimator = estimator;
        this.ledger = ledger;
        this.announcer = announcer;
        this.clock = clock;
        this.chunkFrames = chunkFrames;
    }

    /// What else belongs into the transaction that takes an order, such as remembering its answer.
    public interface Companion {

        Companion NONE = new Companion() {
            @Override
            public void begin(Handle h) {
                // Nothing goes before.
            }

            @Override
            public void accepted(Handle h, Generation g) {
                // Nothing goes after.
            }
        };

        /// Before anything else; what it throws ends the transaction.
        void begin(Handle h);

        void accepted(Handle h, Generation g);
    }

    /// Takes an order.
    ///
    /// @throws dev.beatboard.service.problem.RefusedException if it is wrong, beyond the plan or too
    ///     much at once
    /// @throws dev.beatboard.service.credit.InsufficientCredits if the account has less
    public Generation accept(Caller caller, Order order, Companion companion) {
        Estimate estimate = estimator.estimate(caller, order);
        Plan plan = estimator.plan(caller);
        Instant now = clock.instant();
        return database.system(h -> {
            companion.begin(h);
            // One order of an account at a time, so that its limits are exact.
            boolean open = h.createQuery("select 1 from account where id = ? and closed_at is null for update")
                    .bind(0, caller.account())
                    .mapTo(int.class)
                    .findOne()
                    .isPresent();
            if (!open) {
                throw Refusal.of(Code.FORBIDDEN, "The account is closed.").exception();
            }
            checkLimits(h, caller.account(), plan, estimate.lane(), now);
            UUID id = Ids.next(now);
            ledger.hold(h, new Holder(caller.account(), plan, caller.zone()), id, estimate.credits(), now);
            insert(h, caller, order, estimate, id, now);
            Generation g = Generations.need(h, id);
            announcer.changed(h, g, now);
            companion.accepted(h, g);
            return g;
        });
    }

    private static void checkLimits(Handle h, UUID account, Plan plan, Lane lane, Instant now) {
        int under = h.createQuery("""
                        select count(*) from generation
                        where account_id = ? and state in ('queued', 'processing') and lane = ?
                        """)
                .bind(0, account)
                .bind(1, lane.label())
                .mapTo(int.class)
                .one();
        int most = plan.limits().concurrent(lane);
        if (under >= most) {
            throw Refusal.of(
                            Code.TOO_MANY_JOBS,
                            "The " + plan.title() + " plan has " + most + " generations under way at once in the "
                                    + lane.label() + " queue, and " + under + " are.")
                    .retryAfter(BUSY)
                    .exception();
        }
        int lately = h.createQuery("select count(*) from generation where account_id = ? and id > ?")
                .bind(0, account)
                .bind(1, Ids.first(now.minus(Duration.ofMinutes(1))))
                .mapTo(int.class)
                .one();
        if (lately >= plan.limits().generationsPerMinute()) {
            throw Refusal.of(
                            Code.RATE_LIMITED,
                            "The " + plan.title() + " plan takes "
                                    + plan.limits().generationsPerMinute() + " orders a minute.")
                    .retryAfter(BUSY)
                    .exception();
        }
    }

    private void insert(Handle h, Caller caller, Order order, Estimate e, UUID id, Instant now) {
        h.createUpdate("""
                        insert into generation (id, account_id, project_id, parent_id, api_key_id, dialect, kind, type,
                          model, request, source, terms, title, state, lane, first_frame, last_frame, frames_kept,
                          price, warnings, callback_url, end_user, created_at)
                        values (:id, :account, :project, :parent, :key, :dialect, :kind, :type, :model,
                          cast(:request as jsonb), :source, cast(:terms as jsonb), :title, 'queued', :lane, :first,
                          :last, :kept, :price, cast(:warnings as jsonb), :callback, :user, :now)
                        """)
                .bind("id", id)
                .bind("account", caller.account())
                .bind("project", order.project().orElse(null))
                .bind("parent", order.parent().orElse(null))
                .bind("key", caller.key().orElse(null))
                .bind("dialect", order.dialect().label())
                .bind("kind", order.kind().label())
                .bind("type", order.type())
                .bind("model", order.model())
                .bind("request", GenerationRow.JSON.writeValueAsString(order.request()))
                .bind("source", order.shot())
                .bind("terms", GenerationRow.JSON.writeValueAsString(e.terms()))
                .bind("title", e.title())
                .bind("lane", e.lane().label())
                .bind("first", e.frames().first())
                .bind("last", e.frames().last())
                .bind("kept", e.kept())
                .bind("price", e.credits())
                .bind("warnings", GenerationRow.JSON.writeValueAsString(e.notices()))
                .bind("callback", order.callbackUrl().orElse(null))
                .bind("user", order.endUser().orElse(null))
                .bind("now", now)
                .execute();
        List<Chunk> chunks = Chunk.split(e.frames().first(), e.frames().last(), chunkFrames);
        PreparedBatch batch = h.prepareBatch("""
                insert into chunk (generation_id, account_id, number, first_frame, last_frame, lane, state, created_at)
                values (:g, :account, :number, :first, :last, :lane, 'waiting', :now)
                """);
        for (Chunk c : chunks) {
            batch.bind("g", id)
                    .bind("account", caller.account())
                    .bind("number", c.number())
                    .bind("first", c.firstFrame())
                    .bind("last", c.lastFrame())
                    .bind("lane", e.lane().label())
                    .bind("now", now)
                    .add();
        }
        batch.execute();
    }

    /// Calls an order off: nothing of it is charged. One that is finished stays as it is.
    ///
    /// @throws dev.beatboard.service.problem.RefusedException (CONFLICT) if it is completed or failed
    public Generation cancel(Caller caller, UUID id) {
        database.tenant(caller.account(), h -> Generations.need(h, id));
        Instant now = clock.instant();
        return database.system(h -> {
            Generation g = Generations.lock(h, id).orElseThrow();
            if (g.state() == State.CANCELLED) {
                return g;
            }
            if (g.state().isFinal()) {
                throw Refusal.of(Code.CONFLICT, "It is " + g.state().label() + " already.")
                        .with("state", g.state().label())
                        .exception();
            }
            Closing.end(h, g, State.CANCELLED, Optional.empty(), Optional.empty(), ledger, announcer, now);
            return Generations.need(h, id);
        });
    }

    /// Forgets a generation; one that is under way is called off first. Its files go later.
    public void delete(Caller caller, UUID id) {
        Generation g = database.tenant(caller.account(), h -> Generations.need(h, id));
        if (!g.state().isFinal()) {
            cancel(caller, id);
        }
        database.system(h -> h.createUpdate("update generation set deleted_at = ? where id = ?")
                .bind(0, clock.instant())
                .bind(1, id)
                .execute());
    }

    /// The same order again, such as after a failure; it is paid for anew.
    public Generation retry(Caller caller, UUID id, Companion companion) {
        Generation g = database.tenant(caller.account(), h -> Generations.need(h, id));
        if (g.state() != State.FAILED && g.state() != State.CANCELLED) {
            throw Refusal.of(
                            Code.CONFLICT,
                            "It is " + g.state().label() + "; only what failed or was cancelled is tried again.")
                    .exception();
        }
        return accept(caller, again(g), companion);
    }

    private static Order again(Generation g) {
        RenderTerms t = g.terms();
        return new Order(
                g.dialect(),
                g.kind(),
                g.type(),
                g.model(),
                g.request(),
                g.source(),
                g.project(),
                Optional.of(g.id()),
                new Order.Picture(Optional.empty(), Optional.empty(), Optional.of(t.width() + "x" + t.height())),
                t.formats(),
                t.layers(),
                t.colorSpaces(),
                t.burnIn(),
                t.stillFormat(),
                Lane.of(g.lane()),
                g.callbackUrl(),
                g.endUser(),
                List.of());
    }

    /// The plans by which it takes orders.
    public Plans plans() {
        return plans;
    }
}
