package dev.beatboard.asset;

import java.util.Arrays;

/// Softens how skin hangs on bones around a joint. The base mesh passes from the shoulder's bone to the arm's within
/// two
/// rows of faces: with arms down or folded the cap of the shoulder stays behind like a pad. Here weights diffuse along
/// the mesh, most at the joint itself and not at all beyond its reach.
final class WeightSpread {

    private static final int INFLUENCES = 4;

    private final int bones;
    private final int[] neighbors;
    private final int[] first;

    /// @param quads four vertices per face of the mesh the weights diffuse along
    WeightSpread(int[] quads, int vertices, int bones) {
        this.bones = bones;
        first = new int[vertices + 1];
        for (int q = 0; q < quads.length; q++) {
            first[quads[q] + 1] += 2;
        }
        for (int v = 0; v < vertices; v++) {
            first[v + 1] += first[v];
        }
        neighbors = new int[first[vertices]];
        int[] at = Arrays.copyOf(first, vertices);
        for (int q = 0; q < quads.length; q += 4) {
            for (int k = 0; k < 4; k++) {
                neighbors[at[quads[q + k]]++] = quads[q + (k + 1) % 4];
                neighbors[at[quads[q + k]]++] = quads[q + (k + 3) % 4];
            }
        }
    }

    /// Spreads `weights` (four per vertex, of `index`) where `share` is above 0.
    ///
    /// @param share per vertex 0..1, how much of its neighbors' mean it takes in each step
    void spread(short[] index, float[] weights, float[] share, int steps) {
        int n = first.length - 1;
        int[] row = new int[n];
        int rows = 0;
        int[] vertexOf = new int[n];
        for (int v = 0; v < n; v++) {
            row[v] = share[v] > 0 && first[v + 1] > first[v] ? rows : -1;
            if (row[v] >= 0) {
                vertexOf[rows++] = v;
            }
        }
        float[] now = new float[rows * bones];
        for (int r = 0; r < rows; r++) {
            add(now, r * bones, index, weights, vertexOf[r], 1);
        }
        for (int s = 0; s < steps; s++) {
            float[] next = new float[now.length];
            for (int r = 0; r < rows; r++) {
                int v = vertexOf[r];
                float k = share[v] / (first[v + 1] - first[v]);
                for (int b = 0; b < bones; b++) {
                    next[r * bones + b] = (1 - share[v]) * now[r * bones + b];
                }
                for (int i = first[v]; i < first[v + 1]; i++) {
                    int other = row[neighbors[i]];
                    if (other < 0) {
                        add(next, r * bones, index, weights, neighbors[i], k);
                    } else {
                        for (int b = 0; b < bones; b++) {
                            next[r * bones + b] += k * now[other * bones + b];
                        }
                    }
                }
            }
            now = next;
        }
        for (int r = 0; r < rows; r++) {
            strongest(now, r * bones, bones, index, weights, INFLUENCES * vertexOf[r]);
        }
    }

    private static void add(float[] to, int at, short[] index, float[] weights, int vertex, float k) {
        for (int i = INFLUENCES * vertex; i < INFLUENCES * (vertex + 1); i++) {
            to[at + index[i]] += k * weights[i];
        }
    }

    /// Keeps the four largest of a row of weights, summing to 1.
    static void strongest(float[] dense, int from, int bones, short[] index, float[] weights, int at) {
        float sum = 0;
        for (int k = 0; k < INFLUENCES; k++) {
            int best = 0;
            for (int b = 1; b < bones; b++) {
                if (dense[from + b] > dense[from + best]) {
                    best = b;
                }
            }
            index[at + k] = (short) best;
            weights[at + k] = Math.max(0, dense[from + best]);
            sum += weights[at + k];
            dense[from + best] = -1;
        }
        for (int k = 0; k < INFLUENCES; k++) {
            weights[at + k] /= sum;
        }
    }
}
