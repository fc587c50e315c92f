package dev.beatboard.service.api;

import dev.beatboard.Director;
import dev.beatboard.asset.Library;
import dev.beatboard.file.video.Ffmpeg;
import dev.beatboard.service.account.Caller;
import dev.beatboard.service.account.Scope;
import dev.beatboard.service.api.agents.GenerationRoutes;
import dev.beatboard.service.api.dreammachine.DreamMachineRoutes;
import dev.beatboard.service.api.order.OrderTaker;
import dev.beatboard.service.api.order.ReferenceCheck;
import dev.beatboard.service.credit.Ledger;
import dev.beatboard.service.database.Database;
import dev.beatboard.service.database.Ids;
import dev.beatboard.service.database.TestDatabase;
import dev.beatboard.service.fetch.FetchSettings;
import dev.beatboard.service.fetch.Fetcher;
import dev.beatboard.service.fetch.MediaLimits;
import dev.beatboard.service.fetch.MediaProbe;
import dev.beatboard.service.generation.Desk;
import dev.beatboard.service.generation.Estimator;
import dev.beatboard.service.generation.Takes;
import dev.beatboard.service.idempotency.Idempotency;
import dev.beatboard.service.plan.Plans;
import dev.beatboard.service.store.SignedLinks;
import dev.beatboard.service.view.ClientAnnouncer;
import dev.beatboard.service.view.DreamMachineView;
import dev.beatboard.service.view.GenerationView;
import dev.beatboard.service.view.Links;
import dev.beatboard.service.webhook.Deliveries;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Optional;
import java.util.UUID;
import javax.imageio.ImageIO;

/// The vendor's dialects over HTTP on a real database, without workers: orders are taken and stay
/// queued unless a test ends them by hand.
public final class DialectFloor implements AutoCloseable {

    public final Database database = TestDatabase.fresh();
    public final TestClient client;
    public final Fetcher fetcher;
    private final Director director;
    private final TestServer server;

    public DialectFloor(Path folder) throws Exception {
        Library library = Library.open(Library.defaultRoot());
        director = new Director(library, 1);
        Plans plans = Plans.load(Optional.empty());
        TestClock clock = new TestClock();
        Estimator estimator = new Estimator(database, plans, new Takes(director), "Beatboard");
        fetcher = new Fetcher(FetchSettings.standard()
                .withSiteAddresses()
                .withPatience(Duration.ofSeconds(2), Duration.ofSeconds(2)));
        Links links = new Links(new SignedLinks(new byte[32]), () -> "http://127.0.0.1");
        Desk desk = new Desk(
                database,
                plans,
                estimator,
                new Ledger(),
                new ClientAnnouncer(new Deliveries(database, fetcher, clock), links),
                clock,
                24);
        OrderTaker taker = new OrderTaker(database, new Idempotency());
        ReferenceCheck references = new ReferenceCheck(
                database,
                fetcher,
                new MediaProbe(Ffmpeg.installed(Library.defaultRoot()), MediaLimits.standard()),
                folder.resolve("incoming"));
        server = new TestServer(
                database,
                new GenerationRoutes(database, desk, estimator, references, taker, new GenerationView(links)),
                new DreamMachineRoutes(
                        database,
                        desk,
                        estimator,
                        new Ledger(),
                        references,
                        taker,
                        new DreamMachineView(links),
                        links::origin));
        client = server.client;
    }

    /// A new account of a plan, whose key may do everything with generations.
    ///
    /// @return the key
    public String account(String plan) {
        return account(plan, EnumSet.allOf(Scope.class));
    }

    public String account(String plan, EnumSet<Scope> scopes) {
        UUID id = Ids.next(server.clock.instant());
        database.system(h -> h.createUpdate("insert into account (id, name, plan, created_at) values (?, 'test', ?, ?)")
                .bind(0, id)
                .bind(1, plan)
                .bind(2, server.clock.instant())
                .execute());
        String token = "bb_" + id;
        server.keys.put(
                token,
                new Caller(
                        id,
                        "test",
                        Optional.of(UUID.randomUUID()),
                        Optional.empty(),
                        Optional.empty(),
                        scopes,
                        plan,
                        "web",
                        ZoneOffset.UTC,
                        Optional.empty()));
        return token;
    }

    /// The account of a key.
    public UUID accountOf(String token) {
        return UUID.fromString(token.substring("bb_".length()));
    }

    public TestClient.Reply post(String token, String path, String json, String... headers) {
        String[] all = java.util.Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Authorization";
        all[headers.length + 1] = "Bearer " + token;
        return client.post(path, json, all);
    }

    public TestClient.Reply get(String token, String path) {
        return client.get(path, "Authorization", "Bearer " + token);
    }

    public TestClient.Reply delete(String token, String path) {
        return client.delete(path, "Authorization", "Bearer " + token);
    }

    /// Ends a generation as a worker would, without its files.
    public void end(String generation, String state, Optional<String> code) {
        database.system(h -> h.createUpdate("""
                        update generation set state = ?, failure_code = ?, failure_reason = ?, started_at = created_at,
                          finished_at = created_at where id = cast(? as uuid)""")
                .bind(0, state)
                .bind(1, code.orElse(null))
                .bind(2, code.map(c -> "It went wrong: " + c).orElse(null))
                .bind(3, generation)
                .execute());
    }

    /// A generation's row.
    public <T> T column(String generation, String name, Class<T> type) {
        return database.<T, RuntimeException>read(
                h -> h.createQuery("select " + name + " from generation where id = cast(? as uuid)")
                        .bind(0, generation)
                        .mapTo(type)
                        .one());
    }

    public int count(String table) {
        return database.<Integer, RuntimeException>read(h ->
                h.createQuery("select count(*) from " + table).mapTo(int.class).one());
    }

    /// A small picture.
    public static byte[] picture(String format) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(16, 9, BufferedImage.TYPE_INT_RGB), format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public void close() {
        server.close();
        fetcher.close();
        director.close();
        database.close();
    }
}
