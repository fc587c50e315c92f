package dev.beatboard.file.gltf;

import dev.beatboard.file.gltf.meshopt.Filters;
import dev.beatboard.file.gltf.meshopt.TriangleOrder;
import dev.beatboard.scene.SkinnedShape;
import dev.beatboard.scene.Topology;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Turns surfaces into primitives, with their vertices in the order of use. Normals have a byte per axis in the small
/// form, texture coordinates 16 bits, weights 8.
final class Geometry {

    /// The grid of texture coordinates outside 0 to 1 in the small form: 2^-13.
    private static final int UV_EXPONENT = -13;

    private final Store store;
    private final boolean small;
    private final TreeMap<String, Store.Stream> streams = new TreeMap<>();

    Geometry(Store store, GltfForm form) {
        this.store = store;
        this.small = form.compressed();
    }

    private Store.Stream stream(String kind, int stride, int target, String filter) {
        return streams.computeIfAbsent(kind, k -> store.stream(stride, target, filter));
    }

    /// A surface without a skin.
    ObjectNode primitive(Topology topology, float[] positions, float[] normals, Grid grid, int material) {
        TriangleOrder order = TriangleOrder.of(topology.triangles(), topology.vertexCount());
        return primitive(topology, order, positions, normals, grid, material);
    }

    /// A surface with a skin.
    ///
    /// @param morphs the targets to write
    ObjectNode primitive(SkinnedShape s, List<SkinnedShape.Morph> morphs, Grid grid, int jointCount, int material) {
        TriangleOrder order =
                TriangleOrder.of(s.topology().triangles(), s.topology().vertexCount());
        ObjectNode p = primitive(s.topology(), order, s.positions(), s.normals(), grid, material);
        ObjectNode attributes = (ObjectNode) p.get("attributes");
        attributes.put("JOINTS_0", joints(s, order.vertices(), jointCount));
        attributes.put("WEIGHTS_0", weights(s.weights(), order.vertices()));
        if (!morphs.isEmpty()) {
            ArrayNode targets = p.putArray("targets");
            int[] number = new int[s.topology().vertexCount()];
            Arrays.fill(number, -1);
            for (int v = 0; v < order.vertices().length; v++) {
                number[order.vertices()[v]] = v;
            }
            for (SkinnedShape.Morph m : morphs) {
                int count = order.vertices().length;
                targets.addObject().put("POSITION", small ? dense(m, number, count, grid) : sparse(m, number, count));
            }
        }
        return p;
    }

    private ObjectNode primitive(
            Topology topology, TriangleOrder order, float[] positions, float[] normals, Grid grid, int material) {
        ObjectNode p = JsonNodeFactory.instance.objectNode();
        ObjectNode attributes = p.putObject("attributes");
        int[] vertices = order.vertices();
        attributes.put("POSITION", positions(pick(positions, vertices, 3), grid));
        attributes.put("NORMAL", normals(unit(pick(normals, vertices, 3))));
        if (topology.hasUvs()) {
            attributes.put("TEXCOORD_0", uvs(pick(topology.uvs(), vertices, 2)));
        }
        p.put("indices", indices(order.triangles(), vertices.length));
        p.put("material", material);
        return p;
    }

    private int positions(float[] p, Grid grid) {
        int count = p.length / 3;
        if (!small) {
            Store.Stream s = stream("positions", 12, Store.VERTICES, "NONE");
            ObjectNode a = s.accessorNode(s.add(p), Store.FLOAT, false, count, "VEC3");
            bounds(a, p, 3);
            return store.accessor(a);
        }
        Store.Stream s = stream("positions", 8, Store.VERTICES, "NONE");
        ByteBuffer b = ByteBuffer.allocate(8 * count).order(ByteOrder.LITTLE_ENDIAN);
        float[] q = new float[p.length];
        for (int i = 0; i < p.length; i++) {
            q[i] = grid.place(p[i], i % 3);
            b.putShort((short) (int) q[i]);
            if (i % 3 == 2) {
                b.putShort((short) 0);
            }
        }
        ObjectNode a = s.accessorNode(s.add(b.array()), Store.UNSIGNED_SHORT, false, count, "VEC3");
        wholeBounds(a, q, 3);
        return store.accessor(a);
    }

    private int normals(float[] n) {
        int count = n.length / 3;
        if (!small) {
            Store.Stream s = stream("normals", 12, Store.VERTICES, "NONE");
            return s.accessor(s.add(n), Store.FLOAT, false, count, "VEC3");
        }
        Store.Stream s = stream("normals", 4, Store.VERTICES, "OCTAHEDRAL");
        return s.accessor(s.add(Filters.octahedral(n)), Store.BYTE, true, count, "VEC3");
    }

