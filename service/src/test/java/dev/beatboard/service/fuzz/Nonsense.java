package dev.beatboard.service.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Bodies and parameters that are nearly right, or not at all, made from the description of the API.
final class Nonsense {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int DEEPEST = 6;
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "a",
            "null",
            "0",
            "-1",
            "1e999",
            "9223372036854775808",
            "true",
            "Wide shot of an empty office, morning light, static camera.",
            "../../etc/passwd",
            "..%2f..%2f",
            "%00",
            "\u0000",
            "\u202egpj.exe",
            "\ud83c\udfac",
            "'; drop table account; --",
            "${jndi:ldap://127.0.0.1/a}",
            "{{7*7}}",
            "<script>alert(1)</script>",
            "http://169.254.169.254/latest/meta-data",
            "file:///etc/passwd",
            "2026-11-28T12:00:00Z",
            "9999-99-99",
            "16:9",
            "0:0",
            "64x64",
            "99999999x99999999",
            "5s",
            "-5s",
            "1e9s",
            "Europe/Berlin",
            "x".repeat(300),
            "y".repeat(20_000));

    private final Random random;
    private final JsonNode description;
    private final List<String> ids;

    /// @param ids of things that exist, one's own and another's
    Nonsense(Random random, JsonNode description, List<String> ids) {
        this.random = random;
        this.description = description;
        this.ids = ids;
    }

    String text() {
        return random.nextInt(3) == 0 ? ids.get(random.nextInt(ids.size())) : TEXTS.get(random.nextInt(TEXTS.size()));
    }

    /// A value for a parameter.
    String parameter(JsonNode schema) {
        JsonNode value = random.nextBoolean() ? value(schema, 0) : NODES.stringNode(text());
        return value.isString() ? value.asString() : value.toString();
    }

    /// A body as bytes: mostly JSON.
    byte[] body(JsonNode schema) {
        return switch (random.nextInt(12)) {
            case 0 -> new byte[0];
            case 1 -> bytes(1 + random.nextInt(200));
            case 2 -> "{\"a\":1,\"a\":2}".getBytes(java.nio.charset.StandardCharsets.UTF_8);
            case 3 -> "[".repeat(2000).getBytes(java.nio.charset.StandardCharsets.UTF_8);
            case 4 -> JSON.writeValueAsBytes(any(0));
            default -> JSON.writeValueAsBytes(spoiled(value(schema, 0)));
        };
    }

    private byte[] bytes(int count) {
        byte[] b = new byte[count];
        random.nextBytes(b);
        return b;
    }

    /// A value that a schema allows, as far as it is understood here.
    JsonNode value(JsonNode given, int depth) {
        JsonNode schema = resolved(given);
        if (schema.has("const")) {
            return schema.get("const");
        }
        if (schema.path("enum").isArray() && !schema.path("enum").isEmpty()) {
            return schema.get("enum").get(random.nextInt(schema.get("enum").size()));
        }
        if (schema.has("example") && random.nextInt(3) == 0) {
            return schema.get("example");
        }
        for (String choice : List.of("oneOf", "anyOf", "allOf")) {
            JsonNode options = schema.path(choice);
            if (options.isArray() && !options.isEmpty()) {
                return value(options.get(random.nextInt(options.size())), depth + 1);
            }
        }
        JsonNode type = schema.path("type");
        String name = type.isArray() ? type.get(random.nextInt(type.size())).asString("") : type.asString("");
        return switch (name) {
            case "object" -> object(schema, depth);
            case "array" -> array(schema, depth);
            case "integer" -> NODES.numberNode(random.nextInt(4) == 0 ? random.nextLong() : random.nextInt(20));
            case "number" -> NODES.numberNode(random.nextGaussian() * 10);
            case "boolean" -> NODES.booleanNode(random.nextBoolean());
            case "null" -> NODES.nullNode();
            case "string" -> NODES.stringNode(text());
            default -> any(depth);
        };
    }

    private JsonNode object(JsonNode schema, int depth) {
        ObjectNode o = NODES.objectNode();
        if (depth < DEEPEST) {
            schema.path("properties").properties().forEach(e -> {
                boolean required = schema.path("required").toString().contains("\"" + e.getKey() + "\"");
                if (required || random.nextInt(2) == 0) {
                    o.set(e.getKey(), value(e.getValue(), depth + 1));
                }
            });
        }
        return o;
    }

    private JsonNode array(JsonNode schema, int depth) {
        ArrayNode a = NODES.arrayNode();
        for (int i = random.nextInt(4); i > 0 && depth < DEEPEST; i--) {
            a.add(value(schema.path("items"), depth + 1));
        }
        return a;
    }

    private JsonNode any(int depth) {
        return switch (random.nextInt(depth < DEEPEST ? 8 : 6)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(random.nextBoolean());
            case 2 -> NODES.numberNode(random.nextLong());
            case 3 -> NODES.numberNode(random.nextGaussian() * 1e300);
            case 4, 5 -> NODES.stringNode(text());
            case 6 -> NODES.arrayNode().add(any(depth + 1)).add(any(depth + 1));
            default -> {
                ObjectNode o = NODES.objectNode();
                o.set(text().replaceAll("(?s)(.{0,20}).*", "$1"), any(depth + 1));
                yield o;
            }
        };
    }

    /// The value with a few places of it made wrong.
    private JsonNode spoiled(JsonNode value) {
        for (int i = random.nextInt(3); i > 0; i--) {
            List<ObjectNode> objects = new ArrayList<>();
            collect(value, objects);
            if (objects.isEmpty()) {
                return any(0);
            }
            ObjectNode o = objects.get(random.nextInt(objects.size()));
            List<String> names = new ArrayList<>(o.propertyNames());
            String name = names.isEmpty() || random.nextInt(4) == 0 ? "more" : names.get(random.nextInt(names.size()));
            if (random.nextInt(3) == 0) {
                o.remove(name);
            } else {
                o.set(name, any(0));
            }
        }
        return value;
    }

    private static void collect(JsonNode node, List<ObjectNode> objects) {
        if (node instanceof ObjectNode o) {
            objects.add(o);
        }
        node.forEach(n -> collect(n, objects));
    }

    private JsonNode resolved(JsonNode node) {
        JsonNode at = node;
        for (int i = 0; i < 20 && at.path("$ref").asString("").startsWith("#/"); i++) {
            at = description.at(at.path("$ref").asString("").substring(1));
        }
        return at;
    }
}
