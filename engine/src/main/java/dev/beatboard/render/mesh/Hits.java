package dev.beatboard.render.mesh;

import dev.beatboard.render.texture.Surface;

/// Evaluates surfaces where traced rays meet them, coarsely: color, normals and place.
public final class Hits {

    private Hits() {}

    /// Fills `p` for the point at distance `d` along the ray from (ox, oy, oz) in direction (dx, dy, dz), which lies on
    /// triangle `t`; normals are turned against the ray. Returns whether the ray came from the back.
    public static boolean evaluate(
            Finish finish,
            int t,
            float ox,
            float oy,
            float oz,
            float dx,
            float dy,
            float dz,
            float d,
            float footprint,
            Surface p) {
        Mesh mesh = finish.mesh;
        int a = mesh.corners[3 * t];
        int b = mesh.corners[3 * t + 1];
        int c = mesh.corners[3 * t + 2];
        float[] v = mesh.positions;
        p.x = ox + d * dx;
        p.y = oy + d * dy;
        p.z = oz + d * dz;
        float e1x = v[3 * b] - v[3 * a];
        float e1y = v[3 * b + 1] - v[3 * a + 1];
        float e1z = v[3 * b + 2] - v[3 * a + 2];
        float e2x = v[3 * c] - v[3 * a];
        float e2y = v[3 * c + 1] - v[3 * a + 1];
        float e2z = v[3 * c + 2] - v[3 * a + 2];
        float gx = e1y * e2z - e1z * e2y;
        float gy = e1z * e2x - e1x * e2z;
        float gz = e1x * e2y - e1y * e2x;
        float l2 = gx * gx + gy * gy + gz * gz + 1e-30f;
        float qx = p.x - v[3 * a];
        float qy = p.y - v[3 * a + 1];
        float qz = p.z - v[3 * a + 2];
        float w2 = ((e1y * qz - e1z * qy) * gx + (e1z * qx - e1x * qz) * gy + (e1x * qy - e1y * qx) * gz) / l2;
        float w1 = ((qy * e2z - qz * e2y) * gx + (qz * e2x - qx * e2z) * gy + (qx * e2y - qy * e2x) * gz) / l2;
        float w0 = 1 - w1 - w2;
        float il = 1 / (float) Math.sqrt(l2);
        float[] n = mesh.normals;
        float nx = w0 * n[3 * a] + w1 * n[3 * b] + w2 * n[3 * c];
        float ny = w0 * n[3 * a + 1] + w1 * n[3 * b + 1] + w2 * n[3 * c + 1];
        float nz = w0 * n[3 * a + 2] + w1 * n[3 * b + 2] + w2 * n[3 * c + 2];
        boolean back = nx * dx + ny * dy + nz * dz > 0;
        float side = gx * dx + gy * dy + gz * dz > 0 ? -il : il;
        p.gx = gx * side;
        p.gy = gy * side;
        p.gz = gz * side;
        float nl = (nx * p.gx + ny * p.gy + nz * p.gz < 0 ? -1 : 1)
                / (float) Math.sqrt(nx * nx + ny * ny + nz * nz + 1e-20f);
        p.nx = nx * nl;
        p.ny = ny * nl;
        p.nz = nz * nl;
        if (nx * nx + ny * ny + nz * nz < 1e-6f) {
            p.nx = p.gx;
            p.ny = p.gy;
            p.nz = p.gz;
        }
        float[] uv = mesh.uvs;
        p.u = w0 * uv[2 * a] + w1 * uv[2 * b] + w2 * uv[2 * c];
        p.v = w0 * uv[2 * a + 1] + w1 * uv[2 * b + 1] + w2 * uv[2 * c + 1];
        float uvArea = Math.abs((uv[2 * b] - uv[2 * a]) * (uv[2 * c + 1] - uv[2 * a + 1])
                - (uv[2 * c] - uv[2 * a]) * (uv[2 * b + 1] - uv[2 * a + 1]));
        p.uvDensity = (float) Math.sqrt(uvArea * il);
        p.footprint = footprint;
        p.pixel = footprint;
        p.vx = -dx;
        p.vy = -dy;
        p.vz = -dz;
        p.roughness = finish.of(t).material.roughness();
        float sx = p.nx;
        float sy = p.ny;
        float sz = p.nz;
        finish.of(t).paint.apply(p);
        p.nx = sx;
        p.ny = sy;
        p.nz = sz;
        return back;
    }
}
