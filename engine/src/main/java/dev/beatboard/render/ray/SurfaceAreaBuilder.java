package dev.beatboard.render.ray;

import java.util.Arrays;

/// Builds a good hierarchy for surfaces that stay: binned surface area heuristic (Wald 2007), 16 bins.
public final class SurfaceAreaBuilder {

    private static final int BINS = 16;

    private final float[] v;
    private final int[] corners;
    private final float[] box;
    private final Bvh tree;
    private final float[] binBox = new float[6 * BINS];
    private final int[] binCount = new int[BINS];
    private final float[] right = new float[BINS];

    private SurfaceAreaBuilder(float[] v, int[] corners, int n) {
        this.v = v;
        this.corners = corners;
        box = new float[6 * n];
        tree = new Bvh();
        tree.reserve(n);
        for (int t = 0; t < n; t++) {
            tree.number[t] = t;
            for (int k = 0; k < 3; k++) {
                float a = v[3 * corners[3 * t] + k];
                float b = v[3 * corners[3 * t + 1] + k];
                float c = v[3 * corners[3 * t + 2] + k];
                box[6 * t + k] = Math.min(a, Math.min(b, c));
                box[6 * t + 3 + k] = Math.max(a, Math.max(b, c));
            }
        }
    }

    /// A tree over triangles `0 .. n-1`.
    public static Bvh build(float[] positions, int[] corners, int n) {
        SurfaceAreaBuilder b = new SurfaceAreaBuilder(positions, corners, n);
        if (n > 0) {
            b.tree.root = b.node(0, n, 0);
        }
        return b.tree;
    }

    private int node(int from, int to, int depth) {
        int n = to - from;
        if (n <= 2) {
            return Bvh.leaf(from, to);
        }
        int mid = split(from, to, depth);
        if (mid < 0) {
            return Bvh.leaf(from, to);
        }
        int l = node(from, mid, depth + 1);
        int r = node(mid, to, depth + 1);
        tree.link(mid, 0, l, v, corners, from, mid);
        tree.link(mid, 1, r, v, corners, mid, to);
        tree.sortChildren(mid);
        return mid;
    }

    /// Sorts the range into two parts and returns where the second begins, or -1 where a leaf is as good.
    private int split(int from, int to, int depth) {
        int n = to - from;
        float[] low = {Float.MAX_VALUE, Float.MAX_VALUE, Float.MAX_VALUE};
        float[] high = {-Float.MAX_VALUE, -Float.MAX_VALUE, -Float.MAX_VALUE};
        float[] all = {
            Float.MAX_VALUE, Float.MAX_VALUE, Float.MAX_VALUE, -Float.MAX_VALUE, -Float.MAX_VALUE, -Float.MAX_VALUE
        };
        for (int i = from; i < to; i++) {
            int o = 6 * tree.number[i];
            for (int k = 0; k < 3; k++) {
                float c = box[o + k] + box[o + 3 + k];
                low[k] = Math.min(low[k], c);
                high[k] = Math.max(high[k], c);
                all[k] = Math.min(all[k], box[o + k]);
                all[3 + k] = Math.max(all[3 + k], box[o + 3 + k]);
            }
        }
        float best = Float.MAX_VALUE;
        int axis = -1;
        int at = 0;
        for (int k = 0; k < 3 && depth < 48; k++) {
            float extent = high[k] - low[k];
            if (!(extent > 1e-6f)) {
                continue;
            }
            float scale = BINS * 0.9999f / extent;
            Arrays.fill(binCount, 0);
            for (int b = 0; b < BINS; b++) {
                Arrays.fill(binBox, 6 * b, 6 * b + 3, Float.MAX_VALUE);
                Arrays.fill(binBox, 6 * b + 3, 6 * b + 6, -Float.MAX_VALUE);
            }
            for (int i = from; i < to; i++) {
                int o = 6 * tree.number[i];
                int b = (int) ((box[o + k] + box[o + 3 + k] - low[k]) * scale);
                binCount[b]++;
                grow(binBox, 6 * b, box, o);
            }
            float[] sum = {
                Float.MAX_VALUE, Float.MAX_VALUE, Float.MAX_VALUE, -Float.MAX_VALUE, -Float.MAX_VALUE, -Float.MAX_VALUE
            };
            int count = 0;
            for (int b = BINS - 1; b > 0; b--) {
                count += binCount[b];
                grow(sum, 0, binBox, 6 * b);
                right[b] = count == 0 ? Float.MAX_VALUE : count * area(sum);
            }
            Arrays.fill(sum, 0, 3, Float.MAX_VALUE);
            Arrays.fill(sum, 3, 6, -Float.MAX_VALUE);
            count = 0;
            for (int b = 0; b < BINS - 1; b++) {
                count += binCount[b];
                grow(sum, 0, binBox, 6 * b);
                float cost = count == 0 ? Float.MAX_VALUE : count * area(sum) + right[b + 1];
                if (cost < best) {
                    best = cost;
                    axis = k;
                    at = b;
                }
            }
        }
        if (n <= Bvh.LEAF && (axis < 0 || best + area(all) >= n * area(all))) {
            return -1;
        }
        int mid = from;
        if (axis >= 0) {
            float scale = BINS * 0.9999f / (high[axis] - low[axis]);
            int i = from;
            int j = to - 1;
            while (i <= j) {
                int o = 6 * tree.number[i];
                if ((int) ((box[o + axis] + box[o + 3 + axis] - low[axis]) * scale) <= at) {
                    i++;
                } else {
                    int swap = tree.number[i];
                    tree.number[i] = tree.number[j];
                    tree.number[j--] = swap;
                }
            }
            mid = i;
        }
        return mid == from || mid == to ? from + to >>> 1 : mid;
    }

    private static void grow(float[] a, int i, float[] b, int j) {
        for (int k = 0; k < 3; k++) {
            a[i + k] = Math.min(a[i + k], b[j + k]);
            a[i + 3 + k] = Math.max(a[i + 3 + k], b[j + 3 + k]);
        }
    }

    private static float area(float[] b) {
        float x = b[3] - b[0];
        float y = b[4] - b[1];
        float z = b[5] - b[2];
        return x * y + y * z + z * x;
    }
}
