package dev.beatboard.service.webhook;

import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import dev.beatboard.service.database.Database;
import dev.beatboard.service.database.Ids;
import dev.beatboard.service.database.TestDatabase;
import dev.beatboard.service.fetch.FetchSettings;
import dev.beatboard.service.fetch.Fetcher;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// A database with two accounts, a clock set by hand, and a queue that runs when the test says so.
final class WebhookFixture implements AutoCloseable {

    static final String DONE = "generation.completed";
    static final String FAILED = "generation.failed";

    final Database database = TestDatabase.fresh();
    final SettableClock time = new SettableClock();
    final Fetcher fetcher = new Fetcher(
            FetchSettings.standard().withSiteAddresses().withPatience(Duration.ofSeconds(1), Duration.ofMillis(500)));
    final Webhooks webhooks;
    final Deliveries deliveries;
    final ManualScheduler queue;
    final UUID mine;
    final UUID other;

    WebhookFixture() {
        time.set(Instant.parse("2026-11-28T12:00:00Z"));
        webhooks = new Webhooks(database, fetcher, Set.of(DONE, FAILED), time::now);
        deliveries = new Deliveries(database, fetcher, time::now);
        queue = TestHelper.createManualScheduler(database.source(), deliveries.task())
                .clock(time)
                .build();
        mine = account("mine");
        other = account("other");
    }

    private UUID account(String name) {
        UUID id = Ids.next(time.now());
        database.<Integer, RuntimeException>system(
                h -> h.createUpdate("insert into account (id, name, plan, created_at) values (?, ?, 'free', ?)")
                        .bind(0, id)
                        .bind(1, name)
                        .bind(2, time.now())
                        .execute());
        return id;
    }

    void happens(UUID account, String event, String json) {
        database.<Integer, RuntimeException>system(h -> {
            deliveries.enqueue(h, account, event, json, time.now());
            return 0;
        });
    }

    void callBack(UUID account, String url, String json) {
        database.<Integer, RuntimeException>system(h -> {
            deliveries.enqueueCallback(h, account, url, json, time.now());
            return 0;
        });
    }

    void later(Duration by) {
        time.tick(by);
        queue.runAnyDueExecutions();
    }

    List<Delivery> log(UUID account) {
        return deliveries.log(account, Optional.empty(), 200);
    }

    long tasks() {
        return database.<Long, RuntimeException>read(h -> h.createQuery("select count(*) from scheduled_tasks")
                .mapTo(long.class)
                .one());
    }

    @Override
    public void close() {
        fetcher.close();
        database.close();
    }
}
