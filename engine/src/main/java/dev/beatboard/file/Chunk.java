package dev.beatboard.file;

import dev.beatboard.time.FrameRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What `chunk.json` says of frames that were rendered apart from the others of their clip: the
/// terms under which they were rendered, on which all chunks of a clip agree, and the SHA-256 of
/// each file.
///
/// @param terms by name, such as `shot`, `seed`, `quality`
/// @param source name of the shot file in the chunk's folder
/// @param digests by the file's path in the folder, with `/`
public record Chunk(Map<String, String> terms, FrameRange frames, String source, Map<String, String> digests) {

    /// The name of the file.
    public static final String NAME = "chunk.json";

    /// The term that tells the build of the engine, since other builds may draw other pixels.
    public static final String BUILD = "build";

    private static final int FORMAT = 1;
    private static final long LARGEST = 20_000_000;
    private static final int MOST_FRAMES = 100_000;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    /// A path that cannot lead out of its folder.
    private static final Pattern PLAIN = Pattern.compile("[a-z0-9-]+/[A-Za-z0-9_.-]{1,100}|source\\.(yaml|json)");

    public Chunk {
        terms = new TreeMap<>(terms);
        digests = new TreeMap<>(digests);
    }

    /// Writes it into the folder of its files.
    public Path write(Path folder) throws IOException {
        ObjectNode o = JsonNodeFactory.instance.objectNode();
        o.put("beatboardChunk", FORMAT);
        o.put("first", frames.first());
        o.put("last", frames.last());
        o.put("source", source);
        ObjectNode t = o.putObject("terms");
        terms.forEach(t::put);
        ObjectNode d = o.putObject("digests");
        digests.forEach(d::put);
        Path file = folder.resolve(NAME);
        OutputFile.write(file, PrettyJson.text(o));
        return file;
    }

    /// Reads that of a folder.
    ///
    /// @throws IOException with a message for people: what is missing or wrong, and where
    public static Chunk read(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            throw new IOException(folder + " holds no " + NAME + ": it is no folder of `render --frames`.");
        }
        if (Files.size(file) > LARGEST) {
            throw new IOException(file + " is larger than " + LARGEST / 1_000_000 + " MB.");
        }
        try {
            JsonNode o = MAPPER.readTree(Files.readAllBytes(file));
            if (o.path("beatboardChunk").asInt(0) != FORMAT) {
                throw new IOException(file + " is of another version of Beatboard.");
            }
            int first = o.path("first").asInt(-1);
            int last = o.path("last").asInt(-1);
            String source = o.path("source").asString("");
            if (first < 0
                    || last < first
                    || last > MOST_FRAMES
                    || !PLAIN.matcher(source).matches()) {
                throw new IOException(file + " is broken: frames " + first + "-" + last + ", source " + source + ".");
            }
            return new Chunk(
                    texts(o.path("terms")), new FrameRange(first, last), source, paths(file, o.path("digests")));
        } catch (JacksonException e) {
            throw new IOException(file + " is broken: " + e.getOriginalMessage(), e);
        }
    }

    private static Map<String, String> texts(JsonNode node) {
        Map<String, String> out = new TreeMap<>();
        node.properties().forEach(e -> out.put(e.getKey(), e.getValue().asString("")));
        return out;
    }

    private static Map<String, String> paths(Path file, JsonNode node) throws IOException {
        Map<String, String> out = texts(node);
        for (String path : out.keySet()) {
            if (!PLAIN.matcher(path).matches() || path.contains("..")) {
                throw new IOException(file + " names a file that no chunk has: " + path);
            }
        }
        return out;
    }

    /// The value of a term, empty where there is none.
    public String term(String name) {
        return terms.getOrDefault(name, "");
    }
}
