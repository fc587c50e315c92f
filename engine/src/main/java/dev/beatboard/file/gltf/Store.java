package dev.beatboard.file.gltf;

import dev.beatboard.file.gltf.meshopt.TriangleCodec;
import dev.beatboard.file.gltf.meshopt.VertexCodec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The file while it is being made: its JSON and the numbers that the JSON points to. Numbers of one kind share a
/// [Stream], which becomes one buffer view.
final class Store {

    static final int BYTE = 5120;
    static final int UNSIGNED_BYTE = 5121;
    static final int SHORT = 5122;
    static final int UNSIGNED_SHORT = 5123;
    static final int UNSIGNED_INT = 5125;
    static final int FLOAT = 5126;

    static final int VERTICES = 34962;
    static final int INDICES = 34963;
    static final int NO_TARGET = 0;

    static final String MESHOPT = "EXT_meshopt_compression";

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int GLB = 0x46546C67;
    private static final int JSON_CHUNK = 0x4E4F534A;
    private static final int BIN_CHUNK = 0x004E4942;

    private final ObjectNode root = JsonNodeFactory.instance.objectNode();
    private final boolean compressed;
    private final ArrayNode views;
    private final ArrayNode accessors;
    private final ByteArrayOutputStream binary = new ByteArrayOutputStream(1 << 20);
    private final List<Stream> streams = new ArrayList<>();
    /// Bytes that the compressed views have when they are decoded.
    private long decoded;

    Store(boolean compressed) {
        this.compressed = compressed;
        root.putObject("asset");
        views = JsonNodeFactory.instance.arrayNode();
        accessors = JsonNodeFactory.instance.arrayNode();
    }

    ObjectNode root() {
        return root;
    }

    /// An array of the file, made when it is first asked for.
    ArrayNode list(String name) {
        return root.path(name) instanceof ArrayNode a ? a : root.putArray(name);
    }

    /// Names an extension as used, and as required if a reader without it would fail.
    void extension(String name, boolean required) {
        for (String list : required ? List.of("extensionsUsed", "extensionsRequired") : List.of("extensionsUsed")) {
            ArrayNode all = list(list);
            boolean known = false;
            for (var n : all) {
                known |= n.stringValue().equals(name);
            }
            if (!known) {
                all.add(name);
            }
        }
    }

    /// A new stream of elements of `stride` bytes.
    ///
    /// @param filter of the compression, `NONE` for none
    Stream stream(int stride, int target, String filter) {
        Stream s = new Stream(views.size(), stride, target, filter);
        views.addObject();
        streams.add(s);
        return s;
    }

    /// Bytes that nothing compresses any further: a picture.
    int bytes(byte[] content) {
        align();
        views.addObject().put("buffer", 0).put("byteOffset", binary.size()).put("byteLength", content.length);
        binary.writeBytes(content);
        return views.size() - 1;
    }

    int accessor(ObjectNode a) {
        accessors.add(a);
        return accessors.size() - 1;
    }

    ObjectNode describe(int componentType, boolean normalized, int count, String type) {
        ObjectNode a = JsonNodeFactory.instance.objectNode();
        a.put("componentType", componentType);
        if (normalized) {
            a.put("normalized", true);
        }
        return a.put("count", count).put("type", type);
    }

    /// Elements of one kind, one behind the other. Added bytes are as the filter wants them.
    final class Stream {

        private final int view;
        private final int stride;
        private final int target;
        private final String filter;
        private final ByteArrayOutputStream content = new ByteArrayOutputStream();
        private final List<int[]> triangles = new ArrayList<>();

        private Stream(int view, int stride, int target, String filter) {
            this.view = view;
            this.stride = stride;
            this.target = target;
            this.filter = filter;
        }

        int view() {
            return view;
        }

        /// Adds elements.
        ///
        /// @return where they begin, bytes as decoded
        int add(byte[] elements) {
            int at = content.size();
            content.writeBytes(elements);
            return at;
        }

