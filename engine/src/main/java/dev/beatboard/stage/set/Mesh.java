package dev.beatboard.stage.set;

import dev.beatboard.math.Box;
import dev.beatboard.math.Vec3;
import dev.beatboard.scene.Material;
import dev.beatboard.scene.Shape;
import dev.beatboard.scene.Topology;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Builds the surfaces of one thing from simple solids. Coordinates are in the space of [#placing], meters; triangles
/// are sorted by material in the order in which materials first appear.
final class Mesh {

    private final Map<Material, Surface> surfaces = new LinkedHashMap<>();
    private final Placing placing;
    private double[] low = {1e9, 1e9, 1e9};
    private double[] high = {-1e9, -1e9, -1e9};

    Mesh(Placing placing) {
        this.placing = placing;
    }

    Placing placing() {
        return placing;
    }

    /// A box without rounding, from its low to its high corner.
    Mesh box(Material m, double x0, double y0, double z0, double x1, double y1, double z1) {
        return bevelled(m, x0, y0, z0, x1, y1, z1, 0);
    }

    /// A box whose edges are cut by `bevel` meters and shaded as if round, so that they catch light.
    Mesh bevelled(Material m, double x0, double y0, double z0, double x1, double y1, double z1, double bevel) {
        double b = Math.min(bevel, 0.49 * Math.min(x1 - x0, Math.min(y1 - y0, z1 - z0)));
        double[][] lim = {{x0, x1}, {y0, y1}, {z0, z1}};
        Surface s = surface(m);
        // vertex[axis of the face][corner bits x, y, z]
        int[][] v = new int[3][8];
        for (int axis = 0; axis < 3; axis++) {
            for (int c = 0; c < 8; c++) {
                double[] p = new double[3];
                double[] n = new double[3];
                for (int a = 0; a < 3; a++) {
                    int side = c >> a & 1;
                    double inset = a == axis ? 0 : b;
                    p[a] = lim[a][side] + (side == 0 ? inset : -inset);
                }
                n[axis] = (c >> axis & 1) == 0 ? -1 : 1;
                v[axis][c] = vertex(s, new Vec3(p[0], p[1], p[2]), new Vec3(n[0], n[1], n[2]));
            }
        }
        for (int axis = 0; axis < 3; axis++) {
            int u = 1 << (axis + 1) % 3;
            int w = 1 << (axis + 2) % 3;
            int k = 1 << axis;
            s.quad(v[axis][k], v[axis][k | u], v[axis][k | u | w], v[axis][k | w]);
            s.quad(v[axis][0], v[axis][w], v[axis][u | w], v[axis][u]);
        }
        if (b > 0) {
            bevels(s, v);
        }
        return this;
    }

    private static void bevels(Surface s, int[][] v) {
        for (int along = 0; along < 3; along++) {
            int p = (along + 1) % 3;
            int q = (along + 2) % 3;
            for (int side = 0; side < 4; side++) {
                int c0 = (side & 1) << p | (side >> 1) << q;
                int c1 = c0 | 1 << along;
                boolean flip = (side & 1) == side >> 1;
                if (flip) {
                    s.quad(v[p][c0], v[q][c0], v[q][c1], v[p][c1]);
                } else {
                    s.quad(v[p][c1], v[q][c1], v[q][c0], v[p][c0]);
                }
            }
        }
        for (int c = 0; c < 8; c++) {
            boolean even = Integer.bitCount(c) % 2 == 1;
            if (even) {
                s.triangle(v[0][c], v[1][c], v[2][c]);
            } else {
                s.triangle(v[0][c], v[2][c], v[1][c]);
            }
        }
    }

    /// A flat four-sided face, counter-clockwise seen from the side it shows to.
    Mesh quad(Material m, Vec3 a, Vec3 b, Vec3 c, Vec3 d) {
        Surface s = surface(m);
        Vec3 n = b.minus(a).cross(d.minus(a)).normalized();
        s.quad(vertex(s, a, n), vertex(s, b, n), vertex(s, c, n), vertex(s, d, n));
        return this;
    }

    /// A round bar between two points, with flat ends.
    Mesh rod(Material m, Vec3 from, Vec3 to, double radius, int sides) {
        return cone(m, from, to, radius, radius, sides);
    }

    /// A round bar whose radius goes from `r0` to `r1`.
    Mesh cone(Material m, Vec3 from, Vec3 to, double r0, double r1, int sides) {
        Vec3 axis = to.minus(from).normalized();
        Vec3 u = (StrictMath.abs(axis.y()) < 0.9 ? Vec3.Y : Vec3.X).cross(axis).normalized();
        Vec3 w = axis.cross(u);
        double slope = (r0 - r1) / Math.max(1e-9, to.distanceTo(from));
        Surface s = surface(m);
        int[] a = new int[sides];
        int[] b = new int[sides];
        int[] ea = new int[sides];
        int[] eb = new int[sides];
        for (int i = 0; i < sides; i++) {
            double t = 2 * StrictMath.PI * i / sides;
            Vec3 out = u.times(StrictMath.cos(t)).plus(w, StrictMath.sin(t));
            Vec3 n = out.plus(axis, slope).normalized();
            a[i] = vertex(s, from.plus(out, r0), n);
            b[i] = vertex(s, to.plus(out, r1), n);
            ea[i] = vertex(s, from.plus(out, r0), axis.negated());
            eb[i] = vertex(s, to.plus(out, r1), axis);
        }
        for (int i = 0; i < sides; i++) {
            int j = (i + 1) % sides;
            s.quad(a[i], a[j], b[j], b[i]);
            if (i > 0 && i < sides - 1) {
                s.triangle(ea[0], ea[i + 1], ea[i]);
                s.triangle(eb[0], eb[i], eb[i + 1]);
            }
        }
        return this;
    }

    /// A body of revolution about the vertical through (`x`, `z`): `profile` holds radius and height in turn, from the
    /// bottom outside up (and down again inside, for vessels).
    Mesh lathe(Material m, double x, double z, int sides, double... profile) {
        Surface s = surface(m);
        for (int k = 0; k + 3 < profile.length; k += 2) {
            double dr = profile[k + 2] - profile[k];
            double dy = profile[k + 3] - profile[k + 1];
            double l = Math.max(1e-9, StrictMath.hypot(dr, dy));
            int first = s.vertexCount();
            for (int i = 0; i <= sides; i++) {
                double t = 2 * StrictMath.PI * i / sides;
                double cx = StrictMath.sin(t);
                double cz = StrictMath.cos(t);
                Vec3 n = new Vec3(cx * dy / l, -dr / l, cz * dy / l);
                vertex(s, new Vec3(x + cx * profile[k], profile[k + 1], z + cz * profile[k]), n);
                vertex(s, new Vec3(x + cx * profile[k + 2], profile[k + 3], z + cz * profile[k + 2]), n);
            }
            for (int i = 0; i < sides; i++) {
                int o = first + 2 * i;
                s.quad(o, o + 2, o + 3, o + 1);
            }
        }
        return this;
    }

    /// A ball, or an ellipsoid of half axes `rx`, `ry`, `rz`.
    Mesh ball(Material m, Vec3 center, double rx, double ry, double rz, int rings) {
        Surface s = surface(m);
        int sides = 2 * rings;
        int first = s.vertexCount();
        for (int j = 0; j <= rings; j++) {
            double a = StrictMath.PI * j / rings;
            for (int i = 0; i <= sides; i++) {
                double t = 2 * StrictMath.PI * i / sides;
                Vec3 d = new Vec3(
                        StrictMath.sin(a) * StrictMath.sin(t),
                        -StrictMath.cos(a),
                        StrictMath.sin(a) * StrictMath.cos(t));
                Vec3 n = new Vec3(d.x() / rx, d.y() / ry, d.z() / rz).normalized();
                vertex(s, center.plus(new Vec3(d.x() * rx, d.y() * ry, d.z() * rz)), n);
            }
        }
        for (int j = 0; j < rings; j++) {
            for (int i = 0; i < sides; i++) {
                int o = first + j * (sides + 1) + i;
                s.quad(o, o + 1, o + sides + 2, o + sides + 1);
            }
        }
        return this;
    }

    /// Takes over finished arrays in the space of the placing.
    Mesh triangles(Material m, float[] positions, float[] normals, int[] corners) {
        Surface s = surface(m);
        int first = s.vertexCount();
        for (int i = 0; i < positions.length; i += 3) {
            vertex(
                    s,
                    new Vec3(positions[i], positions[i + 1], positions[i + 2]),
                    new Vec3(normals[i], normals[i + 1], normals[i + 2]));
        }
        for (int i = 0; i < corners.length; i += 3) {
            s.triangle(first + corners[i], first + corners[i + 1], first + corners[i + 2]);
        }
        return this;
    }

    /// World space bounds of everything so far.
    Box bounds() {
        return new Box(new Vec3(low[0], low[1], low[2]), new Vec3(high[0], high[1], high[2]));
    }

    boolean isEmpty() {
        return surfaces.isEmpty();
    }

    List<Shape> shapes(int object) {
        List<Shape> out = new ArrayList<>();
        surfaces.forEach((m, s) -> out.add(Shape.fixed(
                object, m, new Topology(s.vertexCount(), s.triangles(), new float[0]), s.positions(), s.normals())));
        return out;
    }

    private Surface surface(Material m) {
        return surfaces.computeIfAbsent(m, k -> new Surface());
    }

    private int vertex(Surface s, Vec3 p, Vec3 n) {
        Vec3 q = placing.point(p);
        double[] c = {q.x(), q.y(), q.z()};
        for (int a = 0; a < 3; a++) {
            low[a] = Math.min(low[a], c[a]);
            high[a] = Math.max(high[a], c[a]);
        }
        return s.vertex(q, placing.direction(n));
    }
}