    /// Ours count v upward, those of glTF downward.
    private int uvs(float[] uv) {
        boolean within = true;
        for (int i = 0; i < uv.length; i++) {
            uv[i] = i % 2 == 1 ? 1 - uv[i] : uv[i];
            within &= uv[i] >= 0 && uv[i] <= 1;
        }
        int count = uv.length / 2;
        if (!small) {
            Store.Stream s = stream("uvs", 8, Store.VERTICES, "NONE");
            return s.accessor(s.add(uv), Store.FLOAT, false, count, "VEC2");
        }
        if (!within) {
            Store.Stream s = stream("uvs wide", 8, Store.VERTICES, "EXPONENTIAL");
            return s.accessor(s.add(Filters.exponential(uv, UV_EXPONENT)), Store.FLOAT, false, count, "VEC2");
        }
        Store.Stream s = stream("uvs", 4, Store.VERTICES, "NONE");
        ByteBuffer b = ByteBuffer.allocate(4 * count).order(ByteOrder.LITTLE_ENDIAN);
        for (float v : uv) {
            b.putShort((short) Math.round(v * 65535));
        }
        return s.accessor(s.add(b.array()), Store.UNSIGNED_SHORT, true, count, "VEC2");
    }

    private int joints(SkinnedShape s, int[] vertices, int jointCount) {
        boolean bytes = jointCount <= 256;
        int size = bytes ? 1 : 2;
        ByteBuffer b = ByteBuffer.allocate(4 * size * vertices.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int v : vertices) {
            for (int i = 4 * v; i < 4 * v + 4; i++) {
                // Joints without weight are to be 0 (specification, section 3.7.3.3).
                boolean used = Math.round((small ? 255 : 1e9f) * s.weights()[i]) > 0;
                short joint = used ? s.joints()[i] : 0;
                if (bytes) {
                    b.put((byte) joint);
                } else {
                    b.putShort(joint);
                }
            }
        }
        Store.Stream to = stream(bytes ? "joints" : "joints wide", 4 * size, Store.VERTICES, "NONE");
        int type = bytes ? Store.UNSIGNED_BYTE : Store.UNSIGNED_SHORT;
        return to.accessor(to.add(b.array()), type, false, vertices.length, "VEC4");
    }

    private int weights(float[] weights, int[] vertices) {
        if (!small) {
            Store.Stream s = stream("weights", 16, Store.VERTICES, "NONE");
            return s.accessor(s.add(pick(weights, vertices, 4)), Store.FLOAT, false, vertices.length, "VEC4");
        }
        byte[] b = new byte[4 * vertices.length];
        for (int v = 0; v < vertices.length; v++) {
            int left = 255;
            // The heaviest comes first and takes what rounding leaves, so that the sum is exactly one.
            for (int i = 1; i < 4; i++) {
                int w = Math.min(left, Math.round(255 * weights[4 * vertices[v] + i]));
                b[4 * v + i] = (byte) w;
                left -= w;
            }
            b[4 * v] = (byte) left;
        }
        Store.Stream s = stream("weights", 4, Store.VERTICES, "NONE");
        return s.accessor(s.add(b), Store.UNSIGNED_BYTE, true, vertices.length, "VEC4");
    }

    private int indices(int[] corners, int vertexCount) {
        boolean wide = vertexCount > 65535;
        Store.Stream s = stream(wide ? "indices wide" : "indices", wide ? 4 : 2, Store.INDICES, "NONE");
        int type = wide ? Store.UNSIGNED_INT : Store.UNSIGNED_SHORT;
        return s.accessor(s.add(corners), type, false, corners.length, "SCALAR");
    }

    private int dense(SkinnedShape.Morph m, int[] number, int count, Grid grid) {
        float[] q = new float[3 * count];
        for (int i = 0; i < m.vertices().length; i++) {
            int v = number[m.vertices()[i]];
            for (int c = 0; v >= 0 && c < 3; c++) {
                q[3 * v + c] = grid.move(m.offsets()[3 * i + c]);
            }
        }
        ByteBuffer b = ByteBuffer.allocate(8 * count).order(ByteOrder.LITTLE_ENDIAN);
        for (int v = 0; v < count; v++) {
            b.putShort((short) q[3 * v]).putShort((short) q[3 * v + 1]).putShort((short) q[3 * v + 2]);
            b.putShort((short) 0);
        }
        Store.Stream s = stream("morphs", 8, Store.VERTICES, "NONE");
        ObjectNode a = s.accessorNode(s.add(b.array()), Store.SHORT, false, count, "VEC3");
        wholeBounds(a, q, 3);
        return store.accessor(a);
    }

