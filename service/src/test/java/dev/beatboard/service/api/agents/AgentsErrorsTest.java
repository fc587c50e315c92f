package dev.beatboard.service.api.agents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.service.api.DialectFloor;
import dev.beatboard.service.api.TestClient.Reply;
import dev.beatboard.service.fetch.RawServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Every rule that the vendor documents for `POST /v1/generations`, with its status.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AgentsErrorsTest {

    private static final String ALL = "/v1/generations";
    private static final String P = "'prompt': 'An empty office, daylight.'";
    private static final String PNG = DialectFloor.base64(DialectFloor.picture("png"));
    private static final String REF = "{'data': '" + PNG + "', 'media_type': 'image/png'}";
    private static final String NOBODY = "'0193a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b'";

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

    /// A rule: the body with single quotes, the status, where, and what the detail has to say.
    record Rule(String body, int status, String pointer, String detail) {
        @Override
        public String toString() {
            return status + " " + pointer + " " + (body.length() > 100 ? body.substring(0, 100) : body);
        }
    }

    private static Rule rule(int status, String pointer, String detail, String body) {
        return new Rule("{" + body + "}", status, pointer, detail);
    }

    private static Rule video(int status, String pointer, String detail, String video) {
        return rule(status, pointer, detail, "'type': 'video', " + P + ", 'video': {" + video + "}");
    }

    private static Rule edit(int status, String pointer, String detail, String edit) {
        return rule(
                status,
                pointer,
                detail,
                "'type': 'video_edit', " + P + ", 'source': {'generation_id': " + NOBODY + "}, 'video': {'edit': {"
                        + edit + "}}");
    }

    static Stream<Rule> rules() {
        String many = ("," + REF).repeat(64).substring(1);
        return Stream.of(
                // 400: a field is wrong by itself.
                rule(400, "/prompt", "prompt is needed", "'type': 'video'"),
                rule(400, "/prompt", "1 to 6000", "'prompt': ''"),
                rule(400, "/prompt", "1 to 6000", "'prompt': '" + "x".repeat(6001) + "'"),
                rule(400, "/prompt", "has to be a text", "'prompt': 5"),
                rule(400, "/prompt", "U+0007", "'prompt': 'a\\u0007'"),
                rule(400, "/model", "Did you mean ray-3.2?", P + ", 'model': 'ray-3'"),
                rule(400, "/type", "Did you mean video?", P + ", 'type': 'vidoe'"),
                rule(400, "/aspect_ratio", "allowed are", P + ", 'aspect_ratio': '5:4'"),
                rule(400, "/output_format", "png, jpeg", P + ", 'type': 'image', 'output_format': 'gif'"),
                rule(400, "/style", "auto, manga", P + ", 'style': 'noir'"),
                rule(400, "/web_search", "true or false", P + ", 'web_search': 'yes'"),
                rule(400, "/user_id", "1 to 256", P + ", 'user_id': '" + "u".repeat(257) + "'"),
                rule(
                        400,
                        "/image_ref",
                        "0 to 9",
                        P + ", 'type': 'image', 'image_ref': ["
                                + ("," + REF).repeat(10).substring(1) + "]"),
                rule(
                        400,
                        "/image_ref",
                        "0 to 8",
                        P + ", 'type': 'image_edit', 'source': {'generation_id': " + NOBODY + "}, 'image_ref': ["
                                + ("," + REF).repeat(9).substring(1) + "]"),
                rule(400, "/image_ref", "array", P + ", 'image_ref': {}"),
                rule(400, "/video", "has to be an object", P + ", 'type': 'video', 'video': []"),
                video(400, "/video/resolution", "360p, 540p, 720p, 1080p", "'resolution': '4k'"),
                video(400, "/video/duration", "5s, 10s", "'duration': '7s'"),
                video(400, "/video/loop", "true or false", "'loop': 1"),
                video(400, "/video/hdr", "true or false", "'hdr': 'on'"),
                video(400, "/video/exr_export", "true or false", "'exr_export': 'on'"),
                video(400, "/video/keyframes", "1 to 64", "'keyframes': [], 'keyframe_indexes': [0]"),
                video(
                        400,
                        "/video/keyframes",
                        "1 to 64",
                        "'keyframes': [" + many + "," + REF + "], 'keyframe_indexes': [0]"),
                video(
                        400,
                        "/video/keyframe_indexes/0",
                        "from 0",
                        "'keyframes': [" + REF + "], 'keyframe_indexes': [-1]"),
                video(
                        400,
                        "/video/keyframe_indexes/0",
                        "from 0",
                        "'keyframes': [" + REF + "], 'keyframe_indexes': [1.5]"),
                video(400, "/video/start_frame/generation_id", "UUID", "'start_frame': {'generation_id': 'x'}"),
                edit(400, "/video/edit/strength", "adhere_1", "'strength': 'adhere_4'"),
                edit(400, "/video/edit/auto_controls", "true or false", "'auto_controls': 'yes'"),
                edit(400, "/video/edit/controls/depth/blur", "0.0 to 1.0", "'controls': {'depth': {'blur': 2}}"),
                edit(400, "/video/edit/controls/face/enabled", "true or false", "'controls': {'face': {'enabled': 1}}"),
                edit(
                        400,
                        "/video/edit/controls/normals/augmentation",
                        "0.0 to 1.0",
                        "'controls': {'normals': {'augmentation': -1}}"),
                edit(
                        400,
                        "/video/edit/controls/pose/strength",
                        "precise, coarse",
                        "'controls': {'pose': {'strength': 'x'}}"),
                edit(
                        400,
                        "/video/edit/controls/trajectory/sparsity",
                        "0.0 to 1.0",
                        "'controls': {'trajectory': {'sparsity': 9}}"),
                rule(
                        400,
                        "/video/source_position/w_norm",
                        "to 2.0",
                        "'type': 'video_reframe', 'aspect_ratio': '1:1', 'source': {'generation_id': " + NOBODY + "}, "
                                + P
                                + ", 'video': {'source_position': {'x_norm': -0.5, 'y_norm': 0, 'w_norm': 3, 'h_norm': 1}}"),
                rule(400, "/seed", "whole number", P + ", 'seed': 'x'"),
                rule(400, "/queue", "fast, relaxed", P + ", 'queue': 'slow'"),
                rule(400, "/formats", "Did you mean mp4?", P + ", 'type': 'video', 'formats': ['mp5']"),
                rule(400, "/direction", "has to be an object", "'direction': 'x'"),
                rule(400, "/parent_id", "UUID", P + ", 'parent_id': 'x'"),
                // 422: fields do not go together.
                rule(422, "/model", "makes no video", P + ", 'type': 'video', 'model': 'uni-1'"),
                rule(422, "/model", "makes no image", P + ", 'type': 'image', 'model': 'ray-3.2'"),
                rule(422, "/aspect_ratio", "videos have one of", P + ", 'type': 'video', 'aspect_ratio': '3:1'"),
                rule(422, "/source", "is needed", P + ", 'type': 'image_edit'"),
                rule(422, "/source", "is needed", P + ", 'type': 'video_edit'"),
                rule(422, "/source", "is needed", P + ", 'type': 'video_reframe', 'aspect_ratio': '1:1'"),
                rule(
                        422,
                        "/aspect_ratio",
                        "is needed",
                        P + ", 'type': 'video_reframe', 'source': {'generation_id': " + NOBODY + "}"),
                video(422, "/video/loop", "duration of 10s", "'loop': true, 'duration': '10s'"),
                video(422, "/video/loop", "hdr", "'loop': true, 'hdr': true"),
                video(422, "/video/loop", "end_frame", "'loop': true, 'end_frame': " + REF),
                video(
                        422,
                        "/video/loop",
                        "keyframes",
                        "'loop': true, 'keyframes': [" + REF + "], 'keyframe_indexes': [0]"),
                rule(
                        422,
                        "/video/loop",
                        "type video only",
                        P + ", 'type': 'video_edit', 'source': {'generation_id': " + NOBODY
                                + "}, 'video': {'loop': true}"),
                video(422, "/video/duration", "start_frame or end_frame", "'duration': '10s', 'start_frame': " + REF),
                video(422, "/video/duration", "start_frame or end_frame", "'duration': '10s', 'end_frame': " + REF),
                video(
                        422,
                        "/video/keyframes",
                        "start_frame or end_frame",
                        "'start_frame': " + REF + ", 'keyframes': [" + REF + "], 'keyframe_indexes': [0]"),
                video(422, "/video/hdr", "720p or 1080p", "'hdr': true, 'resolution': '540p'"),
                video(422, "/video/hdr", "720p or 1080p", "'hdr': true, 'resolution': '360p'"),
                rule(
                        422,
                        "/video/hdr",
                        "video_reframe",
                        P + ", 'type': 'video_reframe', 'aspect_ratio': '1:1', 'source': {'generation_id': " + NOBODY
                                + "}, 'video': {'hdr': true}"),
                video(422, "/video/exr_export", "needs hdr", "'exr_export': true"),
                video(
                        422,
                        "/video/keyframe_indexes",
                        "2 entries for 1",
                        "'keyframes': [" + REF + "], 'keyframe_indexes': [0, 1]"),
                video(
                        422,
                        "/video/keyframe_indexes",
                        "twice",
                        "'keyframes': [" + REF + "," + REF + "], 'keyframe_indexes': [3, 3]"),
                video(
                        422,
                        "/video/keyframe_indexes",
                        "0 to 120",
                        "'keyframes': [" + REF + "], 'keyframe_indexes': [121]"),
                video(
                        422,
                        "/video/keyframe_indexes",
                        "0 to 240",
                        "'duration': '10s', 'keyframes': [" + REF + "], 'keyframe_indexes': [241]"),
                video(422, "/video/keyframe_indexes", "is needed", "'keyframes': [" + REF + "]"),
                video(422, "/video/keyframe_indexes", "needs keyframes", "'keyframe_indexes': [0]"),
                video(422, "/video/edit", "video_edit", "'edit': {}"),
                video(422, "/video/source_position", "video_reframe", "'source_position': {'x_norm': 0}"),
                edit(
                        422,
                        "/video/edit/auto_controls",
                        "strength or controls",
                        "'auto_controls': true, 'strength': 'flex_1'"),
                edit(422, "/video/edit/auto_controls", "strength or controls", "'auto_controls': true, 'controls': {}"),
                edit(422, "/video/edit/keyframe_indexes", "is needed", "'keyframes': [" + REF + "]"),
                rule(
                        422,
                        "/video/edit",
                        "start_frame",
                        P + ", 'type': 'video_edit', 'source': {'generation_id': " + NOBODY
                                + "}, 'video': {'start_frame': " + REF + ", 'edit': {'keyframes': [" + REF
                                + "], 'keyframe_indexes': [0]}}"),
                rule(
                        422,
                        "/video/end_frame",
                        "video_edit",
                        P + ", 'type': 'video_edit', 'source': {'generation_id': " + NOBODY
                                + "}, 'video': {'end_frame': " + REF + "}"),
                video(422, "/video/start_frame", "exactly one", "'start_frame': {}"),
                video(
                        422,
                        "/video/start_frame",
                        "exactly one",
                        "'start_frame': {'url': 'https://a.example/a.png', 'data': 'AA', 'media_type': 'image/png'}"),
                video(422, "/video/start_frame/media_type", "is needed", "'start_frame': {'data': 'AA'}"),
                video(
                        422,
                        "/video/start_frame/media_type",
                        "image/",
                        "'start_frame': {'data': 'AA', 'media_type': 'video/mp4'}"),
                rule(
                        422,
                        "/source/media_type",
                        "is needed",
                        P + ", 'type': 'video_edit', 'source': {'url': 'https://a.example/a.mp4'}"),
                rule(
                        422,
                        "/source",
                        "cannot repaint footage",
                        P
                                + ", 'type': 'video_edit', 'source': {'url': 'https://a.example/a.mp4', 'media_type': 'video/mp4'}"),
                rule(
                        422,
                        "/source",
                        "cannot repaint footage",
                        P
                                + ", 'type': 'video_reframe', 'aspect_ratio': '1:1', 'source': {'data': 'AAAA', 'media_type': 'video/mp4'}"),
                rule(422, "/source", "cannot repaint footage", P + ", 'type': 'image_edit', 'source': " + REF),
                // Media.
                video(
                        422,
                        "/video/start_frame",
                        "not base64",
                        "'start_frame': {'data': '%%%', 'media_type': 'image/png'}"),
                video(
                        422,
                        "/video/start_frame",
                        "none of PNG",
                        "'start_frame': {'data': '"
                                + DialectFloor.base64("hello, hello, hello".getBytes(StandardCharsets.UTF_8))
                                + "', 'media_type': 'image/png'}"),
                video(
                        422,
                        "/video/start_frame",
                        "does not decode",
                        "'start_frame': {'data': '" + PNG.substring(0, PNG.length() / 2 / 4 * 4)
                                + "', 'media_type': 'image/png'}"),
                video(
                        422,
                        "/video/start_frame",
                        "is image/png, not",
                        "'start_frame': {'data': '" + PNG + "', 'media_type': 'image/jpeg'}"),
                video(422, "/video/start_frame", "", "'start_frame': {'url': 'ftp://a.example/a.png'}"),
                video(422, "/video/start_frame", "", "'start_frame': {'url': 'http://169.254.169.254/latest'}"),
                video(404, "/video/start_frame", "no generation", "'start_frame': {'generation_id': " + NOBODY + "}"),
                rule(
                        404,
                        "/source",
                        "no generation",
                        P + ", 'type': 'video_edit', 'source': {'generation_id': " + NOBODY + "}"),
                rule(404, "/parent_id", "no generation", P + ", 'parent_id': " + NOBODY),
                rule(404, "/project_id", "no project", P + ", 'project_id': " + NOBODY),
                rule(422, "/callback_url", "", P + ", 'callback_url': 'ftp://a.example/'"),
                rule(422, "/callback_url", "", P + ", 'callback_url': 'http://169.254.169.254/'"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyRuleHasItsStatusPlaceAndReason(Rule rule) {
        int before = floor.count("generation");
        Reply reply = floor.post(key, ALL, rule.body().replace('\'', '"'));
        assertThat(reply.status()).as(reply.text()).isEqualTo(rule.status());
        assertThat(reply.json().path("errors").path(0).path("pointer").asString())
                .as(reply.text())
                .isEqualTo(rule.pointer());
        assertThat(reply.json().path("detail").asString()).contains(rule.detail());
        assertThat(floor.count("generation")).isEqualTo(before);
        assertThat(floor.count("journal where kind = 'hold'")).isEqualTo(floor.count("generation"));
    }

    @ParameterizedTest
    @CsvSource({
        "400, malformed_body, '{'",
        "400, malformed_body, '{\"prompt\": \"a\", \"prompt\": \"b\"}'",
        "400, invalid_request, '[]'",
        "400, malformed_body, '{\"prompt\": \"office\", \"x\": \"\\u0000\"}'",
        "400, malformed_body, '{\"prompt\": \"office\", \"x\": \"\\ud800\"}'",
        "400, malformed_body, '{\"prompt\": \"office\", \"x\": 1e999999}'"
    })
    void whatCannotBeReadOrKeptIsRefused(int status, String code, String body) {
        Reply reply = floor.post(key, ALL, body);
        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        assertThat(reply.code()).isEqualTo(code);
    }

    @Test
    void mediaThatIsTooLargeIs413() throws Exception {
        String big = DialectFloor.base64(new byte[50_000_001]);
        Reply reply = floor.post(
                key,
                ALL,
                ("{'type': 'video', " + P + ", 'video': {'start_frame': {'data': '" + big
                                + "', 'media_type': 'image/png'}}}")
                        .replace('\'', '"'));
        assertThat(reply.status()).as(reply.text()).isEqualTo(413);
        assertThat(reply.json().path("failure_code").asString()).isEqualTo("image_too_large");
        assertThat(floor.post(key, ALL, "{\"prompt\": \"office\", \"x\": \"" + "x".repeat(600_000) + "\"}")
                        .status())
                .isEqualTo(413);
        try (RawServer endless = RawServer.start((head, in, out) ->
                RawServer.say(out, "HTTP/1.1 200 OK\r\nContent-Length: 60000000\r\n\r\n" + "x".repeat(100_000)))) {
            assertThat(start(endless.url("/a.png")).status()).isEqualTo(413);
        }
    }

    private Reply start(String url) {
        return floor.post(
                key,
                ALL,
                ("{'type': 'video', " + P + ", 'video': {'start_frame': {'url': '" + url + "'}}}").replace('\'', '"'));
    }

    @Test
    void urlsThatHangFailOrLieAre422() throws Exception {
        try (RawServer hangs = RawServer.start((head, in, out) -> in.read());
                RawServer lacks = RawServer.start(
                        (head, in, out) -> RawServer.say(out, "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"));
                RawServer away = RawServer.start((head, in, out) -> RawServer.say(
                        out,
                        "HTTP/1.1 302 Found\r\nLocation: http://169.254.169.254/latest\r\nContent-Length: 0\r\n\r\n"));
                RawServer text = RawServer.start(
                        (head, in, out) -> RawServer.say(
                                out,
                                "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: 20\r\n\r\n<html></html>1234567"))) {
            for (RawServer s : java.util.List.of(hangs, lacks, away, text)) {
                Reply reply = start(s.url("/a.png"));
                assertThat(reply.status()).as(reply.text()).isEqualTo(422);
                assertThat(reply.code()).isEqualTo("invalid_media");
                assertThat(reply.json().path("failure_code").asString()).isNotEmpty();
            }
        }
    }

    @Test
    void aGoodPictureAtAUrlIsTakenWithAWarning() throws Exception {
        byte[] png = DialectFloor.picture("png");
        try (RawServer server = RawServer.start((head, in, out) -> {
            RawServer.say(out, "HTTP/1.1 200 OK\r\nContent-Length: " + png.length + "\r\n\r\n");
            out.write(png);
        })) {
            Reply reply = start(server.url("/a.png"));
            assertThat(reply.status()).as(reply.text()).isEqualTo(201);
            assertThat(reply.text()).contains("image-not-used").contains("video.start_frame");
            assertThat(floor.column(reply.json().path("id").asString(), "source", String.class))
                    .contains("video.start_frame.image");
        }
        Reply data = floor.post(
                key,
                ALL,
                ("{'type': 'video', " + P + ", 'video': {'duration': '10s', 'keyframes': [" + REF + ", " + REF
                                + "], 'keyframe_indexes': [0, 240]}}")
                        .replace('\'', '"'));
        assertThat(data.status()).as(data.text()).isEqualTo(201);
        assertThat(floor.column(data.json().path("id").asString(), "request::text", String.class))
                .doesNotContain(PNG + PNG);
    }

    @Test
    void aGenerationThatIsNotCompletedHasNoPicturesToReferTo() {
        String id = floor.post(key, ALL, ("{'type': 'video', " + P + "}").replace('\'', '"'))
                .json()
                .path("id")
                .asString();
        String body = ("{'type': 'video', " + P + ", 'video': {'end_frame': {'generation_id': '" + id + "'}}}")
                .replace('\'', '"');
        Reply reply = floor.post(key, ALL, body);
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().path("failure_code").asString()).isEqualTo("output_not_found");
        floor.end(id, "completed", java.util.Optional.empty());
        assertThat(floor.post(key, ALL, body).status()).isEqualTo(201);
    }

    @Test
    void creditsPlanAndLimitsHaveTheirStatuses() {
        String free = floor.account("free");
        String body = ("{'type': 'video', " + P + "}").replace('\'', '"');
        Reply plan = floor.post(
                free, ALL, ("{'type': 'video', " + P + ", 'video': {'resolution': '1080p'}}").replace('\'', '"'));
        assertThat(plan.status()).isEqualTo(403);
        assertThat(plan.code()).isEqualTo("plan_limit");
        Reply hdr = floor.post(
                floor.account("free"),
                ALL,
                ("{'type': 'video', " + P + ", 'video': {'hdr': true}}").replace('\'', '"'));
        assertThat(hdr.status()).isEqualTo(403);
        assertThat(floor.post(free, ALL, body).status()).isEqualTo(201);
        Reply busy = floor.post(free, ALL, body);
        assertThat(busy.status()).isEqualTo(429);
        assertThat(busy.header("Retry-After")).isNotEmpty();
        String poor = floor.account("plus");
        String dear = ("{'type': 'video', " + P + ", 'video': {'resolution': '1080p', 'duration': '10s', 'hdr': true,"
                        + " 'exr_export': true}}")
                .replace('\'', '"');
        for (int i = 0; i < 4; i++) {
            assertThat(floor.post(poor, ALL, dear).status()).isEqualTo(201);
        }
        Reply more = floor.post(poor, ALL, dear);
        assertThat(more.status()).as(more.text()).isEqualTo(402);
        assertThat(more.json().path("needed").asLong()).isEqualTo(2400);
    }
}
