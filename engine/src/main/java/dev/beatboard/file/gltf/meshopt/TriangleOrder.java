package dev.beatboard.file.gltf.meshopt;

import java.util.Arrays;

/// Puts triangles and vertices into an order in which neighbors follow each other: every triangle is chosen next to an
/// edge of the last ones if there is one, best one whose third vertex was met just now. Graphics cards and
/// [TriangleCodec] like that.
///
/// @param triangles corners by new vertex numbers
/// @param vertices the old number of each new vertex; those that no triangle uses are left out
public record TriangleOrder(int[] triangles, int[] vertices) {

    private static final int RECENT = 15;

    public static TriangleOrder of(int[] triangles, int vertexCount) {
        int[] ordered = ordered(triangles, vertexCount);
        int[] number = new int[vertexCount];
        Arrays.fill(number, -1);
        int[] old = new int[vertexCount];
        int n = 0;
        for (int i = 0; i < ordered.length; i++) {
            int v = ordered[i];
            if (number[v] < 0) {
                old[n] = v;
                number[v] = n++;
            }
            ordered[i] = number[v];
        }
        return new TriangleOrder(ordered, Arrays.copyOf(old, n));
    }

    private static int[] ordered(int[] t, int vertexCount) {
        int count = t.length / 3;
        // Per vertex the half edges that begin there, chained in their order.
        int[] first = new int[vertexCount];
        Arrays.fill(first, -1);
        int[] following = new int[t.length];
        for (int h = t.length - 1; h >= 0; h--) {
            following[h] = first[t[h]];
            first[t[h]] = h;
        }
        boolean[] done = new boolean[count];
        int[] out = new int[t.length];
        int[] edges = new int[2 * RECENT];
        int edgeCount = 0;
        int seed = 0;
        for (int at = 0; at < t.length; at += 3) {
            int best = -1;
            for (int i = 0; i < Math.min(edgeCount, RECENT); i++) {
                int e = 2 * ((edgeCount - 1 - i) % RECENT);
                int h = first[edges[e]];
                while (h >= 0 && (done[h / 3] || t[h - h % 3 + (h + 1) % 3] != edges[e + 1])) {
                    h = following[h];
                }
                if (h >= 0) {
                    best = best < 0 ? h : best;
                    if (met(t[h - h % 3 + (h + 2) % 3], edges, edgeCount)) {
                        best = h;
                        break;
                    }
                }
            }
            if (best < 0) {
                while (done[seed]) {
                    seed++;
                }
                best = 3 * seed;
            }
            int base = best - best % 3;
            done[best / 3] = true;
            for (int k = 0; k < 3; k++) {
                out[at + k] = t[base + (best + k) % 3];
            }
            // A neighbor runs along a shared edge in the other direction.
            for (int k = 0; k < 3; k++) {
                int e = 2 * (edgeCount++ % RECENT);
                edges[e] = out[at + (k + 1) % 3];
                edges[e + 1] = out[at + k];
            }
        }
        return out;
    }

    private static boolean met(int vertex, int[] edges, int edgeCount) {
        for (int i = 0; i < 2 * Math.min(edgeCount, RECENT); i++) {
            if (edges[i] == vertex) {
                return true;
            }
        }
        return false;
    }
}
