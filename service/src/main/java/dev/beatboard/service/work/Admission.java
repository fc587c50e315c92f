package dev.beatboard.service.work;

import dev.beatboard.service.database.Database;
import dev.beatboard.service.database.TransactionalScheduling;
import dev.beatboard.service.plan.Lane;
import dev.beatboard.service.plan.Plan;
import dev.beatboard.service.plan.Plans;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// Releases chunks to the workers, a few at a time: what is released is handed out first come first
/// served, so whose turn it is must be decided before, and as late as possible.
final class Admission {

    /// Chunks released per worker: one that it renders and one that is ready when that is done.
    private static final int PER_WORKER = 2;
    /// Released chunks if no worker is known.
    private static final int LEAST = 2;
    /// A worker that was silent for so long is gone.
    static final Duration SILENCE = Duration.ofSeconds(30);
    /// The number of the lock that only one process holds at a time.
    private static final long LOCK = 0x62656174_61646D69L;

    private final Database database;
    private final Plans plans;
    private final InstantSource clock;

    Admission(Database database, Plans plans, InstantSource clock) {
        this.database = database;
        this.plans = plans;
        this.clock = clock;
    }

    /// Releases what can be released now; nothing if another process is at it.
    ///
    /// @return how many chunks were released
    int release() {
        Instant now = clock.instant();
        return database.system(h -> {
            boolean mine = h.createQuery("select pg_try_advisory_xact_lock(?)")
                    .bind(0, LOCK)
                    .mapTo(boolean.class)
                    .one();
            return mine ? release(h, now) : 0;
        });
    }

    private int release(Handle h, Instant now) {
        int slots = Math.max(LEAST, PER_WORKER * workers(h, now))
                - h.createQuery("select count(*) from chunk where state = 'released'")
                        .mapTo(int.class)
                        .one();
        if (slots <= 0) {
            return 0;
        }
        List<Fairness.Choice> chosen = Fairness.choose(accounts(h, slots), slots, now);
        for (Fairness.Choice c : chosen) {
            Tasks.ChunkId id = c.waiting().chunk();
            h.createUpdate("""
                            update chunk set state = 'released', released_at = ?
                            where generation_id = ? and number = ? and state = 'waiting'
                            """)
                    .bind(0, now)
                    .bind(1, id.generation())
                    .bind(2, id.number())
                    .execute();
            TransactionalScheduling.in(h)
                    .scheduleIfNotExists(
                            Tasks.CHUNK
                                    .instance(id.toString())
                                    .priority(c.priority())
                                    .build(),
                            now);
        }
        return chosen.size();
    }

    private static int workers(Handle h, Instant now) {
        return h.createQuery("select count(*) from worker where stopped_at is null and heartbeat_at > ?")
                .bind(0, now.minus(SILENCE))
                .mapTo(int.class)
                .one();
    }

    private List<Fairness.Account> accounts(Handle h, int slots) {
        record Row(UUID id, String plan, int underWay) {}
        List<Row> rows = h.createQuery("""
                        select a.id, a.plan,
                          (select count(*) from chunk c where c.account_id = a.id and c.state = 'released') as under_way
                        from account a where exists (
                          select 1 from chunk c where c.account_id = a.id and c.state = 'waiting')
                        """)
                .map((r, c) -> new Row(r.getObject("id", UUID.class), r.getString("plan"), r.getInt("under_way")))
                .list();
        List<Fairness.Account> accounts = new ArrayList<>();
        for (Row row : rows) {
            List<Fairness.Waiting> waiting = new ArrayList<>(next(h, row.id(), Lane.FAST, slots));
            waiting.addAll(next(h, row.id(), Lane.RELAXED, slots));
            int weight = plans.plan(row.plan())
                    .map(Plan::limits)
                    .map(l -> l.weight())
                    .orElse(1);
            accounts.add(new Fairness.Account(row.id(), weight, row.underWay(), waiting));
        }
        return accounts;
    }

    private static List<Fairness.Waiting> next(Handle h, UUID account, Lane lane, int slots) {
        return h.createQuery("""
                        select generation_id, number, created_at from chunk
                        where account_id = ? and lane = ? and state = 'waiting'
                        order by generation_id, number limit ?
                        """)
                .bind(0, account)
                .bind(1, lane.label())
                .bind(2, slots)
                .map((r, c) -> new Fairness.Waiting(
                        new Tasks.ChunkId(r.getObject("generation_id", UUID.class), r.getInt("number")),
                        lane,
                        r.getTimestamp("created_at").toInstant()))
                .list();
    }
}
