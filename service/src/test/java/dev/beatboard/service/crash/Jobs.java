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
import dev.beatboard.shot.Sizes;
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
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Small jobs, of six frames of 64 by 64 pixels each, and what has to hold when they have ended
/// however they were disturbed.
public final class Jobs {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final List<String> SHOTS = Stream.of("morning", "evening", "night")
            .map(light -> """
                    {"title": "Crash", "duration": "0.25s", "keyframes": [
                      {"at": "0s", "prompt": "Wide shot of an empty office, %s light, static camera."}]}
                    """.formatted(light))
            .toList();

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(2))
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    private final Map<Integer, UUID> accepted = new TreeMap<>();
    private final List<Map<String, String>> undisturbed = new ArrayList<>();

    /// Renders every shot in this process first: what the jobs have to give.
    ///
    /// @param folder for temporary files
    public Jobs(Path folder) throws Exception {
        try (Director director = new Director(Library.open(Library.defaultRoot()), 2)) {
            for (String shot : SHOTS) {
                undisturbed.add(frames(director, shot, Files.createTempDirectory(folder, "undisturbed")));
            }
        }
    }

    /// The digests of a shot's frames as one process renders them.
    private static Map<String, String> frames(Director director, String shot, Path out) throws Exception {
        RenderOrder order = new RenderOrder(out, "draft", 64, 64, new FrameRange(0, 5), EnumSet.of(Format.PNG));
        director.render(new Takes(director).of(shot, Optional.of(new Sizes.Size(64, 64))), order, RenderProgress.NONE);
        Map<String, String> digests = new TreeMap<>();
        try (Stream<Path> files = Files.list(out.resolve("png"))) {
            for (Path f : files.toList()) {
                byte[] sha = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(f));
                digests.put("png/" + f.getFileName(), HexFormat.of().formatHex(sha));
            }
        }
        return digests;
    }

    /// Orders a job, under a key of its own with which it is sent again until it is answered.
    public void order(String url, String key, int job) throws InterruptedException {
        JsonNode shot = JSON.readTree(SHOTS.get(job % SHOTS.size()));
        String body = JSON.createObjectNode()
                .put("prompt", "as directed")
                .put("type", "video")
                .put("model", "beatboard")
                .put("size", "64x64")
                .set("direction", shot)
                .set("formats", JSON.createArrayNode().add("png"))
                .toString();
        accepted.put(job, accept(url, key, "job-" + job, body));
    }

    /// Orders whatever a body says, again and again until it is accepted.
    ///
    /// @param name under which it counts once
    /// @return the generation
    public static UUID accept(String url, String key, String name, String body) throws InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(url + "/v1/generations"))
                .timeout(Duration.ofSeconds(10))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", name)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private static UUID send(HttpRequest request) throws InterruptedException {
        while (true) {
            try {
                HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
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

    public int accepted() {
        return accepted.size();
    }

    /// Waits until all have ended, and checks that they are whole, that every frame is as
    /// undisturbed, and that the books balance and have each job once.
    public void check(Database database) throws InterruptedException {
        Map<Integer, Generation> ended = new HashMap<>();
        for (Map.Entry<Integer, UUID> e : accepted.entrySet()) {
            ended.put(e.getKey(), ended(database, e.getValue()));
        }
        assertThat(count(database, "select count(*) from generation"))
                .as("generations, each ordered once")
                .isEqualTo(accepted.size());
        for (Map.Entry<Integer, Generation> e : ended.entrySet()) {
            Generation g = e.getValue();
            assertThat(g.state()).as("%s: %s", g.id(), g.failureReason()).isEqualTo(State.COMPLETED);
            Map<String, String> frames = new TreeMap<>();
            for (Output o : database.<List<Output>, RuntimeException>read(h -> Generations.outputs(h, g.id()))) {
                if (o.name().startsWith("png/")) {
                    frames.put(o.name(), o.sha256());
                }
            }
            assertThat(frames).isEqualTo(undisturbed.get(e.getKey() % SHOTS.size()));
        }
        Report books = Audit.run(database);
        assertThat(books.clean()).as(books.text()).isTrue();
        assertThat(count(database, "select count(*) from journal where kind = 'settle'"))
                .isEqualTo(accepted.size());
    }

    private static Generation ended(Database database, UUID id) throws InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until) {
            Generation g = database.<Generation, RuntimeException>read(h -> Generations.need(h, id));
            if (g.state().isFinal()) {
                return g;
            }
            Thread.sleep(250);
        }
        throw new AssertionError(id + " has not ended");
    }

    /// The number that a query gives.
    public static int count(Database database, String query) {
        return database.<Integer, RuntimeException>read(
                h -> h.createQuery(query).mapTo(int.class).one());
    }

    /// A port that is free.
    public static int port() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
