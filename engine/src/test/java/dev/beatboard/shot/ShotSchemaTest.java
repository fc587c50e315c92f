package dev.beatboard.shot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ShotSchemaTest {

    private static final Path SCHEMA = Path.of("src/main/resources/dev/beatboard/shot/shot.schema.json");
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @Test
    void isWhatTheReaderKnows() throws IOException {
        if (Boolean.getBoolean("bless")) {
            Files.createDirectories(SCHEMA.getParent());
            Files.writeString(SCHEMA, ShotSchema.text());
        }

        assertThat(SCHEMA)
                .as("The form of shot files has changed. If that is meant, run"
                        + " ./mvnw -pl engine test -Dtest=ShotSchemaTest -Dbless=true and look at the difference.")
                .content()
                .isEqualTo(ShotSchema.text());
    }

    @Test
    void acceptsEveryCanonicalShot() {
        JsonNode schema = MAPPER.readTree(ShotSchema.text());
        for (long seed = 0; seed < 100; seed++) {
            JsonNode shot = ShotJson.tree(new RandomShots(seed).next());
            assertThat(faults(schema, schema, shot, "")).as("seed %d", seed).isEmpty();
        }
    }

    @Test
    void refusesWhatTheReaderRefuses() {
        JsonNode schema = MAPPER.readTree(ShotSchema.text());
        for (String bad : List.of(
                "{\"duration\":1}",
                "{\"duration\":1,\"keyframes\":[]}",
                "{\"duration\":1,\"keyframes\":[{\"at\":0,\"promt\":\"x\"}]}",
                "{\"duration\":1,\"fps\":0,\"keyframes\":[{\"at\":0}]}",
                "{\"duration\":1,\"keyframes\":[{\"at\":0,\"camera\":{\"size\":\"near\"}}]}")) {
            assertThat(faults(schema, schema, MAPPER.readTree(bad), "")).as(bad).isNotEmpty();
            assertThat(ShotReader.read(bad, "a.json")).isInstanceOf(ShotReader.Result.Refused.class);
        }
    }

    /// As much of JSON Schema as our schema uses.
    private static List<String> faults(JsonNode root, JsonNode s, JsonNode v, String path) {
        List<String> out = new ArrayList<>();
        if (s.has("$ref")) {
            return faults(root, root.at(s.get("$ref").asString().substring(1)), v, path);
        }
        if (s.has("anyOf")) {
            boolean any = s.get("anyOf")
                    .valueStream()
                    .anyMatch(c -> faults(root, c, v, path).isEmpty());
            return any ? out : List.of(path + " fits none of the forms");
        }
        if (s.has("const") && !s.get("const").equals(v)) {
            out.add(path + " is not " + s.get("const"));
        }
        if (s.has("enum") && s.get("enum").valueStream().noneMatch(e -> e.equals(v))) {
            out.add(path + " is none of the names: " + v);
        }
        String type = s.has("type") ? s.get("type").asString() : "";
        boolean fits = switch (type) {
            case "string" ->
                v.isString() && v.asString().length() <= s.path("maxLength").asInt(Integer.MAX_VALUE);
            case "number" ->
                v.isNumber()
                        && v.asDouble() >= s.path("minimum").asDouble(Double.NEGATIVE_INFINITY)
                        && v.asDouble() <= s.path("maximum").asDouble(Double.POSITIVE_INFINITY);
            case "integer" -> v.isIntegralNumber();
            case "boolean" -> v.isBoolean();
            case "array" ->
                v.isArray()
                        && v.size() >= s.get("minItems").asInt()
                        && v.size() <= s.get("maxItems").asInt();
            case "object" -> v.isObject();
            default -> true;
        };
        if (!fits) {
            out.add(path + " is no " + type);
            return out;
        }
        if (type.equals("array")) {
            v.values().forEach(i -> out.addAll(faults(root, s.get("items"), i, path + "[]")));
        }
        if (type.equals("object")) {
            v.properties().forEach(p -> {
                JsonNode known = s.get("properties").get(p.getKey());
                if (known == null) {
                    out.add(path + "." + p.getKey() + " is not known");
                } else {
                    out.addAll(faults(root, known, p.getValue(), path + "." + p.getKey()));
                }
            });
            s.path("required").values().forEach(r -> {
                if (!v.has(r.asString())) {
                    out.add(path + "." + r.asString() + " is missing");
                }
            });
        }
        return out;
    }
}
