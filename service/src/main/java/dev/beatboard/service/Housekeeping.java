package dev.beatboard.service;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.beatboard.service.generation.Generation;
import dev.beatboard.service.generation.Generations;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a service does besides answering: sends messages, and clears away what is over. Of several
/// services on one database, one does each round.
final class Housekeeping implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final int SENDERS = 8;
    private static final int BATCH = 500;
    private static final Duration LOG_KEPT = Duration.ofDays(30);

    private final Features features;
    private final Scheduler scheduler;

    Housekeeping(Features features) {
        this.features = features;
        RecurringTask<Void> grants =
                Tasks.recurring("expire-credits", FixedDelay.ofMinutes(5)).execute((instance, context) -> expire());
        RecurringTask<Void> sweep =
                Tasks.recurring("sweep", FixedDelay.ofMinutes(10)).execute((instance, context) -> sweep());
        RecurringTask<Void> remove =
                Tasks.recurring("remove-deleted", FixedDelay.ofMinutes(1)).execute((instance, context) -> remove());
        scheduler = Scheduler.create(
                        features.database().source(), features.deliveries().task())
                .startTasks(grants, sweep, remove)
                .jdbcCustomization(new PostgreSqlJdbcCustomization(false, false))
                .threads(SENDERS)
                .pollUsingLockAndFetch(0.5, 1.0)
                .pollingInterval(Duration.ofMillis(500))
                .heartbeatInterval(Duration.ofSeconds(10))
                .missedHeartbeatsLimit(6)
                .shutdownMaxWait(Duration.ofSeconds(10))
                .enablePriority()
                .build();
    }

    void start() {
        scheduler.start();
    }

    private void expire() {
        Instant now = features.clock().instant();
        int done = BATCH;
        while (done == BATCH) {
            done = features.ledger().expireEnded(features.database(), now, BATCH);
        }
    }

    private void sweep() {
        Instant now = features.clock().instant();
        features.sessions().sweep(now);
        features.passkeys().sweep(now);
        features.deliveries().forget(now.minus(LOG_KEPT));
        features.database().system(h -> features.idempotency().sweep(h, now));
    }

    /// Removes the files of generations that were deleted.
    private void remove() {
        for (Generation g : Generations.deleted(features.database(), BATCH)) {
            try {
                features.store().deleteAll(g.folder());
                Generations.removed(features.database(), g.id());
            } catch (IOException e) {
                LOG.warn("The files of a deleted generation could not be removed: {}", e.getMessage());
            }
        }
    }

    @Override
    public void close() {
        scheduler.stop();
    }
}
