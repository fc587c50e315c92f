package dev.beatboard.render.ray;

import dev.beatboard.render.work.Crew;
import dev.beatboard.render.work.Lanes;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// A hierarchy for rays that go their own ways: each node has as many children as a vector has numbers, and one ray is
/// tested against all of them at once (Wald, Benthin and Boulos 2008). Made from a [Bvh] by pulling up the children
/// with the largest surfaces. What a ray hits does not depend on the width.
public final class WideBvh {

    /// What happens where a ray meets a triangle.
    public interface Gate {
        /// Whether the ray ends there; asked once per triangle that it meets.
        boolean stops(int triangle, float u, float v);
    }

    /// One ray and the scratch of its walk.
    public static final class Ray {
        public float ox;
        public float oy;
        public float oz;
        public float dx;
        public float dy;
        public float dz;
        /// How far to look; after a walk how far the hit is.
        public float distance;
        /// The triangle, -1 for none.
        public int hit;

        private int[] stack = new int[512];
        private float[] near = new float[512];
        private final float[] lanes = new float[48];

        public void set(double x, double y, double z, double vx, double vy, double vz, double reach) {
            ox = (float) x;
            oy = (float) y;
            oz = (float) z;
            dx = (float) vx;
            dy = (float) vy;
            dz = (float) vz;
            distance = (float) reach;
            hit = -1;
        }

        private void reserve(int n) {
            if (n > stack.length) {
                stack = Arrays.copyOf(stack, 2 * n);
                near = Arrays.copyOf(near, 2 * n);
            }
        }
    }

    private static final VectorSpecies<Float> F = Lanes.F;
    private static final int W = Lanes.COUNT;
    /// Triangles in a leaf: eight are tested at once on every machine.
    private static final VectorSpecies<Float> L = FloatVector.SPECIES_256;

    private static final int LEAF = 8;
    /// In the children of a node: none.
    private static final int NOBODY = Integer.MIN_VALUE;
    /// How much larger the boxes may get before a new tree is worth its making.
    private static final double WORN = 1.25;
    /// Leaves that one thread fills at a time.
    private static final int PART = 512;

    private float[] nodes = new float[0];
    private int[] child = new int[0];
    private float[] triangles = new float[0];
    private int[] number = new int[0];
    /// Low and high corner of the triangles of each leaf.
    private float[] leafBox = new float[0];
    /// The sum of all boxes' surfaces when the tree was made.
    private double built;
    private int nodeCount;
    private int leafCount;
    private boolean empty = true;
    private int[] below = new int[0];
    private final int[] gathered = new int[LEAF];
    private int gatheredCount;

    /// Becomes the wide form of a tree over triangles of a mesh.
    public void take(Bvh tree, float[] positions, int[] corners, Crew crew) {
        link(tree);
        if (!empty) {
            fit(positions, corners, crew);
            built = size();
        }
    }

    /// Fits the boxes to triangles that have moved; the tree stays, so it gets worse the farther they move from where
    /// they were when it was made.
    ///
    /// @return whether it is still about as good as a new one
    public boolean refit(float[] positions, int[] corners, Crew crew) {
        if (empty) {
            return true;
        }
        fit(positions, corners, crew);
        return size() <= WORN * built;
    }

    private void fit(float[] positions, int[] corners, Crew crew) {
        if (leafBox.length < 6 * leafCount) {
            leafBox = new float[6 * leafCount];
        }
        crew.each((leafCount + PART - 1) / PART, (p, w) -> {
            for (int l = p * PART; l < Math.min(leafCount, (p + 1) * PART); l++) {
                fill(l, positions, corners);
            }
        });
        // Children have larger numbers than their parents.
        for (int n = nodeCount - 1; n >= 0; n--) {
            for (int c = 0; c < W && child[n * W + c] != NOBODY; c++) {
                int ref = child[n * W + c];
                for (int k = 0; k < 6; k++) {
                    nodes[(n * 6 + k) * W + c] = ref < 0 ? leafBox[6 * ~ref + k] : bound(nodes, (ref * 6 + k) * W, k);
                }
            }
        }
    }

    /// The least of a node's lower or the greatest of its upper bounds; places without a child count for neither.
    private static float bound(float[] nodes, int at, int k) {
        float b = nodes[at];
        for (int c = 1; c < W; c++) {
            b = k < 3 ? Math.min(b, nodes[at + c]) : Math.max(b, nodes[at + c]);
        }
        return b;
    }