    /// Only the vertices that move (specification, section 3.6.2.3).
    private int sparse(SkinnedShape.Morph m, int[] number, int count) {
        TreeMap<Integer, Integer> moved = new TreeMap<>();
        for (int i = 0; i < m.vertices().length; i++) {
            int v = number[m.vertices()[i]];
            float[] d = m.offsets();
            if (v >= 0 && (d[3 * i] != 0 || d[3 * i + 1] != 0 || d[3 * i + 2] != 0)) {
                moved.put(v, i);
            }
        }
        ObjectNode a = store.describe(Store.FLOAT, false, count, "VEC3");
        float[] values = new float[3 * moved.size()];
        ByteBuffer numbers = ByteBuffer.allocate(4 * moved.size()).order(ByteOrder.LITTLE_ENDIAN);
        int k = 0;
        for (var e : moved.entrySet()) {
            numbers.putInt(e.getKey());
            for (int c = 0; c < 3; c++) {
                values[k++] = m.offsets()[3 * e.getValue() + c];
            }
        }
        if (!moved.isEmpty()) {
            Store.Stream at = stream("morph vertices", 4, Store.NO_TARGET, "NONE");
            Store.Stream by = stream("morph offsets", 12, Store.NO_TARGET, "NONE");
            ObjectNode sparse = a.putObject("sparse").put("count", moved.size());
            sparse.putObject("indices")
                    .put("bufferView", at.view())
                    .put("byteOffset", at.add(numbers.array()))
                    .put("componentType", Store.UNSIGNED_INT);
            sparse.putObject("values").put("bufferView", by.view()).put("byteOffset", by.add(values));
        }
        float[] all = Arrays.copyOf(values, moved.size() < count ? values.length + 3 : values.length);
        bounds(a, all, 3);
        return store.accessor(a);
    }

    static float[] pick(float[] from, int[] vertices, int width) {
        float[] out = new float[width * vertices.length];
        for (int v = 0; v < vertices.length; v++) {
            System.arraycopy(from, width * vertices[v], out, width * v, width);
        }
        return out;
    }

    private static float[] unit(float[] n) {
        for (int i = 0; i < n.length; i += 3) {
            double l = Math.sqrt((double) n[i] * n[i] + (double) n[i + 1] * n[i + 1] + (double) n[i + 2] * n[i + 2]);
            if (l < 1e-6) {
                n[i] = 0;
                n[i + 1] = 1;
                n[i + 2] = 0;
                continue;
            }
            for (int c = 0; c < 3; c++) {
                n[i + c] = (float) (n[i + c] / l);
            }
        }
        return n;
    }

    static void bounds(ObjectNode a, float[] v, int width) {
        float[][] b = extremes(v, width);
        for (int i = 0; i < 2; i++) {
            ArrayNode list = a.putArray(i == 0 ? "min" : "max");
            for (float x : b[i]) {
                list.add(x);
            }
        }
    }

    private static void wholeBounds(ObjectNode a, float[] v, int width) {
        float[][] b = extremes(v, width);
        for (int i = 0; i < 2; i++) {
            ArrayNode list = a.putArray(i == 0 ? "min" : "max");
            for (float x : b[i]) {
                list.add((int) x);
            }
        }
    }

    private static float[][] extremes(float[] v, int width) {
        float[] low = new float[width];
        float[] high = new float[width];
        Arrays.fill(low, Float.POSITIVE_INFINITY);
        Arrays.fill(high, Float.NEGATIVE_INFINITY);
        for (int i = 0; i < v.length; i++) {
            low[i % width] = Math.min(low[i % width], v[i]);
            high[i % width] = Math.max(high[i % width], v[i]);
        }
        return new float[][] {low, high};
    }

    /// Several surfaces of one material as one.
    static Merged merged(List<Topology> topologies, List<float[]> positions, List<float[]> normals) {
        boolean uvs = topologies.stream().allMatch(Topology::hasUvs);
        List<int[]> triangles = new ArrayList<>();
        int count = 0;
        for (Topology t : topologies) {
            int first = count;
            triangles.add(Arrays.stream(t.triangles()).map(i -> i + first).toArray());
            count += t.vertexCount();
        }
        return new Merged(
                new Topology(
                        count,
                        triangles.stream().flatMapToInt(Arrays::stream).toArray(),
                        uvs ? joined(topologies.stream().map(Topology::uvs).toList()) : new float[0]),
                joined(positions),
                joined(normals));
    }

    private static float[] joined(List<float[]> parts) {
        float[] out = new float[parts.stream().mapToInt(p -> p.length).sum()];
        int at = 0;
        for (float[] p : parts) {
            System.arraycopy(p, 0, out, at, p.length);
            at += p.length;
        }
        return out;
    }

    record Merged(Topology topology, float[] positions, float[] normals) {}
}
