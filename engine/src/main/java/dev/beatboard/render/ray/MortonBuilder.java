package dev.beatboard.render.ray;

import dev.beatboard.render.work.Crew;
import java.util.Arrays;

/// Builds a hierarchy in a few milliseconds for surfaces that move: triangles sorted along a Morton curve and split
/// where its highest bit changes (Lauterbach et al. 2009). The tree is made anew in every frame, so it depends on
/// nothing but this frame. A node's number is the place where its range is split, so that subtrees need not agree on
/// numbers.
public final class MortonBuilder {

    private static final int PARTS = 16;

    private int[] code = new int[0];
    private int[] codeSwap = new int[0];
    private int[] swap = new int[0];
    private final int[] count = new int[2048];
    private final float[] low = new float[3 * PARTS];
    private final float[] high = new float[3 * PARTS];
    private final int[] partFrom = new int[64];
    private final int[] partTo = new int[64];
    private int parts;

    /// Makes `tree` a tree over triangles `from .. to-1` of the mesh.
    public void build(Bvh tree, float[] v, int[] corners, int from, int to, Crew crew) {
        int n = to - from;
        tree.root = Bvh.NONE;
        if (n == 0) {
            return;
        }
        tree.reserve(n);
        if (code.length < n) {
            int m = n + n / 4;
            code = new int[m];
            codeSwap = new int[m];
            swap = new int[m];
        }
        crew.each(PARTS, (p, w) -> bounds(p, v, corners, from, n));
        float[] min = {Float.MAX_VALUE, Float.MAX_VALUE, Float.MAX_VALUE};
        float[] max = {-Float.MAX_VALUE, -Float.MAX_VALUE, -Float.MAX_VALUE};
        for (int p = 0; p < PARTS; p++) {
            for (int k = 0; k < 3; k++) {
                min[k] = Math.min(min[k], low[3 * p + k]);
                max[k] = Math.max(max[k], high[3 * p + k]);
            }
        }
        float extent = Math.max(max[0] - min[0], Math.max(max[1] - min[1], max[2] - min[2]));
        float scale = extent > 0 ? 1023.99f / extent : 0;
        crew.each(PARTS, (p, w) -> encode(tree, p, v, corners, from, n, min, scale));
        for (int shift = 0; shift < 30; shift += 10) {
            sort(tree, n, shift);
        }
        parts = 0;
        outline(0, n, 0);
        int[] refs = new int[parts];
        crew.each(parts, (p, w) -> {
            refs[p] = node(tree, v, corners, partFrom[p], partTo[p]);
        });
        cursor = 0;
        tree.root = join(tree, v, corners, 0, n, 0, refs);
    }

    private int cursor;

    private void bounds(int part, float[] v, int[] corners, int from, int n) {
        int a = (int) ((long) n * part / PARTS) + from;
        int e = (int) ((long) n * (part + 1) / PARTS) + from;
        for (int k = 0; k < 3; k++) {
            float lo = Float.MAX_VALUE;
            float hi = -Float.MAX_VALUE;
            for (int t = a; t < e; t++) {
                float c = v[3 * corners[3 * t] + k] + v[3 * corners[3 * t + 1] + k] + v[3 * corners[3 * t + 2] + k];
                lo = c < lo ? c : lo;
                hi = c > hi ? c : hi;
            }
            low[3 * part + k] = lo;
            high[3 * part + k] = hi;
        }
    }

    private void encode(Bvh tree, int part, float[] v, int[] corners, int from, int n, float[] min, float scale) {
        int a = (int) ((long) n * part / PARTS);
        int e = (int) ((long) n * (part + 1) / PARTS);
        for (int i = a; i < e; i++) {
            int t = 3 * (from + i);
            int p = 3 * corners[t];
            int q = 3 * corners[t + 1];
            int r = 3 * corners[t + 2];
            int x = (int) ((v[p] + v[q] + v[r] - min[0]) * scale);
            int y = (int) ((v[p + 1] + v[q + 1] + v[r + 1] - min[1]) * scale);
            int z = (int) ((v[p + 2] + v[q + 2] + v[r + 2] - min[2]) * scale);
            code[i] = spread(x) << 2 | spread(y) << 1 | spread(z);
            tree.number[i] = from + i;
        }
    }

    private static int spread(int x) {
        int v = x & 1023;
        v = (v | v << 16) & 0x030000FF;
        v = (v | v << 8) & 0x0300F00F;
        v = (v | v << 4) & 0x030C30C3;
        return (v | v << 2) & 0x09249249;
    }

    private void sort(Bvh tree, int n, int shift) {
        Arrays.fill(count, 0);
        for (int i = 0; i < n; i++) {
            count[code[i] >>> shift & 1023]++;
        }
        int sum = 0;
        for (int b = 0; b < 1024; b++) {
            int c = count[b];
            count[b] = sum;
            sum += c;
        }
        int[] from = tree.number;
        if (swap.length < from.length) {
            swap = new int[from.length];
        }
        for (int i = 0; i < n; i++) {
            int to = count[code[i] >>> shift & 1023]++;
            codeSwap[to] = code[i];
            swap[to] = from[i];
        }
        tree.number = swap;
        swap = from;
        int[] c = code;
        code = codeSwap;
        codeSwap = c;
    }

    /// Cuts the upper levels into parts that are built at the same time.
    private void outline(int from, int to, int depth) {
        if (depth == 5 || to - from <= 256) {
            partFrom[parts] = from;
            partTo[parts++] = to;
            return;
        }
        int mid = split(from, to);
        outline(from, mid, depth + 1);
        outline(mid, to, depth + 1);
    }

    private int join(Bvh tree, float[] v, int[] corners, int from, int to, int depth, int[] refs) {
        if (depth == 5 || to - from <= 256) {
            return refs[cursor++];
        }
        int mid = split(from, to);
        int l = join(tree, v, corners, from, mid, depth + 1, refs);
        int r = join(tree, v, corners, mid, to, depth + 1, refs);
        tree.link(mid, 0, l, v, corners, from, mid);
        tree.link(mid, 1, r, v, corners, mid, to);
        tree.sortChildren(mid);
        return mid;
    }

    private int node(Bvh tree, float[] v, int[] corners, int from, int to) {
        if (to - from <= Bvh.LEAF) {
            return Bvh.leaf(from, to);
        }
        int mid = split(from, to);
        int l = node(tree, v, corners, from, mid);
        int r = node(tree, v, corners, mid, to);
        tree.link(mid, 0, l, v, corners, from, mid);
        tree.link(mid, 1, r, v, corners, mid, to);
        tree.sortChildren(mid);
        return mid;
    }

    /// Where the highest differing bit of the codes changes; the middle where all are equal.
    private int split(int from, int to) {
        int first = code[from];
        int differing = first ^ code[to - 1];
        if (differing == 0) {
            return from + to >>> 1;
        }
        int bit = Integer.highestOneBit(differing);
        int a = from;
        int e = to - 1;
        while (e - a > 1) {
            int m = a + e >>> 1;
            if ((code[m] & bit) == (first & bit)) {
                a = m;
            } else {
                e = m;
            }
        }
        return e;
    }
}
