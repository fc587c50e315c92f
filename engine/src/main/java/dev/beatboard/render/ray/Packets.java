package dev.beatboard.render.ray;

import dev.beatboard.render.work.Lanes;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// Traces rays that start near each other through a tree, as many at once as a vector has numbers.
///
/// The kernels read all scalars first and hold no vector across a call: otherwise the compiler boxes vectors, and they
/// become some hundred times slower. Comparing floats as integers is right because one side is never negative.
public final class Packets {

    private static final VectorSpecies<Float> F = Lanes.F;
    private static final int N = Lanes.COUNT;
    private static final int INVERSE = 16;
    private static final int UV = 64;

    private Packets() {}

    /// Marks with `hit` every ray that meets something solid within its reach.
    public static void occlude(Bvh tree, Veil veil, Rays rays) {
        for (int k = 0; k < rays.size; k += N) {
            packet(tree, veil, rays, k, true);
        }
    }

    /// Finds for every ray what is nearest. Call with other trees afterwards to find the nearest of all.
    public static void nearest(Bvh tree, Veil veil, Rays rays) {
        for (int k = 0; k < rays.size; k += N) {
            packet(tree, veil, rays, k, false);
        }
    }

    /// Forgets all hits; to be called before the first tree.
    public static void reset(Rays rays) {
        for (int i = 0; i < rays.size; i++) {
            rays.hit[i] = -1;
            rays.distance[i] = rays.reach[i];
        }
    }

    private static void packet(Bvh tree, Veil veil, Rays r, int k, boolean any) {
        if (tree.root == Bvh.NONE) {
            return;
        }
        int active = 0;
        int cx = 0;
        int cy = 0;
        int cz = 0;
        float[] lanes = r.lanes;
        for (int i = 0; i < N; i++) {
            float t = any && r.hit[k + i] >= 0 ? -1 : r.distance[k + i];
            lanes[i] = t;
            lanes[INVERSE + i] = inverse(r.dx[k + i]);
            lanes[INVERSE + 16 + i] = inverse(r.dy[k + i]);
            lanes[INVERSE + 32 + i] = inverse(r.dz[k + i]);
            if (t >= 0) {
                active++;
                cx += r.dx[k + i] < 0 ? 1 : 0;
                cy += r.dy[k + i] < 0 ? 1 : 0;
                cz += r.dz[k + i] < 0 ? 1 : 0;
            }
        }
        if (active == 0) {
            return;
        }
        boolean coherent = (cx == 0 || cx == active) && (cy == 0 || cy == active) && (cz == 0 || cz == active);
        int signs = (2 * cx > active ? 1 : 0) | (2 * cy > active ? 2 : 0) | (2 * cz > active ? 4 : 0);
        int[] stack = r.stack;
        stack[0] = tree.root;
        int sp = 1;
        while (sp > 0) {
            sp = coherent ? descend(tree, r, k, sp, signs) : wander(tree, r, k, sp, signs);
            if (sp < 0) {
                break;
            }
            int leaf = stack[--sp];
            if (leaf(tree, veil, r, k, leaf, any)) {
                break;
            }
        }
        for (int i = 0; i < N; i++) {
            if (lanes[i] >= 0) {
                r.distance[k + i] = lanes[i];
            }
        }
    }

    private static float inverse(float d) {
        return Math.abs(d) > 1e-20f ? 1 / d : d < 0 ? -1e20f : 1e20f;
    }

