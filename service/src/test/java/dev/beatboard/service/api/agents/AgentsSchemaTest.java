package dev.beatboard.service.api.agents;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.beatboard.service.api.DialectFloor;
import dev.beatboard.service.api.TestClient.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Requests and answers of the Agents dialect against the types of the vendor's official clients,
/// transcribed in `agents-schema.json`: whatever those types allow is understood, and whatever is
/// answered is what they expect.
class AgentsSchemaTest {

    private static final String ALL = "/v1/generations";
    private static final String P = "'prompt': 'Wide shot of an office, daylight'";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    @TempDir
    Path folder;

    private static JsonNode document() {
        try (var in = AgentsSchemaTest.class.getResourceAsStream("/agents-schema.json")) {
            return JSON.readTree(
                    new String(java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Schema schema(String type) {
        var root = JSON.createObjectNode();
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.put("$ref", "#/$defs/" + type);
        root.set("$defs", document().path("$defs"));
        return REGISTRY.getSchema(root.toString());
    }

    private static List<?> faults(String type, String json) {
        return schema(type).validate(json, InputFormat.JSON);
    }

    private static List<String> requests(String own) {
        String png = DialectFloor.base64(DialectFloor.picture("png"));
        String image = "{'data': '" + png + "', 'media_type': 'image/png'}";
        String source = "'source': {'generation_id': '" + own + "'}";
        return List.of(
                P,
                P
                        + ", 'model': 'uni-1', 'type': 'image', 'aspect_ratio': '1:3', 'output_format': 'jpeg', 'style': 'manga',"
                        + " 'user_id': 'u', 'web_search': true, 'image_ref': [" + image + "]",
                P + ", 'model': 'uni-1-max', 'type': 'image_edit', " + source,
                P + ", 'model': 'ray-3.2', 'type': 'video', 'aspect_ratio': '21:9', 'video': {'resolution': '360p',"
                        + " 'duration': '5s', 'start_frame': " + image + ", 'end_frame': " + image + "}",
                P
                        + ", 'model': 'ray-3.2', 'type': 'video', 'video': {'resolution': '1080p', 'duration': '10s', 'hdr': true,"
                        + " 'exr_export': true, 'keyframes': [" + image + "," + image
                        + "], 'keyframe_indexes': [0, 240]}",
                P + ", 'model': 'ray-3.2', 'type': 'video', 'video': {'loop': true}",
                P + ", 'model': 'ray-3.2', 'type': 'video_edit', " + source
                        + ", 'video': {'edit': {'strength': 'reimagine_3',"
                        + " 'controls': {'depth': {'enabled': true, 'blur': 0.5}, 'face': {'enabled': true}, 'normals':"
                        + " {'enabled': true, 'augmentation': 0.1}, 'pose': {'enabled': true, 'strength': 'coarse'},"
                        + " 'trajectory': {'enabled': false, 'sparsity': 1}}, 'keyframes': [" + image
                        + "], 'keyframe_indexes': [3]}}",
                P + ", 'model': 'ray-3.2', 'type': 'video_edit', " + source
                        + ", 'video': {'edit': {'auto_controls': true}}",
                P + ", 'model': 'ray-3.2', 'type': 'video_reframe', 'aspect_ratio': '9:16', " + source
                        + ", 'video': {'resolution': '1080p', 'source_position': {'x_norm': -0.1, 'y_norm': 0, 'w_norm': 1.5,"
                        + " 'h_norm': 2}}");
    }

    @Test
    void whatTheTypesAllowIsUnderstoodAndAnsweredAsTheyExpect() throws Exception {
        try (DialectFloor floor = new DialectFloor(folder)) {
            String key = floor.account("owner");
            String own = floor.post(key, ALL, ("{'type': 'video', " + P + "}").replace('\'', '"'))
                    .json()
                    .path("id")
                    .asString();
            for (String body : requests(own)) {
                String json = ("{" + body + "}").replace('\'', '"');
                assertThat(faults("Request", json)).as(json).isEmpty();
                Reply reply = floor.post(key, ALL, json);
                assertThat(reply.status()).as(reply.text()).isEqualTo(201);
                assertThat(faults("Generation", reply.text())).as(reply.text()).isEmpty();
                assertThat(reply.text()).doesNotContain("unknown-field");
            }
            for (String state : List.of("processing", "completed")) {
                floor.end(own, state, Optional.empty());
                assertThat(faults("Generation", floor.get(key, ALL + "/" + own).text()))
                        .isEmpty();
            }
            floor.end(own, "failed", Optional.of("corrupt_input"));
            assertThat(faults("Generation", floor.get(key, ALL + "/" + own).text()))
                    .isEmpty();
            assertThat(faults("Error", floor.post(key, ALL, "{}").text())).isEmpty();
        }
    }

    @Test
    void theSchemaFindsPlantedFaultsAndNamesASourceForEveryField() {
        for (String wrong : List.of(
                "{}",
                "{'prompt': ''}",
                "{'prompt': 'a', 'model': 'x'}",
                "{'prompt': 'a', 'video': {'duration': '7s'}}",
                "{'prompt': 'a', 'source': {'url': 'u', 'generation_id': 'g'}}",
                "{'prompt': 'a', 'other': 1}")) {
            assertThat(faults("Request", wrong.replace('\'', '"'))).as(wrong).isNotEmpty();
        }
        assertThat(faults("Generation", "{\"id\": \"a\"}")).isNotEmpty();
        sourced("", document().path("$defs"));
    }

    private static void sourced(String place, JsonNode node) {
        node.path("properties")
                .properties()
                .forEach(e -> assertThat(e.getValue().path("$comment").asString(""))
                        .as(place + "/" + e.getKey())
                        .isNotEmpty());
        node.properties().forEach(e -> sourced(place + "/" + e.getKey(), e.getValue()));
    }
}
