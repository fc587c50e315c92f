package dev.beatboard.service.farm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.service.crash.Jobs;
import dev.beatboard.service.crash.Part;
import dev.beatboard.service.database.Database;
import dev.beatboard.service.store.S3Server;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Server, PostgreSQL and S3 on one host, a worker on another, and the link between them cut while
/// the worker renders, for longer than its silence is tolerated: another takes over, and when the
/// link is back, the worker goes on by itself. Nothing is lost and nothing counts twice.
@Tag("heavy")
class TwoHostTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    /// After which the worker has to be at work again when the link is back.
    private static final Duration RECOVERY = Duration.ofSeconds(20);
    /// For how long the link stays cut at least, in seconds.
    private static final int CUT = Integer.getInteger("cut", 15);

    private static final int JOBS = 5;

    @TempDir
    Path folder;

    private interface Condition {
        boolean holds() throws Exception;
    }

    @Test
    @Timeout(600)
    void theLinkOfAWorkerIsCutAndNothingIsLostOrCountedTwice() throws Exception {
        TwoHosts.need();
        Jobs jobs = new Jobs(folder);
        int port = Jobs.port();
        try (TwoHosts hosts = TwoHosts.start();
                Part postgres =
                        part(hosts.onServer(), "database", Map.of(), "open-database", "" + port, "198.18.0.0/15");
                S3Server s3 = S3Server.start(folder.resolve("s3"), hosts.onServer(), TwoHosts.SERVER_FROM_HERE)) {
            assertThat(postgres.said()).isEqualTo("" + port);
            int s3Port = s3.settings().endpoint().orElseThrow().getPort();
            Map<String, String> here = environment(TwoHosts.SERVER_FROM_HERE, port, s3Port);
            Map<String, String> there = environment(TwoHosts.SERVER, port, s3Port);
            try (Part service = part(hosts.onServer(), "service", here, "service", "0");
                    Part worker = part(hosts.onWorker(), "remote", there, "worker");
                    Part _ = part(hosts.onWorker(), "holder", there, "hold");
                    Database database = Database.visit(place(port))) {
                String url = service.said().split(" ")[0];
                String key = service.said().split(" ")[1];
                UUID remote = UUID.fromString(worker.said());
                long cut;
                try (Part other = part(hosts.onServer(), "local", here, "worker")) {
                    for (int job = 0; job < JOBS; job++) {
                        jobs.order(url, key, job);
                    }
                    String interrupted = cut(hosts, worker.pid(), remote, database);
                    cut = System.nanoTime();
                    await(
                            other.said() + " takes over " + interrupted,
                            () -> Jobs.count(database, """
                            select count(*) from chunk where state = 'done' and attempt > 1
                            and generation_id || '/' || number = '%s'
                            """.formatted(interrupted)) == 1);
                    System.out.printf("another took over after %.1f s%n", (System.nanoTime() - cut) / 1e9);
                }
                await("the lock of who is cut off is free", () -> free(database));
                Thread.sleep(Math.max(
                        0,
                        Duration.ofSeconds(CUT)
                                .minusNanos(System.nanoTime() - cut)
                                .toMillis()));
                int before = begun(database, remote);
                hosts.restore();
                long restored = System.nanoTime();
                System.out.printf("the link was cut for %.1f s%n", (restored - cut) / 1e9);
                for (int job = JOBS; job < 2 * JOBS; job++) {
                    jobs.order(url, key, job);
                }
                await("the worker renders again", () -> begun(database, remote) > before);
                double seconds = (System.nanoTime() - restored) / 1e9;
                System.out.printf("the worker was at work again after %.1f s%n", seconds);
                jobs.check(database);
                assertThat(seconds).isLessThan(RECOVERY.toSeconds());
            } finally {
                keepLogs();
            }
        }
    }

    /// Cuts the link while the worker is in the middle of a chunk.
    ///
    /// @return the chunk
    private static String cut(TwoHosts hosts, long process, UUID worker, Database database) throws Exception {
        for (int i = 0; i < 3000; i++) {
            Signal.STOP.send(process);
            Optional<String> at = Signal.renders(database, worker);
            if (at.isPresent()) {
                hosts.cut();
                Signal.CONT.send(process);
                return at.get();
            }
            Signal.CONT.send(process);
            Thread.sleep(20);
        }
        throw new AssertionError("The worker never rendered when it was stopped.");
    }

    private static boolean free(Database database) {
        return database.<Boolean, RuntimeException>system(h -> h.createQuery("select pg_try_advisory_xact_lock(7)")
                .mapTo(boolean.class)
                .one());
    }

    /// How many chunks a worker was the last to begin.
    private static int begun(Database database, UUID worker) {
        return Jobs.count(database, "select count(*) from chunk where worker_id = '" + worker + "'");
    }

    private Part part(List<String> prefix, String name, Map<String, String> environment, String... arguments)
            throws Exception {
        String[] all = new String[arguments.length + 1];
        all[0] = arguments[0];
        all[1] = Files.createDirectories(folder.resolve(name)).toString();
        System.arraycopy(arguments, 1, all, 2, arguments.length - 1);
        return Part.start(prefix, folder.resolve(name + ".log"), environment, all);
    }

    private static Map<String, String> environment(String server, int port, int s3Port) {
        Map<String, String> e = new HashMap<>();
        e.put("BEATBOARD_DATABASE_URL", "jdbc:postgresql://" + server + ":" + port + "/postgres?user=postgres");
        e.put("BEATBOARD_DATABASE_CONNECTIONS", "8");
        e.put("BEATBOARD_STORE_KIND", "s3");
        e.put("BEATBOARD_STORE_ENDPOINT", "http://" + server + ":" + s3Port);
        e.put("BEATBOARD_STORE_BUCKET", "beatboard");
        e.put("BEATBOARD_STORE_ACCESS_KEY", "identity");
        e.put("BEATBOARD_STORE_SECRET_KEY", "credential");
        e.put("BEATBOARD_HTTP_HOST", TwoHosts.SERVER_FROM_HERE);
        e.put("BEATBOARD_RENDERING_WORKERS", "0");
        e.put("BEATBOARD_RENDERING_THREADS", "1");
        e.put("BEATBOARD_RENDERING_CHUNK_FRAMES", "2");
        return e;
    }

    private static Database.Place place(int port) {
        return new Database.Place(
                "jdbc:postgresql://" + TwoHosts.SERVER_FROM_HERE + ":" + port + "/postgres?user=postgres", "", "", 4);
    }

    private static void await(String what, Condition condition) throws Exception {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as("%s, within %s", what, PATIENCE).isLessThan(until);
            Thread.sleep(100);
        }
    }

    private void keepLogs() throws Exception {
        try (Stream<Path> logs = Files.list(folder)) {
            for (Path log : logs.filter(p -> p.toString().endsWith(".log")).toList()) {
                Files.copy(log, Path.of("target", "hosts-" + log.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
