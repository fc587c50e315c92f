package dev.beatboard.service.api.project;

import dev.beatboard.service.api.Call;
import dev.beatboard.service.problem.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Lists in pages: `items`, `has_more`, and `next_cursor` where there are more.
final class Pages {

    private Pages() {}

    /// @param found one more than the limit, if there are more
    static <T> ObjectNode of(List<T> found, int limit, Function<T, ObjectNode> shown, Function<T, String> cursor) {
        boolean more = found.size() > limit;
        List<T> page = more ? found.subList(0, limit) : found;
        ObjectNode o = JsonNodeFactory.instance.objectNode();
        ArrayNode items = o.putArray("items");
        page.forEach(t -> items.add(shown.apply(t)));
        o.put("has_more", more);
        if (more) {
            o.put("next_cursor", cursor.apply(page.getLast()));
        }
        return o;
    }

    /// The identifier after which to go on.
    static Optional<UUID> cursor(Call call) {
        return call.query("cursor").map(text -> {
            if (text.length() == 36) {
                try {
                    return UUID.fromString(text);
                } catch (IllegalArgumentException e) {
                    // Refused below.
                }
            }
            throw Refusal.field("cursor", "The cursor is the next_cursor of a page, not " + Refusal.quoted(text) + ".")
                    .exception();
        });
    }
}
