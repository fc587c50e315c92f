package dev.beatboard.service.work;

import dev.beatboard.Director;
import dev.beatboard.asset.Library;
import dev.beatboard.service.account.Caller;
import dev.beatboard.service.account.TestAccount;
import dev.beatboard.service.credit.Ledger;
import dev.beatboard.service.database.Database;
import dev.beatboard.service.database.TestDatabase;
import dev.beatboard.service.generation.Announcer;
import dev.beatboard.service.generation.Desk;
import dev.beatboard.service.generation.Dialect;
import dev.beatboard.service.generation.Estimator;
import dev.beatboard.service.generation.Generation;
import dev.beatboard.service.generation.Generations;
import dev.beatboard.service.generation.Kind;
import dev.beatboard.service.generation.Order;
import dev.beatboard.service.generation.Takes;
import dev.beatboard.service.plan.Plans;
import dev.beatboard.service.store.ObjectStore;
import dev.beatboard.service.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/// A service without its HTTP side, for tests: database, store, desk and as many workers as wanted.
public final class WorkFloor implements AutoCloseable {

    private static final Announcer NOBODY = (h, g, now) -> {};

    public final Database database;
    public final ObjectStore store;
    public final Plans plans;
    public final Desk desk;
    public final Estimator estimator;
    public final Ledger ledger = new Ledger();
    private final Director director;
    private final Library library;
    private final Path folder;
    private final InstantSource clock = InstantSource.system();

    public WorkFloor(Path folder, int chunkFrames) throws Exception {
        this.folder = folder;
        database = TestDatabase.fresh();
        store = ObjectStore.of(new StoreSettings.Folder(folder.resolve("objects")));
        plans = Plans.load(Optional.empty());
        library = Library.open(Library.defaultRoot());
        director = new Director(library, 1);
        estimator = new Estimator(database, plans, new Takes(director), "Beatboard");
        desk = new Desk(database, plans, estimator, ledger, NOBODY, clock, chunkFrames);
    }

    /// A new account of a plan.
    public Caller account(String plan) {
        return TestAccount.of(database, plan, clock.instant());
    }

    /// A worker that is running.
    public Worker worker(String name) throws IOException {
        return worker(name, 0);
    }

    /// One that keeps frames for later.
    ///
    /// @param cacheBytes how much disk they may take
    public Worker worker(String name, long cacheBytes) throws IOException {
        Worker worker = new Worker(
                database,
                store,
                library,
                plans,
                ledger,
                NOBODY,
                clock,
                new Worker.Settings(1, folder.resolve(name), cacheBytes, false, Duration.ofMillis(100)),
                ChunkWatcher.NONE);
        worker.start();
        return worker;
    }

    /// An order for a clip.
    public static Order order(Kind kind, String shot, String size, List<String> formats, Optional<UUID> parent) {
        return new Order(
                Dialect.BEATBOARD,
                kind,
                kind.label(),
                "beatboard",
                JsonMapper.builder().build().createObjectNode(),
                shot,
                Optional.empty(),
                parent,
                new Order.Picture(Optional.empty(), Optional.empty(), Optional.of(size)),
                formats,
                List.of(),
                List.of(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    /// Waits until a generation has ended.
    public Generation ended(Generation g, Duration patience) throws InterruptedException {
        Instant until = clock.instant().plus(patience);
        while (true) {
            Generation now = database.read(h -> Generations.need(h, g.id()));
            if (now.state().isFinal()) {
                return now;
            }
            if (clock.instant().isAfter(until)) {
                throw new AssertionError("Not ended after " + patience + ": " + now.state() + " " + now.framesDone());
            }
            Thread.sleep(50);
        }
    }

    /// Waits until nothing is left to do.
    public static void drained(Worker worker) throws InterruptedException {
        for (int i = 0; !worker.drained(); i++) {
            if (i > 200) {
                throw new AssertionError("Work is left over.");
            }
            Thread.sleep(50);
        }
    }

    @Override
    public void close() {
        director.close();
        store.close();
        database.close();
    }
}
