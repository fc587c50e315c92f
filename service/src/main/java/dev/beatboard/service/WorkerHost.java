package dev.beatboard.service;

import dev.beatboard.asset.Library;
import dev.beatboard.file.Slate;
import dev.beatboard.service.credit.Ledger;
import dev.beatboard.service.database.SharedSecrets;
import dev.beatboard.service.fetch.Fetcher;
import dev.beatboard.service.generation.Announcer;
import dev.beatboard.service.store.SignedLinks;
import dev.beatboard.service.trace.Tracing;
import dev.beatboard.service.view.ClientAnnouncer;
import dev.beatboard.service.view.Links;
import dev.beatboard.service.webhook.Deliveries;
import dev.beatboard.service.work.Worker;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A process that does nothing but render for a service (`beatboard worker`).
public final class WorkerHost implements AutoCloseable {

    private static final Duration ADMISSION = Duration.ofSeconds(2);
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Backbone backbone;
    private final Fetcher fetcher;
    private final Tracing tracing;
    private final Worker worker;

    private WorkerHost(Backbone backbone, Fetcher fetcher, Tracing tracing, Worker worker) {
        this.backbone = backbone;
        this.fetcher = fetcher;
        this.tracing = tracing;
        this.worker = worker;
    }

    /// Joins a service.
    ///
    /// @param library what is installed on this machine
    /// @throws IOException with a message for people
    public static WorkerHost start(Settings settings, Library library) throws IOException {
        InstantSource clock = InstantSource.system();
        Backbone backbone = Backbone.open(settings, false);
        try {
            Fetcher fetcher = Features.fetcher(settings);
            Tracing tracing = Tracing.to(settings.collector(), Slate.ENGINE, clock);
            Links links = new Links(
                    new SignedLinks(new SharedSecrets(backbone.database()).random("links")),
                    new Origin(backbone.database(), settings)::url);
            Announcer announcer = new ClientAnnouncer(new Deliveries(backbone.database(), fetcher, clock), links);
            Worker worker = new Worker(
                    backbone.database(),
                    backbone.store(),
                    library,
                    backbone.plans(),
                    new Ledger(),
                    announcer,
                    clock,
                    new Worker.Settings(
                            settings.rendering().threads(),
                            settings.data().resolve("worker"),
                            settings.rendering().cacheBytes(),
                            settings.rendering().share(),
                            ADMISSION),
                    tracing::chunk);
            worker.start();
            return new WorkerHost(backbone, fetcher, tracing, worker);
        } catch (IOException | RuntimeException e) {
            backbone.close();
            throw e;
        }
    }

    /// Waits until nothing is left to do for any worker, or it is to stop.
    public void drain(CountDownLatch stopped) throws InterruptedException {
        while (!worker.drained() && !stopped.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
            // Looked again.
        }
    }

    public String id() {
        return worker.id().toString();
    }

    @Override
    public void close() throws IOException {
        worker.close();
        tracing.close();
        fetcher.close();
        backbone.close();
    }
}
