package dev.beatboard.render.reference;

import dev.beatboard.render.bsdf.Scatter;
import dev.beatboard.render.mesh.Finish;
import dev.beatboard.render.mesh.Lift;
import dev.beatboard.render.mesh.Mesh;
import dev.beatboard.render.ray.WideBvh;
import dev.beatboard.render.texture.Creases;
import dev.beatboard.render.texture.Grain;
import dev.beatboard.render.texture.Pores;
import dev.beatboard.render.texture.Surface;
import dev.beatboard.scene.Material;
import org.jspecify.annotations.Nullable;

/// Where a path meets a surface. Scratch memory, one per worker.
final class Interaction {

    /// Rays start this far off a surface, meters, and a little more far from the origin, where floats are coarse.
    private static final double OFF = 1e-4;
    /// At grazing angles skin reflects less than a smooth coat: it is rough on a scale that normals do not show.
    private static final double SKIN_GRAZE = 0.45;
    /// What the mouth's hollow leaves of its gloss.
    private static final double MOUTH_GLOSS = 0.3;
    /// How far, as a slope, strands of hair stand off each other that are as different as the picture draws them.
    private static final double STRAND_LIFT = 0.4;

    final Surface p = new Surface();
    final Scatter scatter = new Scatter();
    private final Lift lift = new Lift();
    Finish.@Nullable Entry entry;
    /// Where rays on the viewer's side start.
    double x;

    double y;
    double z;
    /// And on the far side.
    double farX;

    double farY;
    double farZ;

    /// Where a ray in the direction asked about starts.
    double startX;

    double startY;
    double startZ;

    /// Evaluates what a ray along a unit vector has met.
    ///
    /// @param width of the ray's footprint there, meters
    Finish.Entry meet(Around around, WideBvh.Ray ray, float width) {
        int t = ray.hit;
        float ox = ray.ox;
        float oy = ray.oy;
        float oz = ray.oz;
        float dx = ray.dx;
        float dy = ray.dy;
        float dz = ray.dz;
        Mesh mesh = around.mesh();
        Finish.Entry f = around.finish().of(t);
        entry = f;
        int a = mesh.corners[3 * t];
        int b = mesh.corners[3 * t + 1];
        int c = mesh.corners[3 * t + 2];
        float[] v = mesh.positions;
        double e1x = (double) v[3 * b] - v[3 * a];
        double e1y = (double) v[3 * b + 1] - v[3 * a + 1];
        double e1z = (double) v[3 * b + 2] - v[3 * a + 2];
        double e2x = (double) v[3 * c] - v[3 * a];
        double e2y = (double) v[3 * c + 1] - v[3 * a + 1];
        double e2z = (double) v[3 * c + 2] - v[3 * a + 2];
        double px = dy * e2z - dz * e2y;
        double py = dz * e2x - dx * e2z;
        double pz = dx * e2y - dy * e2x;
        double det = e1x * px + e1y * py + e1z * pz;
        double inv = det == 0 ? 0 : 1 / det;
        double sx = (double) ox - v[3 * a];
        double sy = (double) oy - v[3 * a + 1];
        double sz = (double) oz - v[3 * a + 2];
        double w1 = clamp((sx * px + sy * py + sz * pz) * inv, 1);
        double qx = sy * e1z - sz * e1y;
        double qy = sz * e1x - sx * e1z;
        double qz = sx * e1y - sy * e1x;
        double w2 = clamp((dx * qx + dy * qy + dz * qz) * inv, 1 - w1);
        double w0 = 1 - w1 - w2;
        double gx = e1y * e2z - e1z * e2y;
        double gy = e1z * e2x - e1x * e2z;
        double gz = e1x * e2y - e1y * e2x;
        double area = Math.sqrt(gx * gx + gy * gy + gz * gz + 1e-60);
        double side = gx * dx + gy * dy + gz * dz > 0 ? -1 / area : 1 / area;
        gx *= side;
        gy *= side;
        gz *= side;
        x = v[3 * a] + w1 * e1x + w2 * e2x;
        y = v[3 * a + 1] + w1 * e1y + w2 * e2y;
        z = v[3 * a + 2] + w1 * e1z + w2 * e2z;
        p.x = (float) x;
        p.y = (float) y;
        p.z = (float) z;
        p.vx = -dx;
        p.vy = -dy;
        p.vz = -dz;
        p.gx = (float) gx;
        p.gy = (float) gy;
        p.gz = (float) gz;
        p.pixel = width;
        p.footprint = width / (float) Math.sqrt(Math.max(0.05, -(gx * dx + gy * dy + gz * dz)));
        p.roughness = f.material.roughness();
        smooth(mesh, a, b, c, w0, w1, w2);
        float[] uv = mesh.uvs;
        p.u = (float) (w0 * uv[2 * a] + w1 * uv[2 * b] + w2 * uv[2 * c]);
        p.v = (float) (w0 * uv[2 * a + 1] + w1 * uv[2 * b + 1] + w2 * uv[2 * c + 1]);
        double uvArea = Math.abs(((double) uv[2 * b] - uv[2 * a]) * ((double) uv[2 * c + 1] - uv[2 * a + 1])
                - ((double) uv[2 * c] - uv[2 * a]) * ((double) uv[2 * b + 1] - uv[2 * a + 1]));
        p.uvDensity = (float) Math.sqrt(uvArea / area);
        f.paint.apply(p);
        kind(around, f, t, a, b, c, w0, w1, w2);
        double far = OFF * (1 + (Math.abs(x) + Math.abs(y) + Math.abs(z)) / 50);
        farX = x - far * gx;
        farY = y - far * gy;
        farZ = z - far * gz;
        lift.over(mesh, t, x, y, z, p.gx, p.gy, p.gz, w0, w1, w2);
        x = lift.x + far * gx;
        y = lift.y + far * gy;
        z = lift.z + far * gz;
        return f;
    }

