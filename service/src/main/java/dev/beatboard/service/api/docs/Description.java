package dev.beatboard.service.api.docs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/// The OpenAPI description, as text and as a tree.
///
/// @param yaml of all parts
public record Description(String yaml, JsonNode tree) {

    /// Each is a description of its own kind of thing; the first has what all share.
    private static final List<String> PARTS =
            List.of("beatboard", "shots", "files", "projects", "accounts", "studio", "reviews");

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    /// One operation.
    ///
    /// @param method in small letters
    public record Operation(String method, String path, JsonNode node) {

        /// The name that links use.
        public String id() {
            return node.path("operationId").asString("");
        }

        String tag() {
            return node.path("tags").path(0).asString("other");
        }
    }

    /// Ours.
    public static Description load() {
        YAMLMapper yaml = YAMLMapper.builder()
                .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
                .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
                .enable(YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                .build();
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        for (String part : PARTS) {
            join(whole, yaml.readTree(resource("openapi/" + part + ".yaml")));
        }
        return new Description(yaml.writeValueAsString(whole), whole);
    }

    /// Adds what a part has: members of objects and of the list of tags.
    ///
    /// @throws IllegalStateException if something is there already
    private static void join(ObjectNode whole, JsonNode part) {
        part.properties().forEach(e -> {
            JsonNode there = whole.path(e.getKey());
            if (there.isMissingNode()) {
                whole.set(e.getKey(), e.getValue());
            } else if (there instanceof ObjectNode o && e.getValue().isObject()) {
                join(o, e.getValue());
            } else if (there instanceof ArrayNode a && e.getValue() instanceof ArrayNode more) {
                a.addAll(more);
            } else {
                throw new IllegalStateException("Described twice: " + e.getKey());
            }
        });
    }

    static String resource(String name) {
        try (InputStream in = Description.class.getClassLoader().getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The file " + name + " is missing in the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String json() {
        return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(tree);
    }

    /// All operations in the order of the file.
    public List<Operation> operations() {
        List<Operation> all = new ArrayList<>();
        tree.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    if (METHODS.contains(method.getKey())) {
                        all.add(new Operation(method.getKey(), path.getKey(), method.getValue()));
                    }
                }));
        return all;
    }

    /// What a reference within the description points at; other nodes are themselves.
    JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").asString("");
        return reference.startsWith("#/") ? tree.at(reference.substring(1)) : node;
    }
}
