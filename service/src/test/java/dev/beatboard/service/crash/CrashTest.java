package dev.beatboard.service.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.Director;
import dev.beatboard.Format;
import dev.beatboard.RenderOrder;
import dev.beatboard.RenderProgress;
import dev.beatboard.asset.Library;
import dev.beatboard.service.credit.Audit;
import dev.beatboard.service.credit.Report;
import dev.beatboard.service.database.Database;
import dev.beatboard.service.generation.Generation;
import dev.beatboard.service.generation.Generations;
import dev.beatboard.service.generation.Output;
import dev.beatboard.service.generation.State;
import dev.beatboard.service.generation.Takes;
import dev.beatboard.time.FrameRange;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> SHOTS = Stream.of("morning", "evening", "night")
            .map(light -> """
                    {"title": "Crash", "duration": "0.25s", "keyframes": [
                      {"at": "0s", "prompt": "Wide shot of an empty office, %s light, static camera."}]}
                    """.formatted(light))
            .toList();

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(2))
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private String key = "";
    private int port;

    @Test
    @Timeout(3600)
    void nothingIsLostAndNothingCountsTwiceHoweverOftenProcessesAreKilled() throws Exception {
        List<Map<String, String>> undisturbed = new ArrayList<>();
        for (String shot : SHOTS) {
            undisturbed.add(frames(shot));
        }
        port = free();
        int databasePort = free();
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
                Thread client = Thread.ofPlatform().start(this::order);
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
                        counts[0], counts[1] + counts[2], counts[3], accepted.size());
                check(database.said(), undisturbed);
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

    private final Map<Integer, UUID> accepted = new TreeMap<>();

    /// Orders until all jobs are accepted, each with a key of its own under which it is sent again
    /// until it is answered.
    private void order() {
        for (int job = 0; job < JOBS; job++) {
            JsonNode shot = JSON.readTree(SHOTS.get(job % SHOTS.size()));
            String body = JSON.createObjectNode()
                    .put("prompt", "as directed")
                    .put("type", "video")
                    .put("model", "beatboard")
                    .put("size", "64x64")
                    .set("direction", shot)
                    .set("formats", JSON.createArrayNode().add("png"))
                    .toString();
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/generations"))
                    .timeout(Duration.ofSeconds(10))
                    .header("Authorization", "Bearer " + key)
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", "job-" + job)
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            try {
                accepted.put(job, send(request));
                Thread.sleep(random.nextInt(600));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private UUID send(HttpRequest request) throws InterruptedException {
        while (true) {
            try {
                HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() == 201) {
                    return UUID.fromString(
                            JSON.readTree(answer.body()).path("id").asString(""));
                }
                if (answer.statusCode() < 500 && answer.statusCode() != 409 && answer.statusCode() != 429) {
                    throw new AssertionError(answer.statusCode() + " " + answer.body());
                }
            } catch (IOException e) {
                // The server is away; the same request is sent again.
            }
            Thread.sleep(300);
        }
    }

    private void check(String url, List<Map<String, String>> undisturbed) throws Exception {
        assertThat(accepted).hasSize(JOBS);
        try (Database database = Database.open(new Database.Place(url, "", "", 4))) {
            Map<Integer, Generation> ended = new HashMap<>();
            for (Map.Entry<Integer, UUID> e : accepted.entrySet()) {
                ended.put(e.getKey(), ended(database, e.getValue()));
            }
            int all = database.<Integer, RuntimeException>read(h -> h.createQuery("select count(*) from generation")
                    .mapTo(int.class)
                    .one());
            assertThat(all).as("generations, each ordered once").isEqualTo(JOBS);
            for (Map.Entry<Integer, Generation> e : ended.entrySet()) {
                Generation g = e.getValue();
                assertThat(g.state()).as("%s: %s", g.id(), g.failureReason()).isEqualTo(State.COMPLETED);
                Map<String, String> frames = new TreeMap<>();
                List<Output> outputs =
                        database.<List<Output>, RuntimeException>read(h -> Generations.outputs(h, g.id()));
                for (Output o : outputs) {
                    if (o.name().startsWith("png/")) {
                        frames.put(o.name(), o.sha256());
                    }
                }
                assertThat(frames).isEqualTo(undisturbed.get(e.getKey() % SHOTS.size()));
            }
            Report books = Audit.run(database);
            assertThat(books.clean()).as(books.text()).isTrue();
            int settled = database.<Integer, RuntimeException>read(
                    h -> h.createQuery("select count(*) from journal where kind = 'settle'")
                            .mapTo(int.class)
                            .one());
            assertThat(settled).isEqualTo(JOBS);
        }
    }

    private static Generation ended(Database database, UUID id) throws InterruptedException {
        for (int i = 0; i < 1200; i++) {
            Generation g = database.<Generation, RuntimeException>read(h -> Generations.need(h, id));
            if (g.state().isFinal()) {
                return g;
            }
            Thread.sleep(250);
        }
        throw new AssertionError(id + " has not ended");
    }

    /// The digests of a shot's frames as one process renders them.
    private Map<String, String> frames(String shot) throws Exception {
        Path out = Files.createTempDirectory(folder, "undisturbed");
        try (Director director = new Director(Library.open(Library.defaultRoot()), 2)) {
            RenderOrder order = new RenderOrder(out, "draft", 64, 64, new FrameRange(0, 5), EnumSet.of(Format.PNG));
            director.render(
                    new Takes(director).of(shot, Optional.of(new dev.beatboard.shot.Sizes.Size(64, 64))),
                    order,
                    new RenderProgress() {
                        @Override
                        public void stage(String what) {}

                        @Override
                        public void frame(int done, int of) {}
                    });
        }
        Map<String, String> digests = new TreeMap<>();
        try (Stream<Path> files = Files.list(out.resolve("png"))) {
            for (Path f : files.toList()) {
                byte[] sha = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(f));
                digests.put("png/" + f.getFileName(), HexFormat.of().formatHex(sha));
            }
        }
        return digests;
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
