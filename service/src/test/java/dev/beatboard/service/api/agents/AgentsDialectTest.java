package dev.beatboard.service.api.agents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.service.account.Scope;
import dev.beatboard.service.api.DialectFloor;
import dev.beatboard.service.api.TestClient.Reply;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AgentsDialectTest {

    private static final String ALL = "/v1/generations";
    private static final String PROMPT =
            "\"prompt\": \"Wide shot of an empty office, morning light from the left, static camera.\"";
    private static final String DIRECTION = """
            "direction": {"duration": "0.5s", "keyframes": [
              {"at": "0s", "prompt": "Wide shot of an empty office, morning light from the left, static camera."}]}
            """;

    @TempDir
    static Path folder;

    private DialectFloor floor;
    private String key;

    @BeforeAll
    void open() throws Exception {
        floor = new DialectFloor(folder);
        key = floor.account("owner");
    }

    @AfterAll
    void close() {
        floor.close();
    }

    private JsonNode made(String body) {
        Reply reply = floor.post(key, ALL, body);
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return reply.json();
    }

    private static List<String> codes(JsonNode generation) {
        return StreamSupport.stream(generation.path("warnings").spliterator(), false)
                .map(w -> w.path("code").asString() + " " + w.path("field").asString())
                .toList();
    }

    private JsonNode shot(JsonNode generation) {
        return tools.jackson.databind.json.JsonMapper.builder()
                .build()
                .readTree(floor.column(generation.path("id").asString(), "source", String.class));
    }

    @Test
    void withNeitherTypeNorModelAVideoIsMadeAndAWarningGiven() {
        Reply reply = floor.post(key, ALL, "{" + PROMPT + "}");
        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.header("X-RateLimit-Limit")).isNotEmpty();
        assertThat(reply.header("Location")).startsWith("/v1/generations/");
        JsonNode g = reply.json();
        assertThat(g.path("type").asString()).isEqualTo("video");
        assertThat(g.path("state").asString()).isEqualTo("queued");
        assertThat(g.path("model").asString()).isEqualTo("ray-3.2");
        assertThat(g.path("frames").path("total").asInt()).isEqualTo(120);
        assertThat(g.path("render").path("height").asInt()).isEqualTo(720);
        assertThat(codes(g)).contains("type-assumed type");
        assertThat(floor.get(key, ALL + "/" + g.path("id").asString()).json()).isEqualTo(g);
    }

    @Test
    void everyModelIsAnAliasAndAnsweredAsSent() {
        assertThat(made("{\"model\": \"uni-1\"," + PROMPT + "}").path("type").asString())
                .isEqualTo("image");
        assertThat(made("{\"model\": \"uni-1-max\", \"type\": \"image\"," + PROMPT + "}")
                        .path("model")
                        .asString())
                .isEqualTo("uni-1-max");
        assertThat(made("{\"model\": \"ray-3.2\"," + PROMPT + "}").path("type").asString())
                .isEqualTo("video");
        assertThat(made("{\"model\": \"beatboard\", \"type\": \"image\"," + PROMPT + "}")
                        .path("type")
                        .asString())
                .isEqualTo("image");
    }

    @Test
    void anImageIsOneFrameInItsFormat() {
        JsonNode g =
                made("{\"type\": \"image\", \"output_format\": \"jpeg\", \"aspect_ratio\": \"3:1\"," + PROMPT + "}");
        assertThat(g.path("frames").path("total").asInt()).isEqualTo(1);
        assertThat(g.path("render").path("width").asInt())
                .isGreaterThan(2 * g.path("render").path("height").asInt());
        assertThat(floor.column(g.path("id").asString(), "terms->>'still_format'", String.class)
                        + floor.column(g.path("id").asString(), "terms->>'stillFormat'", String.class))
                .contains("jpeg");
    }

    @Test
    void aShotIsMadeOfPromptDurationShapeAndSeed() {
        JsonNode g = made("{\"type\": \"video\", \"aspect_ratio\": \"9:16\", \"seed\": 7, \"user_id\": \"u1\","
                + " \"video\": {\"duration\": \"10s\", \"resolution\": \"360p\"}, " + PROMPT + "}");
        JsonNode shot = shot(g);
        assertThat(shot.path("duration").asString()).isEqualTo("10s");
        assertThat(shot.path("aspect").asString()).isEqualTo("9:16");
        assertThat(shot.path("seed").asInt()).isEqualTo(7);
        assertThat(shot.path("keyframes").size()).isEqualTo(1);
        assertThat(g.path("frames").path("total").asInt()).isEqualTo(240);
        assertThat(g.path("render").path("quality").asString()).isEqualTo("draft");
        assertThat(g.path("user_id").asString()).isEqualTo("u1");
    }

    @Test
    void directionWinsOverTheFieldsBesideItAndSaysSo() {
        JsonNode g = made("{\"type\": \"video\", \"prompt\": \"Something else.\", \"video\": {\"duration\": \"10s\"},"
                + " \"aspect_ratio\": \"1:1\", " + DIRECTION + "}");
        assertThat(g.path("frames").path("total").asInt()).isEqualTo(12);
        // The direction says no shape, so that beside it counts.
        assertThat(g.path("render").path("width").asInt())
                .isEqualTo(g.path("render").path("height").asInt());
        assertThat(codes(g)).contains("direction-wins prompt", "direction-wins video.duration");
        Reply strict = floor.post(
                key,
                ALL,
                "{\"type\": \"video\", \"strict\": true, \"prompt\": \"Something else.\", " + DIRECTION + "}");
        assertThat(strict.status()).isEqualTo(422);
        assertThat(strict.json().path("errors").path(0).path("pointer").asString())
                .isEqualTo("/prompt");
    }

    @Test
    void faultsOfADirectionAreAtTheirPlaces() {
        Reply reply = floor.post(
                key,
                ALL,
                "{\"direction\": {\"duration\": \"40s\", \"keyframes\": [{\"at\": \"0s\", \"prompt\": \"x\"}]}}");
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.code()).isEqualTo("invalid_shot");
        assertThat(reply.json().path("errors").path(0).path("pointer").asString())
                .isEqualTo("/direction/duration");
    }

    @Test
    void hdrAndExrBecomeFormats() {
        JsonNode g = made("{\"type\": \"video\", \"video\": {\"hdr\": true, \"exr_export\": true}, " + PROMPT + "}");
        assertThat(StreamSupport.stream(g.path("render").path("formats").spliterator(), false)
                        .map(JsonNode::asString))
                .containsExactlyInAnyOrder("mp4", "hdr10", "exr");
    }

    @Test
    void ourFieldsRideInTheSameBody() {
        JsonNode g = made("{\"type\": \"video\", \"size\": \"128x72\", \"formats\": [\"mp4\", \"exr\"],"
                + " \"layers\": [\"beauty\"], \"queue\": \"relaxed\", \"burn_in\": true, " + DIRECTION + "}");
        assertThat(g.path("render").path("width").asInt()).isEqualTo(128);
        assertThat(g.path("queue").asString()).isEqualTo("relaxed");
        assertThat(g.path("credits").path("price").asInt()).isZero();
    }

    @Test
    void aReframeIsTheSameShotInAnotherShape() {
        JsonNode first = made("{\"type\": \"video\", \"video\": {\"resolution\": \"360p\"}, " + DIRECTION + "}");
        JsonNode other =
                made("{\"type\": \"video_reframe\", \"aspect_ratio\": \"9:16\", \"source\": {\"generation_id\": \""
                        + first.path("id").asString() + "\"}, \"video\": {\"resolution\": \"360p\"}, " + PROMPT + "}");
        assertThat(shot(other)).isEqualTo(shot(first));
        assertThat(other.path("parent_id").asString())
                .isEqualTo(first.path("id").asString());
        assertThat(other.path("render").path("height").asInt())
                .isGreaterThan(other.path("render").path("width").asInt());
        assertThat(other.path("frames").path("total").asInt()).isEqualTo(12);
    }

    @Test
    void anEditIsTheSameShotWithOtherWords() {
        JsonNode first = made("{\"type\": \"video\", \"seed\": 3, \"size\": \"128x72\", " + DIRECTION + "}");
        JsonNode other = made("{\"type\": \"video_edit\", \"prompt\": \"Close-up of a man, night.\", \"source\":"
                + " {\"generation_id\": \"" + first.path("id").asString() + "\"}}");
        JsonNode shot = shot(other);
        assertThat(shot.path("keyframes").path(0).path("prompt").asString()).isEqualTo("Close-up of a man, night.");
        assertThat(shot.path("seed").asInt()).isEqualTo(3);
        assertThat(other.path("render")).isEqualTo(first.path("render"));
        assertThat(codes(other)).contains("prompt-replaced prompt");
        JsonNode still = made("{\"type\": \"image_edit\", \"prompt\": \"Close-up of a man, night.\", \"source\":"
                + " {\"generation_id\": \"" + first.path("id").asString() + "\"}}");
        assertThat(still.path("frames").path("total").asInt()).isEqualTo(1);
    }

    @Test
    void aShotOfManyKeyframesIsNotRedirectedByOnePrompt() {
        JsonNode first = made("""
                {"type": "video", "size": "128x72", "direction": {"duration": "1s", "keyframes": [
                  {"at": "0s", "prompt": "Wide shot of a man, daylight."}, {"at": "0.5s", "prompt": "He smiles."}]}}""");
        String source = "\"source\": {\"generation_id\": \"" + first.path("id").asString() + "\"}";
        Reply reply = floor.post(key, ALL, "{\"type\": \"video_edit\", " + source + ", " + PROMPT + "}");
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().path("detail").asString())
                .contains("2 keyframes")
                .contains("parent_id");
        assertThat(made("{\"type\": \"video_edit\", " + source + ", " + DIRECTION + "}")
                        .path("parent_id")
                        .asString())
                .isEqualTo(first.path("id").asString());
    }

    @Test
    void whatTheEngineCannotDoIsAWarningOrAnErrorForTheStrict() {
        String body = "\"type\": \"video\", \"style\": \"manga\", \"web_search\": true, \"output_format\": \"png\","
                + " \"colour\": \"red\", \"video\": {\"loop\": true, \"fps\": 30}, " + PROMPT + "}";
        JsonNode g = made("{" + body);
        assertThat(codes(g))
                .contains(
                        "not-supported style",
                        "not-supported web_search",
                        "not-applicable output_format",
                        "unknown-field colour",
                        "unknown-field video.fps",
                        "not-looped video.loop");
        Reply strict = floor.post(key, ALL, "{\"strict\": true, " + body);
        assertThat(strict.status()).isEqualTo(422);
        assertThat(strict.json().path("errors").size()).isEqualTo(6);
    }

    @Test
    void aPromptBeyondAKeyframesLengthIsShortenedWithAWarning() {
        JsonNode g = made("{\"type\": \"video\", \"prompt\": \"" + "A man walks. ".repeat(400) + "\"}");
        assertThat(codes(g)).contains("prompt-shortened prompt");
        assertThat(shot(g).path("keyframes").path(0).path("prompt").asString().length())
                .isBetween(3900, 4000);
    }

    @Test
    void plansThatDraftOnlyGetADraftAndAWarning() {
        String free = floor.account("free");
        Reply reply = floor.post(free, ALL, "{\"type\": \"video\", " + PROMPT + "}");
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        assertThat(reply.json().path("render").path("height").asInt()).isEqualTo(540);
        assertThat(codes(reply.json())).contains("draft-only-plan video.resolution");
    }

    @Test
    void listsPagesCancelsRetriesAndDeletes() {
        String own = floor.account("owner");
        String body = "{\"type\": \"video\", \"size\": \"128x72\", " + DIRECTION + "}";
        for (int i = 0; i < 3; i++) {
            assertThat(floor.post(own, ALL, body).status()).isEqualTo(201);
        }
        JsonNode page = floor.get(own, ALL + "?limit=2").json();
        assertThat(page.path("generations").size()).isEqualTo(2);
        assertThat(page.path("has_more").asBoolean()).isTrue();
        JsonNode next = floor.get(
                        own, ALL + "?limit=2&cursor=" + page.path("next_cursor").asString())
                .json();
        assertThat(next.path("generations").size()).isEqualTo(1);
        assertThat(next.has("next_cursor")).isFalse();
        String id = next.path("generations").path(0).path("id").asString();
        assertThat(floor.post(own, ALL + "/" + id + "/retry", "").status()).isEqualTo(409);
        JsonNode cancelled = floor.post(own, ALL + "/" + id + "/cancel", "").json();
        assertThat(cancelled.path("state").asString()).isEqualTo("failed");
        assertThat(cancelled.path("cancelled").asBoolean()).isTrue();
        assertThat(floor.get(own, ALL + "?state=cancelled")
                        .json()
                        .path("generations")
                        .size())
                .isEqualTo(1);
        Reply again = floor.post(own, ALL + "/" + id + "/retry", "");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json().path("parent_id").asString()).isEqualTo(id);
        assertThat(floor.delete(own, ALL + "/" + id).status()).isEqualTo(204);
        assertThat(floor.get(own, ALL + "/" + id).status()).isEqualTo(404);
        assertThat(floor.get(own, ALL + "?state=done").status()).isEqualTo(400);
        assertThat(floor.get(own, ALL + "?cursor=x").status()).isEqualTo(400);
        assertThat(floor.get(own, ALL + "?limit=0").status()).isEqualTo(400);
    }

    @Test
    void othersSeeNothing() {
        String id = made("{\"type\": \"video\", \"size\": \"128x72\", " + DIRECTION + "}")
                .path("id")
                .asString();
        String other = floor.account("owner");
        assertThat(floor.get(other, ALL + "/" + id).status()).isEqualTo(404);
        assertThat(floor.delete(other, ALL + "/" + id).status()).isEqualTo(404);
        assertThat(floor.post(other, ALL + "/" + id + "/cancel", "").status()).isEqualTo(404);
        assertThat(floor.post(other, ALL + "/" + id + "/retry", "").status()).isEqualTo(404);
        assertThat(floor.get(other, ALL).json().path("generations").size()).isZero();
        for (String body : List.of(
                "{\"type\": \"video\", \"parent_id\": \"" + id + "\", " + DIRECTION + "}",
                "{\"type\": \"video_edit\", \"source\": {\"generation_id\": \"" + id + "\"}, " + PROMPT + "}",
                "{\"type\": \"video\", \"video\": {\"start_frame\": {\"generation_id\": \"" + id + "\"}}, " + PROMPT
                        + "}",
                "{\"type\": \"video\", \"project_id\": \"" + id + "\", " + DIRECTION + "}")) {
            assertThat(floor.post(other, ALL, body).status()).as(body).isEqualTo(404);
        }
    }

    @Test
    void theSameRequestIsDoneOnceByItsKeyOrAsARetryOfAVendorsClient() {
        String own = floor.account("owner");
        String body = "{\"type\": \"video\", \"size\": \"128x72\", " + DIRECTION + "}";
        Reply first = floor.post(own, ALL, body, "Idempotency-Key", "a");
        Reply again = floor.post(own, ALL, body, "Idempotency-Key", "a");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(floor.post(own, ALL, body.replace("128x72", "256x144"), "Idempotency-Key", "a")
                        .status())
                .isEqualTo(422);
        Reply one = floor.post(own, ALL, body, "x-stainless-retry-count", "0");
        Reply retried = floor.post(own, ALL, body, "x-stainless-retry-count", "1");
        assertThat(retried.json().path("id")).isEqualTo(one.json().path("id"));
        assertThat(floor.post(own, ALL, body, "x-stainless-retry-count", "0")
                        .json()
                        .path("id"))
                .isNotEqualTo(one.json().path("id"));
        assertThat(floor.get(own, ALL).json().path("generations").size()).isEqualTo(3);
    }

    @Test
    void failuresHaveTheVendorsCodes() {
        String id = made("{\"type\": \"video\", \"size\": \"128x72\", " + DIRECTION + "}")
                .path("id")
                .asString();
        for (String code : List.of(
                "content_moderated",
                "generation_failed",
                "budget_exhausted",
                "output_not_found",
                "image_too_large",
                "unsupported_format",
                "corrupt_input",
                "invalid_request",
                "rate_limited")) {
            floor.end(id, "failed", Optional.of(code));
            JsonNode g = floor.get(key, ALL + "/" + id).json();
            assertThat(g.path("state").asString()).isEqualTo("failed");
            assertThat(g.path("failure_code").asString()).isEqualTo(code);
            assertThat(g.path("failure_reason").asString()).isNotEmpty();
        }
    }

    @Test
    void keysWithoutTheScopeAreRefused() {
        String reader = floor.account("owner", EnumSet.of(Scope.GENERATIONS_READ));
        assertThat(floor.post(reader, ALL, "{" + PROMPT + "}").status()).isEqualTo(403);
        assertThat(floor.get(reader, ALL).status()).isEqualTo(200);
        assertThat(floor.get("bb_wrong", ALL).status()).isEqualTo(401);
    }
}
