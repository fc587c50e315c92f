package dev.beatboard.service.api.docs;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// Writes a schema as a table of its fields.
final class SchemaTable {

    private static final int DEPTH = 4;
    private static final List<String> BOUNDS = List.of(
            "minimum",
            "exclusiveMinimum",
            "maximum",
            "minLength",
            "maxLength",
            "minItems",
            "maxItems",
            "pattern",
            "default");

    private final Description description;

    SchemaTable(Description description) {
        this.description = description;
    }

    /// A table for objects, a line for everything else.
    void write(Html html, JsonNode schema) {
        JsonNode resolved = description.resolved(schema);
        if (schema.has("$ref")) {
            html.raw("<p>").raw(type(schema)).raw("</p>\n");
            return;
        }
        body(html, resolved);
    }

    /// The fields of a schema that has a name.
    void body(Html html, JsonNode schema) {
        html.markdown(schema.path("description").asString(""));
        List<Row> rows = new ArrayList<>();
        rows(schema, "", 0, rows);
        if (rows.isEmpty()) {
            html.raw("<p>").raw(type(schema)).raw(" ").text(bounds(schema)).raw("</p>\n");
            return;
        }
        html.raw("<div class=\"wide\" tabindex=\"0\"><table><thead><tr><th scope=\"col\">Field</th>"
                + "<th scope=\"col\">Type</th><th scope=\"col\">Meaning</th></tr></thead><tbody>\n");
        for (Row row : rows) {
            html.raw("<tr><th scope=\"row\">").code(row.name());
            html.raw(row.required() ? " <span class=\"required\">required</span>" : "")
                    .raw("</th><td>");
            html.raw(type(row.schema())).raw("</td><td>");
            html.markdown(description.resolved(row.schema()).path("description").asString(""));
            String bounds = bounds(row.schema());
            if (!bounds.isEmpty()) {
                html.raw("<p class=\"bounds\">").text(bounds).raw("</p>");
            }
            html.raw("</td></tr>\n");
        }
        html.raw("</tbody></table></div>\n");
    }

    private record Row(String name, JsonNode schema, boolean required) {}

    private void rows(JsonNode schema, String prefix, int depth, List<Row> rows) {
        for (JsonNode part : schema.path("allOf")) {
            rows(description.resolved(part), prefix, depth, rows);
        }
        Set<String> required = new LinkedHashSet<>();
        schema.path("required").forEach(r -> required.add(r.asString()));
        for (Map.Entry<String, JsonNode> field : schema.path("properties").properties()) {
            JsonNode value = field.getValue();
            String name = prefix + field.getKey();
            rows.add(new Row(name, value, required.contains(field.getKey())));
            if (depth < DEPTH && !value.has("$ref")) {
                rows(value, name + ".", depth + 1, rows);
                if (value.has("items") && !value.path("items").has("$ref")) {
                    rows(value.path("items"), name + "[].", depth + 1, rows);
                }
            }
        }
    }

    /// The type as markup, with links to named schemas.
    private static String type(JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        if (!reference.isEmpty()) {
            String name = reference.substring(reference.lastIndexOf('/') + 1);
            return "<a href=\"/docs/schemas#" + Html.escaped(name) + "\">" + Html.escaped(name) + "</a>";
        }
        if (schema.has("items")) {
            return "array of " + type(schema.path("items"));
        }
        for (String some : List.of("oneOf", "anyOf")) {
            if (schema.has(some)) {
                return schema.path(some).valueStream().map(SchemaTable::type).collect(Collectors.joining(" or "));
            }
        }
        JsonNode type = schema.path("type");
        String name = type.isArray()
                ? type.valueStream().map(JsonNode::asString).collect(Collectors.joining(" or "))
                : type.asString(schema.has("properties") ? "object" : "any");
        String format = schema.path("format").asString("");
        return Html.escaped(format.isEmpty() ? name : name + " (" + format + ")");
    }

    private static String bounds(JsonNode schema) {
        List<String> parts = new ArrayList<>();
        if (schema.has("enum")) {
            parts.add("One of: "
                    + schema.path("enum").valueStream().map(JsonNode::asString).collect(Collectors.joining(", ")));
        }
        if (schema.has("const")) {
            parts.add("Always: " + schema.path("const").asString());
        }
        for (String bound : BOUNDS) {
            if (schema.has(bound)) {
                parts.add(bound + ": "
                        + schema.path(bound).asString(schema.path(bound).toString()));
            }
        }
        return String.join("; ", parts);
    }
}
