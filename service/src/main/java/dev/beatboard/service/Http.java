package dev.beatboard.service;

import dev.beatboard.file.Slate;
import dev.beatboard.service.account.LocalOwner;
import dev.beatboard.service.account.SignIn;
import dev.beatboard.service.api.AccountCallers;
import dev.beatboard.service.api.Network;
import dev.beatboard.service.api.PlanAllowances;
import dev.beatboard.service.api.RouteTable;
import dev.beatboard.service.api.Routes;
import dev.beatboard.service.api.Server;
import dev.beatboard.service.api.ServerSettings;
import dev.beatboard.service.api.SessionCookie;
import dev.beatboard.service.api.account.AccountRoutes;
import dev.beatboard.service.api.account.Browser;
import dev.beatboard.service.api.account.KeyRoutes;
import dev.beatboard.service.api.account.LocalVisitor;
import dev.beatboard.service.api.account.MemberRoutes;
import dev.beatboard.service.api.account.PersonRoutes;
import dev.beatboard.service.api.account.SignInRoutes;
import dev.beatboard.service.api.account.SignUpRoutes;
import dev.beatboard.service.api.agents.GenerationRoutes;
import dev.beatboard.service.api.credit.CreditRoutes;
import dev.beatboard.service.api.credit.PlanRoutes;
import dev.beatboard.service.api.credit.UsageRoutes;
import dev.beatboard.service.api.docs.Description;
import dev.beatboard.service.api.docs.DocsRoutes;
import dev.beatboard.service.api.dreammachine.DreamMachineRoutes;
import dev.beatboard.service.api.generation.EventRoutes;
import dev.beatboard.service.api.generation.FileRoutes;
import dev.beatboard.service.api.health.Check;
import dev.beatboard.service.api.health.HealthRoutes;
import dev.beatboard.service.api.health.Metrics;
import dev.beatboard.service.api.operator.OperatorRoutes;
import dev.beatboard.service.api.order.OrderTaker;
import dev.beatboard.service.api.order.ReferenceCheck;
import dev.beatboard.service.api.project.ShelfRoutes;
import dev.beatboard.service.api.project.UploadRoutes;
import dev.beatboard.service.api.review.GuestRoutes;
import dev.beatboard.service.api.review.ReviewRoutes;
import dev.beatboard.service.api.shot.ImportRoutes;
import dev.beatboard.service.api.shot.PreviewRoutes;
import dev.beatboard.service.api.shot.PriceRoutes;
import dev.beatboard.service.api.shot.PropRoutes;
import dev.beatboard.service.api.shot.ShotRoutes;
import dev.beatboard.service.api.shot.StillRoutes;
import dev.beatboard.service.api.shot.VocabularyRoutes;
import dev.beatboard.service.api.studio.ExampleRoutes;
import dev.beatboard.service.api.studio.PageRoutes;
import dev.beatboard.service.api.studio.StudioPage;
import dev.beatboard.service.api.webhook.WebhookRoutes;
import dev.beatboard.service.generation.NewsWire;
import dev.beatboard.service.project.Shelf;
import dev.beatboard.service.project.Uploads;
import dev.beatboard.service.review.Comments;
import dev.beatboard.service.review.Reviews;
import dev.beatboard.service.view.ClientAnnouncer;
import dev.beatboard.service.view.DreamMachineView;
import dev.beatboard.service.view.GenerationView;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// The service's HTTP side: which routes there are, and what they are made of.
final class Http implements AutoCloseable {

    private static final long LARGE_BODIES = 512L << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Server server;
    private final Metrics metrics;

    private final NewsWire news;

    private Http(Server server, Metrics metrics, NewsWire news) {
        this.news = news;
        this.server = server;
        this.metrics = metrics;
    }

    /// @throws IOException if the studio cannot be read
    static Http start(Features f) throws IOException {
        Metrics metrics = new Metrics();
        metrics.pool(f.database().source());
        NewsWire news = new NewsWire(f.database());
        ServerSettings settings = settings(f.settings().http());
        Server server = Server.start(
                settings,
                new Server.Parts(
                        f.clock(),
                        f.database(),
                        new AccountCallers(
                                f.keys(), f.sessions(), f.settings().accounts().operatorToken()),
                        new PlanAllowances(f.plans(), f.settings().accounts().signUpsPerAddress()),
                        List.of(),
                        (method, route, status, took) -> {
                            metrics.answered(method, route, status, took);
                            f.tracing().request(method, route, status, took);
                        }),
                routes(f, settings, metrics, news));
        return new Http(server, metrics, news);
    }

