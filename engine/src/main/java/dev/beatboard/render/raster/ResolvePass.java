package dev.beatboard.render.raster;

import dev.beatboard.render.mesh.Finish;
import dev.beatboard.render.mesh.Mesh;
import dev.beatboard.render.texture.Surface;

/// Averages the samples of each pixel. A sample of the shaded surface takes the pixel's color; one
/// of another surface takes that of the neighbor that shows it, or is shaded with the pixel's
/// light. Bright samples weigh less, 1/(1+max), so that edges against lamps stay smooth after tone
/// mapping.
final class ResolvePass {

    private final Visibility vis;
    private final Canvas c;
    private final Mesh mesh;
    private final Finish finish;
    private final SurfacePass surfaces;
    private final ShadePass shade;
    private final Kinship kin;
    private final float exposure;
    /// The triangles at the four samples, or four times those at the only one.
    private final int[] a;

    private final int[] b;
    private final int[] d;
    private final int[] e;

    ResolvePass(
            Visibility vis, Canvas c, Mesh mesh, Finish finish, SurfacePass surfaces, ShadePass shade, float exposure) {
        this.vis = vis;
        this.c = c;
        this.mesh = mesh;
        this.finish = finish;
        this.surfaces = surfaces;
        this.shade = shade;
        kin = new Kinship(mesh);
        this.exposure = exposure;
        int last = vis.samples - 1;
        a = vis.triangle[0];
        b = vis.triangle[Math.min(last, 1)];
        d = vis.triangle[Math.min(last, 2)];
        e = vis.triangle[last];
    }

    /// The planes of the picture, without margin, and for the lens the nearest depth, its share of
    /// the pixel, and the depth of what is behind.
    record Target(
            float[] r,
            float[] g,
            float[] b,
            float[] a,
            float[] depth,
            float[] object,
            float[] near,
            float[] share,
            float[] far) {

        /// The lens focuses on what a mirror shows, which lies that much behind it, per distance.
        void beyond(int o, float behind) {
            if (behind > 0) {
                near[o] *= 1 + behind;
                far[o] = Math.max(far[o], near[o]);
            }
        }
    }

    /// Surfaces at one pixel are told apart for the lens if their nearness differs by more than
    /// this share.
    private static final float APART = 0.05f;

    void row(int y, Facet facet, float[] out, Target to) {
        int v = 0;
        for (int x = 0; x < c.width; x++) {
            int at = c.at(x, y);
            v = x % Visibility.TILE == 0 ? vis.at(x, y) : v + 1;
            int o = y * c.width + x;
            if (vis.samples == 4 && even(v)) {
                plain(at, v, o, to);
                to.beyond(o, c.beyond[at]);
                continue;
            }
            int s0 = c.sample[at];
            int t0 = vis.triangle[s0][v];
            float z0 = vis.nearness[s0][v];
            float r = c.outR[at];
            float g = c.outG[at];
            float b = c.outB[at];
            float w = 1 / (1 + exposure * Math.max(r, Math.max(g, b)));
            float sr = r * w;
            float sg = g * w;
            float sb = b * w;
            float sw = w;
            int covered = 0;
            boolean simple = true;
            for (int s = 0; s < vis.samples; s++) {
                int t = vis.triangle[s][v];
                covered += t >= 0 ? 1 : 0;
                if (t != t0 && kin.differ(t, t0, vis.nearness[s][v], z0)) {
                    simple = false;
                }
            }
            if (!simple) {
                for (int s = 0; s < vis.samples; s++) {
                    if (s == s0) {
                        continue;
                    }
                    int t = vis.triangle[s][v];
                    float z = vis.nearness[s][v];
                    if (t == t0 || !kin.differ(t, t0, z, z0)) {
                        out[0] = r;
                        out[1] = g;
                        out[2] = b;
                    } else {
                        other(x, y, s, t, z, at, facet, out);
                    }
                    w = 1 / (1 + exposure * Math.max(out[0], Math.max(out[1], out[2])));
                    sr += out[0] * w;
                    sg += out[1] * w;
                    sb += out[2] * w;
                    sw += w;
                }
            }
            float k = exposure / sw;
            to.r[o] = simple ? r * exposure : sr * k;
            to.g[o] = simple ? g * exposure : sg * k;
            to.b[o] = simple ? b * exposure : sb * k;
            to.a[o] = covered / (float) vis.samples;
            majority(v, o, to);
            layers(v, o, to);
            to.beyond(o, c.beyond[at]);
        }
    }

    /// Whether all four samples show one triangle.
    private boolean even(int v) {
        int t = a[v];
        return t == b[v] && t == d[v] && t == e[v];
    }