    /// Goes down to the next leaf that some ray meets and leaves it on top of the stack; -1 when there is none. All
    /// rays have the same signs.
    private static int descend(Bvh tree, Rays r, int k, int from, int signs) {
        final float[] lanes = r.lanes;
        final float[] n = tree.boxes;
        final int[] child = tree.child;
        final byte[] order = tree.order;
        final int[] stack = r.stack;
        final FloatVector ix = FloatVector.fromArray(F, lanes, INVERSE);
        final FloatVector iy = FloatVector.fromArray(F, lanes, INVERSE + 16);
        final FloatVector iz = FloatVector.fromArray(F, lanes, INVERSE + 32);
        final FloatVector ox = FloatVector.fromArray(F, r.ox, k).neg();
        final FloatVector oy = FloatVector.fromArray(F, r.oy, k).neg();
        final FloatVector oz = FloatVector.fromArray(F, r.oz, k).neg();
        final IntVector t = FloatVector.fromArray(F, lanes, 0).reinterpretAsInts();
        final int nx = (signs & 1) != 0 ? 3 : 0;
        final int ny = (signs & 2) != 0 ? 4 : 1;
        final int nz = (signs & 4) != 0 ? 5 : 2;
        final int fx = 3 - nx;
        final int fy = 5 - ny;
        final int fz = 7 - nz;
        int sp = from;
        while (sp > 0) {
            int cur = stack[--sp];
            if (cur < 0) {
                return sp + 1;
            }
            while (true) {
                int o = cur * 12;
                float n0 = n[o + nx];
                float n1 = n[o + ny];
                float n2 = n[o + nz];
                float f0 = n[o + fx];
                float f1 = n[o + fy];
                float f2 = n[o + fz];
                float m0 = n[o + 6 + nx];
                float m1 = n[o + 6 + ny];
                float m2 = n[o + 6 + nz];
                float g0 = n[o + 6 + fx];
                float g1 = n[o + 6 + fy];
                float g2 = n[o + 6 + fz];
                int left = child[2 * cur];
                int right = child[2 * cur + 1];
                int q = order[cur];
                IntVector a0 = ox.add(n0).mul(ix).reinterpretAsInts();
                IntVector a1 = oy.add(n1).mul(iy).reinterpretAsInts();
                IntVector a2 = oz.add(n2).mul(iz).reinterpretAsInts();
                IntVector b0 = ox.add(f0).mul(ix).reinterpretAsInts();
                IntVector b1 = oy.add(f1).mul(iy).reinterpretAsInts();
                IntVector b2 = oz.add(f2).mul(iz).reinterpretAsInts();
                boolean hitLeft = a0.max(a1)
                        .max(a2)
                        .max(0)
                        .compare(VectorOperators.LE, b0.min(b1).min(b2).min(t))
                        .anyTrue();
                a0 = ox.add(m0).mul(ix).reinterpretAsInts();
                a1 = oy.add(m1).mul(iy).reinterpretAsInts();
                a2 = oz.add(m2).mul(iz).reinterpretAsInts();
                b0 = ox.add(g0).mul(ix).reinterpretAsInts();
                b1 = oy.add(g1).mul(iy).reinterpretAsInts();
                b2 = oz.add(g2).mul(iz).reinterpretAsInts();
                boolean hitRight = a0.max(a1)
                        .max(a2)
                        .max(0)
                        .compare(VectorOperators.LE, b0.min(b1).min(b2).min(t))
                        .anyTrue();
                if (hitLeft) {
                    cur = left;
                    if (hitRight) {
                        if ((signs >> (q >> 1) & 1) == (q & 1)) {
                            stack[sp++] = right;
                        } else {
                            stack[sp++] = left;
                            cur = right;
                        }
                    }
                } else if (hitRight) {
                    cur = right;
                } else {
                    break;
                }
                if (cur < 0) {
                    stack[sp] = cur;
                    return sp + 1;
                }
            }
        }
        return -1;
    }

