package dev.beatboard.service.api.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Writes one operation: what it takes, what it answers, how to call it.
final class OperationSection {

    private static final JsonMapper PRETTY = JsonMapper.builder().build();

    private final Description description;
    private final SchemaTable schemas;

    OperationSection(Description description, SchemaTable schemas) {
        this.description = description;
        this.schemas = schemas;
    }

    void write(Html html, Description.Operation operation) {
        JsonNode node = operation.node();
        html.raw("<section id=\"" + Html.escaped(operation.id()) + "\"><h2>")
                .text(node.path("summary").asString(operation.path()))
                .raw("</h2><p class=\"address\">")
                .code(operation.method().toUpperCase(Locale.ROOT) + " " + operation.path())
                .raw("</p>\n")
                .markdown(node.path("description").asString(""));
        html.raw("<p>").text(access(node)).raw("</p>\n");
        parameters(html, node);
        JsonNode body = description.resolved(node.path("requestBody"));
        if (!body.isMissingNode()) {
            html.raw("<h3>Body</h3>\n").markdown(body.path("description").asString(""));
            body.path("content").properties().forEach(content -> content(html, content));
        }
        html.raw("<h3>Call</h3>\n").block(curl(operation, body));
        html.raw("<h3>Answers</h3>\n");
        node.path("responses").properties().forEach(response -> {
            JsonNode answer = description.resolved(response.getValue());
            html.raw("<details><summary>").code(response.getKey()).raw(" ");
            html.text(answer.path("description").asString("")).raw("</summary>\n");
            answer.path("content").properties().forEach(content -> content(html, content));
            html.raw("</details>\n");
        });
        html.raw("</section>\n");
    }

    private String access(JsonNode node) {
        JsonNode security = node.has("security")
                ? node.path("security")
                : description.tree().path("security");
        if (security.isEmpty()) {
            return "Open to anyone.";
        }
        return "Needs "
                + security.valueStream()
                        .flatMap(s -> s.properties().stream())
                        .map(s -> (s.getKey().equals("session") ? "a session" : "a key")
                                + (s.getValue().isEmpty()
                                        ? ""
                                        : " with "
                                                + s.getValue()
                                                        .valueStream()
                                                        .map(JsonNode::asString)
                                                        .collect(Collectors.joining(", "))))
                        .collect(Collectors.joining(", or "))
                + ".";
    }

    private void parameters(Html html, JsonNode node) {
        List<JsonNode> parameters = new ArrayList<>();
        node.path("parameters").forEach(p -> parameters.add(description.resolved(p)));
        if (parameters.isEmpty()) {
            return;
        }
        html.raw("<h3>Parameters</h3>\n<div class=\"wide\" tabindex=\"0\"><table><thead><tr>"
                + "<th scope=\"col\">Name</th><th scope=\"col\">In</th><th scope=\"col\">Meaning</th>"
                + "</tr></thead><tbody>\n");
        for (JsonNode parameter : parameters) {
            html.raw("<tr><th scope=\"row\">").code(parameter.path("name").asString(""));
            html.raw(parameter.path("required").asBoolean(false) ? " <span class=\"required\">required</span>" : "");
            html.raw("</th>").element("td", parameter.path("in").asString("")).raw("<td>");
            html.markdown(parameter.path("description").asString(""));
            schemas.write(html, parameter.path("schema"));
            html.raw("</td></tr>\n");
        }
        html.raw("</tbody></table></div>\n");
    }

    private void content(Html html, Map.Entry<String, JsonNode> content) {
        html.raw("<p>").code(content.getKey()).raw("</p>\n");
        schemas.write(html, content.getValue().path("schema"));
        JsonNode example = example(content.getValue());
        if (!example.isMissingNode()) {
            html.block(pretty(example));
        }
    }

    private JsonNode example(JsonNode content) {
        if (content.has("example")) {
            return content.path("example");
        }
        for (JsonNode named : content.path("examples")) {
            return description.resolved(named).path("value");
        }
        return description.resolved(content.path("schema")).path("example");
    }

    private static String pretty(JsonNode example) {
        return example.isString()
                ? example.asString()
                : PRETTY.writerWithDefaultPrettyPrinter().writeValueAsString(example);
    }

    private String curl(Description.Operation operation, JsonNode body) {
        boolean open = operation.node().has("security")
                && operation.node().path("security").isEmpty();
        StringBuilder curl = new StringBuilder("curl ");
        if (!operation.method().equals("get")) {
            curl.append("-X ")
                    .append(operation.method().toUpperCase(Locale.ROOT))
                    .append(' ');
        }
        curl.append("\"$BEATBOARD_URL").append(operation.path()).append('"');
        if (!open) {
            curl.append(" \\\n  -H \"Authorization: Bearer $BEATBOARD_KEY\"");
        }
        for (Map.Entry<String, JsonNode> content : body.path("content").properties()) {
            curl.append(" \\\n  -H 'Content-Type: ").append(content.getKey()).append('\'');
            JsonNode example = example(content.getValue());
            if (!example.isMissingNode() && content.getKey().contains("json")) {
                curl.append(" \\\n  -d '")
                        .append(pretty(example).replace("'", "'\\''"))
                        .append('\'');
            } else {
                curl.append(" \\\n  --data-binary @FILE");
            }
            break;
        }
        return curl.toString();
    }
}