    /// The sum of all boxes' surfaces, by which trees are compared (Goldsmith and Salmon 1987).
    private double size() {
        double sum = 0;
        for (int n = 0; n < nodeCount; n++) {
            for (int c = 0; c < W && child[n * W + c] != NOBODY; c++) {
                int o = n * 6 * W + c;
                float x = nodes[o + 3 * W] - nodes[o];
                float y = nodes[o + 4 * W] - nodes[o + W];
                float z = nodes[o + 5 * W] - nodes[o + 2 * W];
                sum += x * y + y * z + z * x;
            }
        }
        return sum;
    }

    private void link(Bvh tree) {
        nodeCount = 0;
        leafCount = 0;
        empty = tree.root == Bvh.NONE;
        if (empty) {
            return;
        }
        if (below.length < tree.child.length / 2) {
            below = new int[tree.child.length / 2];
        }
        count(tree, tree.root);
        if (size(tree.root) <= LEAF) {
            int n = node();
            fillEmpty(n);
            child[n * W] = leaf(tree, tree.root);
            return;
        }
        collapse(tree, tree.root);
    }

    private int count(Bvh tree, int ref) {
        if (ref < 0) {
            return ~ref & 15;
        }
        below[ref] = count(tree, tree.child[2 * ref]) + count(tree, tree.child[2 * ref + 1]);
        return below[ref];
    }

    private int size(int ref) {
        return ref < 0 ? ~ref & 15 : below[ref];
    }

    private int node() {
        int n = nodeCount++;
        if (nodeCount * W > child.length) {
            int m = Math.max(64, 2 * nodeCount);
            child = Arrays.copyOf(child, m * W);
            nodes = Arrays.copyOf(nodes, m * 6 * W);
        }
        return n;
    }

    private void fillEmpty(int n) {
        Arrays.fill(nodes, n * 6 * W, n * 6 * W + 3 * W, 1e30f);
        Arrays.fill(nodes, n * 6 * W + 3 * W, (n + 1) * 6 * W, -1e30f);
        Arrays.fill(child, n * W, (n + 1) * W, NOBODY);
    }

    private int collapse(Bvh tree, int root) {
        int me = node();
        int[] ref = new int[W];
        int[] box = new int[W];
        int n = 2;
        for (int c = 0; c < 2; c++) {
            ref[c] = tree.child[2 * root + c];
            box[c] = 12 * root + 6 * c;
        }
        while (n < W) {
            int best = -1;
            float most = -1;
            for (int i = 0; i < n; i++) {
                if (ref[i] >= 0 && below[ref[i]] > LEAF) {
                    float a = area(tree.boxes, box[i]);
                    if (a > most) {
                        most = a;
                        best = i;
                    }
                }
            }
            if (best < 0) {
                break;
            }
            int r = ref[best];
            ref[best] = tree.child[2 * r];
            box[best] = 12 * r;
            ref[n] = tree.child[2 * r + 1];
            box[n++] = 12 * r + 6;
        }
        fillEmpty(me);
        for (int i = 0; i < n; i++) {
            int c = size(ref[i]) > LEAF ? collapse(tree, ref[i]) : leaf(tree, ref[i]);
            child[me * W + i] = c;
        }
        return me;
    }

    private static float area(float[] b, int o) {
        float x = b[o + 3] - b[o];
        float y = b[o + 4] - b[o + 1];
        float z = b[o + 5] - b[o + 2];
        return x * y + y * z + z * x;
    }

    private int leaf(Bvh tree, int ref) {
        gatheredCount = 0;
        gather(tree, ref);
        int l = leafCount++;
        if (leafCount * LEAF > number.length) {
            int m = Math.max(64, 2 * leafCount);
            number = Arrays.copyOf(number, m * LEAF);
            triangles = Arrays.copyOf(triangles, m * 9 * LEAF);
        }
        for (int j = 0; j < LEAF; j++) {
            number[l * LEAF + j] = j < gatheredCount ? tree.number[gathered[j]] : -1;
        }
        return ~l;
    }

    /// Copies the corners and edges of the triangles of leaf `l` and notes the box around them.
    private void fill(int l, float[] v, int[] corners) {
        int o = l * 9 * LEAF;
        for (int k = 0; k < 3; k++) {
            float low = Float.MAX_VALUE;
            float high = -Float.MAX_VALUE;
            for (int j = 0; j < LEAF; j++) {
                int t = 3 * number[l * LEAF + j];
                int at = o + k * LEAF + j;
                if (t < 0) {
                    triangles[at] = 0;
                    triangles[at + 3 * LEAF] = 0;
                    triangles[at + 6 * LEAF] = 0;
                    continue;
                }
                float a = v[3 * corners[t] + k];
                float b = v[3 * corners[t + 1] + k];
                float c = v[3 * corners[t + 2] + k];
                low = Math.min(low, Math.min(a, Math.min(b, c)));
                high = Math.max(high, Math.max(a, Math.max(b, c)));
                triangles[at] = a;
                triangles[at + 3 * LEAF] = b - a;
                triangles[at + 6 * LEAF] = c - a;
            }
            leafBox[6 * l + k] = low - Bvh.SLACK;
            leafBox[6 * l + 3 + k] = high + Bvh.SLACK;
        }
    }

