package dev.beatboard.render.mesh;

/// Where rays of a smooth surface start: on the round surface that its normals stand for, or its facets would shadow
/// themselves and be seen in themselves (Hanika 2021, "Hacking the Shadow Terminator"). Scratch memory, one per worker.
public final class Lift {

    /// Normals that do not belong to the surface's shape must not send rays farther away, meters.
    private static final double MOST = 0.01;

    /// The place over a triangle.
    public double x;

    public double y;
    public double z;

    /// Lifts a place on triangle `t` that has the barycentric weights w0, w1 and w2, over the side of its facet
    /// to which the unit normal g points.
    public void over(
            Mesh mesh,
            int t,
            double px,
            double py,
            double pz,
            double gx,
            double gy,
            double gz,
            double w0,
            double w1,
            double w2) {
        float[] v = mesh.positions;
        float[] n = mesh.normals;
        double mx = 0;
        double my = 0;
        double mz = 0;
        for (int k = 0; k < 3; k++) {
            int o = 3 * mesh.corners[3 * t + k];
            double w = k == 0 ? w0 : k == 1 ? w1 : w2;
            double side = n[o] * gx + n[o + 1] * gy + n[o + 2] * gz < 0 ? -1 : 1;
            double nx = side * n[o];
            double ny = side * n[o + 1];
            double nz = side * n[o + 2];
            double d = Math.min(0, (px - v[o]) * nx + (py - v[o + 1]) * ny + (pz - v[o + 2]) * nz);
            mx -= w * d * nx;
            my -= w * d * ny;
            mz -= w * d * nz;
        }
        x = px;
        y = py;
        z = pz;
        if (mx * gx + my * gy + mz * gz > 0) {
            double k = Math.min(1, MOST / Math.sqrt(mx * mx + my * my + mz * mz));
            x += k * mx;
            y += k * my;
            z += k * mz;
        }
    }

    /// The same for a place of which only the triangle is known.
    public void over(Mesh mesh, int t, double px, double py, double pz, double gx, double gy, double gz) {
        float[] v = mesh.positions;
        int a = 3 * mesh.corners[3 * t];
        int b = 3 * mesh.corners[3 * t + 1];
        int c = 3 * mesh.corners[3 * t + 2];
        double ex = (double) v[b] - v[a];
        double ey = (double) v[b + 1] - v[a + 1];
        double ez = (double) v[b + 2] - v[a + 2];
        double fx = (double) v[c] - v[a];
        double fy = (double) v[c + 1] - v[a + 1];
        double fz = (double) v[c + 2] - v[a + 2];
        double sx = px - v[a];
        double sy = py - v[a + 1];
        double sz = pz - v[a + 2];
        double ee = ex * ex + ey * ey + ez * ez;
        double ef = ex * fx + ey * fy + ez * fz;
        double ff = fx * fx + fy * fy + fz * fz;
        double se = sx * ex + sy * ey + sz * ez;
        double sf = sx * fx + sy * fy + sz * fz;
        double k = 1 / Math.max(1e-30, ee * ff - ef * ef);
        double w1 = Math.clamp(k * (ff * se - ef * sf), 0, 1);
        double w2 = Math.clamp(k * (ee * sf - ef * se), 0, 1 - w1);
        over(mesh, t, px, py, pz, gx, gy, gz, 1 - w1 - w2, w1, w2);
    }
}
