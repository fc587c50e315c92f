package dev.beatboard.service;

import dev.beatboard.service.database.Database;
import dev.beatboard.service.database.EmbeddedServer;
import dev.beatboard.service.plan.InvalidPlans;
import dev.beatboard.service.plan.Plans;
import dev.beatboard.service.store.ObjectStore;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a service and its workers have in common: the database, the store, the plans.
record Backbone(@Nullable EmbeddedServer embedded, Database database, ObjectStore store, Plans plans)
        implements AutoCloseable {

    /// Workers say that they live every 2 seconds; what answers so late is as good as cut off.
    private static final Duration WORKER_ANSWER = Duration.ofSeconds(15);

    /// @param own whether a PostgreSQL of our own may be started
    /// @throws IOException with a message for people
    static Backbone open(Settings settings, boolean own) throws IOException {
        Plans plans;
        try {
            plans = Plans.load(settings.plans());
        } catch (InvalidPlans e) {
            throw new IOException(e.getMessage(), e);
        }
        if (settings.database().isEmpty() && !own) {
            throw new IOException("A worker needs the service's database: set database.url in its settings file or"
                    + " BEATBOARD_DATABASE_URL, such as jdbc:postgresql://host/beatboard.");
        }
        Files.createDirectories(settings.data());
        EmbeddedServer embedded = settings.database().isEmpty() ? EmbeddedServer.start(settings.data(), 0) : null;
        try {
            Database.Place place = settings.database()
                    .orElseGet(() -> Objects.requireNonNull(embedded).place(settings.connections()));
            Database database = connect(place, own);
            try {
                return new Backbone(embedded, database, ObjectStore.of(settings.store()), plans);
            } catch (IOException | RuntimeException e) {
                database.close();
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            if (embedded != null) {
                embedded.close();
            }
            throw e;
        }
    }

    private static Database connect(Database.Place place, boolean own) throws IOException {
        try {
            return own ? Database.open(place) : Database.open(place, WORKER_ANSWER);
        } catch (RuntimeException e) {
            throw new IOException(
                    "The database at " + place.url().replaceAll("[?].*", "") + " cannot be used: "
                            + Optional.ofNullable(e.getMessage())
                                    .orElse(e.getClass().getSimpleName()),
                    e);
        }
    }

    @Override
    public void close() throws IOException {
        store.close();
        database.close();
        if (embedded != null) {
            embedded.close();
        }
    }
}
