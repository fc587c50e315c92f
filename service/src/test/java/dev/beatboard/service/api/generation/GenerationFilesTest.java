package dev.beatboard.service.api.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.service.WholeService;
import dev.beatboard.service.api.TestClient;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Generations from order to download, with a worker, over HTTP.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GenerationFilesTest {

    private static final String SHOT = """
            {"title": "Desk", "duration": "1s", "keyframes": [
              {"at": "0s", "prompt": "Wide shot of an empty office, morning light from the left, static camera."}]}
            """;

    private WholeService service;
    private WholeService.Member anna;
    private WholeService.Member bert;
    private String id = "";
    private List<Event> watched = List.of();

    private record Event(String id, String name, JsonNode data) {}

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        service = new WholeService(folder, 1);
        anna = service.member("owner");
        bert = service.member("owner");
        long before = System.nanoTime();
        id = order(SHOT, "[\"mp4\", \"exr\", \"edit\", \"tracks\"]");
        watched = watch("/v1/generations/" + id + "/events", "", before);
    }

    @AfterAll
    void stop() throws Exception {
        service.close();
    }

    private String order(String shot, String formats) throws Exception {
        HttpResponse<String> reply = raw(
                "POST",
                "/v1/generations",
                "{\"type\": \"video\", \"model\": \"beatboard\", \"size\": \"128x72\", \"formats\": " + formats
                        + ", \"direction\": " + shot + "}");
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(201);
        return JsonMapper.builder().build().readTree(reply.body()).path("id").asString();
    }

    /// What others describe and test.
    private HttpResponse<String> raw(String method, String path, String body) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create(service.url() + path))
                            .header("Authorization", "Bearer " + anna.key())
                            .header("Content-Type", "application/json")
                            .method(method, HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private List<Event> watch(String path, String last, long before) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(service.url() + path))
                .header("Authorization", "Bearer " + anna.key());
        if (!last.isEmpty()) {
            request.header("Last-Event-ID", last);
        }
        List<Event> events = new ArrayList<>();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<java.io.InputStream> response =
                    http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            try (BufferedReader in =
                    new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
                String number = "";
                String name = "";
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    if (line.startsWith("id: ")) {
                        number = line.substring(4);
                    } else if (line.startsWith("event: ")) {
                        name = line.substring(7);
                    } else if (line.startsWith("data: ")) {
                        events.add(new Event(
                                number, name, JsonMapper.builder().build().readTree(line.substring(6))));
                        if (name.equals("frame")
                                && before > 0
                                && events.stream()
                                                .filter(e -> e.name().equals("frame"))
                                                .count()
                                        == 1) {
                            System.out.printf(
                                    "MEASURED first preview after %.2f s%n", (System.nanoTime() - before) / 1e9);
                        }
                    }
                }
            }
        }
        return events;
    }

    private TestClient.Reply get(String path, String... headers) {
        return service.client.get(path, anna.auth(headers));
    }

    @Test
    void tellsAGenerationFromItsBeginningToItsEnd() {
        assertThat(watched.stream().map(Event::name).distinct()).contains("state", "progress", "frame", "end");
        assertThat(watched.getLast().name()).isEqualTo("end");
        assertThat(watched.getLast().data().path("state").asString()).isEqualTo("completed");
        List<Integer> frames = watched.stream()
                .filter(e -> e.name().equals("frame"))
                .map(e -> e.data().path("n").asInt())
                .toList();
        assertThat(frames).doesNotHaveDuplicates().hasSize(24);
        List<Integer> done = watched.stream()
                .filter(e -> e.name().equals("progress"))
                .map(e -> e.data().path("frames").path("done").asInt())
                .toList();
        assertThat(done.getLast()).isEqualTo(24);
        String preview = watched.stream()
                .filter(e -> e.name().equals("frame"))
                .findFirst()
                .orElseThrow()
                .data()
                .path("preview")
                .asString();
        TestClient.Reply picture =
                service.client.get(preview.substring(service.url().length()));
        assertThat(picture.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(get("/v1/generations/" + id + "/frames/0").status()).isEqualTo(200);
        assertThat(get("/v1/generations/" + id + "/frames/24").status()).isEqualTo(404);
        assertThat(get("/v1/generations/" + id + "/frames/x").status()).isEqualTo(404);
    }

    @Test
    void goesOnWhereAConnectionBroke() throws Exception {
        Event middle = watched.stream()
                .filter(e -> e.name().equals("frame"))
                .skip(5)
                .findFirst()
                .orElseThrow();
        List<Event> rest = watch("/v1/generations/" + id + "/events", middle.id(), 0);
        TreeSet<Integer> seen = new TreeSet<>();
        for (Event e : watched.subList(0, watched.indexOf(middle) + 1)) {
            if (e.name().equals("frame")) {
                seen.add(e.data().path("n").asInt());
            }
        }
        List<Integer> more = rest.stream()
                .filter(e -> e.name().equals("frame"))
                .map(e -> e.data().path("n").asInt())
                .toList();
        assertThat(more).doesNotContainAnyElementsOf(seen).hasSize(24 - seen.size());
        assertThat(rest.getLast().name()).isEqualTo("end");
        assertThat(get(
                                "/v1/generations/" + id + "/events",
                                "Last-Event-ID",
                                rest.getLast().id())
                        .status())
                .isEqualTo(204);
        assertThat(watch("/v1/generations/" + id + "/events", "nonsense/--/", 0)
                        .getLast()
                        .name())
                .isEqualTo("end");
    }

    @Test
    void tellsOfAllOfAnAccount() throws Exception {
        List<Event> all = new ArrayList<>();
        Thread watching = Thread.ofVirtual().start(() -> {
            HttpRequest request = HttpRequest.newBuilder(URI.create(service.url() + "/v1/generations/events"))
                    .header("Authorization", "Bearer " + anna.key())
                    .build();
            try (HttpClient http = HttpClient.newHttpClient();
                    var lines = http.send(request, HttpResponse.BodyHandlers.ofLines())
                            .body()) {
                lines.filter(l -> l.startsWith("event: ") || l.startsWith("data: "))
                        .forEach(l -> {
                            synchronized (all) {
                                if (l.startsWith("data: ")) {
                                    all.add(new Event(
                                            "", "", JsonMapper.builder().build().readTree(l.substring(6))));
                                }
                            }
                        });
            } catch (Exception e) {
                // The test is over.
            }
        });
        Thread.sleep(500);
        String second = order(SHOT, "[\"mp4\"]");
        watch("/v1/generations/" + second + "/events", "", 0);
        Thread.sleep(700);
        synchronized (all) {
            assertThat(all.stream().map(e -> e.data().path("id").asString())).contains(second);
            assertThat(all.getLast().data().path("state").asString()).isEqualTo("completed");
        }
        watching.interrupt();
        assertThat(raw("DELETE", "/v1/generations/" + second, "").statusCode()).isEqualTo(204);
        assertThat(get("/v1/generations/" + second + "/events").status()).isEqualTo(404);
    }

    @Test
    void listsAllFilesWithTheirLinks() throws Exception {
        JsonNode list = get("/v1/generations/" + id + "/files").json();
        assertThat(list.path("exr").path("count").asInt()).isEqualTo(24);
        JsonNode all = get("/v1/generations/" + id + "/files?exr=1").json();
        assertThat(all.path("files").size()).isEqualTo(list.path("files").size() + 24);
        long bytes = 0;
        for (JsonNode f : all.path("files")) {
            bytes += f.path("bytes").asLong();
            TestClient.Reply byLink = service.client.get(
                    f.path("url").asString().substring(service.url().length()));
            TestClient.Reply byName =
                    get("/v1/generations/" + id + "/files/" + f.path("name").asString());
            for (TestClient.Reply r : List.of(byLink, byName)) {
                assertThat(r.status()).isEqualTo(200);
                assertThat(HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256")
                                        .digest(r.response().body())))
                        .as(f.path("name").asString())
                        .isEqualTo(f.path("sha256").asString());
                assertThat(r.header("Content-Disposition")).startsWith("attachment; filename=");
            }
        }
        assertThat(all.path("bytes").asLong()).isEqualTo(bytes);
        assertThat(get("/v1/generations/" + id + "/report").json().isObject()).isTrue();
        assertThat(get("/v1/generations/" + id + "/report?format=html").text()).contains("<html");
        assertThat(get("/v1/generations/" + id + "/report?format=pdf").status()).isEqualTo(400);
        assertThat(get("/v1/generations/" + id + "/tracks")
                        .json()
                        .path("frames")
                        .size())
                .isEqualTo(24);
    }

    @Test
    void answersRanges() {
        String path = "/v1/generations/" + id + "/files/clip.mp4";
        byte[] whole = get(path).response().body();
        TestClient.Reply part = get(path, "Range", "bytes=10-99");
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.response().body()).isEqualTo(Arrays.copyOfRange(whole, 10, 100));
        assertThat(part.header("Content-Range")).isEqualTo("bytes 10-99/" + whole.length);
        assertThat(get(path, "Range", "bytes=-5").response().body())
                .isEqualTo(Arrays.copyOfRange(whole, whole.length - 5, whole.length));
        assertThat(get(path, "Range", "bytes=" + whole.length + "-").status()).isEqualTo(416);
        assertThat(get(path, "If-None-Match", part.header("ETag")).status()).isEqualTo(304);
        TestClient.Reply head = service.client.send("HEAD", path, new byte[0], anna.auth());
        assertThat(head.header("Content-Length")).isEqualTo(Integer.toString(whole.length));
        assertThat(head.response().body()).isEmpty();
    }

    @Test
    void packsAllExrFiles(@TempDir Path place) throws Exception {
        JsonNode list = get("/v1/generations/" + id + "/files?exr=1").json();
        String link = list.path("exr")
                .path("zip_url")
                .asString()
                .substring(service.url().length());
        TestClient.Reply zip = service.client.get(link);
        assertThat(zip.status()).isEqualTo(200);
        assertThat(zip.header("Content-Length"))
                .isEqualTo(Integer.toString(zip.response().body().length));
        assertThat(get("/v1/generations/" + id + "/files/exr.zip").response().body())
                .isEqualTo(zip.response().body());
        assertThat(service.client
                        .get(link, "Range", "bytes=1000-70000")
                        .response()
                        .body())
                .isEqualTo(Arrays.copyOfRange(zip.response().body(), 1000, 70001));
        Map<String, byte[]> stored = new TreeMap<>();
        try (var files = Files.walk(service.objects)) {
            for (Path f : files.filter(
                            p -> p.toString().endsWith(".exr") && p.toString().contains("/out/"))
                    .toList()) {
                stored.put("exr/" + f.getFileName(), Files.readAllBytes(f));
            }
        }
        Map<String, byte[]> packed = new TreeMap<>();
        try (ZipInputStream in =
                new ZipInputStream(new ByteArrayInputStream(zip.response().body()))) {
            for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
                packed.put(e.getName(), in.readAllBytes());
            }
        }
        assertThat(packed.keySet()).isEqualTo(stored.keySet()).hasSize(24);
        packed.forEach((name, bytes) -> assertThat(bytes).as(name).isEqualTo(stored.get(name)));
        Path file = place.resolve("clip.zip");
        Files.write(file, zip.response().body());
        try (java.util.zip.ZipFile read = new java.util.zip.ZipFile(file.toFile())) {
            assertThat(read.size()).isEqualTo(24);
        }
    }

    @Test
    void linksOpenWhatTheySayAndNothingElse() throws Exception {
        String url = get("/v1/generations/" + id + "/files")
                .json()
                .path("files")
                .path(0)
                .path("url")
                .asString();
        String path = url.substring(service.url().length());
        assertThat(service.client.get(path).status()).isEqualTo(200);
        assertThat(service.client.get(path.replace("expires=", "expires=9")).status())
                .isEqualTo(403);
        assertThat(service.client.get(path.replaceFirst("name=", "name=x")).status())
                .isEqualTo(403);
        assertThat(service.client
                        .get(path.replaceFirst("signature=.", "signature="))
                        .status())
                .isEqualTo(403);
        assertThat(service.client.get(path.replaceFirst("\\?.*", "")).status()).isEqualTo(403);
        for (String bad : List.of(
                path.replace("/files/accounts", "/files/x/../accounts"),
                "/files/%2e%2e/%2e%2e/etc/passwd?expires=1&name=a&signature=b",
                "/files/..%2f..%2fetc/passwd?expires=1&name=a&signature=b",
                "/v1/generations/" + id + "/files/..%2f..%2f..%2fx")) {
            assertThat(raw("GET", bad, "").statusCode()).as(bad).isIn(400, 403, 404);
        }
    }

    @Test
    void othersSeeNothing() {
        for (String path :
                List.of("/events", "/files", "/files/clip.mp4", "/files/exr.zip", "/frames/0", "/report", "/tracks")) {
            assertThat(service.client
                            .get("/v1/generations/" + id + path, bert.auth())
                            .status())
                    .as(path)
                    .isEqualTo(404);
            assertThat(service.client.get("/v1/generations/" + id + path).status())
                    .isEqualTo(401);
            assertThat(service.client
                            .get("/v1/generations/none" + path, anna.auth())
                            .status())
                    .isEqualTo(404);
        }
        assertThat(service.client
                        .post("/v1/shots/price", "{\"parent_id\": \"" + id + "\", \"shot\": " + SHOT + "}", bert.auth())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aShotListMakesTheSameShotAgain() {
        String csv = get("/v1/generations/" + id + "/files/shot-list.csv").text();
        JsonNode read = service.client
                .post("/v1/shots/import?title=Desk&duration=1s", csv, anna.auth("Content-Type", "text/csv"))
                .json();
        assertThat(read.path("valid").asBoolean()).isTrue();
        JsonNode shot = JsonMapper.builder().build().readTree(SHOT);
        assertThat(read.at("/shot/keyframes/0/prompt")).isEqualTo(shot.at("/keyframes/0/prompt"));
        assertThat(read.at("/shot/fps").asString()).isEqualTo("24");
        JsonNode price = service.client
                .post(
                        "/v1/shots/price",
                        "{\"size\": \"128x72\", \"parent_id\": \"" + id + "\", \"shot\": " + read.path("shot") + "}",
                        anna.auth())
                .json();
        assertThat(price.path("kept").asInt()).isEqualTo(24);
        assertThat(price.path("credits").asInt()).isZero();
    }
}
