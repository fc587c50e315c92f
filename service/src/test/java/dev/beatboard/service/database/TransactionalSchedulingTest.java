package dev.beatboard.service.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TransactionalSchedulingTest {

    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

    /// By a connection of its own: Jdbi would use the thread's open transaction.
    private static long waiting(Database database) throws SQLException {
        try (Connection connection = database.source().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from scheduled_tasks")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Test
    void aTaskIsThereWithTheCommitOnly() throws SQLException {
        try (Database database = TestDatabase.fresh()) {
            assertThatThrownBy(() -> database.system(h -> {
                        TransactionalScheduling.in(h).schedule(new TaskInstance<>("note", "1"), NOW);
                        throw new IllegalStateException("not today");
                    }))
                    .hasMessage("not today");
            assertThat(waiting(database)).isZero();
            database.system(h -> {
                TransactionalScheduling.in(h).schedule(new TaskInstance<>("note", "1"), NOW);
                TransactionalScheduling.in(h)
                        .scheduleBatch(
                                List.of(
                                        new TaskInstance<>("note", "2"),
                                        new TaskInstance<>("note", "3", () -> null, 7)),
                                NOW);
                assertThat(waiting(database)).as("seen by others").isZero();
                // The connection is still good.
                return h.createQuery("select 1").mapTo(int.class).one();
            });
            assertThat(waiting(database)).isEqualTo(3);
        }
    }

    @Test
    void anAccountCannotSchedule() {
        try (Database database = TestDatabase.fresh()) {
            assertThatThrownBy(() -> database.tenant(UUID.randomUUID(), h -> {
                        TransactionalScheduling.in(h).schedule(new TaskInstance<>("note", "1"), NOW);
                        return 1;
                    }))
                    .hasStackTraceContaining("permission denied");
        }
    }

    @Test
    void theSchedulerRunsThem() throws InterruptedException {
        BlockingQueue<String> ran = new LinkedBlockingQueue<>();
        OneTimeTask<Void> task = Tasks.oneTime("note").execute((instance, _) -> ran.add(instance.getId()));
        try (Database database = TestDatabase.fresh()) {
            Scheduler scheduler = Scheduler.create(database.source(), task)
                    .threads(2)
                    .pollUsingLockAndFetch(0.5, 1.0)
                    .enablePriority()
                    .pollingInterval(Duration.ofMillis(50))
                    .build();
            scheduler.start();
            try {
                database.system(h -> {
                    TransactionalScheduling.in(h).scheduleBatch(List.of(task.instance("a"), task.instance("b")), NOW);
                    return 1;
                });
                assertThat(List.of(take(ran), take(ran))).containsExactlyInAnyOrder("a", "b");
            } finally {
                scheduler.stop();
            }
        }
    }

    private static String take(BlockingQueue<String> queue) throws InterruptedException {
        String taken = queue.poll(20, TimeUnit.SECONDS);
        return taken == null ? "" : taken;
    }
}
