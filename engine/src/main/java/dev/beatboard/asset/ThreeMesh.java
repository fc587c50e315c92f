package dev.beatboard.asset;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// A mesh of the people package (three.js JSON 3.1, all quads), with the vertices split where the texture has a seam.
///
/// @param quads four split vertices per face
/// @param sources per split vertex its original
/// @param uvs two per split vertex
record ThreeMesh(int[] quads, int[] sources, float[] uvs) {

    /// Reads the faces of one group of materials (`group` empty: all faces).
    static ThreeMesh read(JsonNode mesh, String group) throws IOException {
        JsonNode faces = mesh.path("faces");
        float[] uv = floats(mesh.path("uvs").path(0));
        List<String> materials = new ArrayList<>();
        for (JsonNode m : mesh.path("materials")) {
            materials.add(m.path("DbgName").asString(""));
        }
        Map<Long, Integer> split = new HashMap<>();
        List<int[]> kept = new ArrayList<>();
        int[] flat = ints(faces);
        for (int i = 0; i + 9 < flat.length; i += 10) {
            if (flat[i] != 11) {
                throw new IOException("A face of kind " + flat[i] + ", expected quads with texture coordinates");
            }
            if (!group.isEmpty() && !materials.get(flat[i + 5]).equals(group)) {
                continue;
            }
            int[] quad = new int[4];
            for (int k = 0; k < 4; k++) {
                long key = (long) flat[i + 1 + k] << 32 | flat[i + 6 + k];
                Integer known = split.get(key);
                if (known == null) {
                    known = split.size();
                    split.put(key, known);
                }
                quad[k] = known;
            }
            kept.add(quad);
        }
        int[] sources = new int[split.size()];
        float[] uvs = new float[2 * split.size()];
        split.forEach((key, at) -> {
            sources[at] = (int) (key >> 32);
            int t = (int) (key & 0xffffffffL);
            uvs[2 * at] = uv[2 * t];
            uvs[2 * at + 1] = uv[2 * t + 1];
        });
        int[] quads = new int[4 * kept.size()];
        for (int f = 0; f < kept.size(); f++) {
            System.arraycopy(kept.get(f), 0, quads, 4 * f, 4);
        }
        return new ThreeMesh(quads, sources, uvs);
    }

    /// The faces as triangles, degenerate ones left out.
    int[] triangles() {
        int[] out = new int[quads.length / 4 * 6];
        int n = 0;
        for (int q = 0; q < quads.length; q += 4) {
            for (int half = 1; half < 3; half++) {
                int a = quads[q];
                int b = quads[q + half];
                int c = quads[q + half + 1];
                if (sources[a] != sources[b] && sources[b] != sources[c] && sources[a] != sources[c]) {
                    out[n++] = a;
                    out[n++] = b;
                    out[n++] = c;
                }
            }
        }
        return java.util.Arrays.copyOf(out, n);
    }

    /// Per split vertex the lowest-numbered split vertex of the same original.
    int[] twins() {
        Map<Integer, Integer> first = new HashMap<>();
        int[] out = new int[sources.length];
        for (int i = 0; i < out.length; i++) {
            Integer known = first.putIfAbsent(sources[i], i);
            out[i] = known == null ? i : known;
        }
        return out;
    }

    static float[] floats(JsonNode array) {
        float[] out = new float[array.size()];
        int i = 0;
        for (JsonNode n : array) {
            out[i++] = (float) n.asDouble();
        }
        return out;
    }

    static int[] ints(JsonNode array) {
        int[] out = new int[array.size()];
        int i = 0;
        for (JsonNode n : array) {
            out[i++] = n.asInt();
        }
        return out;
    }

    /// The four strongest influences per split vertex, summing to 1; files carry one to four per vertex.
    ///
    /// @param boneOf number of the rig's bone for each of the file's bones, -1 if the rig has none
    void influences(JsonNode mesh, int[] boneOf, short[] bones, float[] weights) throws IOException {
        int per = mesh.path("influencesPerVertex").asInt(4);
        int[] index = ints(mesh.path("skinIndices"));
        float[] weight = floats(mesh.path("skinWeights"));
        if (per < 1 || per > 4 || index.length != weight.length) {
            throw new IOException("A mesh with " + per + " influences per vertex");
        }
        for (int i = 0; i < sources.length; i++) {
            float sum = 0;
            for (int k = 0; k < per; k++) {
                int at = sources[i] * per + k;
                int bone = boneOf[index[at]];
                if (weight[at] > 0 && bone >= 0) {
                    bones[4 * i + k] = (short) bone;
                    weights[4 * i + k] = weight[at];
                    sum += weight[at];
                }
            }
            if (sum <= 0) {
                weights[4 * i] = 1;
                sum = 1;
            }
            for (int k = 0; k < 4; k++) {
                weights[4 * i + k] /= sum;
            }
        }
    }
}
