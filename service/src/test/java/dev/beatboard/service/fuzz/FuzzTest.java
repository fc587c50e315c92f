package dev.beatboard.service.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.asset.Library;
import dev.beatboard.service.Service;
import dev.beatboard.service.Settings;
import dev.beatboard.service.SettingsReader;
import dev.beatboard.service.api.docs.Description;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every operation of the description, asked with nonsense by one tenant beside another: no answer
/// may be a fault of the server, none may take long, none may hold anything of the other's.
///
/// `-Drequests=1000000` for the long form, `-Dseed=...` to repeat one.
@Tag("heavy")
class FuzzTest {

    private static final int REQUESTS = Integer.getInteger("requests", 20_000);
    private static final long SEED = Long.getLong("seed", 20261128L);
    private static final int CLIENTS = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /// Stands in everything that the other tenant has.
    private static final String MARK = "of-the-other-tenant-7Q4Z";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final Map<Integer, AtomicInteger> statuses = new TreeMap<>();
    private String url = "";

    @Test
    @Timeout(7200)
    void noNonsenseBreaksTheServerOrLeaksAnotherTenantsThings() throws Exception {
        Path plans = Files.writeString(folder.resolve("plans.yaml"), """
                plans:
                  free:
                    limits: { requests_per_minute: 1000000, generations_per_minute: 1000000, concurrent_fast: 1000000,
                      keys: 90, upload_bytes: 100000000 }
                """);
        Settings settings = SettingsReader.read(
                        folder.resolve("data"),
                        Optional.empty(),
                        Map.of(
                                "BEATBOARD_RENDERING_WORKERS", "0",
                                "BEATBOARD_ACCOUNTS_OPEN", "true",
                                "BEATBOARD_ACCOUNTS_SIGN_UPS_PER_ADDRESS", "1000000",
                                "BEATBOARD_PLANS", plans.toString()))
                .withPort(0);
        try (Service service = Service.start(settings, Library.open(Library.defaultRoot()))) {
            url = service.url();
            String other = signUp("The other " + MARK);
            List<String> ids = things(other, MARK);
            Description description = Description.load();
            // Streams have no end to wait for; their tests are elsewhere.
            List<Description.Operation> operations = description.operations().stream()
                    .filter(o -> !o.node().toString().contains("text/event-stream"))
                    .toList();
            AtomicInteger next = new AtomicInteger();
            Thread[] clients = new Thread[CLIENTS];
            for (int t = 0; t < CLIENTS; t++) {
                int number = t;
                clients[t] = Thread.ofPlatform()
                        .start(() -> ask(description, operations, ids, new Random(SEED + number), next));
            }
            for (Thread c : clients) {
                c.join();
            }
            System.out.println("seed " + SEED + ", answers by status: " + statuses);
            assertThat(faults).isEmpty();
            assertThat(get("/health", other).statusCode()).isEqualTo(200);
            assertThat(get("/v1/projects", other).body()).contains(MARK);
        }
    }

