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
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/// The OpenAPI description, as text and as a tree.
///
/// @param yaml the same as text
public record Description(String yaml, JsonNode tree) {

    /// Files besides the first one.
    private static final List<String> PARTS = List.of("accounts.yaml");

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

    /// Ours: the first file, into which the tags, paths and components of the others are laid.
    ///
    /// @throws IllegalStateException if two files name the same path or component
    public static Description load() {
        YAMLMapper mapper = YAMLMapper.builder()
                .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
                .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
                .enable(YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                .build();
        ObjectNode whole = (ObjectNode) mapper.readTree(resource("openapi/beatboard.yaml"));
        for (String part : PARTS) {
            lay((ObjectNode) mapper.readTree(resource("openapi/" + part)), whole, part);
        }
        return new Description(mapper.writeValueAsString(whole), whole);
    }

    private static void lay(ObjectNode part, ObjectNode whole, String where) {
        part.properties().forEach(member -> {
            JsonNode there = whole.path(member.getKey());
            if (there.isMissingNode()) {
                whole.set(member.getKey(), member.getValue());
            } else if (there instanceof ArrayNode list && member.getValue().isArray()) {
                member.getValue().forEach(list::add);
            } else if (there instanceof ObjectNode object
                    && member.getValue() instanceof ObjectNode more
                    && where.indexOf('/') < 0) {
                // Two levels: components, then schemas.
                lay(more, object, member.getKey().equals("components") ? where : where + "/" + member.getKey());
            } else {
                throw new IllegalStateException(where + " describes " + member.getKey() + " once more");
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
