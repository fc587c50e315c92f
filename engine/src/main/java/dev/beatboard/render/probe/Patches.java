package dev.beatboard.render.probe;

import dev.beatboard.math.Vec3;
import dev.beatboard.render.bsdf.Coat;
import dev.beatboard.render.mesh.Finish;
import dev.beatboard.render.mesh.Mesh;
import dev.beatboard.render.texture.Grain;
import dev.beatboard.scene.Material;
import dev.beatboard.scene.World;
import java.util.Arrays;

/// The surfaces of a still world cut into patches (Goral et al. 1984): what of them lies in one
/// cell of a lattice and mainly faces one of the six directions of the axes. Found by place and
/// normal in constant time.
public final class Patches {

    /// Where there is none.
    public static final int NONE = -1;

    /// Places by which a patch is known.
    static final int POINTS = 4;

    private static final int MOST = 60_000;
    private static final double FINEST = 0.1;
    /// Patches lie this far around the region in which people and the camera are, meters.
    private static final double AROUND = 2.5;
    /// Two surfaces of a cell seldom lie in one direction: how much of the lattice's faces a
    /// surface touches.
    private static final double TOUCHED = 1.6;
    /// Off the surface, meters.
    private static final float OFF = 0.004f;

    /// Edge of a cell, meters.
    final float size;
    final float lx;
    final float ly;
    final float lz;
    final int nx;
    final int ny;
    final int nz;
    private int count;
    /// By patch, [#POINTS] times: place and normal; and the number that says which points are kept, the least.
    float[] place = new float[0];

    float[] normal = new float[0];
    /// Of the coat there: reflectance at normal incidence, 0 without one, and roughness.
    float[] specular = new float[0];

    float[] roughness = new float[0];
    private float[] order = new float[0];
    private int[] known = new int[0];

    /// Open addressing: the cell and direction, and the patch; empty where the patch is [#NONE].
    private int[] key = new int[1 << 12];

    private int[] patch = new int[1 << 12];

    /// Cuts the fixed surfaces of a mesh.
    Patches(World world, Finish finish) {
        Mesh mesh = finish.mesh;
        Vec3 low = world.low().minus(new Vec3(AROUND, AROUND, AROUND));
        Vec3 high = world.high().plus(new Vec3(AROUND, AROUND, AROUND));
        Arrays.fill(patch, NONE);
        lx = (float) low.x();
        ly = (float) low.y();
        lz = (float) low.z();
        Vec3 span = high.minus(low);
        Cutter cutter = new Cutter(low, high);
        double area = 0;
        for (int t = 0; t < mesh.fixedTriangles; t++) {
            area += takes(finish, t) ? cutter.area(mesh, t) : 0;
        }
        double fine = Math.max(FINEST, Math.sqrt(TOUCHED * area / MOST));
        // All cells and directions must have numbers.
        double cells = span.x() * span.y() * span.z() * 6 / 2e9;
        size = (float) Math.max(fine, Math.cbrt(cells) + 1e-3);
        nx = 1 + (int) (span.x() / size);
        ny = 1 + (int) (span.y() / size);
        nz = 1 + (int) (span.z() / size);
        for (int t = 0; t < mesh.fixedTriangles; t++) {
            if (takes(finish, t)) {
                cutter.cut(mesh, t, finish.of(t).material);
            }
        }
    }

    private static boolean takes(Finish finish, int t) {
        Finish.Entry f = finish.of(t);
        return !f.clear && !f.emissive;
    }

    int count() {
        return count;
    }

    int points(int patch) {
        return known[patch];
    }

    /// Random bits of a place.
    static int hash(float x, float y, float z) {
        return Grain.hash(Float.floatToRawIntBits(x)
                + Grain.hash(Float.floatToRawIntBits(y) + Grain.hash(Float.floatToRawIntBits(z))));
    }

    /// How high point `q` lies over the plane of point `p`, meters.
    float height(int p, int q) {
        float sum = 0;
        for (int c = 0; c < 3; c++) {
            sum += (place[3 * q + c] - place[3 * p + c]) * normal[3 * p + c];
        }
        return sum;
    }

    /// The patch at a place whose surface has the (geometric) normal n, or [#NONE].
    int at(float x, float y, float z, float mx, float my, float mz) {
        int cell = cell(x, y, z, mx, my, mz);
        return cell < 0 ? NONE : patch[slot(cell)];
    }

