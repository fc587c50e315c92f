package dev.beatboard.service;

import dev.beatboard.file.Slate;
import dev.beatboard.service.api.AccountCallers;
import dev.beatboard.service.api.Network;
import dev.beatboard.service.api.PlanAllowances;
import dev.beatboard.service.api.Routes;
import dev.beatboard.service.api.Server;
import dev.beatboard.service.api.ServerSettings;
import dev.beatboard.service.api.agents.GenerationRoutes;
import dev.beatboard.service.api.docs.Description;
import dev.beatboard.service.api.docs.DocsRoutes;
import dev.beatboard.service.api.health.Check;
import dev.beatboard.service.api.health.HealthRoutes;
import dev.beatboard.service.api.health.Metrics;
import dev.beatboard.service.api.order.OrderTaker;
import dev.beatboard.service.api.order.ReferenceCheck;
import dev.beatboard.service.view.GenerationView;
import dev.beatboard.service.api.shot.ImportRoutes;
import dev.beatboard.service.api.shot.PreviewRoutes;
import dev.beatboard.service.api.shot.PriceRoutes;
import dev.beatboard.service.api.shot.ShotRoutes;
import dev.beatboard.service.api.shot.VocabularyRoutes;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/// The service's HTTP side: which routes there are, and what they are made of.
final class Http implements AutoCloseable {

    private static final long LARGE_BODIES = 512L << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Server server;
    private final Metrics metrics;

    private Http(Server server, Metrics metrics) {
        this.server = server;
        this.metrics = metrics;
    }

    static Http start(Features f) {
        Metrics metrics = new Metrics();
        metrics.pool(f.database().source());
        Server server = Server.start(
                settings(f.settings().http()),
                new Server.Parts(
                        f.clock(),
                        f.database(),
                        new AccountCallers(f.keys(), f.sessions()),
                        new PlanAllowances(f.plans(), f.settings().accounts().signUpsPerAddress()),
                        List.of(),
                        metrics),
                routes(f, metrics));
        return new Http(server, metrics);
    }

    private static List<Routes> routes(Features f, Metrics metrics) {
        OrderTaker taker = new OrderTaker(f.database(), f.idempotency());
        ReferenceCheck references = new ReferenceCheck(
                f.database(), f.fetcher(), f.probe(), f.settings().data().resolve("incoming"));
        return List.of(
                new GenerationRoutes(
                        f.database(), f.desk(), f.estimator(), references, taker, new GenerationView(f.links())),
                new HealthRoutes(
                        Slate.ENGINE,
                        List.of(
                                new Check("database", f.database()::answers),
                                new Check("store", () -> storeAnswers(f))),
                        metrics,
                        f.settings().http().metricsToken()),
                new DocsRoutes(Description.load()),
                new ShotRoutes(f.takes()),
                new PriceRoutes(f.database(), f.estimator(), f.ledger()),
                new PreviewRoutes(f.takes()),
                new ImportRoutes(),
                new VocabularyRoutes(f.plans()));
    }

    private static boolean storeAnswers(Features f) {
        try {
            f.store().head("ready");
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static ServerSettings settings(Settings.Http h) {
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

    String url() {
        return server.url();
    }

    @Override
    public void close() {
        server.close();
        metrics.close();
    }
}
