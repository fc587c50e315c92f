package dev.beatboard.service.work;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import dev.beatboard.asset.Library;
import dev.beatboard.service.credit.Ledger;
import dev.beatboard.service.database.Database;
import dev.beatboard.service.database.Ids;
import dev.beatboard.service.database.SharedSecrets;
import dev.beatboard.service.generation.Announcer;
import dev.beatboard.service.generation.Closing;
import dev.beatboard.service.generation.FailureCode;
import dev.beatboard.service.plan.Plans;
import dev.beatboard.service.problem.RefusedException;
import dev.beatboard.service.store.ObjectStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One that renders, on whatever machine: takes released chunks one at a time, and joins them.
/// However it ends, what it had begun is begun anew by another.
public final class Worker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    /// How often a chunk may fail, not counting workers that died over it.
    private static final int MOST_FAILURES = 3;
    /// The same if it was the store, the database or a disk that failed: they come back, so that
    /// takes some minutes.
    private static final int MOST_OUTAGES = 9;
    /// How often a chunk may be begun in all: one that kills its workers ends here.
    private static final int MOST_ATTEMPTS = 25;
    private static final Duration HEARTBEAT = Duration.ofSeconds(2);
    private static final int MISSED_HEARTBEATS = 4;
    private static final Duration STOPPING = Duration.ofSeconds(20);
    /// When it is looked again whether all chunks are there.
    private static final Duration INCOMPLETE = Duration.ofSeconds(2);

    private final UUID id;
    private final Database database;
    private final Ledger ledger;
    private final Announcer announcer;
    private final InstantSource clock;
    private final Settings settings;
    private final ChunkWatcher watcher;
    private final Chunks chunks;
    private final Studio studio;
    private final Previews previews;
    private final ChunkRun chunkRun;
    private final AssemblyRun assemblyRun;
    private final Admission admission;
    private final Scheduler scheduler;
    private final ScheduledExecutorService pulse;
    private volatile boolean stopping;

    /// @param threads that render
    /// @param scratch a folder of this worker's own
    /// @param cacheBytes how much disk frames may take that are kept for later
    /// @param shared whether frames are kept in the store for other workers too
    /// @param admission how often it is looked whose turn it is
    public record Settings(int threads, Path scratch, long cacheBytes, boolean shared, Duration admission) {}

    public Worker(
            Database database,
            ObjectStore store,
            Library library,
            Plans plans,
            Ledger ledger,
            Announcer announcer,
            InstantSource clock,
            Settings settings,
            ChunkWatcher watcher)
            throws IOException {
        this.id = Ids.next(clock.instant());
        this.database = database;
        this.ledger = ledger;
        this.announcer = announcer;
        this.clock = clock;
        this.settings = settings;
        this.watcher = watcher;
        Scratch.clear(settings.scratch());
        this.chunks = new Chunks(database, announcer, clock);
        this.studio = new Studio(
                library,
                settings.threads(),
                settings.cacheBytes(),
                settings.scratch(),
                settings.shared(),
                store,
                new SharedSecrets(database));
        this.previews = new Previews(store, database);
        Delivery delivery = new Delivery(database, store, ledger, announcer, clock);
        this.chunkRun = new ChunkRun(chunks, studio, delivery, store, previews, settings.scratch(), id, () -> stopping);
        this.assemblyRun =
                new AssemblyRun(database, chunks, studio, delivery, store, settings.scratch(), () -> stopping);
        this.admission = new Admission(database, plans, clock);
        this.scheduler = scheduler();
        this.pulse = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("pulse").factory());
    }

    private Scheduler scheduler() {
        OneTimeTask<Void> chunk = com.github.kagkarlsson.scheduler.task.helper.Tasks.oneTime(Tasks.CHUNK)
                .onDeadExecutionRevive()
                .onFailure(this::later)
                .execute((instance, context) -> render(Tasks.ChunkId.of(instance.getId())));
        CustomTask<Void> assembly = com.github.kagkarlsson.scheduler.task.helper.Tasks.custom(Tasks.ASSEMBLY)
                .onDeadExecutionRevive()
                .onFailure(this::later)
                .execute((instance, context) ->
                        assemble(UUID.fromString(instance.getId()), context.getExecution().consecutiveFailures)
                                ? new CompletionHandler.OnCompleteRemove<>()
                                : (done, operations) -> operations.reschedule(
                                        done, clock.instant().plus(INCOMPLETE)));
        return Scheduler.create(database.source(), chunk, assembly)
                .schedulerName(new SchedulerName.Fixed(id.toString()))
                .jdbcCustomization(new PostgreSqlJdbcCustomization(false, false))
                .threads(1)
                .pollUsingLockAndFetch(0.5, 1.0)
                .pollingInterval(Duration.ofMillis(300))
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(STOPPING)
                .enablePriority()
                .build();
    }

    /// Joins the others.
    public void start() {
        Instant now = clock.instant();
        database.system(h -> h.createUpdate("""
                        insert into worker (id, host, pid, threads, build, started_at, heartbeat_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .bind(0, id)
                .bind(1, host())
                .bind(2, ProcessHandle.current().pid())
                .bind(3, settings.threads())
                .bind(4, dev.beatboard.file.Slate.ENGINE)
                .bind(5, now)
                .bind(6, now)
                .execute());
        scheduler.start();
        pulse.scheduleWithFixedDelay(this::beat, 0, 5, TimeUnit.SECONDS);
        pulse.scheduleWithFixedDelay(this::admit, 0, settings.admission().toMillis(), TimeUnit.MILLISECONDS);
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }

    private void beat() {
        try {
            database.system(h -> h.createUpdate("update worker set heartbeat_at = ? where id = ?")
                    .bind(0, clock.instant())
                    .bind(1, id)
                    .execute());
        } catch (RuntimeException e) {
            LOG.warn("The database does not answer: {}", e.getMessage());
        }
    }

    private void admit() {
        try {
            if (admission.release() > 0) {
                scheduler.triggerCheckForDueExecutions();
            }
        } catch (RuntimeException e) {
            LOG.warn("No chunk could be released: {}", e.getMessage());
        }
    }

    private void admitSoon() {
        try {
            pulse.execute(this::admit);
        } catch (RejectedExecutionException e) {
            LOG.debug("The worker stops; others release chunks.");
        }
    }

    private void render(Tasks.ChunkId chunk) {
        Optional<Chunks.Begun> begun = chunkRun.begin(chunk);
        if (begun.isEmpty()) {
            return;
        }
        Chunks.Begun b = begun.get();
        if (b.attempt() > MOST_ATTEMPTS) {
            fail(
                    b.generation().id(),
                    "Frames " + b.chunk().firstFrame() + " to " + b.chunk().lastFrame() + " were begun " + MOST_ATTEMPTS
                            + " times and never finished.");
            return;
        }
        long start = System.nanoTime();
        String outcome = "failed";
        try {
            chunkRun.run(b);
            outcome = "done";
            admitSoon();
        } catch (Abandoned e) {
            outcome = "abandoned";
            if (e.again()) {
                throw e;
            }
            LOG.info("Chunk {} was abandoned: {}", chunk, e.getMessage());
        } catch (RefusedException e) {
            fail(b.generation().id(), e.refusal().detail());
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            LOG.error("Chunk {} failed in attempt {}", chunk, b.attempt(), e);
            if (chunks.failed(b) >= most(e)) {
                fail(b.generation().id(), reason(e));
                return;
            }
            throw new IllegalStateException("Chunk " + chunk + " failed", e);
        } finally {
            watcher.left(outcome, Duration.ofNanos(System.nanoTime() - start));
        }
    }

    /// Whether it is over, for better or worse.
    private boolean assemble(UUID generation, int failures) {
        try {
            return assemblyRun.run(generation);
        } catch (Abandoned e) {
            throw e;
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            LOG.error("The assembly of {} failed", generation, e);
            if (failures + 1 >= most(e)) {
                fail(generation, reason(e));
                return true;
            }
            throw new IllegalStateException("The assembly of " + generation + " failed", e);
        }
    }

    private static int most(Throwable e) {
        return e instanceof IOException || e instanceof JdbiException ? MOST_OUTAGES : MOST_FAILURES;
    }

    /// For the client: what is of our machines stays in our log.
    private static String reason(Throwable e) {
        return e instanceof OutOfMemoryError
                ? "The worker ran out of memory."
                : "Rendering failed; nothing was charged. The log has the cause.";
    }

    private void fail(UUID generation, String reason) {
        database.system(h ->
                Closing.fail(h, generation, FailureCode.GENERATION_FAILED, reason, ledger, announcer, clock.instant()));
    }

    /// What failed is tried again soon, then later and later; what was interrupted, at once.
    private void later(ExecutionComplete done, ExecutionOperations<Void> operations) {
        boolean interrupted =
                done.getCause().filter(Abandoned.class::isInstance).isPresent();
        int failures = interrupted ? 0 : done.getExecution().consecutiveFailures;
        Duration delay = interrupted ? Duration.ZERO : Duration.ofSeconds(1L << Math.min(6, failures));
        operations.reschedule(done, clock.instant().plus(delay));
    }

    /// Whether nothing is left to do for any worker.
    public boolean drained() {
        return database.<Boolean, RuntimeException>read(
                h -> h.createQuery("""
                        select not exists (select 1 from chunk where state in ('waiting', 'released'))
                          and not exists (select 1 from scheduled_tasks where task_name in ('chunk', 'assembly'))
                        """).mapTo(boolean.class).one());
    }

    public UUID id() {
        return id;
    }

    /// Gives back what it is at, within a frame's time, and leaves.
    @Override
    public void close() {
        stopping = true;
        pulse.shutdownNow();
        scheduler.stop();
        previews.close();
        studio.close();
        try {
            database.system(h -> h.createUpdate("update worker set stopped_at = ? where id = ?")
                    .bind(0, clock.instant())
                    .bind(1, id)
                    .execute());
        } catch (RuntimeException e) {
            LOG.warn("Leaving could not be noted: {}", e.getMessage());
        }
    }
}
