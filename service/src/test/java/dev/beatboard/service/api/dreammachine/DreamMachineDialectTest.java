package dev.beatboard.service.api.dreammachine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.service.account.Scope;
import dev.beatboard.service.api.DialectFloor;
import dev.beatboard.service.api.TestClient.Reply;
import dev.beatboard.service.fetch.RawServer;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DreamMachineDialectTest {

    private static final String ROOT = "/dream-machine/v1";
    private static final String ALL = ROOT + "/generations";
    private static final String P = "'prompt': 'Medium shot of a man in an office, daylight'";
    private static final String NOBODY = "0193a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b";

    @TempDir
    static Path folder;

    private DialectFloor floor;
    private String key;
    private String film;

    @BeforeAll
    void open() throws Exception {
        floor = new DialectFloor(folder);
        key = floor.account("owner");
        film = made("/video", P + ", 'size': '128x72', 'duration': '0.5s', 'model': 'ray-2'")
                .path("id")
                .asString();
    }

    @AfterAll
    void close() {
        floor.close();
    }

    private Reply post(String path, String body) {
        return floor.post(key, ALL + path, ("{" + body + "}").replace('\'', '"'));
    }

    private JsonNode made(String path, String body) {
        Reply reply = post(path, body);
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        assertThat(reply.header("X-RateLimit-Limit")).isNotEmpty();
        return reply.json();
    }

    private JsonNode shot(JsonNode g) {
        return JsonMapper.builder().build().readTree(floor.column(g.path("id").asString(), "source", String.class));
    }

    private static List<String> codes(JsonNode generation) {
        return StreamSupport.stream(generation.path("warnings").spliterator(), false)
                .map(w -> w.path("code").asString() + " " + w.path("field").asString())
                .toList();
    }

    @Test
    void answersPingCreditsConceptsAndCameraMotions() {
        assertThat(floor.get(key, ROOT + "/ping").json().path("message").asString())
                .isEqualTo("pong");
        String own = floor.account("lite");
        JsonNode credits = floor.get(own, ROOT + "/credits").json();
        assertThat(credits.path("credits").asLong()).isEqualTo(3200);
        assertThat(credits.path("credit_balance").asDouble()).isEqualTo(999);
        assertThat(floor.get(key, ALL + "/concepts/list").text()).contains("dolly_zoom");
        assertThat(floor.get(key, ALL + "/camera_motion/list").text()).contains("Orbit Left");
    }

    @Test
    void aFilmIsMadeOfPromptConceptsDurationAndResolution() {
        for (String path : List.of("", "/video")) {
            JsonNode g = made(
                    path,
                    P + ", 'model': 'ray-flash-2', 'duration': '9s', 'resolution': '540p', 'aspect_ratio': '9:21',"
                            + " 'concepts': [{'key': 'push_in'}, {'key': 'low_angle'}]");
            assertThat(g.path("state").asString()).isEqualTo("queued");
            assertThat(g.path("generation_type").asString()).isEqualTo("video");
            assertThat(g.path("model").asString()).isEqualTo("ray-flash-2");
            assertThat(g.path("request").path("generation_type").asString()).isEqualTo("video");
            assertThat(g.path("request").path("resolution").asString()).isEqualTo("540p");
            JsonNode shot = shot(g);
            assertThat(shot.path("duration").asString()).isEqualTo("9s");
            assertThat(shot.path("keyframes").path(0).path("prompt").asString())
                    .isEqualTo("Medium shot of a man in an office, daylight. Push in, low angle.");
            assertThat(floor.get(key, ALL + "/" + g.path("id").asString()).json())
                    .isEqualTo(g);
        }
    }

    @Test
    void ownFilmsAreReframedModifiedAndRenderedLarger() {
        String link = "http://127.0.0.1/files/accounts/" + floor.accountOf(key) + "/generations/" + film
                + "/clip.mp4?expires=1&name=clip.mp4&signature=x";
        for (String media : List.of("{'generation_id': '" + film + "'}", "{'url': '" + link + "'}")) {
            JsonNode reframed = made(
                    "/video/reframe",
                    "'generation_type': 'reframe_video', 'model': 'ray-2', 'aspect_ratio': '9:16', 'resolution': '360p',"
                            + " 'x_start': 3, 'media': " + media);
            assertThat(floor.column(reframed.path("id").asString(), "terms->>'width'", Integer.class))
                    .isEqualTo(360);
            assertThat(floor.column(reframed.path("id").asString(), "parent_id::text", String.class))
                    .isEqualTo(film);
            assertThat(codes(reframed)).contains("not-supported x_start");
        }
        JsonNode modified = made(
                "/video/modify",
                "'generation_type': 'modify_video', 'model': 'ray-2', 'mode': 'flex_2', 'prompt': 'A man at night.',"
                        + " 'media': {'generation_id': '" + film + "'}");
        assertThat(shot(modified).path("keyframes").path(0).path("prompt").asString())
                .isEqualTo("A man at night.");
        assertThat(floor.column(modified.path("id").asString(), "terms->>'width'", Integer.class))
                .isEqualTo(128);
        JsonNode larger = made("/" + film + "/upscale", "'resolution': '1080p'");
        assertThat(floor.column(larger.path("id").asString(), "terms->>'height'", Integer.class))
                .isEqualTo(1080);
        assertThat(shot(larger)).isEqualTo(shot(floor.get(key, ALL + "/" + film).json()));
        JsonNode picture = made(
                "/image/reframe",
                "'model': 'photon-1', 'aspect_ratio': '1:1', 'format': 'png', 'media': {'generation_id': '" + film
                        + "'}");
        assertThat(picture.path("generation_type").asString()).isEqualTo("image");
    }

    @Test
    void aPictureWaitsNoLongerThanAsked() {
        long start = System.nanoTime();
        JsonNode g = made("/image", P + ", 'model': 'photon-1', 'format': 'jpg', 'sync': true, 'sync_timeout': 0.5");
        assertThat((System.nanoTime() - start) / 1e9).isBetween(0.4, 10.0);
        assertThat(g.path("state").asString()).isEqualTo("queued");
        assertThat(g.path("generation_type").asString()).isEqualTo("image");
    }

    @Test
    void picturesOfReferenceAreLookedAtAndNamedAsUnused() throws Exception {
        byte[] png = DialectFloor.picture("png");
        try (RawServer server = RawServer.start((head, in, out) -> {
            RawServer.say(out, "HTTP/1.1 200 OK\r\nContent-Length: " + png.length + "\r\n\r\n");
            out.write(png);
        })) {
            String url = "'" + server.url("/a.png") + "'";
            JsonNode g = made(
                    "/image",
                    P + ", 'image_ref': [{'url': " + url + ", 'weight': 0.5}], 'style_ref': [{'url': " + url
                            + "}], 'character_ref': {'identity0': {'images': [" + url
                            + "]}}, 'modify_image_ref': {'url': "
                            + url + "}");
            assertThat(codes(g).stream().filter(c -> c.startsWith("image-not-used")))
                    .hasSize(4);
            JsonNode v = made(
                    "/video", P + ", 'keyframes': {'frame0': {'type': 'image', 'url': " + url + "}}, 'loop': true");
            assertThat(codes(v)).contains("image-not-used keyframes.frame0", "not-looped loop");
            assertThat(server.connections()).isEqualTo(5);
        }
    }

    @Test
    void listsOffsetsAndDeletes() {
        String own = floor.account("owner");
        for (int i = 0; i < 3; i++) {
            assertThat(floor.post(own, ALL, "{" + P.replace('\'', '"') + ", \"size\": \"128x72\"}")
                            .status())
                    .isEqualTo(201);
        }
        assertThat(floor.post(own, "/v1/generations", "{" + P.replace('\'', '"') + "}")
                        .status())
                .isEqualTo(201);
        JsonNode page = floor.get(own, ALL + "?limit=2&offset=0").json();
        assertThat(page.path("count").asInt()).isEqualTo(2);
        assertThat(page.path("has_more").asBoolean()).isTrue();
        JsonNode last = floor.get(own, ALL + "?limit=2&offset=2").json();
        assertThat(last.path("count").asInt()).isEqualTo(1);
        assertThat(last.path("has_more").asBoolean()).isFalse();
        String id = last.path("generations").path(0).path("id").asString();
        assertThat(floor.delete(own, ALL + "/" + id).status()).isEqualTo(204);
        assertThat(floor.get(own, ALL + "/" + id).status()).isEqualTo(404);
        assertThat(floor.get(own, ALL + "?limit=0").status()).isEqualTo(400);
    }

    @Test
    void statesAndFailuresAreToldInItsWords() {
        String id = made("/video", P + ", 'size': '128x72'").path("id").asString();
        floor.end(id, "processing", Optional.empty());
        assertThat(floor.get(key, ALL + "/" + id).json().path("state").asString())
                .isEqualTo("dreaming");
        floor.end(id, "failed", Optional.of("generation_failed"));
        JsonNode g = floor.get(key, ALL + "/" + id).json();
        assertThat(g.path("state").asString()).isEqualTo("failed");
        assertThat(g.path("failure_reason").asString()).isNotEmpty();
        floor.end(id, "completed", Optional.empty());
        assertThat(floor.get(key, ALL + "/" + id).json().path("assets").isObject())
                .isTrue();
    }

    @Test
    void retriesOfItsClientAreFolded() {
        String body = ("{" + P + ", 'size': '128x72', 'seed': 99}").replace('\'', '"');
        Reply first = floor.post(key, ALL + "/video", body, "x-stainless-retry-count", "0");
        Reply again = floor.post(key, ALL + "/video", body, "x-stainless-retry-count", "1");
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    }

    @Test
    void othersAndNobodyAreRefused() {
        String other = floor.account("owner");
        for (Reply r : List.of(
                floor.get(other, ALL + "/" + film),
                floor.delete(other, ALL + "/" + film),
                floor.post(other, ALL + "/" + film + "/upscale", "{\"resolution\": \"720p\"}"),
                floor.post(other, ALL + "/" + film + "/audio", ""),
                floor.post(
                        other,
                        ALL + "/video/reframe",
                        "{\"aspect_ratio\": \"1:1\", \"media\": {\"generation_id\": \"" + film + "\"}}"))) {
            assertThat(r.status()).isEqualTo(404);
            assertThat(r.json().path("detail").asString()).contains("no generation");
        }
        assertThat(floor.get("bb_wrong", ROOT + "/ping").status()).isEqualTo(401);
        assertThat(floor.get("bb_wrong", ROOT + "/ping").json().path("detail").asString())
                .isNotEmpty();
        String reader = floor.account("owner", EnumSet.of(Scope.GENERATIONS_READ));
        assertThat(floor.post(reader, ALL + "/video", ("{" + P + "}").replace('\'', '"'))
                        .status())
                .isEqualTo(403);
        String free = floor.account("free");
        assertThat(floor.post(free, ALL + "/video", ("{" + P + ", 'resolution': '1080p'}").replace('\'', '"'))
                        .status())
                .isEqualTo(403);
        assertThat(floor.post(free, ALL + "/video", ("{" + P + "}").replace('\'', '"'))
                        .status())
                .isEqualTo(201);
        Reply busy = floor.post(free, ALL + "/video", ("{" + P + "}").replace('\'', '"'));
        assertThat(busy.status()).isEqualTo(429);
        assertThat(busy.header("Retry-After")).isNotEmpty();
    }

    record Refused(int status, String detail, String path, String body) {}

    static Stream<Refused> refusals() {
        String image = "{'type': 'image', 'url': 'https://a.example/a.png'}";
        String own = "{'type': 'generation', 'id': '" + NOBODY + "'}";
        String media = "'media': {'generation_id': '" + NOBODY + "'}";
        return Stream.of(
                // https://docs.lumalabs.ai/docs/errors, before submission.
                new Refused(400, "Prompt is required", "/video", "'model': 'ray-2'"),
                new Refused(400, "Prompt is too short, minimum length is 3 characters", "/video", "'prompt': 'ab'"),
                new Refused(
                        400,
                        "Prompt is too long, maximum length is 5000 characters",
                        "/video",
                        "'prompt': '" + "x".repeat(5001) + "'"),
                new Refused(
                        400,
                        "Loop is not supported for end frame",
                        "/video",
                        P + ", 'loop': true, 'keyframes': {'frame1': " + image + "}"),
                new Refused(
                        400,
                        "Loop is not supported for keyframes",
                        "/video",
                        P + ", 'loop': true, 'keyframes': {'frame0': " + image + ", 'frame1': " + image + "}"),
                new Refused(
                        400,
                        "Loop is not supported for extend reverse",
                        "/video",
                        P + ", 'loop': true, 'keyframes': {'frame1': " + own + "}"),
                new Refused(
                        400,
                        "Loop is not supported for interpolate video to image",
                        "/video",
                        P + ", 'loop': true, 'keyframes': {'frame0': " + own + ", 'frame1': " + image + "}"),
                new Refused(
                        400,
                        "Loop is not supported for interpolate image to video",
                        "/video",
                        P + ", 'loop': true, 'keyframes': {'frame0': " + image + ", 'frame1': " + own + "}"),
                new Refused(
                        400,
                        "Loop is not supported for interpolate between two videos",
                        "/video",
                        P + ", 'loop': true, 'keyframes': {'frame0': " + own + ", 'frame1': " + own + "}"),
                new Refused(
                        400, "No keyframes provided", "/video", P + ", 'keyframes': {'frame0': null, 'frame1': null}"),
                new Refused(400, "Unknown request type", "/video", P + ", 'generation_type': 'sculpture'"),
                new Refused(400, "Unknown request type", "", P + ", 'generation_type': 'image'"),
                // Fields.
                new Refused(400, "Did you mean ray-2?", "/video", P + ", 'model': 'ray-3'"),
                new Refused(400, "Did you mean photon-1?", "/image", P + ", 'model': 'photon-2'"),
                new Refused(400, "allowed are", "/video", P + ", 'aspect_ratio': '5:4'"),
                new Refused(400, "write seconds", "/video", P + ", 'duration': 'long'"),
                new Refused(422, "at most 20", "/video", P + ", 'duration': '30s'"),
                new Refused(422, "4k is not available", "/video", P + ", 'resolution': '4k'"),
                new Refused(400, "not one of", "/video", P + ", 'resolution': '8k'"),
                new Refused(400, "push_in", "/video", P + ", 'concepts': [{'key': 'push_inn'}]"),
                new Refused(400, "key is needed", "/video", P + ", 'concepts': [{}]"),
                new Refused(
                        400,
                        "type is needed",
                        "/video",
                        P + ", 'keyframes': {'frame0': {'url': 'https://a.example/'}}"),
                new Refused(400, "url is needed", "/video", P + ", 'keyframes': {'frame0': {'type': 'image'}}"),
                new Refused(400, "id is needed", "/video", P + ", 'keyframes': {'frame0': {'type': 'generation'}}"),
                new Refused(404, "no generation", "/video", P + ", 'keyframes': {'frame0': " + own + "}"),
                new Refused(
                        422,
                        "frame0",
                        "/video",
                        P + ", 'keyframes': {'frame0': {'type': 'image', 'url': 'http://169.254.169.254/a'}}"),
                new Refused(422, "callback_url", "/video", P + ", 'callback_url': 'ftp://a.example/'"),
                new Refused(400, "jpg, png", "/image", P + ", 'format': 'gif'"),
                new Refused(400, "0.0 to 600.0", "/image", P + ", 'sync': true, 'sync_timeout': 9999"),
                new Refused(
                        400, "0.0 to 1.0", "/image", P + ", 'image_ref': [{'url': 'https://a.example/', 'weight': 2}]"),
                new Refused(400, "Media is required", "/video/modify", P + ", 'mode': 'flex_1'"),
                new Refused(400, "adhere_1", "/video/modify", P + ", 'mode': 'flex_9', " + media),
                new Refused(400, "mode is needed", "/video/modify", P + ", " + media + ", 'size': '128x72'"),
                new Refused(
                        400,
                        "cannot repaint footage",
                        "/video/modify",
                        P + ", 'mode': 'flex_1', 'media': {'url': 'https://a.example/a.mp4'}"),
                new Refused(
                        400,
                        "cannot repaint footage",
                        "/video/reframe",
                        "'aspect_ratio': '1:1', 'media': {'url': 'https://a.example/a.mp4'}"),
                new Refused(400, "aspect_ratio is needed", "/video/reframe", media),
                new Refused(404, "no generation", "/video/reframe", "'aspect_ratio': '1:1', " + media),
                new Refused(404, "no generation", "/image/reframe", "'aspect_ratio': '1:1', " + media),
                new Refused(
                        400,
                        "Unknown request type",
                        "/image/reframe",
                        "'generation_type': 'reframe_video', 'aspect_ratio': '1:1', " + media),
                new Refused(404, "no generation", "/" + NOBODY + "/upscale", "'resolution': '720p'"),
                new Refused(404, "", "/x/upscale", "'resolution': '720p'"),
                new Refused(400, "resolution is needed", "/FILM/upscale", ""),
                new Refused(422, "4k is not available", "/FILM/upscale", "'resolution': '4k'"),
                new Refused(422, "clips are silent", "/FILM/audio", "'prompt': 'rain'"),
                new Refused(422, "", "/video", P + ", 'strict': true, 'colour': 'red'"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void everyRefusalHasItsStatusAndText(Refused r) {
        int before = floor.count("generation");
        Reply reply = post(r.path().replace("FILM", film), r.body());
        assertThat(reply.status()).as(reply.text()).isEqualTo(r.status());
        assertThat(reply.json().path("detail").asString()).contains(r.detail());
        assertThat(floor.count("generation")).isEqualTo(before);
    }
}
