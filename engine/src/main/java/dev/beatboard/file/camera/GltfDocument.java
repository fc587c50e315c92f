package dev.beatboard.file.camera;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The JSON of a glTF 2.0 file and the numbers in its buffers. Only what is asked for is read, so
/// that a large scene costs no more than its camera.
///
/// Source: "glTF 2.0 Specification" (Khronos), sections 3.6 (buffers, accessors) and 4 (GLB).
final class GltfDocument {

    private static final int MOST_JSON = 64 << 20;
    private static final int MOST_NUMBERS = 4_000_000;
    private static final int GLB = 0x46546C67;
    private static final int JSON_CHUNK = 0x4E4F534A;
    private static final int BIN_CHUNK = 0x004E4942;

    private final Path file;
    private final JsonNode root;
    private final long binary;
    private final long binaryBytes;

    private GltfDocument(Path file, JsonNode root, long binary, long binaryBytes) {
        this.file = file;
        this.root = root;
        this.binary = binary;
        this.binaryBytes = binaryBytes;
    }

    /// Says in a sentence why the file cannot be used.
    static final class Unusable extends Exception {

        private static final long serialVersionUID = 1;

        Unusable(String found) {
            super(found);
        }
    }

    static GltfDocument open(Path file) throws IOException, Unusable {
        try (FileChannel in = FileChannel.open(file)) {
            ByteBuffer head = read(in, 0, (int) Math.min(20, in.size()));
            if (head.remaining() < 20 || head.getInt(0) != GLB) {
                if (in.size() > MOST_JSON) {
                    throw new Unusable("The file has more than " + (MOST_JSON >> 20) + " MB of text.");
                }
                return new GltfDocument(file, parse(read(in, 0, (int) in.size())), -1, 0);
            }
            long json = Integer.toUnsignedLong(head.getInt(12));
            if (head.getInt(4) != 2 || head.getInt(16) != JSON_CHUNK || json > MOST_JSON || 20 + json > in.size()) {
                throw new Unusable("The file is not GLB of version 2, or it is cut off.");
            }
            JsonNode root = parse(read(in, 20, (int) json));
            long next = 20 + json;
            if (next + 8 > in.size()) {
                return new GltfDocument(file, root, -1, 0);
            }
            ByteBuffer chunk = read(in, next, 8);
            boolean has = chunk.getInt(4) == BIN_CHUNK;
            return new GltfDocument(file, root, has ? next + 8 : -1, Integer.toUnsignedLong(chunk.getInt(0)));
        }
    }

    private static JsonNode parse(ByteBuffer bytes) throws Unusable {
        StreamReadConstraints bounds = StreamReadConstraints.builder()
                .maxNestingDepth(64)
                .maxStringLength(MOST_JSON)
                .maxNumberLength(100)
                .build();
        try {
            JsonNode root = JsonMapper.builder(
                            JsonFactory.builder().streamReadConstraints(bounds).build())
                    .build()
                    .readTree(StandardCharsets.UTF_8.decode(bytes).toString());
            if (root == null || !root.isObject()) {
                throw new Unusable("The file holds no JSON object.");
            }
            return root;
        } catch (JacksonException e) {
            throw new Unusable("The file's JSON cannot be read.");
        }
    }

    private static ByteBuffer read(FileChannel in, long from, int bytes) throws IOException {
        ByteBuffer b = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        while (b.hasRemaining() && in.read(b, from + b.position()) >= 0) {
            // Goes on until all is there or the file ends.
        }
        return b.flip();
    }

    JsonNode root() {
        return root;
    }

    /// The item `index` of a top-level list; a missing node where there is none.
    JsonNode item(String list, int index) {
        return root.path(list).path(index);
    }