    boolean isHair() {
        Finish.Entry f = entry;
        return f != null && f.kind == Material.Kind.HAIR;
    }

    /// Sets where a ray in a direction starts: only hair lets light through.
    void depart(double dx, double dy, double dz) {
        boolean far = isHair() && dx * p.gx + dy * p.gy + dz * p.gz < 0;
        startX = far ? farX : x;
        startY = far ? farY : y;
        startZ = far ? farZ : z;
    }

    private static double clamp(double w, double most) {
        return w < 0 ? 0 : Math.min(w, most);
    }

    /// The interpolated normal, on the viewer's side.
    private void smooth(Mesh mesh, int a, int b, int c, double w0, double w1, double w2) {
        float[] n = mesh.normals;
        double nx = w0 * n[3 * a] + w1 * n[3 * b] + w2 * n[3 * c];
        double ny = w0 * n[3 * a + 1] + w1 * n[3 * b + 1] + w2 * n[3 * c + 1];
        double nz = w0 * n[3 * a + 2] + w1 * n[3 * b + 2] + w2 * n[3 * c + 2];
        double l2 = nx * nx + ny * ny + nz * nz;
        if (l2 < 1e-6) {
            nx = p.gx;
            ny = p.gy;
            nz = p.gz;
            l2 = 1;
        }
        double l = (nx * p.gx + ny * p.gy + nz * p.gz < 0 ? -1 : 1) / Math.sqrt(l2);
        bend(nx * l, ny * l, nz * l);
    }

    /// A shading normal that looks away from the viewer is bent back to the edge of what can be seen.
    private void bend(double nx, double ny, double nz) {
        double nv = nx * p.vx + ny * p.vy + nz * p.vz;
        double s = Math.max(0, 0.02 - nv);
        p.nx = (float) (nx + s * p.vx);
        p.ny = (float) (ny + s * p.vy);
        p.nz = (float) (nz + s * p.vz);
    }

