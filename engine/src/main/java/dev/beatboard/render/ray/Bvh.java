package dev.beatboard.render.ray;

/// A binary bounding volume hierarchy over triangles.
///
/// Node `k` keeps the boxes of its two children in `boxes[12 * k ..]` (low, high, low, high) and what they are in
/// `child[2 * k ..]`: a node number, or `~(start << 4 | count)` for a leaf with triangles `start ..` of the tree's own
/// order. Boxes are a little larger than what they hold, so that rounding in the slab test never loses a hit: what a
/// ray hits does not depend on how the tree was built.
public final class Bvh {

    static final int LEAF = 4;
    /// By how much boxes are larger, meters.
    static final float SLACK = 2e-5f;

    float[] boxes = new float[0];
    int[] child = new int[0];
    /// Which axis tells the children apart, times 2, plus 1 if the right child comes first along it.
    byte[] order = new byte[0];
    /// Triangle number of the mesh by tree order.
    int[] number = new int[0];
    /// A node, a leaf as above, or [#NONE].
    int root = NONE;

    static final int NONE = Integer.MIN_VALUE;

    public boolean isEmpty() {
        return root == NONE;
    }

    void reserve(int n) {
        if (child.length < 2 * n + 2) {
            int m = n + n / 4 + 1;
            boxes = new float[12 * m];
            child = new int[2 * m];
            order = new byte[m];
            number = new int[m];
        }
    }

    /// Writes the box of leaf triangles `from .. to-1` at `boxes[at ..]`.
    void leafBox(float[] v, int[] corners, int from, int to, int at) {
        float[] n = boxes;
        for (int k = 0; k < 3; k++) {
            float low = Float.MAX_VALUE;
            float high = -Float.MAX_VALUE;
            for (int i = from; i < to; i++) {
                int t = 3 * number[i];
                for (int c = 0; c < 3; c++) {
                    float x = v[3 * corners[t + c] + k];
                    low = x < low ? x : low;
                    high = x > high ? x : high;
                }
            }
            n[at + k] = low - SLACK;
            n[at + 3 + k] = high + SLACK;
        }
    }

    /// Sets child slot `slot` (0 or 1) of node `k` to `ref`, whose triangles are `from .. to-1`.
    void link(int k, int slot, int ref, float[] v, int[] corners, int from, int to) {
        child[2 * k + slot] = ref;
        int at = 12 * k + 6 * slot;
        if (ref < 0) {
            leafBox(v, corners, from, to, at);
        } else {
            int o = 12 * ref;
            for (int a = 0; a < 3; a++) {
                boxes[at + a] = Math.min(boxes[o + a], boxes[o + 6 + a]);
                boxes[at + 3 + a] = Math.max(boxes[o + 3 + a], boxes[o + 9 + a]);
            }
        }
    }

    /// Notes by which axis the children of node `k` are sorted for traversal.
    void sortChildren(int k) {
        int o = 12 * k;
        float best = -1;
        for (int a = 0; a < 3; a++) {
            float d = boxes[o + a] + boxes[o + 3 + a] - boxes[o + 6 + a] - boxes[o + 9 + a];
            if (Math.abs(d) > best) {
                best = Math.abs(d);
                order[k] = (byte) (2 * a + (d < 0 ? 0 : 1));
            }
        }
    }

    static int leaf(int from, int to) {
        return ~(from << 4 | to - from);
    }
}
