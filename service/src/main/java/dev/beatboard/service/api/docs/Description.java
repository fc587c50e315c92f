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
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The OpenAPI description, as text and as a tree.
///
/// @param yaml as it was written
public record Description(String yaml, JsonNode tree) {

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
        String yaml = resource("openapi/beatboard.yaml");
        return new Description(yaml, new YAMLMapper().readTree(yaml));
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
