package dev.beatboard.service.api.shot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.service.WholeService;
import dev.beatboard.service.api.TestClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PreviewRoutesTest {

    private static final String SHOT = """
            {"duration": "2s", "set": "cafe", "cast": [{"name": "Anna", "description": "a woman of 30"}],
             "keyframes": [{"at": "0s", "prompt": "Medium shot. Anna sits at a table."},
                           {"at": "1s", "prompt": "%s"}]}
            """;

    private WholeService service;
    private WholeService.Member anna;
    private WholeService.Member stranger;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        service = new WholeService(folder, 0);
        anna = service.member("owner");
        stranger = service.member("owner");
    }

    @AfterAll
    void stop() throws Exception {
        service.close();
    }

    private JsonNode preview(String words) {
        TestClient.Reply reply = service.client.post("/v1/shots/preview", SHOT.formatted(words), anna.auth());
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json();
    }

    private TestClient.Reply part(JsonNode link, WholeService.Member who, String... headers) {
        return service.client.get(link.path("url").asString(), who.auth(headers));
    }

    private static String start(TestClient.Reply reply) {
        return new String(reply.response().body(), 0, 4, StandardCharsets.ISO_8859_1);
    }

    @Test
    void tellsOfPartsThatCanBeFetched() {
        JsonNode preview = preview("Anna smiles.");
        assertThat(preview.path("frames").asInt()).isEqualTo(48);
        assertThat(preview.path("cuts").get(0).asInt()).isZero();
        assertThat(preview.path("people").get(0).path("name").asString()).isEqualTo("Anna");
        for (JsonNode link : List.of(preview.path("set"), preview.path("people").get(0))) {
            TestClient.Reply part = part(link, anna);
            assertThat(part.status()).isEqualTo(200);
            assertThat(part.header("Content-Type")).isEqualTo("model/gltf-binary");
            assertThat(start(part)).isEqualTo("glTF");
        }
        TestClient.Reply motion = part(preview.path("motion"), anna);
        assertThat(motion.header("Content-Type")).isEqualTo("application/vnd.beatboard.motion");
        assertThat(motion.header("Cache-Control")).isEqualTo("private, max-age=31536000, immutable");
        assertThat(start(motion)).isEqualTo("BBMO");
        String tag = motion.header("ETag");
        assertThat(tag).isEqualTo('"' + preview.path("motion").path("digest").asString() + '"');
        assertThat(part(preview.path("motion"), anna, "If-None-Match", tag).status())
                .isEqualTo(304);
    }

    @Test
    void onlyTheMotionIsNewAfterAnEditOfWords() {
        JsonNode before = preview("Anna smiles.");
        JsonNode after = preview("Anna raises her right hand.");
        assertThat(after.path("set")).isEqualTo(before.path("set"));
        assertThat(after.path("people")).isEqualTo(before.path("people"));
        assertThat(after.path("motion")).isNotEqualTo(before.path("motion"));
        assertThat(preview("Anna smiles.")).isEqualTo(before);
    }

    @Test
    void partsOfOthersAndPartsThatAreNotThereAreNotFound() {
        JsonNode preview = preview("Anna laughs.");
        Set<String> told = new HashSet<>();
        for (JsonNode link : List.of(preview.path("set"), preview.path("people").get(0), preview.path("motion"))) {
            TestClient.Reply reply = part(link, stranger);
            assertThat(reply.status()).isEqualTo(404);
            told.add(reply.json().path("code").asString());
        }
        for (String none : List.of("0".repeat(64), "..", "%2e%2e%2fx", "x")) {
            TestClient.Reply reply = service.client.get("/v1/preview-parts/" + none, anna.auth());
            assertThat(reply.status()).as(none).isIn(400, 404);
        }
        assertThat(told).hasSize(1);
    }

    @Test
    void saysWhatIsWrongWithAShot() {
        assertThat(service.client
                        .post("/v1/shots/preview", "{\"keyframes\":[]}", anna.auth())
                        .status())
                .isEqualTo(422);
    }
}
