package dev.beatboard.render.raster;

import dev.beatboard.render.mesh.Finish;
import dev.beatboard.render.mesh.Lens;
import dev.beatboard.render.mesh.Mesh;
import dev.beatboard.render.texture.Creases;
import dev.beatboard.render.texture.Grain;
import dev.beatboard.render.texture.Pores;
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

    /// How far, as a slope, strands of hair stand off each other that are as different as the
    /// picture draws them.
    private static final float LIFT = 0.4f;

    /// How much of the light on an eye its upper lid takes.
    private static final float LID = 0.6f;

    /// How far beyond a triangle, as a share of its edges, it may be extended.
    private static final float BEYOND = 0.5f;

    /// The square of the length of a mean normal under which its samples face all ways.
    private static final float LEAST_MEAN = 0.02f;

    /// Least cosine between the normals, and between the directions, of strands that are shaded as one: the mean of two
    /// locks that face apart would shine where neither does.
    private static final float ONE_LOCK = 0.8f;

    private final Visibility vis;
    private final Mesh mesh;
    private final Finish finish;
    private final Lens lens;
    private final Kinship kin;
    private final Coherence coherence;
    private final float[] tangents;
    /// Slope per pixel.
    private final float perPixel;

    SurfacePass(
            Visibility vis, Mesh mesh, Finish finish, Lens lens, float[] tangents, Kinship kin, Coherence coherence) {
        this.coherence = coherence;
        this.vis = vis;
        this.mesh = mesh;
        this.finish = finish;
        this.lens = lens;
        this.kin = kin;
        this.tangents = tangents;
        perPixel = 1 / lens.pixels();
    }

    /// @param other scratch for the samples besides the one that is shaded
    void tile(Canvas c, int ti, Facet facet, Facet other) {
        Surface p = facet.point;
        boolean still = coherence.still();
        int last = vis.samples - 1;
        int[] one = vis.triangle[0];
        int[] two = vis.triangle[Math.min(last, 1)];
        int[] three = vis.triangle[Math.min(last, 2)];
        int[] four = vis.triangle[last];
        int x0 = ti % vis.tilesX * Visibility.TILE;
        int y0 = ti / vis.tilesX * Visibility.TILE;
        int x1 = Math.min(vis.width, x0 + Visibility.TILE);
        int y1 = Math.min(vis.height, y0 + Visibility.TILE);
        for (int y = y0; y < y1; y++) {
            int v = vis.at(x0, y) - 1;
            int at = c.at(x0, y) - 1;
            for (int x = x0; x < x1; x++) {
                at++;
                v++;
                int t = one[v];
                boolean even = t == two[v] && t == three[v] && t == four[v];
                int s = even ? 0 : elect(v);
                t = s == 0 ? t : vis.triangle[s][v];
                float sx = vis.sampleX(s);
                float sy = vis.sampleY(s);
                if (still && t == c.triangle[at] && s == c.sample[at] && t < mesh.fixedTriangles) {
                    continue;
                }
                coherence.change(x, y);
                c.sample[at] = (byte) s;
                c.triangle[at] = t;
                if (t < 0) {
                    nothing(c, at);
                    continue;
                }
                Finish.Entry f = evaluate(t, x + sx, y + sy, facet);
                if (!even && t >= mesh.fixedTriangles && !kin.polished(t)) {
                    average(x, y, v, s, f, p, other);
                }
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
                    c.tx[at] = p.tx;
                    c.ty[at] = p.ty;
                    c.tz[at] = p.tz;
                }
            }
        }
    }

    /// The first sample of the surface with most samples: thin gaps and slivers must not speak for
    /// a pixel.
    private int elect(int v) {
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

    /// A surface that moves and turns within a pixel, as do the lips of someone far off, is lit by the mean of the
    /// normals that the samples show of it, not by the whim of one (normals are filtered as colors are,
    /// Fournier 1992). Strands are finer than pixels: of hair colors and directions are averaged, too.
    private void average(int x, int y, int v, int s, Finish.Entry f, Surface p, Facet q) {
        int t = vis.triangle[s][v];
        boolean hair = f.kind == Material.Kind.HAIR;
        Surface o = q.point;
        if (!hair) {
            normal(t, x + vis.sampleX(s), y + vis.sampleY(s), q);
        }
        float bx = hair ? p.nx : o.nx;
        float by = hair ? p.ny : o.ny;
        float bz = hair ? p.nz : o.nz;
        float nx = bx;
        float ny = by;
        float nz = bz;
        int n = 1;
        for (int k = 0; k < vis.samples; k++) {
            int u = vis.triangle[k][v];
            if (k == s || differ(v, k, s)) {
                continue;
            }
            if (u == t) {
                n++;
                nx += bx;
                ny += by;
                nz += bz;
                continue;
            }
            if (!hair) {
                normal(u, x + vis.sampleX(k), y + vis.sampleY(k), q);
            } else {
                evaluate(u, x + vis.sampleX(k), y + vis.sampleY(k), q);
                if (o.nx * bx + o.ny * by + o.nz * bz < ONE_LOCK || cross(p, o)) {
                    continue;
                }
                p.blend(o, 1f / (n + 1));
            }
            n++;
            nx += o.nx;
            ny += o.ny;
            nz += o.nz;
        }
        float l = nx * nx + ny * ny + nz * nz;
        if (l < LEAST_MEAN * n * n) {
            return;
        }
        // What arrives goes with the mean as it is, which is shorter than one; the lobe is widened by how
        // far the normals are spread (Toksvig 2005).
        float length = (float) Math.sqrt(l) / n;
        float spread = 2 * (1 - length);
        if (!hair && f.material.metalness() <= 0.5f) {
            p.shade(length);
        }
        p.roughness = (float) Math.sqrt(Math.sqrt(p.roughness * p.roughness * p.roughness * p.roughness + spread));
        // What texture bends the normal by stays.
        l = 1 / (float) Math.sqrt(l);
        p.nx += nx * l - bx;
        p.ny += ny * l - by;
        p.nz += nz * l - bz;
        toward(p);
        l = unit(p.nx * p.nx + p.ny * p.ny + p.nz * p.nz + 1e-20f);
        p.nx *= l;
        p.ny *= l;
        p.nz *= l;
    }

    /// Whether the strands at two points run in different directions: along the mean of these light would leave where
    /// it does along neither.
    private static boolean cross(Surface p, Surface o) {
        float along = p.tx * o.tx + p.ty * o.ty + p.tz * o.tz;
        float a = p.tx * p.tx + p.ty * p.ty + p.tz * p.tz;
        float b = o.tx * o.tx + o.ty * o.ty + o.tz * o.tz;
        return along < ONE_LOCK * (float) Math.sqrt(a * b);
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

    /// Fills the facet's point for what is seen of triangle `t` in the middle of pixel (x, y), or
    /// where sample `s` of the pixel sees it if it does not reach so far.
    void middle(int t, int x, int y, int s, Facet q) {
        evaluate(t, x + 0.5f, y + 0.5f, q);
        if (!q.inside) {
            evaluate(t, x + vis.sampleX(s), y + vis.sampleY(s), q);
        }
    }

    /// Fills the facet's point for what is seen of triangle `t` at (x, y), pixels.
    Finish.Entry evaluate(int t, float x, float y, Facet q) {
        Finish.Entry f = aim(t, x, y, q);
        float w1 = q.w1;
        float w2 = q.w2;
        w1 = w1 < 0 ? 0 : w1 > 1 ? 1 : w1;
        w2 = w2 < 0 ? 0 : w2 > 1 - w1 ? 1 - w1 : w2;
        place(t, f, w1, w2, q);
        return f;
    }

    /// As [#evaluate], but a little beyond the triangle it goes on as it is there.
    void extend(int t, float x, float y, Facet q) {
        Finish.Entry f = aim(t, x, y, q);
        place(t, f, Math.clamp(q.w1, -BEYOND, 1 + BEYOND), Math.clamp(q.w2, -BEYOND, 1 + BEYOND), q);
    }

    private void place(int t, Finish.Entry f, float w1, float w2, Facet q) {
        Surface p = q.point;
        float[] v = mesh.positions;
        int a = 3 * q.a;
        p.x = v[a] + w1 * q.e1x + w2 * q.e2x;
        p.y = v[a + 1] + w1 * q.e1y + w2 * q.e2y;
        p.z = v[a + 2] + w1 * q.e1z + w2 * q.e2z;
        p.depth = lens.depth(p.x, p.y, p.z);
        view(p);
        p.pixel = Math.max(1e-7f, p.depth) * perPixel;
        interpolate(t, f, w1, w2, q);
    }

    /// Turns the facet to triangle `t` and finds the weights of its corners at (x, y), pixels.
    private Finish.Entry aim(int t, float x, float y, Facet q) {
        Finish.Entry f = q.turn(this, t, mesh, finish, lens);
        float sx = (x - 0.5f * lens.width()) * perPixel;
        float sy = (0.5f * lens.height() - y) * perPixel;
        float dx = lens.fx() + sx * lens.rx() + sy * lens.ux();
        float dy = lens.fy() + sx * lens.ry() + sy * lens.uy();
        float dz = lens.fz() + sx * lens.rz() + sy * lens.uz();
        float det = dx * q.nx + dy * q.ny + dz * q.nz;
        float inv = det == 0 ? 0 : 1 / det;
        q.w1 = (dx * q.ax + dy * q.ay + dz * q.az) * inv;
        q.w2 = (dx * q.bx + dy * q.by + dz * q.bz) * inv;
        q.ahead = det >= 0;
        q.inside = q.w1 >= 0 && q.w2 >= 0 && q.w1 + q.w2 <= 1;
        return f;
    }

    /// The depth alone of what [#middle] finds.
    float depth(int t, int x, int y, int s, Facet q) {
        aim(t, x + 0.5f, y + 0.5f, q);
        if (!q.inside) {
            return 1 / vis.nearness[s][vis.at(x, y)];
        }
        float[] v = mesh.positions;
        int a = 3 * q.a;
        return lens.depth(
                v[a] + q.w1 * q.e1x + q.w2 * q.e2x,
                v[a + 1] + q.w1 * q.e1y + q.w2 * q.e2y,
                v[a + 2] + q.w1 * q.e1z + q.w2 * q.e2z);
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

    /// Fills the rest of the point, whose position, view direction and footprint are known, from
    /// the corners' weights.
    private void interpolate(int t, Finish.Entry f, float w1, float w2, Facet q) {
        Surface p = q.point;
        int a = q.a;
        int b = q.b;
        int c = q.c;
        float w0 = 1 - w1 - w2;
        float side = q.gx * p.vx + q.gy * p.vy + q.gz * p.vz < 0 ? -1 : 1;
        float gx = side * q.gx;
        float gy = side * q.gy;
        float gz = side * q.gz;
        float slant = Math.max(0.05f, gx * p.vx + gy * p.vy + gz * p.vz);
        p.footprint = p.pixel / (float) Math.sqrt(slant);
        normal(q, gx, gy, gz, w1, w2);
        toward(p);
        p.gx = gx;
        p.gy = gy;
        p.gz = gz;
        p.roughness = f.material.roughness();
        float[] uv = mesh.uvs;
        p.u = w0 * uv[2 * a] + w1 * uv[2 * b] + w2 * uv[2 * c];
        p.v = w0 * uv[2 * a + 1] + w1 * uv[2 * b + 1] + w2 * uv[2 * c + 1];
        p.uvDensity = q.density;
        f.paint.apply(p);
        switch (f.kind) {
            case SKIN -> {
                float lip = Grain.smooth(2.1f, 3.2f, p.r / (p.g + 0.02f));
                Pores.apply(p);
                p.roughness -= 0.12f * lip;
            }
            case EYE -> {
                p.roughness = 0.07f;
                // The upper lid and its lashes shade what looks up under them.
                float lid = 1.25f - LID * Grain.smooth(0f, 0.6f, p.ny);
                p.r *= lid;
                p.g *= lid;
                p.b *= lid;
            }
            case CLOTH -> Creases.apply(p);
            case HAIR -> strand(t, f, a, b, c, w0, w1, w2, p);
            case MOUTH -> {
                p.r *= 0.6f;
                p.g *= 0.5f;
                p.b *= 0.5f;
            }
            default -> {}
        }
        float l = unit(p.nx * p.nx + p.ny * p.ny + p.nz * p.nz + 1e-20f);
        p.nx *= l;
        p.ny *= l;
        p.nz *= l;
    }

    /// Sets the point's normal to that of triangle `t` at (x, y), pixels, without texture; nothing else of it is set.
    private void normal(int t, float x, float y, Facet q) {
        aim(t, x, y, q);
        float w1 = Math.clamp(q.w1, 0, 1);
        float w2 = Math.clamp(q.w2, 0, 1 - w1);
        float side = q.ahead ? 1 : -1;
        normal(q, side * q.gx, side * q.gy, side * q.gz, w1, w2);
    }

    /// The interpolated normal, on the side of the geometric one, which stands for it where there is none.
    private void normal(Facet q, float gx, float gy, float gz, float w1, float w2) {
        float w0 = 1 - w1 - w2;
        float[] n = mesh.normals;
        float nx = w0 * n[3 * q.a] + w1 * n[3 * q.b] + w2 * n[3 * q.c];
        float ny = w0 * n[3 * q.a + 1] + w1 * n[3 * q.b + 1] + w2 * n[3 * q.c + 1];
        float nz = w0 * n[3 * q.a + 2] + w1 * n[3 * q.b + 2] + w2 * n[3 * q.c + 2];
        float l2 = nx * nx + ny * ny + nz * nz;
        if (l2 < 1e-6f) {
            nx = gx;
            ny = gy;
            nz = gz;
        } else {
            float l = unit(l2);
            if (nx * gx + ny * gy + nz * gz < 0) {
                l = -l;
            }
            nx *= l;
            ny *= l;
            nz *= l;
        }
        q.point.nx = nx;
        q.point.ny = ny;
        q.point.nz = nz;
    }

    /// A shading normal that looks away from the lens is bent back to the edge of what can be seen.
    private static void toward(Surface p) {
        float nv = p.nx * p.vx + p.ny * p.vy + p.nz * p.vz;
        if (nv < 0.02f) {
            float s = 0.02f - nv;
            p.nx += s * p.vx;
            p.ny += s * p.vy;
            p.nz += s * p.vz;
        }
    }

    /// What a vector of squared length `l2` is multiplied by to be a unit vector; most are one
    /// already.
    private static float unit(float l2) {
        return Math.abs(l2 - 1) < 1e-6f ? 1 : 1 / (float) Math.sqrt(l2);
    }

    private void strand(int t, Finish.Entry f, int a, int b, int c, float w0, float w1, float w2, Surface p) {
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
        // No strand lies quite like the next, which breaks a highlight into many; the picture says where they are.
        float drawn = 0.3f * p.r + 0.6f * p.g + 0.1f * p.b;
        float lift = LIFT * Math.max(-0.6f, Math.min(0.6f, drawn / f.luminance - 1));
        p.tx += lift * p.nx;
        p.ty += lift * p.ny;
        p.tz += lift * p.nz;
        // A strand is round: it shows the lens a normal that no card has. Half of it keeps the edges of cards, whose
        // own
        // normals look away from the light, from turning black.
        float along = p.vx * p.tx + p.vy * p.ty + p.vz * p.tz;
        p.nx += p.vx - along * p.tx;
        p.ny += p.vy - along * p.ty;
        p.nz += p.vz - along * p.tz;
    }
}