    private void gather(Bvh tree, int ref) {
        if (ref < 0) {
            int x = ~ref;
            for (int i = 0; i < (x & 15); i++) {
                gathered[gatheredCount++] = (x >>> 4) + i;
            }
            return;
        }
        gather(tree, tree.child[2 * ref]);
        gather(tree, tree.child[2 * ref + 1]);
    }

    /// Whether something within the ray's distance stops it.
    public boolean blocks(Ray r, Gate gate) {
        if (empty) {
            return false;
        }
        float ix = inverse(r.dx);
        float iy = inverse(r.dy);
        float iz = inverse(r.dz);
        int sx = ix < 0 ? 3 * W : 0;
        int sy = iy < 0 ? 3 * W : 0;
        int sz = iz < 0 ? 3 * W : 0;
        int sp = 0;
        int cur = 0;
        while (true) {
            if (cur >= 0) {
                int m = boxes(nodes, cur * 6 * W, r.ox, r.oy, r.oz, ix, iy, iz, sx, sy, sz, r.distance, r.lanes, false);
                r.reserve(sp + W);
                int[] stack = r.stack;
                for (int q = m; q != 0; q &= q - 1) {
                    stack[sp++] = child[cur * W + Integer.numberOfTrailingZeros(q)];
                }
            } else if (leaf(r, ~cur, gate, true)) {
                return true;
            }
            if (sp == 0) {
                return false;
            }
            cur = r.stack[--sp];
        }
    }

    /// Finds the nearest triangle that stops the ray, if it is nearer than what the ray holds already.
    public void nearest(Ray r, Gate gate) {
        walk(r, gate);
    }

    private static float inverse(float d) {
        return Math.abs(d) > 1e-20f ? 1 / d : d < 0 ? -1e20f : 1e20f;
    }

    private void walk(Ray r, Gate gate) {
        if (empty) {
            return;
        }
        float ix = inverse(r.dx);
        float iy = inverse(r.dy);
        float iz = inverse(r.dz);
        int sx = ix < 0 ? 3 * W : 0;
        int sy = iy < 0 ? 3 * W : 0;
        int sz = iz < 0 ? 3 * W : 0;
        float[] lanes = r.lanes;
        int sp = 0;
        int cur = 0;
        while (true) {
            if (cur >= 0) {
                int m = boxes(nodes, cur * 6 * W, r.ox, r.oy, r.oz, ix, iy, iz, sx, sy, sz, r.distance, lanes, true);
                if (m != 0) {
                    r.reserve(sp + W);
                    int[] stack = r.stack;
                    float[] near = r.near;
                    int base = sp;
                    for (int q = m; q != 0; q &= q - 1) {
                        int c = Integer.numberOfTrailingZeros(q);
                        float d = lanes[c];
                        int j = sp++;
                        // The farthest goes lowest, so that the nearest comes off first.
                        while (j > base && near[j - 1] < d) {
                            near[j] = near[j - 1];
                            stack[j] = stack[j - 1];
                            j--;
                        }
                        near[j] = d;
                        stack[j] = child[cur * W + c];
                    }
                }
            } else {
                leaf(r, ~cur, gate, false);
            }
            do {
                if (sp == 0) {
                    return;
                }
                cur = r.stack[--sp];
            } while (r.near[sp] > r.distance);
        }
    }