    private static List<Routes> routes(Features f, ServerSettings settings, Metrics metrics, NewsWire news)
            throws IOException {
        OrderTaker taker = new OrderTaker(f.database(), f.idempotency());
        ReferenceCheck references = new ReferenceCheck(f.database(), f.fetcher(), f.probe(), incoming(f));
        Browser browser = new Browser(f.sessions(), new SessionCookie(settings.tls()));
        SignIn signIn = new SignIn(f.database(), f.passwords());
        ShotRoutes shots = new ShotRoutes(f.takes());
        PreviewRoutes previews = new PreviewRoutes(f.takes(), f.previews());
        Reviews reviews = new Reviews(f.database());
        Comments comments = new Comments(f.database());
        return List.of(
                new GenerationRoutes(
                        f.database(), f.desk(), f.estimator(), references, taker, new GenerationView(f.links())),
                new DreamMachineRoutes(
                        f.database(),
                        f.desk(),
                        f.estimator(),
                        f.ledger(),
                        references,
                        taker,
                        new DreamMachineView(f.links()),
                        f.links()::origin),
                new HealthRoutes(
                        Slate.ENGINE,
                        List.of(
                                new Check("database", f.database()::answers),
                                new Check("store", () -> storeAnswers(f))),
                        metrics,
                        f.settings().http().metricsToken()),
                shots,
                new PriceRoutes(f.database(), f.estimator(), f.ledger()),
                previews,
                new StillRoutes(f.stills()),
                new ImportRoutes(),
                new VocabularyRoutes(f.plans()),
                new PropRoutes(f.director()),
                new FileRoutes(f.database(), f.store(), f.signedLinks(), f.links()),
                new EventRoutes(f.database(), f.store(), f.links(), news, f.clock()),
                new ShelfRoutes(new Shelf(f.database(), Shelf.Kind.PROJECT), Shelf.Kind.PROJECT),
                new ShelfRoutes(new Shelf(f.database(), Shelf.Kind.CAST), Shelf.Kind.CAST),
                new ShelfRoutes(new Shelf(f.database(), Shelf.Kind.SET), Shelf.Kind.SET),
                new ReviewRoutes(reviews, comments, f.links()::origin),
                new GuestRoutes(f.database(), reviews, comments, f.links(), f.stills(), shots, previews),
                new UploadRoutes(
                        new Uploads(f.database(), f.store(), f.fetcher(), f.probe(), f.plans(), incoming(f)),
                        incoming(f)),
                new SignUpRoutes(
                        f.signUp(),
                        f.passkeys(),
                        browser,
                        f.settings().accounts().open()),
                new SignInRoutes(
                        signIn,
                        f.passkeys(),
                        browser,
                        new LocalOwner(f.database()),
                        visitor(f.settings()),
                        f.settings().accounts().open()),
                new PersonRoutes(signIn, f.passkeys(), f.members(), browser),
                new AccountRoutes(f.accounts(), f.auditTrail()),
                new MemberRoutes(f.members(), f.plans()),
                new KeyRoutes(f.keys(), f.plans()),
                new PlanRoutes(f.plans()),
                new CreditRoutes(f.database(), f.ledger(), f.plans()),
                new UsageRoutes(f.database()),
                new WebhookRoutes(f.webhooks(), f.deliveries(), ClientAnnouncer.events()),
                new OperatorRoutes(f.database(), f.accounts(), f.ledger(), f.plans()),
                new PageRoutes(new StudioPage(f.settings().http().studio()), f.links()::origin),
                new ExampleRoutes(),
                new DocsRoutes(Description.load()));
    }

    private static LocalVisitor visitor(Settings s) {
        return LocalVisitor.of(
                s.http().host(),
                s.http().origin(),
                s.accounts().open(),
                s.http().localOwner());
    }

    /// For what comes in, until it is looked at.
    private static Path incoming(Features f) {
        return f.settings().data().resolve("incoming");
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

    RouteTable table() {
        return server.table();
    }

    int port() {
        return server.port();
    }

    String url() {
        return server.url();
    }

    @Override
    public void close() {
        server.close();
        news.close();
        metrics.close();
    }
}