    /// All numbers of an accessor, normalized integers as fractions.
    ///
    /// @param type such as `SCALAR`, `VEC3`
    double[] numbers(int accessor, String type) throws IOException, Unusable {
        JsonNode a = item("accessors", accessor);
        int width = switch (type) {
            case "SCALAR" -> 1;
            case "VEC3" -> 3;
            default -> 4;
        };
        int count = a.path("count").asInt(0);
        String who = "Accessor " + accessor;
        if (!a.path("type").asString("").equals(type) || count < 1 || count > MOST_NUMBERS / width) {
            throw new Unusable(who + " is not " + type + " with 1 to " + MOST_NUMBERS / width + " elements.");
        }
        if (a.has("sparse") || !a.has("bufferView")) {
            throw new Unusable(who + " is sparse; that is not read.");
        }
        int component = a.path("componentType").asInt(0);
        boolean whole = component != 5126;
        if (whole && !a.path("normalized").asBoolean(false)) {
            throw new Unusable(who + " holds whole numbers that are not normalized.");
        }
        int size = switch (component) {
            case 5120, 5121 -> 1;
            case 5122, 5123 -> 2;
            case 5126 -> 4;
            default -> throw new Unusable(who + " has the component type " + component + ".");
        };
        JsonNode view = item("bufferViews", a.path("bufferView").asInt(-1));
        int stride = view.path("byteStride").asInt(width * size);
        long from = view.path("byteOffset").asLong(0) + a.path("byteOffset").asLong(0);
        long bytes = (long) (count - 1) * stride + (long) width * size;
        long end = a.path("byteOffset").asLong(0) + bytes;
        if (stride < width * size || from < 0 || end > view.path("byteLength").asLong(0) || view.has("extensions")) {
            throw new Unusable(who + " does not lie within a plain buffer view.");
        }
        ByteBuffer data = buffer(view.path("buffer").asInt(-1), from, bytes);
        double[] out = new double[count * width];
        for (int i = 0; i < out.length; i++) {
            int at = i / width * stride + i % width * size;
            out[i] = switch (component) {
                case 5120 -> Math.max(data.get(at) / 127.0, -1);
                case 5121 -> (data.get(at) & 0xff) / 255.0;
                case 5122 -> Math.max(data.getShort(at) / 32767.0, -1);
                case 5123 -> (data.getShort(at) & 0xffff) / 65535.0;
                default -> data.getFloat(at);
            };
            if (!Double.isFinite(out[i])) {
                throw new Unusable(who + " holds a number that is not finite (element " + i / width + ").");
            }
        }
        return out;
    }

    private ByteBuffer buffer(int index, long from, long bytes) throws IOException, Unusable {
        JsonNode b = item("buffers", index);
        if (!b.isObject() || from + bytes > b.path("byteLength").asLong(0)) {
            throw new Unusable("Buffer " + index + " is missing or too short.");
        }
        String uri = b.path("uri").asString("");
        if (uri.startsWith("data:")) {
            return embedded(index, uri, from, bytes);
        }
        if (uri.isEmpty()) {
            if (index != 0 || binary < 0 || from + bytes > binaryBytes) {
                throw new Unusable("Buffer " + index + " is not in the file.");
            }
            return part(file, binary + from, bytes);
        }
        return part(beside(uri), from, bytes);
    }

    private static ByteBuffer embedded(int index, String uri, long from, long bytes) throws Unusable {
        int comma = uri.indexOf(',');
        try {
            byte[] all = Base64.getDecoder().decode(uri.substring(comma + 1));
            if (comma < 0 || !uri.substring(0, comma).endsWith(";base64") || from + bytes > all.length) {
                throw new Unusable("Buffer " + index + " is too short or not base64.");
            }
            return ByteBuffer.wrap(all, (int) from, (int) bytes).slice().order(ByteOrder.LITTLE_ENDIAN);
        } catch (IllegalArgumentException e) {
            throw new Unusable("Buffer " + index + " is not base64.");
        }
    }

    /// A file in the same folder or below; nothing else is opened.
    private Path beside(String uri) throws Unusable {
        Path folder = file.toAbsolutePath().normalize().getParent();
        try {
            Path name = Path.of(URLDecoder.decode(uri.replace("+", "%2B"), StandardCharsets.UTF_8));
            Path there = folder == null ? name : folder.resolve(name).normalize();
            if (!uri.contains(":")
                    && !name.isAbsolute()
                    && folder != null
                    && there.startsWith(folder)
                    && Files.isRegularFile(there)) {
                return there;
            }
        } catch (IllegalArgumentException e) {
            // Is said below.
        }
        String shown = uri.replaceAll("[^ -~]", "?");
        throw new Unusable("The buffer file \"" + (shown.length() > 60 ? shown.substring(0, 60) + "..." : shown)
                + "\" is not beside the glTF file.");
    }

    private static ByteBuffer part(Path from, long offset, long bytes) throws IOException, Unusable {
        try (FileChannel in = FileChannel.open(from)) {
            ByteBuffer b = read(in, offset, Math.toIntExact(bytes));
            if (b.remaining() < bytes) {
                throw new Unusable("The file " + from.getFileName() + " is cut off.");
            }
            return b;
        }
    }
}
