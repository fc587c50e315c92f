package dev.beatboard.service.api.docs;

import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/// Writes HTML; whatever is not markup is escaped.
final class Html {

    private static final List<Extension> TABLES = List.of(TablesExtension.create());

    private final StringBuilder out = new StringBuilder();

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /// Markup as it is.
    Html raw(String markup) {
        out.append(markup);
        return this;
    }

    Html text(String text) {
        out.append(escaped(text));
        return this;
    }

    /// An element with text in it.
    Html element(String name, String text) {
        return raw("<" + name + ">").text(text).raw("</" + name.split(" ", 2)[0] + ">");
    }

    Html code(String text) {
        return element("code", text);
    }

    /// Code of several lines.
    Html block(String text) {
        return raw("<pre tabindex=\"0\"><code>").text(text).raw("</code></pre>\n");
    }

    Html markdown(String text) {
        if (!text.isBlank()) {
            out.append(HtmlRenderer.builder()
                    .extensions(TABLES)
                    .escapeHtml(true)
                    .sanitizeUrls(true)
                    .build()
                    .render(Parser.builder().extensions(TABLES).build().parse(text)));
        }
        return this;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