    /// What the kinds of material do to color, gloss and normal, as the rasterizing renderer has them.
    private void kind(Around around, Finish.Entry f, int t, int a, int b, int c, double w0, double w1, double w2) {
        double gloss = 1;
        double graze = 1;
        switch (f.kind) {
            case SKIN -> {
                float lip = Grain.smooth(2.1f, 3.2f, p.r / (p.g + 0.02f));
                Pores.apply(p);
                p.roughness -= 0.12f * lip;
                graze = SKIN_GRAZE;
            }
            case EYE -> {
                p.roughness = 0.07f;
                tint(1.25f, 1.25f, 1.25f);
            }
            case MOUTH -> {
                tint(0.6f, 0.5f, 0.5f);
                gloss = MOUTH_GLOSS;
            }
            case CLOTH -> Creases.apply(p);
            case HAIR -> strand(around, f, t, a, b, c, w0, w1, w2);
            default -> {}
        }
        double nx = p.nx;
        double ny = p.ny;
        double nz = p.nz;
        double l = 1 / Math.sqrt(nx * nx + ny * ny + nz * nz + 1e-30);
        nx *= l;
        ny *= l;
        nz *= l;
        if (nx * p.vx + ny * p.vy + nz * p.vz < 0.005) {
            bend(nx, ny, nz);
            l = 1 / Math.sqrt((double) p.nx * p.nx + (double) p.ny * p.ny + (double) p.nz * p.nz);
            nx = p.nx * l;
            ny = p.ny * l;
            nz = p.nz * l;
        }
        Scatter s = scatter;
        s.frame(nx, ny, nz);
        s.view(p.vx, p.vy, p.vz);
        if (f.kind == Material.Kind.HAIR) {
            s.strand(p.tx, p.ty, p.tz);
        }
        s.red = color(p.r);
        s.green = color(p.g);
        s.blue = color(p.b);
        double rough = Math.max(0.03, Math.min(1, p.roughness));
        s.alpha = rough * rough;
        s.f0 = gloss * f.material.specular();
        s.f90 = f.material.specular() > 0 ? gloss * graze : 0;
        p.nx = (float) nx;
        p.ny = (float) ny;
        p.nz = (float) nz;
    }

    private static double color(float c) {
        return c >= 0 ? Math.min(1, c) : 0;
    }

    private void tint(float r, float g, float b) {
        p.r *= r;
        p.g *= g;
        p.b *= b;
    }

    private void strand(Around around, Finish.Entry f, int t, int a, int b, int c, double w0, double w1, double w2) {
        float[] g = around.tangents();
        double tx = 0;
        double ty = 1;
        double tz = 0;
        if (t >= around.mesh().fixedTriangles && g.length >= 3 * around.mesh().vertexCount) {
            tx = w0 * g[3 * a] + w1 * g[3 * b] + w2 * g[3 * c];
            ty = w0 * g[3 * a + 1] + w1 * g[3 * b + 1] + w2 * g[3 * c + 1];
            tz = w0 * g[3 * a + 2] + w1 * g[3 * b + 2] + w2 * g[3 * c + 2];
            double l2 = tx * tx + ty * ty + tz * tz;
            double l = l2 > 1e-12 ? 1 / Math.sqrt(l2) : 0;
            tx *= l;
            ty = l == 0 ? 1 : ty * l;
            tz *= l;
        }
        // No strand lies quite like the next; the picture says where they are.
        double drawn = 0.3 * p.r + 0.6 * p.g + 0.1 * p.b;
        double lift = STRAND_LIFT * Math.max(-0.6, Math.min(0.6, drawn / f.luminance - 1));
        tx += lift * p.nx;
        ty += lift * p.ny;
        tz += lift * p.nz;
        double il = 1 / Math.sqrt(tx * tx + ty * ty + tz * tz + 1e-30);
        tx *= il;
        ty *= il;
        tz *= il;
        p.tx = (float) tx;
        p.ty = (float) ty;
        p.tz = (float) tz;
        // A strand is round: half of its normal is turned to the viewer.
        double along = p.vx * tx + p.vy * ty + p.vz * tz;
        p.nx += (float) (p.vx - along * tx);
        p.ny += (float) (p.vy - along * ty);
        p.nz += (float) (p.vz - along * tz);
    }
}
