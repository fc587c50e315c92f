package dev.beatboard.service.plan;

import dev.beatboard.shot.Nearest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A group of fields in a file of plans. What is wrong is noted and something harmless given instead, so that all
/// problems are found in one reading.
final class PlanFields {

    private static final int MOST_NAMES = 50;
    private static final String NAME = "[a-z][a-z0-9_-]{0,39}";

    private final String path;
    private final ObjectNode node;
    private final List<InvalidPlans.Problem> problems;
    private final Set<String> known = new LinkedHashSet<>();

    PlanFields(String path, ObjectNode node, List<InvalidPlans.Problem> problems) {
        this.path = path;
        this.node = node;
        this.problems = problems;
    }

    boolean has(String name) {
        known.add(name);
        return node.has(name);
    }

    /// The names of all fields, for a group whose names are the author's own.
    List<String> names() {
        List<String> names = new ArrayList<>(node.propertyNames());
        for (String name : names) {
            if (!name.matches(NAME)) {
                note(name, "The name is \"" + shown(name) + "\".", "A name has small letters, digits, - and _.");
            }
        }
        if (names.isEmpty() || names.size() > MOST_NAMES) {
            note("", "There are " + names.size() + " entries.", "Allowed are 1 to " + MOST_NAMES + ".");
        }
        return names;
    }

    PlanFields group(String name) {
        JsonNode value = value(name);
        if (value instanceof ObjectNode object) {
            return new PlanFields(at(name), object, problems);
        }
        if (value != null) {
            note(name, "It is " + shown(value.toString()) + ".", "It has to be a group of fields.");
        }
        return new PlanFields(at(name), JsonNodeFactory.instance.objectNode(), new ArrayList<>());
    }

    long whole(String name, long least, long most) {
        JsonNode value = value(name);
        if (value == null) {
            return least;
        }
        if (value.isIntegralNumber() && value.canConvertToLong()) {
            long v = value.longValue();
            if (v >= least && v <= most) {
                return v;
            }
        }
        note(
                name,
                "It is " + shown(value.toString()) + ".",
                "It is a whole number from " + least + " to " + most + ".");
        return least;
    }

    BigDecimal decimal(String name, BigDecimal least, BigDecimal most) {
        JsonNode value = value(name);
        if (value == null) {
            return least;
        }
        // YAML has .inf and .nan, which have no decimal form.
        if (value.isNumber() && (value.isIntegralNumber() || value.isBigDecimal())) {
            BigDecimal v = value.decimalValue();
            if (v.compareTo(least) >= 0
                    && v.compareTo(most) <= 0
                    && v.stripTrailingZeros().scale() <= 6) {
                return v;
            }
        }
        note(
                name,
                "It is " + shown(value.toString()) + ".",
                "It is a number from " + least.toPlainString() + " to " + most.toPlainString()
                        + " with up to 6 decimals.");
        return least;
    }

    boolean flag(String name) {
        JsonNode value = value(name);
        if (value != null && !value.isBoolean()) {
            note(name, "It is " + shown(value.toString()) + ".", "It is true or false.");
        }
        return value != null && value.isBoolean() && value.booleanValue();
    }

    String text(String name, String form, String allowed) {
        JsonNode value = value(name);
        if (value != null && value.isString() && value.stringValue().matches(form)) {
            return value.stringValue();
        }
        if (value != null) {
            note(name, "It is " + shown(value.toString()) + ".", allowed);
        }
        return "";
    }

    String oneOf(String name, Collection<String> allowed) {
        JsonNode value = value(name);
        if (value != null) {
            check(name, value, allowed);
        }
        return value != null && value.isString() ? value.stringValue() : "";
    }

    List<String> list(String name, Collection<String> allowed) {
        JsonNode value = value(name);
        List<String> all = new ArrayList<>();
        if (value != null && !value.isArray()) {
            note(name, "It is " + shown(value.toString()) + ".", "It is a list of " + String.join(", ", allowed) + ".");
        } else if (value != null) {
            for (int i = 0; i < value.size(); i++) {
                JsonNode item = value.get(i);
                if (check(name + "[" + i + "]", item, allowed) && !all.contains(item.stringValue())) {
                    all.add(item.stringValue());
                }
            }
        }
        return all;
    }

    /// Notes all fields that nobody asked for.
    void end() {
        for (String name : node.propertyNames()) {
            if (!known.contains(name)) {
                String hint = Nearest.hint(name, known);
                note(
                        name,
                        "There is no such field.",
                        "Allowed are " + String.join(", ", known) + "." + (hint.isEmpty() ? "" : " " + hint));
            }
        }
    }

    private boolean check(String name, JsonNode value, Collection<String> allowed) {
        if (value.isString() && allowed.contains(value.stringValue())) {
            return true;
        }
        String hint = value.isString() ? Nearest.hint(value.stringValue(), allowed) : "";
        note(
                name,
                "It is " + shown(value.toString()) + ".",
                "Allowed are " + String.join(", ", allowed) + "." + (hint.isEmpty() ? "" : " " + hint));
        return false;
    }

    private @Nullable JsonNode value(String name) {
        known.add(name);
        JsonNode value = node.get(name);
        if (value == null) {
            note(name, "The field is missing.", "");
        }
        return value;
    }

    private void note(String name, String found, String allowed) {
        problems.add(new InvalidPlans.Problem(at(name), found, allowed));
    }

    private String at(String name) {
        String n = shown(name);
        return path.isEmpty() ? n : n.isEmpty() ? path : path + "." + n;
    }

    private static String shown(String text) {
        String clean = text.replaceAll("\\p{Cntrl}", "?");
        return clean.length() > 60 ? clean.substring(0, 60) + "..." : clean;
    }
}
