package dev.beatboard.service.api.form;

import dev.beatboard.service.problem.Fault;
import dev.beatboard.service.problem.Refusal;
import dev.beatboard.shot.Nearest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/// One object of a request. Each method reads one field, and reports it if it is wrong; then it is
/// as if it were absent.
public final class Form {

    private final JsonNode node;
    private final String place;
    private final Findings findings;
    private final Set<String> asked = new HashSet<>();

    private Form(JsonNode node, String place, Findings findings) {
        this.node = node;
        this.place = place;
        this.findings = findings;
    }

    /// The whole body.
    ///
    /// @throws dev.beatboard.service.problem.RefusedException 400 if it is no object, or holds
    ///     text or numbers that cannot be kept
    public static Form of(JsonNode body, Findings findings) {
        if (!body.isObject()) {
            throw Refusal.field("", "The body has to be an object.").exception();
        }
        Keepable.check(body);
        return new Form(body, "", findings);
    }

    /// Where a field is, as a JSON pointer.
    public String pointer(String name) {
        return "/" + field(name).replace('.', '/');
    }

    /// Where a field is, with dots.
    public String field(String name) {
        return place.isEmpty() ? name : place + "." + name;
    }

    public Findings findings() {
        return findings;
    }

    /// Whether the field is there and not null.
    public boolean has(String name) {
        return node.hasNonNull(name);
    }

    private Optional<JsonNode> any(String name) {
        asked.add(name);
        return has(name) ? Optional.of(node.get(name)) : Optional.empty();
    }

    private <T> Optional<T> wrong(String name, String message) {
        findings.wrong(pointer(name), message);
        return Optional.empty();
    }

