package dev.beatboard.service.credit;

import dev.beatboard.service.database.Database;
import dev.beatboard.service.database.Ids;
import dev.beatboard.service.database.TestDatabase;
import dev.beatboard.service.plan.InvalidPlans;
import dev.beatboard.service.plan.Plan;
import dev.beatboard.service.plan.Plans;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// A database with a ledger, for tests.
final class Bookkeeping implements AutoCloseable {

    final Database database = TestDatabase.fresh();
    final Ledger ledger = new Ledger();

    static Plan plan(String id) {
        try {
            return Plans.load(Optional.empty()).plan(id).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InvalidPlans e) {
            throw new IllegalStateException(e);
        }
    }

    UUID account(Instant created) {
        UUID id = Ids.next(created);
        system(h -> h.createUpdate("insert into account (id, name, plan, created_at) values (?, 'a', 'free', ?)")
                .bind(0, id)
                .bind(1, created)
                .execute());
        return id;
    }

    Holder holder(String plan, String zone, Instant created) {
        return new Holder(account(created), plan(plan), ZoneId.of(zone));
    }

    <T> T system(org.jdbi.v3.core.HandleCallback<T, RuntimeException> work) {
        return database.system(work);
    }

    Balance balance(Holder holder, Instant now) {
        return system(h -> ledger.balance(h, holder, now));
    }

    long available(Holder holder, Instant now) {
        return balance(holder, now).available();
    }

    UUID held(Holder holder, long credits, Instant now) {
        UUID id = Ids.next(now);
        hold(holder, id, credits, now);
        return id;
    }

    boolean hold(Holder holder, UUID generation, long credits, Instant now) {
        return system(h -> ledger.hold(h, holder, generation, credits, now));
    }

    boolean settle(UUID generation, long credits, Instant now) {
        return system(h -> ledger.settle(h, generation, credits, now));
    }

    boolean release(UUID generation, Instant now) {
        return system(h -> ledger.release(h, generation, now));
    }

    /// Also the generation itself, as the service would leave it.
    void generation(Handle h, UUID id, UUID account, String state, long price, long charged, Instant now) {
        h.createUpdate("""
                        insert into generation (id, account_id, dialect, kind, type, model, request, source, terms, title,
                          state, lane, first_frame, last_frame, price, charged, created_at)
                        values (?, ?, 'beatboard', 'video', 'video', 'm', '{}', '', '{}', '', ?, 'fast', 0, 1, ?, ?, ?)""")
                .bind(0, id)
                .bind(1, account)
                .bind(2, state)
                .bind(3, price)
                .bind(4, charged)
                .bind(5, now)
                .execute();
    }

    @Override
    public void close() {
        database.close();
    }
}