    /// As [#descend], for rays whose directions differ in sign.
    private static int wander(Bvh tree, Rays r, int k, int from, int signs) {
        final float[] lanes = r.lanes;
        final float[] n = tree.boxes;
        final int[] child = tree.child;
        final byte[] order = tree.order;
        final int[] stack = r.stack;
        final FloatVector ix = FloatVector.fromArray(F, lanes, INVERSE);
        final FloatVector iy = FloatVector.fromArray(F, lanes, INVERSE + 16);
        final FloatVector iz = FloatVector.fromArray(F, lanes, INVERSE + 32);
        final FloatVector ox = FloatVector.fromArray(F, r.ox, k).neg();
        final FloatVector oy = FloatVector.fromArray(F, r.oy, k).neg();
        final FloatVector oz = FloatVector.fromArray(F, r.oz, k).neg();
        final IntVector t = FloatVector.fromArray(F, lanes, 0).reinterpretAsInts();
        int sp = from;
        while (sp > 0) {
            int cur = stack[--sp];
            if (cur < 0) {
                return sp + 1;
            }
            while (true) {
                int o = cur * 12;
                float n0 = n[o];
                float n1 = n[o + 1];
                float n2 = n[o + 2];
                float f0 = n[o + 3];
                float f1 = n[o + 4];
                float f2 = n[o + 5];
                float m0 = n[o + 6];
                float m1 = n[o + 7];
                float m2 = n[o + 8];
                float g0 = n[o + 9];
                float g1 = n[o + 10];
                float g2 = n[o + 11];
                int left = child[2 * cur];
                int right = child[2 * cur + 1];
                int q = order[cur];
                VectorMask<Float> gx = ix.compare(VectorOperators.LT, 0f);
                VectorMask<Float> gy = iy.compare(VectorOperators.LT, 0f);
                VectorMask<Float> gz = iz.compare(VectorOperators.LT, 0f);
                FloatVector p0 = ox.add(n0).mul(ix);
                FloatVector p1 = oy.add(n1).mul(iy);
                FloatVector p2 = oz.add(n2).mul(iz);
                FloatVector q0 = ox.add(f0).mul(ix);
                FloatVector q1 = oy.add(f1).mul(iy);
                FloatVector q2 = oz.add(f2).mul(iz);
                IntVector a0 = p0.blend(q0, gx).reinterpretAsInts();
                IntVector a1 = p1.blend(q1, gy).reinterpretAsInts();
                IntVector a2 = p2.blend(q2, gz).reinterpretAsInts();
                IntVector b0 = q0.blend(p0, gx).reinterpretAsInts();
                IntVector b1 = q1.blend(p1, gy).reinterpretAsInts();
                IntVector b2 = q2.blend(p2, gz).reinterpretAsInts();
                boolean hitLeft = a0.max(a1)
                        .max(a2)
                        .max(0)
                        .compare(VectorOperators.LE, b0.min(b1).min(b2).min(t))
                        .anyTrue();
                p0 = ox.add(m0).mul(ix);
                p1 = oy.add(m1).mul(iy);
                p2 = oz.add(m2).mul(iz);
                q0 = ox.add(g0).mul(ix);
                q1 = oy.add(g1).mul(iy);
                q2 = oz.add(g2).mul(iz);
                a0 = p0.blend(q0, gx).reinterpretAsInts();
                a1 = p1.blend(q1, gy).reinterpretAsInts();
                a2 = p2.blend(q2, gz).reinterpretAsInts();
                b0 = q0.blend(p0, gx).reinterpretAsInts();
                b1 = q1.blend(p1, gy).reinterpretAsInts();
                b2 = q2.blend(p2, gz).reinterpretAsInts();
                boolean hitRight = a0.max(a1)
                        .max(a2)
                        .max(0)
                        .compare(VectorOperators.LE, b0.min(b1).min(b2).min(t))
                        .anyTrue();
                if (hitLeft) {
                    cur = left;
                    if (hitRight) {
                        if ((signs >> (q >> 1) & 1) == (q & 1)) {
                            stack[sp++] = right;
                        } else {
                            stack[sp++] = left;
                            cur = right;
                        }
                    }
                } else if (hitRight) {
                    cur = right;
                } else {
                    break;
                }
                if (cur < 0) {
                    stack[sp] = cur;
                    return sp + 1;
                }
            }
        }
        return -1;
    }

