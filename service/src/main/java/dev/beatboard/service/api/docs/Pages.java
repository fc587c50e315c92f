package dev.beatboard.service.api.docs;

import dev.beatboard.service.problem.Code;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// The pages under `/docs`.
final class Pages {

    /// Files of guides, in the order of the menu.
    private static final List<String> GUIDES =
            List.of("authentication", "errors", "rate-limits", "idempotency", "webhooks");

    private final Description description;
    private final SchemaTable schemas;
    private final Map<String, List<Description.Operation>> tags;

    Pages(Description description) {
        this.description = description;
        this.schemas = new SchemaTable(description);
        this.tags = description.operations().stream()
                .collect(Collectors.groupingBy(Description.Operation::tag, LinkedHashMap::new, Collectors.toList()));
    }

    /// All pages by name; the first one has none.
    Map<String, String> all() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("", page("Beatboard API", start()));
        for (String guide : GUIDES) {
            pages.put(guide, page(heading(guide), guide(guide)));
        }
        tags.forEach((tag, operations) -> pages.put(name(tag), page(tag, operations(tag, operations))));
        pages.put("schemas", page("Schemas", schemas()));
        return pages;
    }

    private Html start() {
        Html html = new Html();
        html.markdown(description.tree().path("info").path("description").asString(""));
        html.raw("<p>For machines: <a href=\"/openapi.yaml\">openapi.yaml</a>,"
                + " <a href=\"/openapi.json\">openapi.json</a>.</p>\n");
        tags.forEach((tag, operations) -> {
            html.raw("<h2>").text(tag).raw("</h2><ul>\n");
            for (Description.Operation operation : operations) {
                html.raw("<li><a href=\"/docs/" + name(tag) + "#" + Html.escaped(operation.id()) + "\">")
                        .code(operation.method().toUpperCase(Locale.ROOT) + " " + operation.path())
                        .raw("</a> ")
                        .text(operation.node().path("summary").asString(""))
                        .raw("</li>\n");
            }
            html.raw("</ul>\n");
        });
        return html;
    }

    private static Html guide(String name) {
        Html html = new Html().markdown(Description.resource("openapi/guides/" + name + ".md"));
        if (name.equals("errors")) {
            html.raw("<div class=\"wide\" tabindex=\"0\"><table><thead><tr><th scope=\"col\">Code</th>"
                    + "<th scope=\"col\">Status</th><th scope=\"col\">Title</th><th scope=\"col\">Meaning</th>"
                    + "</tr></thead><tbody>\n");
            for (Code code : Code.values()) {
                html.raw("<tr id=\"" + code.label() + "\"><th scope=\"row\">")
                        .code(code.label())
                        .raw("</th>")
                        .element("td", Integer.toString(code.status()))
                        .element("td", code.title())
                        .element("td", code.meaning())
                        .raw("</tr>\n");
            }
            html.raw("</tbody></table></div>\n");
        }
        return html;
    }

    private Html operations(String tag, List<Description.Operation> operations) {
        Html html = new Html();
        for (JsonNode known : description.tree().path("tags")) {
            if (known.path("name").asString("").equals(tag)) {
                html.markdown(known.path("description").asString(""));
            }
        }
        OperationSection section = new OperationSection(description, schemas);
        operations.forEach(o -> section.write(html, o));
        return html;
    }

    private Html schemas() {
        Html html = new Html();
        description.tree().path("components").path("schemas").properties().forEach(schema -> {
            html.raw("<section id=\"" + Html.escaped(schema.getKey()) + "\">").element("h2", schema.getKey());
            schemas.body(html, schema.getValue());
            html.raw("</section>\n");
        });
        return html;
    }

    private String page(String title, Html body) {
        Html html = new Html();
        html.raw("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>")
                .text(title.equals("Beatboard API") ? title : title + " - Beatboard API")
                .raw("</title><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
                        + "<meta name=\"color-scheme\" content=\"light dark\">"
                        + "<link rel=\"stylesheet\" href=\"/docs/style.css\"></head><body>\n"
                        + "<a class=\"skip\" href=\"#main\">To the text</a><nav aria-label=\"Pages\">"
                        + "<a href=\"/docs\">Beatboard API</a><ul>\n");
        GUIDES.forEach(g -> link(html, g, heading(g)));
        html.raw("</ul><ul>\n");
        tags.keySet().forEach(t -> link(html, name(t), t));
        link(html, "schemas", "Schemas");
        html.raw("</ul></nav>\n<main id=\"main\">")
                .element("h1", title)
                .raw(body.toString())
                .raw("</main></body></html>\n");
        return html.toString();
    }

    private static void link(Html html, String name, String text) {
        html.raw("<li><a href=\"/docs/" + name + "\">").text(text).raw("</a></li>\n");
    }

    private static String heading(String guide) {
        String words = guide.replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String name(String tag) {
        return "api-" + tag.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }
}