    private static int boxes(
            float[] n,
            int o,
            float ox,
            float oy,
            float oz,
            float ix,
            float iy,
            float iz,
            int sx,
            int sy,
            int sz,
            float reach,
            float[] lanes,
            boolean near) {
        FloatVector x0 = FloatVector.fromArray(F, n, o + sx).sub(ox).mul(ix);
        FloatVector y0 = FloatVector.fromArray(F, n, o + W + sy).sub(oy).mul(iy);
        FloatVector z0 = FloatVector.fromArray(F, n, o + 2 * W + sz).sub(oz).mul(iz);
        FloatVector x1 = FloatVector.fromArray(F, n, o + 3 * W - sx).sub(ox).mul(ix);
        FloatVector y1 = FloatVector.fromArray(F, n, o + 4 * W - sy).sub(oy).mul(iy);
        FloatVector z1 = FloatVector.fromArray(F, n, o + 5 * W - sz).sub(oz).mul(iz);
        // As integers, which is right since the near end is never negative.
        FloatVector from = x0.reinterpretAsInts()
                .max(y0.reinterpretAsInts())
                .max(z0.reinterpretAsInts())
                .max(0)
                .reinterpretAsFloats();
        FloatVector to = x1.reinterpretAsInts()
                .min(y1.reinterpretAsInts())
                .min(z1.reinterpretAsInts())
                .min(Float.floatToRawIntBits(reach))
                .reinterpretAsFloats();
        int m = (int) from.compare(VectorOperators.LE, to).toLong();
        if (near && m != 0) {
            from.intoArray(lanes, 0);
        }
        return m;
    }

    private boolean leaf(Ray r, int l, Gate gate, boolean any) {
        int m = meet(triangles, l * 9 * LEAF, r.ox, r.oy, r.oz, r.dx, r.dy, r.dz, r.distance, r.lanes);
        for (int q = m; q != 0; q &= q - 1) {
            int c = Integer.numberOfTrailingZeros(q);
            int id = number[l * LEAF + c];
            float d = r.lanes[c];
            // Of two at the same distance the smaller number counts, whatever the order of the tree.
            if (id < 0 || d > r.distance || !any && d == r.distance && r.hit >= 0 && id > r.hit) {
                continue;
            }
            float u = r.lanes[16 + c];
            float v = r.lanes[32 + c];
            if (gate.stops(id, u, v)) {
                r.hit = id;
                if (any) {
                    return true;
                }
                r.distance = d;
            }
        }
        return false;
    }

    /// Möller and Trumbore 1997, eight triangles at once.
    private static int meet(
            float[] t, int o, float ox, float oy, float oz, float dx, float dy, float dz, float reach, float[] lanes) {
        FloatVector e1x = FloatVector.fromArray(L, t, o + 3 * LEAF);
        FloatVector e1y = FloatVector.fromArray(L, t, o + 4 * LEAF);
        FloatVector e1z = FloatVector.fromArray(L, t, o + 5 * LEAF);
        FloatVector e2x = FloatVector.fromArray(L, t, o + 6 * LEAF);
        FloatVector e2y = FloatVector.fromArray(L, t, o + 7 * LEAF);
        FloatVector e2z = FloatVector.fromArray(L, t, o + 8 * LEAF);
        FloatVector px = e2z.mul(dy).sub(e2y.mul(dz));
        FloatVector py = e2x.mul(dz).sub(e2z.mul(dx));
        FloatVector pz = e2y.mul(dx).sub(e2x.mul(dy));
        FloatVector inv =
                FloatVector.broadcast(L, 1f).div(e1x.mul(px).add(e1y.mul(py)).add(e1z.mul(pz)));
        FloatVector sx = FloatVector.broadcast(L, ox).sub(FloatVector.fromArray(L, t, o));
        FloatVector sy = FloatVector.broadcast(L, oy).sub(FloatVector.fromArray(L, t, o + LEAF));
        FloatVector sz = FloatVector.broadcast(L, oz).sub(FloatVector.fromArray(L, t, o + 2 * LEAF));
        FloatVector u = sx.mul(px).add(sy.mul(py)).add(sz.mul(pz)).mul(inv);
        FloatVector qx = sy.mul(e1z).sub(sz.mul(e1y));
        FloatVector qy = sz.mul(e1x).sub(sx.mul(e1z));
        FloatVector qz = sx.mul(e1y).sub(sy.mul(e1x));
        FloatVector v = qx.mul(dx).add(qy.mul(dy)).add(qz.mul(dz)).mul(inv);
        FloatVector d = e2x.mul(qx).add(e2y.mul(qy)).add(e2z.mul(qz)).mul(inv);
        VectorMask<Float> in = u.compare(VectorOperators.GE, 0f)
                .and(v.compare(VectorOperators.GE, 0f))
                .and(u.add(v).compare(VectorOperators.LE, 1f))
                .and(d.compare(VectorOperators.GT, 0f))
                .and(d.compare(VectorOperators.LE, reach));
        int m = (int) in.toLong();
        if (m != 0) {
            d.intoArray(lanes, 0);
            u.intoArray(lanes, 16);
            v.intoArray(lanes, 32);
        }
        return m;
    }
}