    private int cell(float x, float y, float z, float mx, float my, float mz) {
        float fx = (x - lx) / size;
        float fy = (y - ly) / size;
        float fz = (z - lz) / size;
        if (!(fx >= 0 && fy >= 0 && fz >= 0 && fx < nx && fy < ny && fz < nz)) {
            return NONE;
        }
        return side(mx, my, mz) + 6 * ((int) fx + nx * ((int) fy + ny * (int) fz));
    }

    private static int side(float mx, float my, float mz) {
        float ax = Math.abs(mx);
        float ay = Math.abs(my);
        float az = Math.abs(mz);
        if (ay >= ax && ay >= az) {
            return my < 0 ? 3 : 2;
        }
        return ax >= az ? (mx < 0 ? 1 : 0) : mz < 0 ? 5 : 4;
    }

    private int slot(int cell) {
        int s = Grain.hash(cell) & key.length - 1;
        while (patch[s] != NONE && key[s] != cell) {
            s = s + 1 & key.length - 1;
        }
        return s;
    }

    private void add(float x, float y, float z, float area, float mx, float my, float mz, float f0, float rough) {
        int cell = cell(x, y, z, mx, my, mz);
        if (cell < 0) {
            return;
        }
        int s = slot(cell);
        int p = patch[s];
        if (p == NONE) {
            p = count++;
            key[s] = cell;
            patch[s] = p;
            reserve();
        }
        // The points with the least keys: drawn by area among all, in whatever order they come (Efraimidis and Spirakis
        // 2006). Drawn evenly they would lie on the finest pieces, and a table's edge would speak for its top.
        float u = Grain.unit(hash(x, y, z));
        float rank = (float) -StrictMath.log(Math.max(u, 0x1p-24f)) / area;
        int from = POINTS * p;
        int at = from + known[p];
        if (known[p] < POINTS) {
            known[p]++;
        } else {
            at = from;
            for (int k = from + 1; k < from + POINTS; k++) {
                at = order[k] > order[at] ? k : at;
            }
            if (rank >= order[at]) {
                return;
            }
        }
        order[at] = rank;
        specular[at] = f0;
        roughness[at] = rough;
        place[3 * at] = x + OFF * mx;
        place[3 * at + 1] = y + OFF * my;
        place[3 * at + 2] = z + OFF * mz;
        normal[3 * at] = mx;
        normal[3 * at + 1] = my;
        normal[3 * at + 2] = mz;
    }

    private void reserve() {
        if (known.length < count) {
            int n = Math.max(1024, 2 * count);
            known = Arrays.copyOf(known, n);
            order = Arrays.copyOf(order, POINTS * n);
            specular = Arrays.copyOf(specular, POINTS * n);
            roughness = Arrays.copyOf(roughness, POINTS * n);
            place = Arrays.copyOf(place, 3 * POINTS * n);
            normal = Arrays.copyOf(normal, 3 * POINTS * n);
        }
        if (2 * count > key.length) {
            int[] oldKey = key;
            int[] oldPatch = patch;
            key = new int[2 * oldKey.length];
            patch = new int[key.length];
            Arrays.fill(patch, NONE);
            for (int i = 0; i < oldKey.length; i++) {
                if (oldPatch[i] != NONE) {
                    int s = slot(oldKey[i]);
                    key[s] = oldKey[i];
                    patch[s] = oldPatch[i];
                }
            }
        }
    }

    /// Halves triangles until they are small, and leaves out what lies outside of a box.
    private final class Cutter {

        private final float[] low;
        private final float[] high;
        private float mx;
        private float my;
        private float mz;
        private boolean both;
        private float specular;
        private float roughness;
        private float least;

        Cutter(Vec3 low, Vec3 high) {
            this.low = new float[] {(float) low.x(), (float) low.y(), (float) low.z()};
            this.high = new float[] {(float) high.x(), (float) high.y(), (float) high.z()};
        }

