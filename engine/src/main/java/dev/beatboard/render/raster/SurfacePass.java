package dev.beatboard.render.raster;

import dev.beatboard.render.mesh.Finish;
import dev.beatboard.render.mesh.Lens;
import dev.beatboard.render.mesh.Mesh;
import dev.beatboard.render.texture.Grain;
import dev.beatboard.render.texture.Surface;
import dev.beatboard.scene.Material;

/// Evaluates the surface that most samples of a pixel show: position, normals, color, roughness.
final class SurfacePass {

    private static final byte[] KINDS = new byte[Material.Kind.values().length];

    static {
        for (Material.Kind k : Material.Kind.values()) {
            KINDS[k.ordinal()] = (byte) k.ordinal();
        }
    }

    private final Visibility vis;
    private final Mesh mesh;
    private final Finish finish;
    private final Lens lens;
    private final Kinship kin;
    private final float[] tangents;

    SurfacePass(Visibility vis, Mesh mesh, Finish finish, Lens lens, float[] tangents) {
        this.vis = vis;
        this.mesh = mesh;
        this.finish = finish;
        this.lens = lens;
        kin = new Kinship(mesh);
        this.tangents = tangents;
    }

    void tile(Canvas c, int ti, Surface p) {
        int x0 = ti % vis.tilesX * Visibility.TILE;
        int y0 = ti / vis.tilesX * Visibility.TILE;
        int x1 = Math.min(vis.width, x0 + Visibility.TILE);
        int y1 = Math.min(vis.height, y0 + Visibility.TILE);
        for (int y = y0; y < y1; y++) {
            for (int x = x0; x < x1; x++) {
                int at = c.at(x, y);
                int v = y * vis.stride + x;
                int s = vis.samples == 1 ? 0 : elect(v);
                int t = vis.triangle[s][v];
                float sx = vis.sampleX(s);
                float sy = vis.sampleY(s);
                c.sample[at] = (byte) s;
                c.triangle[at] = t;
                if (t < 0) {
                    nothing(c, at);
                    continue;
                }
                Finish.Entry f = evaluate(t, x + sx, y + sy, p);
                c.kind[at] = f.emissive ? Canvas.LAMP : KINDS[f.kind.ordinal()];
                c.x[at] = p.x;
                c.y[at] = p.y;
                c.z[at] = p.z;
                c.nx[at] = p.nx;
                c.ny[at] = p.ny;
                c.nz[at] = p.nz;
                c.gx[at] = p.gx;
                c.gy[at] = p.gy;
                c.gz[at] = p.gz;
                c.red[at] = p.r;
                c.green[at] = p.g;
                c.blue[at] = p.b;
                float rough = Math.max(0.03f, Math.min(1, p.roughness));
                c.alpha[at] = rough * rough;
                c.specular[at] = f.material.metalness() > 0.5f ? -1 : f.material.specular();
                c.depth[at] = p.depth;
                if (f.kind == Material.Kind.HAIR) {
                    // Hair needs its tangent where others keep nothing.
                    c.outR[at] = p.tx;
                    c.outG[at] = p.ty;
                    c.outB[at] = p.tz;
                }
            }
        }
    }

    /// The first sample of the surface with most samples: thin gaps and slivers must not speak for a pixel.
    private int elect(int v) {
        int t0 = vis.triangle[0][v];
        int t1 = vis.triangle[1][v];
        int t2 = vis.triangle[2][v];
        int t3 = vis.triangle[3][v];
        if (t0 == t1 && t1 == t2 && t2 == t3) {
            return 0;
        }
        boolean d1 = differ(v, 0, 1);
        boolean d2 = differ(v, 0, 2);
        boolean d3 = differ(v, 0, 3);
        int with = (d1 ? 0 : 1) + (d2 ? 0 : 1) + (d3 ? 0 : 1);
        if (with > 0) {
            return 0;
        }
        if (!differ(v, 1, 2) || !differ(v, 1, 3)) {
            return 1;
        }
        return differ(v, 2, 3) ? 0 : 2;
    }

    private boolean differ(int v, int a, int b) {
        int t = vis.triangle[a][v];
        int u = vis.triangle[b][v];
        return t != u && kin.differRoughly(t, u, vis.nearness[a][v], vis.nearness[b][v]);
    }

