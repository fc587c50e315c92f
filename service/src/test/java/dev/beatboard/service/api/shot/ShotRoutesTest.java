package dev.beatboard.service.api.shot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.service.WholeService;
import dev.beatboard.service.account.Scope;
import dev.beatboard.service.api.TestClient;
import dev.beatboard.shot.ShotReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShotRoutesTest {

    static final Path EXAMPLES = Path.of("..", "examples").toAbsolutePath().normalize();

    private static final List<String> POSTS =
            List.of("/v1/shots/validate", "/v1/shots/explain", "/v1/shots/preview.glb", "/v1/shots/tracks");

    private WholeService service;
    private WholeService.Member anna;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        service = new WholeService(folder, 0);
        anna = service.member("owner");
    }

    @AfterAll
    void stop() throws Exception {
        service.close();
    }

    private static String yaml(String example) throws Exception {
        return Files.readString(EXAMPLES.resolve(example + ".yaml"));
    }

    private static String json(String example) throws Exception {
        return YAMLMapper.builder().build().readTree(yaml(example)).toString();
    }

    private TestClient.Reply post(String path, String body, String... headers) {
        return service.client.post(path, body, anna.auth(headers));
    }

    @Test
    void findsAllProblemsAtOnce() {
        JsonNode found = post("/v1/shots/validate", """
                        {"duration": "99m", "fps": 17, "keyframes": [
                          {"at": "0s", "prompt": "a", "camera": {"size": "huge"}}, {"at": "soon"}]}
                        """).json();
        assertThat(found.path("valid").asBoolean()).isFalse();
        List<String> pointers = found.path("problems")
                .valueStream()
                .map(p -> p.path("pointer").asString())
                .toList();
        assertThat(pointers).contains("/duration", "/fps", "/keyframes/0/camera/size", "/keyframes/1/at");
    }

    @Test
    void takesYamlAndJson() throws Exception {
        assertThat(post("/v1/shots/validate", yaml("corridor"), "Content-Type", "application/yaml")
                        .json()
                        .path("valid")
                        .asBoolean())
                .isTrue();
        assertThat(post("/v1/shots/explain", yaml("corridor"), "Content-Type", "application/yaml")
                        .json()
                        .path("lanes"))
                .isEqualTo(post("/v1/shots/explain", json("corridor")).json().path("lanes"));
    }

    @Test
    void explainsSixteenKeyframesWithinATenthOfASecond() throws Exception {
        String shot = json("sixteen");
        for (int i = 0; i < 30; i++) {
            assertThat(post("/v1/shots/explain", shot).status()).isEqualTo(200);
        }
        long[] took = new long[41];
        for (int i = 0; i < took.length; i++) {
            long before = System.nanoTime();
            TestClient.Reply reply = post("/v1/shots/explain", shot);
            took[i] = System.nanoTime() - before;
            assertThat(reply.json().path("keyframes").size()).isEqualTo(16);
        }
        Arrays.sort(took);
        System.out.printf(
                "MEASURED explain of 16 keyframes: median %.1f ms, most %.1f ms%n",
                took[took.length / 2] / 1e6, took[took.length - 1] / 1e6);
        assertThat(took[took.length / 2]).isLessThan(100_000_000);
    }

    @Test
    void explainsWhatIsDecidedOnTheSet() throws Exception {
        JsonNode staging =
                post("/v1/shots/explain?stage=true", json("corridor")).json().path("staging");
        assertThat(staging.path("decisions").size()).isPositive();
        assertThat(post("/v1/shots/explain", json("corridor")).json().has("staging"))
                .isFalse();
        assertThat(post("/v1/shots/explain?stage=perhaps", json("corridor")).status())
                .isEqualTo(400);
    }

    @Test
    void showsAShotBeforeItIsRendered() throws Exception {
        long before = System.nanoTime();
        TestClient.Reply cold = post("/v1/shots/preview.glb", json("eight"));
        System.out.printf(
                "MEASURED preview of 20 s with 8 people: %.2f s, %.1f MB%n",
                (System.nanoTime() - before) / 1e9, cold.response().body().length / 1e6);
        assertThat(new String(cold.response().body(), 0, 4, java.nio.charset.StandardCharsets.ISO_8859_1))
                .isEqualTo("glTF");
        before = System.nanoTime();
        TestClient.Reply warm = post("/v1/shots/preview.glb", json("eight"));
        System.out.printf("MEASURED the same again: %.3f s%n", (System.nanoTime() - before) / 1e9);
        assertThat(warm.response().body()).isEqualTo(cold.response().body());
        assertThat(warm.header("ETag")).isEqualTo(cold.header("ETag"));
    }

    @Test
    void tellsTracksBeforeAnythingIsRendered() throws Exception {
        long before = System.nanoTime();
        TestClient.Reply reply = post("/v1/shots/tracks", json("corridor"));
        System.out.printf(
                "MEASURED tracks of 10 s with one: %.2f s, %.1f MB%n",
                (System.nanoTime() - before) / 1e9, reply.response().body().length / 1e6);
        assertThat(reply.json().path("frames").size()).isEqualTo(240);
    }

    @Test
    void pricesAnOrderInAllResolutions() throws Exception {
        JsonNode price = post("/v1/shots/price", "{\"resolution\": \"720p\", \"shot\": " + json("corridor") + "}")
                .json();
        assertThat(price.path("credits").asInt()).isEqualTo(200);
        assertThat(price.path("suffices").asBoolean()).isTrue();
        assertThat(price.path("new").asInt()).isEqualTo(240);
        assertThat(price.path("resolutions")
                        .valueStream()
                        .map(r -> r.path("credits").asInt()))
                .containsExactly(40, 100, 200, 800);
        WholeService.Member poor = service.member("free");
        JsonNode free = service.client
                .post("/v1/shots/price", "{\"shot\": " + json("corridor") + "}", poor.auth())
                .json();
        assertThat(free.path("suffices").asBoolean())
                .isEqualTo(
                        free.path("available").asInt() >= free.path("credits").asInt());
        assertThat(free.path("resolutions").path(3).path("refused").asString()).contains("1080p");
    }

    @Test
    void refusesWhatCannotBeOrdered() throws Exception {
        String shot = json("corridor");
        for (String[] wrong : new String[][] {
            {"{}", "invalid_request"},
            {"{\"shot\": " + shot + ", \"direction\": " + shot + "}", "invalid_request"},
            {"{\"shot\": 1}", "invalid_shot"},
            {"{\"shot\": {}}", "invalid_shot"},
            {"{\"shot\": " + shot + ", \"resolution\": \"4k\"}", "not_supported"},
            {"{\"shot\": " + shot + ", \"resolution\": \"big\"}", "invalid_request"},
            {"{\"shot\": " + shot + ", \"queue\": \"slow\"}", "invalid_request"},
            {"{\"shot\": " + shot + ", \"formats\": [\"gif\"]}", "invalid_request"},
            {"{\"shot\": " + shot + ", \"formats\": [null]}", "invalid_request"},
            {"{\"shot\": " + shot + ", \"layers\": [\"depth\"]}", "invalid_request"},
            {"{\"shot\": " + shot + ", \"parent_id\": \"x\"}", "invalid_request"},
            {"{\"shot\": " + shot + ", \"parent_id\": \"01a22206-ca00-7e06-b913-22adcff7f103\"}", "not_found"},
            {"{\"shot\": " + shot + ", \"colour\": 1}", "invalid_request"},
        }) {
            assertThat(post("/v1/shots/price", wrong[0]).code()).as(wrong[0]).isEqualTo(wrong[1]);
        }
    }

    @Test
    void refusesBodiesThatAreNoShots() {
        for (String path : POSTS) {
            assertThat(post(path, "x", "Content-Type", "text/plain").status()).isEqualTo(415);
            assertThat(service.client
                            .send(
                                    "POST",
                                    path,
                                    new byte[] {(byte) 0xff, 1},
                                    anna.auth("Content-Type", "application/json"))
                            .status())
                    .isEqualTo(400);
            assertThat(post(path, "x".repeat((1 << 20) + 1)).status()).isEqualTo(413);
            if (!path.endsWith("validate")) {
                assertThat(post(path, "{\"keyframes\": [").code()).isEqualTo("invalid_shot");
                assertThat(post(path, "a: &a [*a]", "Content-Type", "application/yaml")
                                .code())
                        .isEqualTo("invalid_shot");
            }
        }
    }

    @Test
    void needsAKeyWithTheScope() throws Exception {
        String other = service.key(anna, Scope.PROJECTS_READ);
        for (String path : List.of("/v1/shots/validate", "/v1/shots/price", "/v1/shots/import", "/v1/shots/tracks")) {
            assertThat(service.client.post(path, "{}").status()).isEqualTo(401);
            assertThat(service.client
                            .post(path, "{}", "Authorization", "Bearer " + other)
                            .status())
                    .isEqualTo(403);
        }
    }

    @Test
    void listsAllWords() {
        JsonNode words = service.client.get("/v1/vocabulary", anna.auth()).json();
        assertThat(words.path("formats").valueStream().map(JsonNode::asString)).contains("mp4", "exr", "web", "tracks");
        assertThat(words.path("sets").size()).isEqualTo(11);
        assertThat(words.path("resolutions").size()).isEqualTo(4);
    }

    @Test
    void whatItListsAShotFileTakes() throws Exception {
        JsonNode words = service.client.get("/v1/vocabulary", anna.auth()).json();
        ObjectNode shot = (ObjectNode) new YAMLMapper().readTree("""
                duration: 10s
                cast:
                  - {name: Mia, sex: female, age: 30, build: slim, stature: tall, heritage: asian,
                     hair: {style: bob}, wardrobe: []}
                keyframes: []
                """);
        ObjectNode mia = (ObjectNode) shot.path("cast").path(0);
        ObjectNode hair = (ObjectNode) mia.path("hair");
        ArrayNode wardrobe = (ArrayNode) mia.path("wardrobe");
        for (Map.Entry<String, List<String>> field : Map.of(
                        "sexes", List.of("sex"),
                        "builds", List.of("build"),
                        "statures", List.of("stature"),
                        "heritages", List.of("heritage"))
                .entrySet()) {
            for (JsonNode word : words.path(field.getKey())) {
                mia.set(field.getValue().getFirst(), word);
                assertValid(shot);
            }
        }
        for (JsonNode style : words.path("hair_styles")) {
            assertValid(with(shot, () -> hair.set("style", style)));
        }
        for (JsonNode face : words.path("facial_hair")) {
            assertValid(with(shot, () -> hair.set("face", face)));
        }
        for (JsonNode color : words.path("hair_colors")) {
            assertValid(with(shot, () -> hair.set("color", color)));
        }
        for (JsonNode color : words.path("garment_colors")) {
            wardrobe.removeAll();
            assertValid(
                    with(shot, () -> wardrobe.addObject().put("kind", "t-shirt").set("color", color)));
        }
        ArrayNode keyframes = (ArrayNode) shot.path("keyframes");
        ObjectNode keyframe = keyframes.addObject().put("at", "0s");
        ObjectNode light = keyframe.putObject("light");
        ObjectNode camera = keyframe.putObject("camera");
        ObjectNode acts = keyframe.putArray("cast").addObject().put("name", "Mia");
        Map<String, Consumer<JsonNode>> fields = new LinkedHashMap<>();
        fields.put("directions", w -> light.set("from", w));
        fields.put("lightings", w -> light.set("lighting", w));
        fields.put("moves", w -> camera.putObject("move").set("kind", w));
        fields.put("eases", w -> keyframe.set("ease", w));
        fields.put("transitions", w -> keyframe.set("transition", w));
        fields.put("anchors", w -> keyframe.set("anchor", w));
        fields.put("targets", w -> acts.set("gaze", w));
        fields.put("props", w -> acts.set("gaze", w));
        fields.put(
                "relations",
                w -> acts.putObject("place").put("target", "window").set("relation", w));
        fields.put(
                "sides",
                w -> acts.putArray("actions").addObject().put("kind", "wave").set("side", w));
        fields.forEach((name, set) -> {
            assertThat(words.path(name)).as(name).isNotEmpty();
            words.path(name).forEach(w -> assertValid(with(shot, () -> set.accept(w))));
        });
    }

    private static ObjectNode with(ObjectNode shot, Runnable change) {
        change.run();
        return shot;
    }

    private static void assertValid(ObjectNode shot) {
        ObjectNode whole = shot.deepCopy();
        if (whole.path("keyframes").isEmpty()) {
            ((ArrayNode) whole.path("keyframes")).addObject().put("at", "0s").put("prompt", "Wide shot of an office.");
        }
        assertThat(ShotReader.read(whole.toString(), "shot.json"))
                .as(whole.toString())
                .isInstanceOf(ShotReader.Result.Accepted.class);
    }

    @Test
    void anAccountWhosePlanIsGoneIsToldSo() throws Exception {
        WholeService.Member bert = service.member("owner");
        service.database.<Integer, RuntimeException>system(
                h -> h.createUpdate("update account set plan = 'gone' where id = ?")
                        .bind(0, bert.account())
                        .execute());
        String key = service.key(bert, Scope.values());
        String[] auth = {"Authorization", "Bearer " + key};
        for (TestClient.Reply reply : List.of(
                service.client.get("/v1/credits", auth),
                service.client.get("/dream-machine/v1/credits", auth),
                service.client.post("/v1/shots/price", "{\"shot\":" + json("corridor") + "}", auth))) {
            assertThat(reply.status()).as(reply.text()).isEqualTo(409);
            assertThat(reply.text()).contains("not offered any more");
        }
    }

    @Test
    void makesAShotOfATable() {
        JsonNode read = post(
                        "/v1/shots/import?title=Desk&duration=6s",
                        "number,seconds,prompt,framing\r\n1,0.000,\"Wide shot, office\",\r\n2,2.5,,\"close up, eye level\"\r\n",
                        "Content-Type",
                        "text/csv; charset=utf-8")
                .json();
        assertThat(read.path("valid").asBoolean()).isTrue();
        assertThat(read.at("/shot/keyframes/0/prompt").asString()).isEqualTo("Wide shot, office");
        assertThat(read.at("/shot/keyframes/1/prompt").asString()).isEqualTo("close up, eye level");
        assertThat(read.at("/shot/keyframes/1/at").asString()).isEqualTo("2.5s");
        assertThat(post("/v1/shots/import", "a,b\n1,2\n", "Content-Type", "text/csv")
                        .status())
                .isEqualTo(422);
        assertThat(post("/v1/shots/import", "seconds,prompt\n\"1,2\n", "Content-Type", "text/csv")
                        .status())
                .isEqualTo(400);
        assertThat(post("/v1/shots/import", "{}").status()).isEqualTo(415);
    }

    @Test
    void makesJsonOfAShotFileInYaml() {
        String yaml = """
                duration: 4s   # seconds
                keyframes:
                  - at: 0s
                    prompt: "Wide shot, a man waves."
                    camera: {lens: 35}
                """;
        JsonNode read = post("/v1/shots/import?title=Desk", yaml, "Content-Type", "application/yaml")
                .json();
        assertThat(read.path("valid").asBoolean()).isTrue();
        assertThat(read.at("/shot/title").asString()).isEqualTo("Desk");
        assertThat(read.at("/shot/keyframes/0/camera/lens").asInt()).isEqualTo(35);
        assertThat(read.at("/shot/keyframes/0/prompt").asString()).isEqualTo("Wide shot, a man waves.");

        JsonNode newer = post("/v1/shots/import", "version: 4\n" + yaml, "Content-Type", "application/yaml")
                .json();
        assertThat(newer.path("valid").asBoolean()).isFalse();
        assertThat(newer.at("/problems/0/pointer").asString()).isEqualTo("/version");
    }
}
