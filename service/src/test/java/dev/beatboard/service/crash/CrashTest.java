package dev.beatboard.service.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.service.database.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Server, workers and PostgreSQL as processes of their own, of which one after the other is killed
/// without warning while small jobs run. Nothing that was accepted may be lost, nothing may be done
/// twice in the books, and every frame has to be the one that an undisturbed rendering gives.
///
/// `-Dkills=100` for the long form.
@Tag("heavy")
class CrashTest {

    private static final int KILLS = Integer.getInteger("kills", 5);
    private static final int JOBS = KILLS + 7;
    private static final long SEED = Long.getLong("seed", 20261128L);

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);
    private String key = "";
    private int port;

    @Test
    @Timeout(3600)
    void nothingIsLostAndNothingCountsTwiceHoweverOftenProcessesAreKilled() throws Exception {
        Jobs jobs = new Jobs(folder);
        port = Jobs.port();
        int databasePort = Jobs.port();
        Path data = folder.resolve("database");
        try (Part database =
                Part.start(folder.resolve("database.log"), Map.of(), "database", data.toString(), "" + databasePort)) {
            Map<String, String> environment = Map.of(
                    "BEATBOARD_DATABASE_URL", database.said(),
                    "BEATBOARD_DATABASE_CONNECTIONS", "12",
                    "BEATBOARD_STORE_FOLDER", folder.resolve("objects").toString(),
                    "BEATBOARD_RENDERING_WORKERS", "0",
                    "BEATBOARD_RENDERING_THREADS", "1",
                    "BEATBOARD_RENDERING_CHUNK_FRAMES", "2");
            try (Part service = service(environment);
                    Part one = worker(environment, "one");
                    Part two = worker(environment, "two")) {
                key = service.said().split(" ")[1];
                Thread client = Thread.ofPlatform().start(() -> order(jobs));
                List<Part> parts = List.of(service, one, two);
                int killed = 0;
                int[] counts = new int[4];
                while (killed < KILLS) {
                    Thread.sleep(500 + random.nextInt(3000));
                    int victim = random.nextInt(4);
                    counts[victim]++;
                    killed++;
                    if (victim == 3) {
                        long pid = Long.parseLong(Files.readAllLines(data.resolve("postgres/postmaster.pid"))
                                .getFirst()
                                .strip());
                        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
                    } else {
                        parts.get(victim).kill();
                        parts.get(victim).restart();
                    }
                }
                client.join();
                System.out.printf(
                        "killed: service %d, workers %d, PostgreSQL %d; accepted %d%n",
                        counts[0], counts[1] + counts[2], counts[3], jobs.accepted());
                assertThat(jobs.accepted()).isEqualTo(JOBS);
                try (Database look = Database.open(new Database.Place(database.said(), "", "", 4))) {
                    jobs.check(look);
                }
            } finally {
                try (Stream<Path> logs = Files.list(folder)) {
                    for (Path log :
                            logs.filter(p -> p.toString().endsWith(".log")).toList()) {
                        Files.copy(
                                log,
                                Path.of("target", "crash-" + log.getFileName()),
                                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                    }
                }
            }
        }
    }

    private Part service(Map<String, String> environment) throws IOException {
        return Part.start(
                folder.resolve("service.log"),
                environment,
                "service",
                folder.resolve("service").toString(),
                "" + port);
    }

    private Part worker(Map<String, String> environment, String name) throws IOException {
        return Part.start(
                folder.resolve(name + ".log"),
                environment,
                "worker",
                folder.resolve(name).toString());
    }

    /// Orders until all jobs are accepted.
    private void order(Jobs jobs) {
        try {
            for (int job = 0; job < JOBS; job++) {
                jobs.order("http://127.0.0.1:" + port, key, job);
                Thread.sleep(random.nextInt(600));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