    private static void nothing(Canvas c, int at) {
        c.kind[at] = Canvas.SKY;
        c.x[at] = Canvas.NOWHERE;
        c.y[at] = 0;
        c.z[at] = 0;
        c.nx[at] = 0;
        c.ny[at] = 0;
        c.nz[at] = 0;
        c.red[at] = 0;
        c.green[at] = 0;
        c.blue[at] = 0;
        c.alpha[at] = 1;
        c.specular[at] = 0;
        c.depth[at] = Float.POSITIVE_INFINITY;
    }

    /// Fills `p` for the point of triangle `t` that is seen at (x, y), pixels.
    Finish.Entry evaluate(int t, float x, float y, Surface p) {
        float sx = lens.slopeX(x);
        float sy = lens.slopeY(y);
        float dx = lens.fx() + sx * lens.rx() + sy * lens.ux();
        float dy = lens.fy() + sx * lens.ry() + sy * lens.uy();
        float dz = lens.fz() + sx * lens.rz() + sy * lens.uz();
        int a = 3 * mesh.corners[3 * t];
        int b = 3 * mesh.corners[3 * t + 1];
        int c = 3 * mesh.corners[3 * t + 2];
        float[] v = mesh.positions;
        float e1x = v[b] - v[a];
        float e1y = v[b + 1] - v[a + 1];
        float e1z = v[b + 2] - v[a + 2];
        float e2x = v[c] - v[a];
        float e2y = v[c + 1] - v[a + 1];
        float e2z = v[c + 2] - v[a + 2];
        float px = dy * e2z - dz * e2y;
        float py = dz * e2x - dx * e2z;
        float pz = dx * e2y - dy * e2x;
        float det = e1x * px + e1y * py + e1z * pz;
        float inv = det == 0 ? 0 : 1 / det;
        float ox = lens.ox() - v[a];
        float oy = lens.oy() - v[a + 1];
        float oz = lens.oz() - v[a + 2];
        float w1 = (ox * px + oy * py + oz * pz) * inv;
        float w2 = (dx * (oy * e1z - oz * e1y) + dy * (oz * e1x - ox * e1z) + dz * (ox * e1y - oy * e1x)) * inv;
        w1 = w1 < 0 ? 0 : w1 > 1 ? 1 : w1;
        w2 = w2 < 0 ? 0 : w2 > 1 - w1 ? 1 - w1 : w2;
        p.x = v[a] + w1 * e1x + w2 * e2x;
        p.y = v[a + 1] + w1 * e1y + w2 * e2y;
        p.z = v[a + 2] + w1 * e1z + w2 * e2z;
        p.depth = lens.depth(p.x, p.y, p.z);
        view(p);
        p.pixel = Math.max(1e-7f, p.depth) / lens.pixels();
        return interpolate(t, w1, w2, p);
    }

    private void view(Surface p) {
        float vx = lens.ox() - p.x;
        float vy = lens.oy() - p.y;
        float vz = lens.oz() - p.z;
        float l = 1 / (float) Math.sqrt(vx * vx + vy * vy + vz * vz + 1e-20f);
        p.vx = vx * l;
        p.vy = vy * l;
        p.vz = vz * l;
    }