    /// Tests the triangles of a leaf (Möller and Trumbore 1997). True when every ray of an occlusion packet is done.
    private static boolean leaf(Bvh tree, Veil veil, Rays r, int k, int ref, boolean any) {
        final float[] tri = tree.triangles;
        final float[] lanes = r.lanes;
        int x = ~ref;
        int from = x >>> 4;
        int to = from + (x & 15);
        FloatVector ox = FloatVector.fromArray(F, r.ox, k);
        FloatVector oy = FloatVector.fromArray(F, r.oy, k);
        FloatVector oz = FloatVector.fromArray(F, r.oz, k);
        FloatVector dx = FloatVector.fromArray(F, r.dx, k);
        FloatVector dy = FloatVector.fromArray(F, r.dy, k);
        FloatVector dz = FloatVector.fromArray(F, r.dz, k);
        for (int i = from; i < to; i++) {
            int o = i * 9;
            float e1x = tri[o + 3];
            float e1y = tri[o + 4];
            float e1z = tri[o + 5];
            float e2x = tri[o + 6];
            float e2y = tri[o + 7];
            float e2z = tri[o + 8];
            FloatVector px = dy.mul(e2z).sub(dz.mul(e2y));
            FloatVector py = dz.mul(e2x).sub(dx.mul(e2z));
            FloatVector pz = dx.mul(e2y).sub(dy.mul(e2x));
            FloatVector det = px.mul(e1x).add(py.mul(e1y)).add(pz.mul(e1z));
            FloatVector inv = FloatVector.broadcast(F, 1f).div(det);
            FloatVector sx = ox.sub(tri[o]);
            FloatVector sy = oy.sub(tri[o + 1]);
            FloatVector sz = oz.sub(tri[o + 2]);
            FloatVector u = sx.mul(px).add(sy.mul(py)).add(sz.mul(pz)).mul(inv);
            VectorMask<Float> m = u.compare(VectorOperators.GE, 0f).and(u.compare(VectorOperators.LE, 1f));
            if (!m.anyTrue()) {
                continue;
            }
            FloatVector qx = sy.mul(e1z).sub(sz.mul(e1y));
            FloatVector qy = sz.mul(e1x).sub(sx.mul(e1z));
            FloatVector qz = sx.mul(e1y).sub(sy.mul(e1x));
            FloatVector w = dx.mul(qx).add(dy.mul(qy)).add(dz.mul(qz)).mul(inv);
            FloatVector d = qx.mul(e2x).add(qy.mul(e2y)).add(qz.mul(e2z)).mul(inv);
            FloatVector t = FloatVector.fromArray(F, lanes, 0);
            m = m.and(w.compare(VectorOperators.GE, 0f))
                    .and(u.add(w).compare(VectorOperators.LE, 1f))
                    .and(d.compare(VectorOperators.GT, 0f))
                    .and(d.compare(VectorOperators.LE, t));
            int bits = (int) m.toLong();
            if (bits == 0) {
                continue;
            }
            int id = tree.number[i];
            int kind = veil.kind(id);
            if (kind == Veil.CLEAR && any) {
                continue;
            }
            d.intoArray(lanes, UV + 32);
            if (kind == Veil.CUTOUT) {
                u.intoArray(lanes, UV);
                w.intoArray(lanes, UV + 16);
                bits = solid(veil, id, bits, lanes);
            }
            record(r, k, id, bits, any);
            if (any && bits != 0 && allDone(lanes)) {
                return true;
            }
        }
        return false;
    }

    private static int solid(Veil veil, int id, int bits, float[] lanes) {
        int left = 0;
        for (int q = bits; q != 0; q &= q - 1) {
            int c = Integer.numberOfTrailingZeros(q);
            if (!veil.passes(id, lanes[UV + c], lanes[UV + 16 + c])) {
                left |= 1 << c;
            }
        }
        return left;
    }

    /// Of two hits at the same distance the smaller triangle number counts, whatever the order of the tree.
    private static void record(Rays r, int k, int id, int bits, boolean any) {
        float[] lanes = r.lanes;
        for (int q = bits; q != 0; q &= q - 1) {
            int c = Integer.numberOfTrailingZeros(q);
            float d = lanes[UV + 32 + c];
            if (any) {
                r.hit[k + c] = id;
                lanes[c] = -1;
            } else if (d < lanes[c] || r.hit[k + c] < 0 || id < r.hit[k + c]) {
                r.hit[k + c] = id;
                lanes[c] = d;
            }
        }
    }

    private static boolean allDone(float[] lanes) {
        for (int c = 0; c < N; c++) {
            if (lanes[c] >= 0) {
                return false;
            }
        }
        return true;
    }
}
