package dev.beatboard.service.api.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.service.WholeService;
import dev.beatboard.service.account.Scope;
import dev.beatboard.service.api.TestClient;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProjectRoutesTest {

    private static final String SHOT =
            "{\"duration\":\"2s\",\"keyframes\":[{\"at\":\"0s\",\"prompt\":\"An empty office.\"}]}";
    private static final String ANNA =
            "{\"name\": \"Anna\", \"document\": {\"description\": \"a woman of 40 in a red coat\"}}";

    private WholeService service;
    private WholeService.Member anna;
    private WholeService.Member bert;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        service = new WholeService(folder, 0);
        anna = service.member("owner");
        bert = service.member("owner");
    }

    @AfterAll
    void stop() throws Exception {
        service.close();
    }

    private JsonNode made(String path, String body) {
        TestClient.Reply reply = service.client.post(path, body, anna.auth());
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return reply.json();
    }

    private String project(String title) {
        return made("/v1/projects", "{\"title\": \"" + title + "\", \"document\": " + SHOT + "}")
                .path("id")
                .asString();
    }

    @Test
    void keepsAllRevisions() {
        String path = "/v1/projects/" + project("One");
        for (int r = 1; r <= 5; r++) {
            TestClient.Reply reply = service.client.put(
                    path, "{\"document\": {\"take\": " + r + "}, \"revision\": " + r + "}", anna.auth());
            assertThat(reply.json().path("revision").asInt()).isEqualTo(r + 1);
            assertThat(reply.header("ETag")).isEqualTo("\"" + (r + 1) + "\"");
        }
        JsonNode same = service.client
                .put(path, "{\"document\": {\"take\": 5}}", anna.auth("If-Match", "\"6\""))
                .json();
        assertThat(same.path("revision").asInt()).isEqualTo(6);
        JsonNode list =
                service.client.get(path + "/revisions?limit=4", anna.auth()).json();
        assertThat(list.path("items").valueStream().map(i -> i.path("revision").asInt()))
                .containsExactly(6, 5, 4, 3);
        JsonNode rest = service.client
                .get(path + "/revisions?cursor=" + list.path("next_cursor").asString(), anna.auth())
                .json();
        assertThat(rest.path("items").size()).isEqualTo(2);
        assertThat(service.client
                        .get(path + "/revisions/3", anna.auth())
                        .json()
                        .at("/document/take")
                        .asInt())
                .isEqualTo(2);
        assertThat(service.client.get(path + "/revisions/7", anna.auth()).status())
                .isEqualTo(404);
        assertThat(service.client.get(path + "/revisions/x", anna.auth()).status())
                .isEqualTo(404);
    }

    @Test
    void givesBothVersionsWhereSomebodyWasFaster() {
        String path = "/v1/projects/" + project("Two");
        service.client.put(path, "{\"document\": {\"by\": \"first\"}, \"revision\": 1}", anna.auth());
        TestClient.Reply late = service.client.put(
                path, "{\"title\": \"New\", \"document\": {\"by\": \"second\"}, \"revision\": 1}", anna.auth());
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.code()).isEqualTo("revision_conflict");
        assertThat(late.json().at("/current/document/by").asString()).isEqualTo("first");
        assertThat(late.json().at("/current/revision").asInt()).isEqualTo(2);
        assertThat(late.json().at("/yours/document/by").asString()).isEqualTo("second");
        assertThat(late.json().at("/yours/title").asString()).isEqualTo("New");
        assertThat(late.json().at("/base/document/duration").asString()).isEqualTo("2s");
        assertThat(service.client
                        .put(path, "{\"document\": {}}", anna.auth("If-Match", "\"1\""))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void losesNoWriteWhenManyWriteAtOnce() throws Exception {
        String path = "/v1/projects/" + project("Crowd");
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> writers = new ArrayList<>();
            for (int w = 0; w < 8; w++) {
                int writer = w;
                writers.add(() -> {
                    int conflicts = 0;
                    int revision = 1;
                    for (int n = 0; n < 10; ) {
                        TestClient.Reply reply = service.client.put(
                                path,
                                "{\"document\": {\"by\": \"" + writer + "-" + n + "\"}, \"revision\": " + revision
                                        + "}",
                                anna.auth());
                        if (reply.status() == 200) {
                            n++;
                            revision = reply.json().path("revision").asInt();
                        } else {
                            assertThat(reply.code()).isEqualTo("revision_conflict");
                            conflicts++;
                            revision = reply.json().at("/current/revision").asInt();
                        }
                    }
                    return conflicts;
                });
            }
            int conflicts = 0;
            for (Future<Integer> f : pool.invokeAll(writers)) {
                conflicts += f.get();
            }
            assertThat(conflicts).isPositive();
        }
        assertThat(service.client.get(path, anna.auth()).json().path("revision").asInt())
                .isEqualTo(81);
        JsonNode all =
                service.client.get(path + "/revisions?limit=100", anna.auth()).json();
        assertThat(all.path("items").size()).isEqualTo(81);
    }

    @Test
    void listsInPages() {
        WholeService.Member carl = service.member("owner");
        for (int i = 0; i < 5; i++) {
            service.client.post("/v1/projects", "{\"title\": \"Page 50%_" + i + "\", \"document\": {}}", carl.auth());
        }
        JsonNode first = service.client.get("/v1/projects?limit=3", carl.auth()).json();
        JsonNode second = service.client
                .get("/v1/projects?limit=3&cursor=" + first.path("next_cursor").asString(), carl.auth())
                .json();
        assertThat(first.path("items").size()).isEqualTo(3);
        assertThat(second.path("items").size()).isEqualTo(2);
        assertThat(second.path("has_more").asBoolean()).isFalse();
        assertThat(service.client
                        .get("/v1/projects?q=50%25_3", carl.auth())
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(1);
        assertThat(service.client
                        .get("/v1/projects?q=5%25_3", carl.auth())
                        .json()
                        .path("items")
                        .size())
                .isZero();
    }

    @Test
    void refusesWhatIsWrong() {
        String path = "/v1/projects/" + project("Wrong");
        String deep = "{\"a\":".repeat(70) + "1" + "}".repeat(70);
        for (String body : List.of(
                "{}",
                "{\"title\": \"a\"}",
                "{\"document\": {}}",
                "{\"title\": \"\", \"document\": {}}",
                "{\"title\": \"" + "x".repeat(81) + "\", \"document\": {}}",
                "{\"title\": \"a\\u0000b\", \"document\": {}}",
                "{\"title\": \"a\", \"document\": []}",
                "{\"title\": \"a\", \"document\": {\"b\": \"\\ud800\"}}",
                "{\"title\": \"\\ud800\", \"document\": {}}",
                "{\"title\": \"a\", \"name\": \"a\", \"document\": {}}",
                "{\"title\": \"a\", \"document\": {}, \"revision\": 1}",
                "{\"title\": \"a\", \"document\": {}, \"x\": 1}",
                "{\"title\": \"a\", \"document\": " + deep + "}",
                "[]",
                "{")) {
            assertThat(service.client.post("/v1/projects", body, anna.auth()).status())
                    .as(body.substring(0, Math.min(80, body.length())))
                    .isEqualTo(400);
        }
        assertThat(service.client
                        .post(
                                "/v1/projects",
                                "{\"title\": \"a\", \"document\": {\"a\": \"" + "x".repeat(1_200_000) + "\"}}",
                                anna.auth())
                        .status())
                .isEqualTo(413);
        assertThat(made("/v1/projects", "{\"title\": \"Zero\", \"document\": {\"z\": \"\\u0000\", \"e\": 1e400}}")
                        .at("/document/z")
                        .asString())
                .isEqualTo("\u0000");
        for (String body : List.of("{\"document\": {}}", "{\"revision\": \"1\"}", "{\"revision\": 1.5}")) {
            assertThat(service.client.put(path, body, anna.auth()).status())
                    .as(body)
                    .isEqualTo(400);
        }
        assertThat(service.client
                        .put(path, "{\"document\": {}}", anna.auth("If-Match", "*"))
                        .status())
                .isEqualTo(400);
        assertThat(service.client
                        .put(path, "{\"document\": {}, \"revision\": 2}", anna.auth("If-Match", "\"1\""))
                        .status())
                .isEqualTo(400);
        assertThat(service.client.get("/v1/projects?limit=101", anna.auth()).status())
                .isEqualTo(400);
        assertThat(service.client.get("/v1/projects?cursor=x", anna.auth()).status())
                .isEqualTo(400);
        assertThat(service.client.get("/v1/projects/x", anna.auth()).status()).isEqualTo(404);
    }

    @Test
    void checksPeopleAndSetsByTheEnginesRules() {
        JsonNode person = made("/v1/library/cast", ANNA);
        assertThat(person.at("/document/name").asString()).isEqualTo("Anna");
        TestClient.Reply again = service.client.post("/v1/library/cast", ANNA.replace("Anna", "ANNA"), anna.auth());
        assertThat(again.status()).isEqualTo(409);
        TestClient.Reply wrong = service.client.post(
                "/v1/library/cast",
                "{\"name\": \"Bob\", \"document\": {\"sex\": \"male\", \"age\": 200, \"build\": \"huge\"}}",
                anna.auth());
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.json().at("/errors/0/pointer").asString()).startsWith("/document");
        JsonNode renamed = service.client
                .put(
                        "/v1/library/cast/" + person.path("id").asString(),
                        "{\"name\": \"Anne\", \"revision\": 1}",
                        anna.auth())
                .json();
        assertThat(renamed.at("/document/name").asString()).isEqualTo("Anne");
        JsonNode set = made(
                "/v1/library/sets",
                "{\"name\": \"Night\", \"document\": {\"set\": \"street-night\", \"description\": \"rain\"}}");
        assertThat(set.path("revision").asInt()).isEqualTo(1);
        for (String document : List.of("{}", "{\"set\": \"moon\"}", "{\"set\": \"office\", \"size\": 3}")) {
            assertThat(service.client
                            .post("/v1/library/sets", "{\"name\": \"X\", \"document\": " + document + "}", anna.auth())
                            .status())
                    .as(document)
                    .isIn(400, 422);
        }
        assertThat(service.client
                        .get("/v1/library/cast?q=nne", anna.auth())
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(1);
        // A person is no set.
        assertThat(service.client
                        .get("/v1/library/sets/" + person.path("id").asString(), anna.auth())
                        .status())
                .isEqualTo(404);
    }

    private static byte[] png(long seed) throws Exception {
        Random chance = new Random(seed);
        BufferedImage image = new BufferedImage(64, 48, BufferedImage.TYPE_3BYTE_BGR);
        for (int i = 0; i < 64 * 48; i++) {
            image.setRGB(i % 64, i / 64, chance.nextInt());
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    @Test
    void takesFilesAndGivesThemBack() throws Exception {
        byte[] picture = png(1);
        JsonNode raw = service.client
                .send("POST", "/v1/uploads?name=a.png", picture, anna.auth("Content-Type", "image/jpeg"))
                .json();
        assertThat(raw.path("media_type").asString()).isEqualTo("image/png");
        assertThat(raw.path("width").asInt()).isEqualTo(64);
        byte[] head =
                "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"b.png\"\r\nContent-Type: image/png\r\n\r\n"
                        .getBytes(StandardCharsets.UTF_8);
        byte[] tail = "\r\n--x--\r\n".getBytes(StandardCharsets.UTF_8);
        byte[] form = Arrays.copyOf(head, head.length + picture.length + tail.length);
        System.arraycopy(picture, 0, form, head.length, picture.length);
        System.arraycopy(tail, 0, form, head.length + picture.length, tail.length);
        JsonNode formed = service.client
                .send("POST", "/v1/uploads", form, anna.auth("Content-Type", "multipart/form-data; boundary=x"))
                .json();
        assertThat(formed.path("name").asString()).isEqualTo("b.png");
        assertThat(formed.path("sha256")).isEqualTo(raw.path("sha256"));
        String path = "/v1/uploads/" + formed.path("id").asString();
        assertThat(service.client.get(path + "/content", anna.auth()).response().body())
                .isEqualTo(picture);
        TestClient.Reply part = service.client.get(path + "/content", anna.auth("Range", "bytes=5-9"));
        assertThat(part.response().body()).isEqualTo(Arrays.copyOfRange(picture, 5, 10));
        JsonNode list = service.client.get("/v1/uploads", anna.auth()).json();
        assertThat(list.path("bytes").asInt()).isEqualTo(2 * picture.length);
        assertThat(service.client.delete(path, anna.auth()).status()).isEqualTo(204);
        assertThat(service.client.get(path + "/content", anna.auth()).status()).isEqualTo(404);
        assertThat(service.client
                        .get("/v1/uploads", anna.auth())
                        .json()
                        .path("bytes")
                        .asInt())
                .isEqualTo(picture.length);
    }

    @Test
    void refusesFilesThatAreNone() throws Exception {
        byte[] cut = Arrays.copyOf(png(2), 2000);
        assertThat(service.client
                        .send("POST", "/v1/uploads", cut, anna.auth("Content-Type", "image/png"))
                        .status())
                .isEqualTo(422);
        assertThat(service.client
                        .send("POST", "/v1/uploads", new byte[] {1, 2, 3}, anna.auth("Content-Type", "video/mp4"))
                        .status())
                .isEqualTo(422);
        assertThat(service.client
                        .send("POST", "/v1/uploads", cut, anna.auth("Content-Type", "text/html"))
                        .status())
                .isEqualTo(415);
        assertThat(service.client
                        .send("POST", "/v1/uploads", cut, anna.auth("Content-Type", "multipart/form-data; boundary=x"))
                        .status())
                .isEqualTo(400);
        assertThat(service.client
                        .send("POST", "/v1/uploads", cut, anna.auth("Content-Type", "multipart/form-data"))
                        .status())
                .isEqualTo(400);
        for (String url : List.of("http://127.0.0.1:1/a.png", "http://169.254.169.254/", "file:///etc/passwd", "x")) {
            assertThat(service.client
                            .post("/v1/uploads", "{\"url\": \"" + url + "\"}", anna.auth())
                            .status())
                    .as(url)
                    .isEqualTo(422);
        }
        assertThat(service.client.post("/v1/uploads", "{}", anna.auth()).status())
                .isEqualTo(400);
    }

    @Test
    void othersSeeAndChangeNothing() throws Exception {
        String project = "/v1/projects/" + project("Mine");
        String person = "/v1/library/cast/"
                + made("/v1/library/cast", ANNA.replace("Anna", "Zoe"))
                        .path("id")
                        .asString();
        String set = "/v1/library/sets/"
                + made("/v1/library/sets", "{\"name\": \"Mine\", \"document\": {\"set\": \"office\"}}")
                        .path("id")
                        .asString();
        String upload = "/v1/uploads/"
                + service.client
                        .send("POST", "/v1/uploads", png(3), anna.auth("Content-Type", "image/png"))
                        .json()
                        .path("id")
                        .asString();
        for (String path : List.of(
                project,
                project + "/revisions",
                project + "/revisions/1",
                person,
                person + "/revisions",
                person + "/revisions/1",
                set,
                set + "/revisions",
                set + "/revisions/1",
                upload,
                upload + "/content")) {
            assertThat(service.client.get(path, bert.auth()).status()).as(path).isEqualTo(404);
            assertThat(service.client.get(path).status()).as(path).isEqualTo(401);
            assertThat(service.client.get(path, anna.auth()).status()).as(path).isEqualTo(200);
        }
        for (String path : List.of(project, person, set)) {
            for (String body : List.of(
                    "{\"document\": {\"set\": \"cafe\"}, \"revision\": 1}",
                    "{\"document\": {\"set\": \"cafe\"}, \"revision\": 9}")) {
                assertThat(service.client
                                .put(
                                        path,
                                        path.equals(person)
                                                ? body.replace("set\": \"cafe", "description\": \"a man")
                                                : body,
                                        bert.auth())
                                .status())
                        .as(path)
                        .isEqualTo(404);
            }
        }
        for (String path : List.of(project, person, set, upload)) {
            assertThat(service.client.delete(path, bert.auth()).status())
                    .as(path)
                    .isEqualTo(404);
        }
        for (String list : List.of("/v1/projects", "/v1/library/cast", "/v1/library/sets", "/v1/uploads")) {
            assertThat(service.client
                            .get(list, bert.auth())
                            .json()
                            .path("items")
                            .size())
                    .as(list)
                    .isZero();
        }
        // The same name is free for others.
        assertThat(service.client
                        .post("/v1/library/cast", ANNA.replace("Anna", "Zoe"), bert.auth())
                        .status())
                .isEqualTo(201);
        String reader = service.key(anna, Scope.PROJECTS_READ);
        assertThat(service.client
                        .delete(project, "Authorization", "Bearer " + reader)
                        .status())
                .isEqualTo(403);
        for (String path : List.of(project, person, set, upload)) {
            assertThat(service.client.delete(path, anna.auth()).status())
                    .as(path)
                    .isEqualTo(204);
            assertThat(service.client.get(path, anna.auth()).status()).as(path).isEqualTo(404);
            assertThat(service.client.delete(path, anna.auth()).status())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(Optional.of(reader)).isPresent();
    }
}