    private void ask(
            Description description,
            List<Description.Operation> operations,
            List<String> ids,
            Random random,
            AtomicInteger next) {
        try {
            String key = signUp("Fuzz");
            List<String> known = new ArrayList<>(ids);
            known.addAll(things(key, "mine"));
            Nonsense nonsense = new Nonsense(random, description.tree(), known);
            while (next.getAndIncrement() < REQUESTS && faults.size() < 20) {
                Description.Operation o = operations.get(random.nextInt(operations.size()));
                HttpRequest request = request(o, nonsense, random, key);
                long begin = System.nanoTime();
                HttpResponse<String> answer = send(request);
                double seconds = (System.nanoTime() - begin) / 1e9;
                judge(o, request, answer, seconds);
                if (answer.statusCode() == 401) {
                    // It closed its account or revoked its key.
                    key = signUp("Fuzz");
                }
            }
        } catch (IOException | RuntimeException e) {
            faults.add("a client failed: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Answers say whether the connection ends with them, so that no request is ever lost.
    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IOException(request + " is not answered", e);
        }
    }

    private HttpRequest request(Description.Operation o, Nonsense nonsense, Random random, String key) {
        StringBuilder path = new StringBuilder(o.path());
        StringBuilder query = new StringBuilder();
        for (JsonNode p : o.node().path("parameters")) {
            String name = p.path("name").asString("");
            String value = encoded(nonsense.parameter(p.path("schema")));
            if (p.path("in").asString("").equals("query") && random.nextInt(3) > 0) {
                query.append(query.isEmpty() ? '?' : '&')
                        .append(encoded(name))
                        .append('=')
                        .append(value);
            }
        }
        for (int at = path.indexOf("{"); at >= 0; at = path.indexOf("{")) {
            String value = encoded(nonsense.text());
            path.replace(at, path.indexOf("}", at) + 1, value.isEmpty() ? "-" : value);
        }
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(URI.create(url + path + query)).timeout(PATIENCE);
        if (random.nextInt(20) > 0) {
            builder.header("Authorization", "Bearer " + key);
        }
        if (random.nextInt(5) == 0) {
            builder.header("Idempotency-Key", "k" + random.nextInt(50));
        }
        if (random.nextInt(10) == 0) {
            builder.header("Range", "bytes=" + random.nextInt(100) + "-" + random.nextInt(100));
        }
        JsonNode content = o.node().path("requestBody").path("content");
        byte[] body = new byte[0];
        if (!content.isEmpty()) {
            Map.Entry<String, JsonNode> type = content.properties().iterator().next();
            body = nonsense.body(type.getValue().path("schema"));
            builder.header("Content-Type", random.nextInt(10) == 0 ? "text/plain" : type.getKey());
        }
        builder.method(
                o.method().toUpperCase(Locale.ROOT),
                body.length == 0 ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofByteArray(body));
        return builder.build();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text.length() > 300 ? text.substring(0, 300) : text, StandardCharsets.UTF_8)
                .replace("+", "%20");
    }

    private void judge(Description.Operation o, HttpRequest request, HttpResponse<String> answer, double seconds) {
        String what = o.method() + " " + request.uri() + " -> " + answer.statusCode() + " ";
        synchronized (statuses) {
            statuses.computeIfAbsent(answer.statusCode(), s -> new AtomicInteger())
                    .incrementAndGet();
        }
        if (answer.statusCode() >= 500) {
            faults.add(what + answer.body());
        }
        if (seconds > PATIENCE.toSeconds() / 2.0) {
            faults.add(what + "took " + seconds + " s");
        }
        if (answer.body().contains(MARK)) {
            faults.add(what + "shows what is another tenant's");
        }
    }

    private String signUp(String name) throws IOException, InterruptedException {
        HttpResponse<String> answer = post("/v1/sign-up/key", "", "{\"name\": \"" + name + "\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        java.util.regex.Matcher m =
                java.util.regex.Pattern.compile("bb_[A-Za-z0-9_-]+").matcher(answer.body());
        assertThat(m.find()).isTrue();
        return m.group();
    }

    /// A few things of an account, and their identifiers.
    private List<String> things(String key, String mark) throws IOException, InterruptedException {
        String shot = """
                {"title": "%s", "duration": "1s", "keyframes": [{"at": "0s", "prompt": "Wide shot of an empty office."}]}
                """.formatted(mark);
        List<String> ids = new ArrayList<>();
        for (Map.Entry<String, String> e : Map.of(
                        "/v1/projects", "{\"title\": \"" + mark + "\", \"document\": " + shot + "}",
                        "/v1/generations",
                                "{\"prompt\": \"" + mark
                                        + " wide shot of an empty office\", \"type\": \"video\", \"size\": \"64x64\"}")
                .entrySet()) {
            HttpResponse<String> answer = post(e.getKey(), key, e.getValue());
            if (answer.statusCode() == 201) {
                ids.add(JSON.readTree(answer.body()).path("id").asString("-"));
            }
        }
        ids.add("00000000-0000-7000-8000-000000000000");
        return ids;
    }

    private HttpResponse<String> post(String path, String key, String body) throws IOException, InterruptedException {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (!key.isEmpty()) {
            builder.header("Authorization", "Bearer " + key);
        }
        return send(builder.build());
    }

    private HttpResponse<String> get(String path, String key) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(url + path))
                .header("Authorization", "Bearer " + key)
                .build());
    }
}
