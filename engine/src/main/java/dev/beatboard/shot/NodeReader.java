package dev.beatboard.shot;

import dev.beatboard.shot.Node.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/// YAML or JSON text to a tree of nodes with their places. The tree is bounded in depth and size, and YAML's aliases,
/// with which a small file grows without end, are refused.
final class NodeReader {

    private static final int DEEPEST = 24;
    private static final int MOST_NODES = 20_000;

    private static final StreamReadConstraints BOUNDS = StreamReadConstraints.builder()
            .maxNestingDepth(DEEPEST + 8)
            .maxDocumentLength(ShotReader.MOST_BYTES)
            .maxStringLength(ShotReader.MOST_BYTES)
            .maxNameLength(1000)
            .maxNumberLength(1000)
            .build();

    private final JsonParser parser;
    private final Problems problems;
    private int nodes;

    private NodeReader(JsonParser parser, Problems problems) {
        this.parser = parser;
        this.problems = problems;
    }

    /// The whole document; empty if it cannot be read as one, which is then among the problems.
    static Optional<Node> read(String text, boolean json, Problems problems) {
        String form = json ? "JSON" : "YAML";
        try (JsonParser parser = json ? json(text) : yaml(text)) {
            NodeReader reader = new NodeReader(parser, problems);
            JsonToken first = parser.nextToken();
            if (first == null) {
                problems.add("", new Place(0, 0), "The file is empty.", ShotReader.MINIMAL, "");
                return Optional.empty();
            }
            Node node = reader.value(first, "", 0);
            if (parser.nextToken() != null) {
                throw reader.stop(
                        "", reader.place(), "A second document begins.", "A shot file holds one.", "Remove the rest.");
            }
            return Optional.of(node);
        } catch (Stopped stopped) {
            return Optional.empty();
        } catch (StreamConstraintsException e) {
            problems.add(
                    "",
                    place(e.getLocation()),
                    "The file exceeds a bound: " + firstLine(e) + ".",
                    "",
                    "Make it smaller or flatter.");
            return Optional.empty();
        } catch (JacksonException e) {
            problems.add(
                    "", place(e.getLocation()), "This is not " + form + ": " + firstLine(e) + ".", "", remedy(e, json));
            return Optional.empty();
        }
    }

    private static JsonParser json(String text) {
        return JsonFactory.builder()
                .streamReadConstraints(BOUNDS)
                .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                .build()
                .createParser(ObjectReadContext.empty(), text);
    }

    private static JsonParser yaml(String text) {
        return YAMLFactory.builder()
                .streamReadConstraints(BOUNDS)
                .build()
                .createParser(ObjectReadContext.empty(), text);
    }

    private Node value(@Nullable JsonToken token, String path, int depth) {
        Place place = place();
        if (token == null) {
            throw stop(path, place, "The file ends too soon.", "", "");
        }
        if (++nodes > MOST_NODES) {
            throw stop(path, place, "The file holds more than " + MOST_NODES + " values.", "", "Make it smaller.");
        }
        if (depth > DEEPEST) {
            throw stop(path, place, "Values are nested more than " + DEEPEST + " deep.", "A shot needs seven.", "");
        }
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
            throw stop(
                    path,
                    place,
                    "An alias (*" + Text.excerpt(parser.getString()) + ") is used.",
                    "Aliases are not read in shot files.",
                    "Write the value out.");
        }
        return switch (token) {
            case START_OBJECT -> mapping(path, depth, place);
            case START_ARRAY -> {
                List<Node> items = new ArrayList<>();
                for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken()) {
                    items.add(value(t, path + "[" + items.size() + "]", depth + 1));
                }
                yield new Node.Sequence(List.copyOf(items), place);
            }
            case VALUE_NULL -> new Node.Empty(place);
            default -> new Node.Scalar(parser.getString(), place);
        };
    }

    private Node mapping(String path, int depth, Place place) {
        List<Node.Entry> entries = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (JsonToken t = parser.nextToken(); t != JsonToken.END_OBJECT; t = parser.nextToken()) {
            if (t != JsonToken.PROPERTY_NAME) {
                throw stop(path, place(), "A field has no name.", "", "");
            }
            Place at = place();
            String name = parser.currentName();
            String inner = path.isEmpty() ? Text.excerpt(name) : path + "." + Text.excerpt(name);
            Node value = value(parser.nextToken(), inner, depth + 1);
            if (names.add(name)) {
                entries.add(new Node.Entry(name, at, value));
            } else {
                problems.add(inner, at, "The field is there twice.", "", "Remove one of them.");
            }
        }
        return new Node.Mapping(List.copyOf(entries), place);
    }

    private Place place() {
        return place(parser.currentTokenLocation());
    }

    private static Place place(@Nullable TokenStreamLocation at) {
        return at == null ? new Place(0, 0) : new Place(Math.max(0, at.getLineNr()), Math.max(0, at.getColumnNr()));
    }

    private Stopped stop(String path, Place place, String found, String allowed, String remedy) {
        problems.add(path, place, found, allowed, remedy);
        return new Stopped();
    }

    /// The parser's own words without its excerpt of the source, which may hold anything.
    private static String firstLine(JacksonException e) {
        String text = e.getOriginalMessage() == null ? "" : e.getOriginalMessage();
        String line = text.lines()
                .map(String::strip)
                .filter(l -> !l.isEmpty() && !l.startsWith("in 'reader'") && !l.startsWith("in reader"))
                .limit(2)
                .reduce((a, b) -> a + ", " + b)
                .orElse("it cannot be parsed");
        String clean = Text.visible(line);
        return clean.length() > 200 ? clean.substring(0, 200) + " ..." : clean.replaceAll("[.]$", "");
    }

    private static String remedy(JacksonException e, boolean json) {
        String text = String.valueOf(e.getOriginalMessage()).toLowerCase(Locale.ROOT);
        String unclosed = "Look there for a bracket, quotation mark or colon that is missing or one too many.";
        if (json) {
            return unclosed;
        }
        if (text.contains("'\\t'") || text.contains("\\t")) {
            return "Indent with blanks, not with tabs.";
        }
        return text.contains("mapping values are not allowed")
                ? "Put text that holds a colon in quotation marks."
                : unclosed;
    }

    /// Ends the reading; the reason has been noted.
    private static final class Stopped extends RuntimeException {

        private static final long serialVersionUID = 1;

        Stopped() {
            super(null, null, false, false);
        }
    }
}
