package dev.beatboard.shot;

import dev.beatboard.shot.Node.Place;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The fields of one group while they are read. Whatever is wrong with a field is noted as a problem, and the field
/// then counts as absent, so that reading goes on to the next one.
final class Fields {

    private static final int LONGEST_NAME = 80;

    private final Node.Mapping mapping;
    private final String path;
    private final Problems problems;

    /// Notes every field that is none of `known`.
    Fields(Node.Mapping mapping, String path, List<String> known, Problems problems) {
        this.mapping = mapping;
        this.path = path;
        this.problems = problems;
        for (Node.Entry e : mapping.entries()) {
            if (!known.contains(e.name())) {
                problems.add(
                        path(Text.excerpt(e.name())),
                        e.place(),
                        "There is no such field.",
                        "Known: " + String.join(", ", known) + ".",
                        Nearest.hint(e.name(), known));
            }
        }
    }

    /// The node as a group of fields, or a problem.
    static Optional<Fields> of(Node node, String path, List<String> known, Problems problems) {
        if (node instanceof Node.Mapping m) {
            return Optional.of(new Fields(m, path, known, problems));
        }
        problems.add(
                path,
                node.place(),
                "Here is " + node.kind() + ".",
                "A group of fields belongs here: " + String.join(", ", known) + ".",
                "");
        return Optional.empty();
    }

    Problems problems() {
        return problems;
    }

    Place place() {
        return mapping.place();
    }

    String path(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    boolean has(String name) {
        return mapping.entries().stream().anyMatch(e -> e.name().equals(name));
    }

    /// The field's value; empty if it is missing or left blank.
    Optional<Node> node(String name) {
        return mapping.entries().stream()
                .filter(e -> e.name().equals(name))
                .map(Node.Entry::value)
                .filter(v -> !(v instanceof Node.Empty))
                .findFirst();
    }

    Optional<Node.Scalar> scalar(String name) {
        return node(name).flatMap(n -> scalar(n, path(name), problems));
    }

    static Optional<Node.Scalar> scalar(Node node, String path, Problems problems) {
        if (node instanceof Node.Scalar s) {
            return Optional.of(s);
        }
        problems.add(path, node.place(), "Here is " + node.kind() + ".", "A single value belongs here.", "");
        return Optional.empty();
    }

    /// Text of at most `most` UTF-16 units without control characters.
    Optional<String> text(String name, int most) {
        return scalar(name).filter(s -> clean(s, path(name), most, problems)).map(Node.Scalar::text);
    }

    /// A name: short, one line, not blank.
    Optional<String> name(String name) {
        return text(name, LONGEST_NAME).map(String::strip).filter(t -> {
            boolean good = !t.isEmpty() && t.lines().count() == 1;
            if (!good) {
                bad(name, "It is blank or has several lines.", "A name is one line of text.", "");
            }
            return good;
        });
    }

    static boolean clean(Node.Scalar s, String path, int most, Problems problems) {
        if (s.text().length() > most) {
            problems.add(
                    path,
                    s.place(),
                    "The text has " + s.text().length() + " characters.",
                    "At most " + most + " are read.",
                    "Shorten it.");
            return false;
        }
        Optional<Integer> bad =
                s.text().codePoints().filter(Text::forbidden).boxed().findFirst();
        bad.ifPresent(c -> problems.add(
                path,
                s.place(),
                "The text holds the control character " + Text.name(c) + ".",
                "Only visible text, blanks and line ends are read.",
                "Remove it."));
        return bad.isEmpty();
    }

    <E extends Enum<E>> Optional<E> one(String name, Class<E> type) {
        return scalar(name).flatMap(s -> one(s, path(name), type, problems));
    }

    static <E extends Enum<E>> Optional<E> one(Node.Scalar s, String path, Class<E> type, Problems problems) {
        Optional<E> found = Names.find(type, s.text());
        if (found.isEmpty()) {
            List<String> names = Names.of(type);
            problems.add(
                    path,
                    s.place(),
                    Text.quoted(s.text()) + " is not known here.",
                    "Known: " + String.join(", ", names) + ".",
                    Nearest.hint(s.text(), names));
        }
        return found;
    }

    /// A finite number in `least`..`most`; `unit` may follow it.
    Optional<Double> number(String name, double least, double most, String unit) {
        return scalar(name).flatMap(s -> {
            String t = s.text().strip().toLowerCase(Locale.ROOT);
            if (!unit.isEmpty() && t.endsWith(unit.toLowerCase(Locale.ROOT))) {
                t = t.substring(0, t.length() - unit.length()).strip();
            }
            Optional<Double> value = t.length() <= 40 && t.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)(e[+-]?\\d{1,3})?")
                    ? Optional.of(Double.parseDouble(t))
                    : Optional.empty();
            if (value.filter(v -> v >= least && v <= most).isEmpty()) {
                String range = plain(least) + " to " + plain(most) + (unit.isEmpty() ? "" : " " + unit);
                bad(name, Text.quoted(s.text()) + " cannot be used.", "A number from " + range + " belongs here.", "");
                return Optional.empty();
            }
            return value;
        });
    }

    private static String plain(double v) {
        return BigDecimal.valueOf(v).stripTrailingZeros().toPlainString();
    }

    boolean flag(String name) {
        return scalar(name)
                .map(s -> switch (s.text().toLowerCase(Locale.ROOT)) {
                    case "true", "yes" -> true;
                    case "false", "no" -> false;
                    default -> {
                        bad(name, Text.quoted(s.text()) + " is neither.", "true or false belongs here.", "");
                        yield false;
                    }
                })
                .orElse(false);
    }

    /// The items of a list field with their paths; a missing field is an empty list.
    List<Item> items(String name) {
        List<Item> out = new ArrayList<>();
        node(name).ifPresent(n -> {
            if (n instanceof Node.Sequence s) {
                for (int i = 0; i < s.items().size(); i++) {
                    out.add(new Item(s.items().get(i), path(name) + "[" + i + "]"));
                }
            } else {
                bad(name, "Here is " + n.kind() + ".", "A list belongs here.", "Begin each of its lines with a dash.");
            }
        });
        return out;
    }

    record Item(Node node, String path) {}

    /// Notes a problem at the field, or at the group where the field is missing.
    void bad(String name, String found, String allowed, String remedy) {
        Place at = mapping.entries().stream()
                .filter(e -> e.name().equals(name))
                .map(e -> e.value().place())
                .findFirst()
                .orElse(mapping.place());
        problems.add(path(name), at, found, allowed, remedy);
    }
}
