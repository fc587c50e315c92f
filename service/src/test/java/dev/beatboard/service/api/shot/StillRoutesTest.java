package dev.beatboard.service.api.shot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.service.WholeService;
import dev.beatboard.service.api.TestClient;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Single frames without an order, and the examples.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StillRoutesTest {

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

    private TestClient.Reply still(String query, String shot) {
        return service.client.post("/v1/shots/still" + query, shot, anna.auth());
    }

    private JsonNode example(String id) {
        return service.client
                .get("/v1/examples")
                .json()
                .path("items")
                .valueStream()
                .filter(e -> e.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static BufferedImage picture(TestClient.Reply reply) throws Exception {
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return ImageIO.read(new ByteArrayInputStream(reply.response().body()));
    }

    @Test
    void examplesAreTheFilesAsWritten() throws Exception {
        JsonNode all = service.client.get("/v1/examples").json().path("items");
        try (var files = Files.list(ShotRoutesTest.EXAMPLES)) {
            assertThat(all.size()).isEqualTo((int)
                    files.filter(f -> f.toString().endsWith(".yaml")).count());
        }
        JsonNode eight = example("eight");
        assertThat(eight.path("title").asString()).isEqualTo("Eight");
        assertThat(eight.path("people").asInt()).isEqualTo(8);
        assertThat(eight.path("seconds").asDouble()).isEqualTo(20);
        assertThat(eight.path("keyframes").asInt())
                .isEqualTo(eight.path("shot").path("keyframes").size());
        assertThat(eight.path("shot").path("duration").asString()).isEqualTo("20s");
        for (JsonNode e : all) {
            assertThat(service.client
                            .post("/v1/shots/validate", e.path("shot").toString(), anna.auth())
                            .json()
                            .path("valid")
                            .asBoolean())
                    .as(e.path("id").asString())
                    .isTrue();
        }
    }

    @Test
    void drawsOneFrameAndKeepsIt() throws Exception {
        String shot = example("eight").path("shot").toString();
        long before = System.nanoTime();
        TestClient.Reply cold = still("?frame=60", shot);
        long drawn = System.nanoTime();
        TestClient.Reply warm = still("?frame=60", shot);
        long kept = System.nanoTime();
        still("?frame=200&width=640", shot);
        System.out.printf(
                "MEASURED still of 8 people: first %.2f s, kept %.3f s, another at 640 %.2f s; %d bytes%n",
                (drawn - before) / 1e9,
                (kept - drawn) / 1e9,
                (System.nanoTime() - kept) / 1e9,
                cold.response().body().length);
        BufferedImage picture = picture(cold);
        assertThat(picture.getWidth()).isEqualTo(384);
        assertThat(picture.getHeight()).isEqualTo(216);
        assertThat(warm.response().body()).isEqualTo(cold.response().body());
        assertThat(warm.header("ETag")).isEqualTo(cold.header("ETag"));
        assertThat(kept - drawn).isLessThan(drawn - before);
        Files.write(Path.of("target", "still.jpg"), cold.response().body());
    }

    @Test
    void tallPicturesAreNoLarger() throws Exception {
        BufferedImage picture = picture(still("?width=160", """
                {"duration": "1s", "aspect": "9:16",
                  "keyframes": [{"at": "0s", "prompt": "Wide shot of an empty office, morning light."}]}"""));
        assertThat(picture.getHeight()).isEqualTo(160);
        assertThat(picture.getWidth()).isEqualTo(90);
    }

    @Test
    void whatCannotBeDrawnIsRefused() {
        String shot = """
                {"duration": "1s", "keyframes": [{"at": "0s", "prompt": "Wide shot of an empty office."}]}""";
        assertThat(still("?frame=24", shot).text()).contains("0 to 23");
        assertThat(still("?frame=24", shot).status()).isEqualTo(404);
        assertThat(still("?frame=-1", shot).status()).isEqualTo(400);
        assertThat(still("?width=4000", shot).status()).isEqualTo(400);
        assertThat(still("", "{\"duration\": \"1s\"}").status()).isEqualTo(422);
    }
}
