package dev.beatboard.service.api.form;

import dev.beatboard.service.problem.Code;
import dev.beatboard.service.problem.Refusal;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Whether the database can hold a JSON value: PostgreSQL's `jsonb` takes neither U+0000 nor halves
/// of surrogate pairs, and numbers of up to 131072 digits only.
final class Keepable {

    private static final int DIGITS = 1000;

    private Keepable() {}

    /// @throws dev.beatboard.service.problem.RefusedException 400
    static void check(JsonNode node) {
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> e : node.properties()) {
                text(e.getKey());
                check(e.getValue());
            }
        } else if (node.isArray()) {
            node.forEach(Keepable::check);
        } else if (node.isString()) {
            text(node.stringValue());
        } else if (node.isNumber() && (!Double.isFinite(node.doubleValue()) || Math.abs(scale(node)) > DIGITS)) {
            throw Refusal.of(Code.MALFORMED_BODY, "The JSON holds a number beyond all bounds.")
                    .exception();
        }
    }

    private static int scale(JsonNode node) {
        return node.isBigDecimal() ? node.decimalValue().scale() : 0;
    }

    private static void text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c < Character.MIN_SURROGATE) {
                continue;
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (c == 0 || Character.isSurrogate(c)) {
                throw Refusal.of(Code.MALFORMED_BODY, "The JSON holds U+0000 or half of a surrogate pair in a text.")
                        .exception();
            }
        }
    }
}