    private void plain(int at, int v, int o, Target to) {
        int t = a[v];
        to.r[o] = c.outR[at] * exposure;
        to.g[o] = c.outG[at] * exposure;
        to.b[o] = c.outB[at] * exposure;
        to.a[o] = t >= 0 ? 1 : 0;
        to.object[o] = t < 0 ? 0 : finish.of(t).object;
        float most = Math.max(
                Math.max(vis.nearness[0][v], vis.nearness[1][v]), Math.max(vis.nearness[2][v], vis.nearness[3][v]));
        to.depth[o] = t < 0 ? Float.POSITIVE_INFINITY : 1 / most;
        to.near[o] = to.depth[o];
        to.far[o] = to.depth[o];
        to.share[o] = 1;
    }

    /// What the lens has to know of a pixel that shows more than one triangle.
    private void layers(int v, int o, Target to) {
        float near = 0;
        float far = Float.MAX_VALUE;
        for (int s = 0; s < vis.samples; s++) {
            float z = vis.nearness[s][v];
            near = Math.max(near, z);
            far = Math.min(far, z);
        }
        int count = 0;
        boolean apart = near - far > APART * near;
        for (int s = 0; s < vis.samples; s++) {
            count += !apart || vis.nearness[s][v] > 0.5f * (near + far) ? 1 : 0;
        }
        to.near[o] = near > 0 ? 1 / near : Float.POSITIVE_INFINITY;
        to.far[o] = !apart ? to.near[o] : far > 0 ? 1 / far : Float.POSITIVE_INFINITY;
        to.share[o] = count / (float) vis.samples;
    }

    /// The object with most samples, and the depth of its nearest one.
    private void majority(int v, int o, Target to) {
        int t0 = vis.triangle[0][v];
        boolean one = true;
        float most = vis.nearness[0][v];
        for (int s = 1; s < vis.samples; s++) {
            int t = vis.triangle[s][v];
            one &= t == t0 || t >= 0 && t0 >= 0 && mesh.shapeOf[t] == mesh.shapeOf[t0];
            most = Math.max(most, vis.nearness[s][v]);
        }
        if (one) {
            to.object[o] = t0 < 0 ? 0 : finish.of(t0).object;
            to.depth[o] = t0 < 0 ? Float.POSITIVE_INFINITY : 1 / most;
            return;
        }
        int best = 0;
        int votes = -1;
        float near = 0;
        for (int s = 0; s < vis.samples; s++) {
            int t = vis.triangle[s][v];
            int object = t < 0 ? 0 : finish.of(t).object;
            int n = 0;
            float nearest = 0;
            for (int q = 0; q < vis.samples; q++) {
                int u = vis.triangle[q][v];
                if ((u < 0 ? 0 : finish.of(u).object) == object && u < 0 == t < 0) {
                    n++;
                    nearest = Math.max(nearest, vis.nearness[q][v]);
                }
            }
            if (n > votes) {
                votes = n;
                best = object;
                near = nearest;
            }
        }
        to.object[o] = best;
        to.depth[o] = near > 0 ? 1 / near : Float.POSITIVE_INFINITY;
    }

    private void other(int x, int y, int s, int t, float z, int at, Facet facet, float[] out) {
        if (t < 0) {
            shade.skyAt(x + vis.sampleX(s), y + vis.sampleY(s), out);
            return;
        }
        float best = 0.03f * z;
        int from = -1;
        for (int j = -1; j <= 1; j++) {
            for (int i = -1; i <= 1; i++) {
                int qx = x + i;
                int qy = y + j;
                if (i == 0 && j == 0 || qx < 0 || qy < 0 || qx >= c.width || qy >= c.height) {
                    continue;
                }
                int q = c.at(qx, qy);
                int u = c.triangle[q];
                if (u < 0 || mesh.shapeOf[u] != mesh.shapeOf[t] || !kin.aligned(t, u)) {
                    continue;
                }
                float e = Math.abs(1 / c.depth[q] - z);
                if (e < best) {
                    best = e;
                    from = q;
                }
            }
        }
        if (from >= 0) {
            out[0] = c.outR[from];
            out[1] = c.outG[from];
            out[2] = c.outB[from];
            return;
        }
        Finish.Entry f = surfaces.evaluate(t, x + vis.sampleX(s), y + vis.sampleY(s), facet);
        Surface p = facet.point;
        if (f.emissive) {
            out[0] = f.material.emission().r();
            out[1] = f.material.emission().g();
            out[2] = f.material.emission().b();
            return;
        }
        // The pixel's own light, if its first sample has any, else the light of the nearest surface beside it.
        int l = at;
        for (int j = -1; j <= 1 && c.kind[l] < 0; j++) {
            for (int i = -1; i <= 1 && c.kind[l] < 0; i++) {
                int q = at + j * c.stride + i;
                l = c.kind[q] >= 0 ? q : l;
            }
        }
        out[0] = p.r * c.lightR[l];
        out[1] = p.g * c.lightG[l];
        out[2] = p.b * c.lightB[l];
    }
}