    /// A text with at least one visible character.
    ///
    /// @param most characters
    public Optional<String> text(String name, int most) {
        return any(name).flatMap(n -> {
            if (!n.isString()) {
                return wrong(name, field(name) + " has to be a text.");
            }
            String text = n.stringValue();
            if (text.isBlank() || text.length() > most) {
                return wrong(
                        name,
                        field(name) + " has 1 to " + most + " characters"
                                + (text.isBlank() ? "; it is blank." : ", not " + text.length() + "."));
            }
            Optional<Integer> control = text.codePoints()
                    .filter(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')
                    .boxed()
                    .findFirst();
            return control.isPresent()
                    ? wrong(
                            name,
                            field(name) + " holds the control character "
                                    + String.format(Locale.ROOT, "U+%04X", control.get()) + ".")
                    : Optional.of(text);
        });
    }

    /// One of some words.
    public Optional<String> choice(String name, List<String> allowed) {
        return any(name).flatMap(n -> {
            if (!n.isString()) {
                return wrong(name, field(name) + " has to be a text: one of " + String.join(", ", allowed) + ".");
            }
            if (allowed.contains(n.stringValue())) {
                return Optional.of(n.stringValue());
            }
            Optional<String> nearest = Nearest.to(n.stringValue(), allowed);
            findings.wrong(new Fault(
                    pointer(name),
                    field(name) + " is " + Refusal.quoted(n.stringValue()) + "; allowed are "
                            + String.join(", ", allowed) + "."
                            + nearest.map(a -> " Did you mean " + a + "?").orElse(""),
                    allowed,
                    nearest));
            return Optional.empty();
        });
    }

    public Optional<Boolean> flag(String name) {
        return any(name)
                .flatMap(n -> n.isBoolean()
                        ? Optional.of(n.booleanValue())
                        : wrong(name, field(name) + " has to be true or false."));
    }

    /// A whole number.
    public Optional<Long> whole(String name, long least, long most) {
        return any(name).flatMap(n -> {
            boolean good =
                    n.isIntegralNumber() && n.canConvertToLong() && n.longValue() >= least && n.longValue() <= most;
            return good
                    ? Optional.of(n.longValue())
                    : wrong(name, field(name) + " has to be a whole number from " + least + " to " + most + ".");
        });
    }

    public Optional<Double> number(String name, double least, double most) {
        return any(name).flatMap(n -> {
            boolean good = n.isNumber() && n.doubleValue() >= least && n.doubleValue() <= most;
            return good
                    ? Optional.of(n.doubleValue())
                    : wrong(name, field(name) + " has to be a number from " + least + " to " + most + ".");
        });
    }

    public Optional<UUID> id(String name) {
        return any(name).flatMap(n -> {
            if (n.isString() && n.stringValue().length() == 36) {
                try {
                    return Optional.of(UUID.fromString(n.stringValue()));
                } catch (IllegalArgumentException e) {
                    // It is none.
                }
            }
            return wrong(name, field(name) + " has to be an identifier (UUID).");
        });
    }

    /// An object in this one.
    public Optional<Form> object(String name) {
        return any(name)
                .flatMap(n -> n.isObject()
                        ? Optional.of(new Form(n, field(name), findings))
                        : wrong(name, field(name) + " has to be an object."));
    }

    /// An object that is not looked into.
    public Optional<JsonNode> tree(String name) {
        return any(name)
                .flatMap(n -> n.isObject() ? Optional.of(n) : wrong(name, field(name) + " has to be an object."));
    }

    private Optional<JsonNode> array(String name, int least, int most, String of) {
        return any(name).flatMap(n -> {
            if (!n.isArray()) {
                return wrong(name, field(name) + " has to be an array of " + of + ".");
            }
            if (n.size() < least || n.size() > most) {
                return wrong(
                        name,
                        field(name) + " has " + n.size() + " entries; " + least + " to " + most + " are allowed.");
            }
            return Optional.of(n);
        });
    }

    /// Objects. An entry that is none is reported and left out.
    public List<Form> objects(String name, int least, int most) {
        List<Form> forms = new ArrayList<>();
        array(name, least, most, "objects").ifPresent(a -> {
            for (int i = 0; i < a.size(); i++) {
                String entry = name + "." + i;
                if (a.get(i).isObject()) {
                    forms.add(new Form(a.get(i), field(entry), findings));
                } else {
                    wrong(entry, field(entry) + " has to be an object.");
                }
            }
        });
        return forms;
    }

    /// Texts of up to 2000 characters. An entry that is none is reported and left out.
    public List<String> texts(String name, int least, int most) {
        List<String> texts = new ArrayList<>();
        array(name, least, most, "texts").ifPresent(a -> {
            for (int i = 0; i < a.size(); i++) {
                if (a.get(i).isString() && a.get(i).stringValue().length() <= 2000) {
                    texts.add(a.get(i).stringValue());
                } else {
                    wrong(name + "." + i, field(name + "." + i) + " has to be a text.");
                }
            }
        });
        return texts;
    }

    /// Whole numbers from 0. Empty if the field is absent or wrong.
    public Optional<List<Integer>> indexes(String name, int most) {
        return array(name, 1, most, "whole numbers").flatMap(a -> {
            List<Integer> numbers = new ArrayList<>();
            for (int i = 0; i < a.size(); i++) {
                JsonNode n = a.get(i);
                if (n.isIntegralNumber() && n.canConvertToInt() && n.intValue() >= 0) {
                    numbers.add(n.intValue());
                } else {
                    return wrong(name + "." + i, field(name + "." + i) + " has to be a whole number from 0.");
                }
            }
            return Optional.of(numbers);
        });
    }

    /// Marks a field as known though its value does not matter here.
    public void pass(String name) {
        asked.add(name);
    }

    /// Reports the field as unused, if it is there.
    public void unused(String name, String code, String why) {
        asked.add(name);
        if (has(name)) {
            findings.unused(code, field(name), why);
        }
    }

    /// Reports all fields that nobody asked for. Call it last.
    public void rest() {
        Set<String> known = new TreeSet<>(asked);
        node.propertyNames().stream().filter(n -> !asked.contains(n)).limit(20).forEach(n -> {
            String shown = Refusal.quoted(n);
            findings.unused(
                    "unknown-field",
                    field(shown.substring(1, shown.length() - 1)),
                    "There is no field " + shown + " here; it is not used."
                            + Nearest.to(n, known)
                                    .map(k -> " Did you mean " + k + "?")
                                    .orElse(""));
        });
    }
}
