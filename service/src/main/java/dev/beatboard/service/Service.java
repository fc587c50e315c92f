package dev.beatboard.service;

import dev.beatboard.asset.Library;
import dev.beatboard.service.account.ApiKey;
import dev.beatboard.service.account.SignUp;
import dev.beatboard.service.api.RouteTable;
import dev.beatboard.service.work.Worker;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The running service: HTTP, the desk that takes orders, and workers in this very process
/// (`beatboard serve`).
public final class Service implements AutoCloseable {

    private static final Duration ADMISSION = Duration.ofMillis(250);

    private final Backbone backbone;
    private final Features features;
    private final Http http;
    private final Housekeeping housekeeping;
    private final List<Worker> workers;
    private final Optional<String> firstKey;

    private Service(
            Backbone backbone,
            Features features,
            Http http,
            Housekeeping housekeeping,
            List<Worker> workers,
            Optional<String> firstKey) {
        this.backbone = backbone;
        this.features = features;
        this.http = http;
        this.housekeeping = housekeeping;
        this.workers = workers;
        this.firstKey = firstKey;
    }

    /// Starts it; it is ready when this returns.
    ///
    /// @param library what is installed on this machine
    /// @throws IOException with a message for people
    public static Service start(Settings settings, Library library) throws IOException {
        return start(settings, library, InstantSource.system());
    }

    static Service start(Settings settings, Library library, InstantSource clock) throws IOException {
        Backbone backbone = Backbone.open(settings, true);
        List<AutoCloseable> started = new ArrayList<>(List.of(backbone));
        try {
            Origin origin = new Origin(backbone.database(), settings);
            Features features = Features.of(settings, backbone, library, origin, clock);
            started.add(features);
            Optional<ApiKey.Made> first = firstAccount(features, clock.instant());
            Http http = Http.start(features);
            started.add(http);
            origin.publish(http.url());
            Housekeeping housekeeping = new Housekeeping(features);
            housekeeping.start();
            started.add(housekeeping);
            List<Worker> workers = new ArrayList<>();
            for (int i = 0; i < settings.rendering().workers(); i++) {
                Worker worker = worker(features, library, i);
                worker.start();
                started.add(worker);
                workers.add(worker);
            }
            return new Service(backbone, features, http, housekeeping, workers, first.map(ApiKey.Made::secret));
        } catch (IOException | RuntimeException e) {
            for (AutoCloseable part : started.reversed()) {
                try {
                    part.close();
                } catch (Exception suppressed) {
                    e.addSuppressed(suppressed);
                }
            }
            throw e;
        }
    }

    /// The account of whoever set the service up, made when there is none.
    private static Optional<ApiKey.Made> firstAccount(Features f, Instant now) {
        boolean any = f.database()
                .<Boolean, RuntimeException>read(h -> h.createQuery("select exists (select 1 from account)")
                        .mapTo(boolean.class)
                        .one());
        return any
                ? Optional.empty()
                : new SignUp(f.database(), f.passwords(), f.plans().local().id(), 1)
                        .withKey("Owner", "this machine", Optional.empty(), now)
                        .key();
    }

    private static Worker worker(Features f, Library library, int number) throws IOException {
        Settings.Rendering r = f.settings().rendering();
        return new Worker(
                f.database(),
                f.store(),
                library,
                f.plans(),
                f.ledger(),
                f.announcer(),
                f.clock(),
                new Worker.Settings(
                        r.threads(),
                        f.settings().data().resolve("worker-" + number),
                        r.cacheBytes(),
                        r.share(),
                        ADMISSION),
                f.tracing()::chunk);
    }

    /// Stages an example in the background if the settings say so, so that the first previews come
    /// as quickly as all others.
    public void rehearse() {
        if (features.settings().rendering().rehearse()) {
            Rehearsal.start(features.previews());
        }
    }

    /// All routes that it has.
    RouteTable table() {
        return http.table();
    }

    /// On which it listens.
    int port() {
        return http.port();
    }

    /// Where it is reached.
    public String url() {
        return http.url();
    }

    /// The key of the first account, if this start made it. It is never shown again.
    public Optional<String> firstKey() {
        return firstKey;
    }

    /// Answers what is being asked, gives back what is being rendered, and stops.
    @Override
    public void close() throws IOException {
        http.close();
        workers.forEach(Worker::close);
        housekeeping.close();
        features.close();
        backbone.close();
    }
}
