package dev.beatboard.service;

import dev.beatboard.Director;
import dev.beatboard.asset.Library;
import dev.beatboard.service.account.ApiKey;
import dev.beatboard.service.account.Keys;
import dev.beatboard.service.account.Passwords;
import dev.beatboard.service.account.SignUp;
import dev.beatboard.service.api.Network;
import dev.beatboard.service.api.Server;
import dev.beatboard.service.api.ServerSettings;
import dev.beatboard.service.credit.Ledger;
import dev.beatboard.service.generation.Announcer;
import dev.beatboard.service.generation.Desk;
import dev.beatboard.service.generation.Estimator;
import dev.beatboard.service.generation.Takes;
import dev.beatboard.service.work.Worker;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The running service: HTTP, the desk that takes orders, and workers in this very process
/// (`beatboard serve`).
public final class Service implements AutoCloseable {

    private static final Duration ADMISSION = Duration.ofMillis(250);
    private static final long LARGE_BODIES = 512L << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Backbone backbone;
    private final Server server;
    private final Keys keys;
    private final Director director;
    private final List<Worker> workers;
    private final Optional<String> firstKey;

    private Service(
            Backbone backbone,
            Server server,
            Keys keys,
            Director director,
            List<Worker> workers,
            Optional<String> firstKey) {
        this.backbone = backbone;
        this.server = server;
        this.keys = keys;
        this.director = director;
        this.workers = workers;
        this.firstKey = firstKey;
    }

    /// Starts it; it is ready when this returns.
    ///
    /// @param library what is installed on this machine
    /// @throws IOException with a message for people
    public static Service start(Settings settings, Library library) throws IOException {
        InstantSource clock = InstantSource.system();
        Backbone backbone = Backbone.open(settings, true);
        try {
            Keys keys = new Keys(backbone.database());
            Passwords passwords = new Passwords(Passwords.Strength.OWASP);
            Optional<ApiKey.Made> first = FirstAccount.make(
                    backbone.database(),
                    new SignUp(backbone.database(), passwords, backbone.plans().local().id(), 1),
                    clock.instant());
            Director director = new Director(library, 1);
            Announcer announcer = Wiring.announcer(backbone, settings);
            Ledger ledger = new Ledger();
            Estimator estimator = new Estimator(
                    backbone.database(),
                    backbone.plans(),
                    new Takes(director),
                    settings.rendering().watermark());
            Desk desk = new Desk(
                    backbone.database(),
                    backbone.plans(),
                    estimator,
                    ledger,
                    announcer,
                    clock,
                    settings.rendering().chunkFrames());
            Server server = Wiring.server(settings, backbone, clock, keys, desk, estimator, ledger);
            List<Worker> workers = new ArrayList<>();
            for (int i = 0; i < settings.rendering().workers(); i++) {
                Worker worker = new Worker(
                        backbone.database(),
                        backbone.store(),
                        library,
                        backbone.plans(),
                        ledger,
                        announcer,
                        clock,
                        new Worker.Settings(
                                settings.rendering().threads(),
                                settings.data().resolve("worker-" + i),
                                settings.rendering().cacheBytes(),
                                settings.rendering().share(),
                                ADMISSION));
                worker.start();
                workers.add(worker);
            }
            return new Service(
                    backbone, server, keys, director, workers, first.map(ApiKey.Made::secret));
        } catch (IOException | RuntimeException e) {
            backbone.close();
            throw e;
        }
    }

    static ServerSettings http(Settings settings) {
        Settings.Http h = settings.http();
        return new ServerSettings(
                h.host(),
                h.port(),
                h.origin(),
                h.proxies().stream().map(Network::parse).toList(),
                h.cors(),
                h.metricsToken(),
                LARGE_BODIES,
                PATIENCE);
    }

    /// Where it is reached.
    public String url() {
        return server.url();
    }

    /// The key of the first account, if this start made it. It is never shown again.
    public Optional<String> firstKey() {
        return firstKey;
    }

    /// Answers what is being asked, gives back what is being rendered, and stops.
    @Override
    public void close() throws IOException {
        server.close();
        workers.forEach(Worker::close);
        director.close();
        keys.close();
        backbone.close();
    }
}