        int add(float[] numbers) {
            return add(littleEndian(numbers));
        }

        /// Adds the corners of triangles.
        int add(int[] corners) {
            ByteBuffer b = ByteBuffer.allocate(stride * corners.length).order(ByteOrder.LITTLE_ENDIAN);
            for (int c : corners) {
                if (stride == 2) {
                    b.putShort((short) c);
                } else {
                    b.putInt(c);
                }
            }
            triangles.add(corners);
            return add(b.array());
        }

        /// An accessor of elements that were added at `at`.
        int accessor(int at, int componentType, boolean normalized, int count, String type) {
            return Store.this.accessor(accessorNode(at, componentType, normalized, count, type));
        }

        ObjectNode accessorNode(int at, int componentType, boolean normalized, int count, String type) {
            ObjectNode a = JsonNodeFactory.instance.objectNode().put("bufferView", view);
            if (at > 0) {
                a.put("byteOffset", at);
            }
            a.setAll(describe(componentType, normalized, count, type));
            return a;
        }

        private void finish() {
            byte[] raw = content.toByteArray();
            ObjectNode v = (ObjectNode) views.get(view);
            align();
            int length = raw.length;
            if (compressed && length > 0) {
                boolean corners = target == INDICES;
                byte[] packed = corners ? TriangleCodec.encode(triangles) : VertexCodec.encode(raw, stride);
                v.put("buffer", 1).put("byteOffset", decoded).put("byteLength", length);
                ObjectNode e = v.putObject("extensions").putObject(MESHOPT);
                e.put("buffer", 0).put("byteOffset", binary.size()).put("byteLength", packed.length);
                e.put("byteStride", stride).put("count", length / stride);
                e.put("mode", corners ? "TRIANGLES" : "ATTRIBUTES");
                if (!filter.equals("NONE")) {
                    e.put("filter", filter);
                }
                binary.writeBytes(packed);
                decoded += length + 7 & ~7L;
            } else {
                v.put("buffer", 0).put("byteOffset", binary.size()).put("byteLength", length);
                binary.writeBytes(raw);
            }
            if (target == VERTICES) {
                v.put("byteStride", stride);
            }
            if (target != NO_TARGET) {
                v.put("target", target);
            }
        }
    }

    static byte[] littleEndian(float[] numbers) {
        ByteBuffer b = ByteBuffer.allocate(4 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        b.asFloatBuffer().put(numbers);
        return b.array();
    }

    private void align() {
        while (binary.size() % 8 != 0) {
            binary.write(0);
        }
    }

    /// The finished file (specification, section 4: GLB).
    ///
    /// @throws IOException if it would be larger than the format allows
    byte[] glb() throws IOException {
        streams.forEach(Stream::finish);
        align();
        if (!accessors.isEmpty()) {
            root.set("accessors", accessors);
        }
        root.set("bufferViews", views);
        ArrayNode buffers = root.putArray("buffers");
        buffers.addObject().put("byteLength", binary.size());
        if (compressed) {
            extension(MESHOPT, true);
            ObjectNode fallback = buffers.addObject().put("byteLength", decoded);
            fallback.putObject("extensions").putObject(MESHOPT).put("fallback", true);
        }
        byte[] json = MAPPER.writeValueAsString(root).getBytes(StandardCharsets.UTF_8);
        int padded = json.length + 3 & ~3;
        long total = 12L + 8 + padded + 8 + binary.size();
        if (total > Integer.MAX_VALUE - 16) {
            throw new IOException("a glTF file of " + total + " bytes; at most 2 GB are written");
        }
        ByteBuffer out = ByteBuffer.allocate((int) total).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(GLB).putInt(2).putInt((int) total);
        out.putInt(padded).putInt(JSON_CHUNK).put(json);
        while (out.position() % 4 != 0) {
            out.put((byte) ' ');
        }
        out.putInt(binary.size()).putInt(BIN_CHUNK).put(binary.toByteArray());
        return out.array();
    }
}