    /// Fills the rest of `p`, whose position, view direction and footprint are known, from the corners' weights.
    Finish.Entry interpolate(int t, float w1, float w2, Surface p) {
        Finish.Entry f = finish.of(t);
        int a = mesh.corners[3 * t];
        int b = mesh.corners[3 * t + 1];
        int c = mesh.corners[3 * t + 2];
        float w0 = 1 - w1 - w2;
        float[] n = mesh.normals;
        float nx = w0 * n[3 * a] + w1 * n[3 * b] + w2 * n[3 * c];
        float ny = w0 * n[3 * a + 1] + w1 * n[3 * b + 1] + w2 * n[3 * c + 1];
        float nz = w0 * n[3 * a + 2] + w1 * n[3 * b + 2] + w2 * n[3 * c + 2];
        float[] v = mesh.positions;
        float e1x = v[3 * b] - v[3 * a];
        float e1y = v[3 * b + 1] - v[3 * a + 1];
        float e1z = v[3 * b + 2] - v[3 * a + 2];
        float e2x = v[3 * c] - v[3 * a];
        float e2y = v[3 * c + 1] - v[3 * a + 1];
        float e2z = v[3 * c + 2] - v[3 * a + 2];
        float gx = e1y * e2z - e1z * e2y;
        float gy = e1z * e2x - e1x * e2z;
        float gz = e1x * e2y - e1y * e2x;
        float area = (float) Math.sqrt(gx * gx + gy * gy + gz * gz + 1e-30f);
        float k = 1 / area;
        if (gx * p.vx + gy * p.vy + gz * p.vz < 0) {
            k = -k;
        }
        gx *= k;
        gy *= k;
        gz *= k;
        float slant = Math.max(0.05f, gx * p.vx + gy * p.vy + gz * p.vz);
        p.footprint = p.pixel / (float) Math.sqrt(slant);
        float l2 = nx * nx + ny * ny + nz * nz;
        if (l2 < 1e-6f) {
            nx = gx;
            ny = gy;
            nz = gz;
        } else {
            float l = 1 / (float) Math.sqrt(l2);
            if (nx * gx + ny * gy + nz * gz < 0) {
                l = -l;
            }
            nx *= l;
            ny *= l;
            nz *= l;
        }
        // A shading normal that looks away from the lens is bent back to the edge of what can be seen.
        float nv = nx * p.vx + ny * p.vy + nz * p.vz;
        if (nv < 0.02f) {
            float s = 0.02f - nv;
            nx += s * p.vx;
            ny += s * p.vy;
            nz += s * p.vz;
        }
        p.gx = gx;
        p.gy = gy;
        p.gz = gz;
        p.nx = nx;
        p.ny = ny;
        p.nz = nz;
        p.roughness = f.material.roughness();
        float[] uv = mesh.uvs;
        p.u = w0 * uv[2 * a] + w1 * uv[2 * b] + w2 * uv[2 * c];
        p.v = w0 * uv[2 * a + 1] + w1 * uv[2 * b + 1] + w2 * uv[2 * c + 1];
        float uvArea = Math.abs((uv[2 * b] - uv[2 * a]) * (uv[2 * c + 1] - uv[2 * a + 1])
                - (uv[2 * c] - uv[2 * a]) * (uv[2 * b + 1] - uv[2 * a + 1]));
        p.uvDensity = (float) Math.sqrt(uvArea / area);
        f.paint.apply(p);
        switch (f.kind) {
            case SKIN -> {
                float lip = Grain.smooth(2.1f, 3.2f, p.r / (p.g + 0.02f));
                p.roughness = f.material.roughness() - 0.12f * lip;
            }
            case EYE -> {
                p.roughness = 0.07f;
                p.r *= 1.2f;
                p.g *= 1.2f;
                p.b *= 1.2f;
            }
            case HAIR -> strand(t, a, b, c, w0, w1, w2, p);
            case MOUTH -> {
                p.r *= 0.6f;
                p.g *= 0.5f;
                p.b *= 0.5f;
            }
            default -> {}
        }
        float l = 1 / (float) Math.sqrt(p.nx * p.nx + p.ny * p.ny + p.nz * p.nz + 1e-20f);
        p.nx *= l;
        p.ny *= l;
        p.nz *= l;
        return f;
    }

    private void strand(int t, int a, int b, int c, float w0, float w1, float w2, Surface p) {
        float[] g = tangents;
        if (t < mesh.fixedTriangles || g.length < 3 * mesh.vertexCount) {
            p.tx = 0;
            p.ty = 1;
            p.tz = 0;
            return;
        }
        float x = w0 * g[3 * a] + w1 * g[3 * b] + w2 * g[3 * c];
        float y = w0 * g[3 * a + 1] + w1 * g[3 * b + 1] + w2 * g[3 * c + 1];
        float z = w0 * g[3 * a + 2] + w1 * g[3 * b + 2] + w2 * g[3 * c + 2];
        float l = 1 / (float) Math.sqrt(x * x + y * y + z * z + 1e-20f);
        p.tx = x * l;
        p.ty = y * l;
        p.tz = z * l;
    }
}