        /// About the area of a triangle inside the box.
        double area(Mesh mesh, int t) {
            float[] v = mesh.positions;
            double[] e = new double[6];
            double share = 1;
            for (int k = 0; k < 3; k++) {
                float a = v[3 * mesh.corners[3 * t] + k];
                float b = v[3 * mesh.corners[3 * t + 1] + k];
                float c = v[3 * mesh.corners[3 * t + 2] + k];
                e[k] = b - a;
                e[3 + k] = c - a;
                double from = Math.min(a, Math.min(b, c));
                double to = Math.max(a, Math.max(b, c));
                double inside = Math.min(to, high[k]) - Math.max(from, low[k]);
                share *= to - from < 1e-6 ? (inside >= -1e-6 ? 1 : 0) : Math.max(0, inside) / (to - from);
            }
            double x = e[1] * e[5] - e[2] * e[4];
            double y = e[2] * e[3] - e[0] * e[5];
            double z = e[0] * e[4] - e[1] * e[3];
            return 0.5 * share * Math.sqrt(x * x + y * y + z * z);
        }

        void cut(Mesh mesh, int t, Material m) {
            float[] v = mesh.positions;
            int a = 3 * mesh.corners[3 * t];
            int b = 3 * mesh.corners[3 * t + 1];
            int c = 3 * mesh.corners[3 * t + 2];
            float ex = v[b] - v[a];
            float ey = v[b + 1] - v[a + 1];
            float ez = v[b + 2] - v[a + 2];
            float fx = v[c] - v[a];
            float fy = v[c + 1] - v[a + 1];
            float fz = v[c + 2] - v[a + 2];
            float x = ey * fz - ez * fy;
            float y = ez * fx - ex * fz;
            float z = ex * fy - ey * fx;
            float l = (float) Math.sqrt(x * x + y * y + z * z);
            if (!(l > 1e-12f)) {
                return;
            }
            float[] n = mesh.normals;
            float out = x * (n[a] + n[b] + n[c])
                    + y * (n[a + 1] + n[b + 1] + n[c + 1])
                    + z * (n[a + 2] + n[b + 2] + n[c + 2]);
            float k = (out < 0 ? -1 : 1) / l;
            mx = k * x;
            my = k * y;
            mz = k * z;
            both = m.twoSided();
            specular = Coat.of(m);
            roughness = m.roughness();
            least = 0.6f * size;
            halve(0.5f * l, v[a], v[a + 1], v[a + 2], v[b], v[b + 1], v[b + 2], v[c], v[c + 1], v[c + 2]);
        }

        /// @param area of the piece
        private void halve(
                float area, float ax, float ay, float az, float bx, float by, float bz, float cx, float cy, float cz) {
            if (outside(0, ax, bx, cx) || outside(1, ay, by, cy) || outside(2, az, bz, cz)) {
                return;
            }
            float ab = squared(ax - bx, ay - by, az - bz);
            float bc = squared(bx - cx, by - cy, bz - cz);
            float ca = squared(cx - ax, cy - ay, cz - az);
            float most = Math.max(ab, Math.max(bc, ca));
            if (most <= least * least) {
                float x = (ax + bx + cx) / 3;
                float y = (ay + by + cy) / 3;
                float z = (az + bz + cz) / 3;
                add(x, y, z, area, mx, my, mz, specular, roughness);
                if (both) {
                    add(x, y, z, area, -mx, -my, -mz, specular, roughness);
                }
            } else if (most == ab) {
                float x = 0.5f * (ax + bx);
                float y = 0.5f * (ay + by);
                float z = 0.5f * (az + bz);
                halve(0.5f * area, ax, ay, az, x, y, z, cx, cy, cz);
                halve(0.5f * area, x, y, z, bx, by, bz, cx, cy, cz);
            } else if (most == bc) {
                float x = 0.5f * (bx + cx);
                float y = 0.5f * (by + cy);
                float z = 0.5f * (bz + cz);
                halve(0.5f * area, ax, ay, az, bx, by, bz, x, y, z);
                halve(0.5f * area, ax, ay, az, x, y, z, cx, cy, cz);
            } else {
                float x = 0.5f * (cx + ax);
                float y = 0.5f * (cy + ay);
                float z = 0.5f * (cz + az);
                halve(0.5f * area, ax, ay, az, bx, by, bz, x, y, z);
                halve(0.5f * area, x, y, z, bx, by, bz, cx, cy, cz);
            }
        }

        private boolean outside(int axis, float a, float b, float c) {
            return Math.max(a, Math.max(b, c)) < low[axis] || Math.min(a, Math.min(b, c)) > high[axis];
        }

        private float squared(float x, float y, float z) {
            return x * x + y * y + z * z;
        }
    }
}
