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
            Visibility vis,
            Canvas c,
            Mesh mesh,
            Finish finish,
            SurfacePass surfaces,
            ShadePass shade,
            Kinship kin,
            float exposure) {
        this.vis = vis;
        this.c = c;
        this.mesh = mesh;
        this.finish = finish;
        this.surfaces = surfaces;
        this.shade = shade;
        this.kin = kin;
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
    /// By this share of its nearness a neighbor may differ that a sample takes its color from.
    private static final float NEAR = 0.03f;
    /// In pixels: the width of a gap that no neighbor shows the ground of.
    private static final float GAP = 2;
    /// Of a pixel that is covered by lashes, at most.
    private static final float MOST_LASH = 0.98f;

    /// What the samples of a pixel show that do not all show what was shaded there: scratch
    /// memory, one per worker.
    static final class Samples {
        /// Four, and what lashes cover of them.
        private static final int MOST = 5;
        /// How many of them there are, the shaded one first.
        int count;
        /// The place of the canvas whose color a sample has, -1 if it has one of its own.
        final int[] place = new int[MOST];
        /// Of a sample with a color of its own: the place from which its light is, -1 if it needs
        /// none, as a lamp or the sky.
        final int[] lit = new int[MOST];
        /// Weight and color.
        final float[] weight = new float[MOST];
        final float[] r = new float[MOST];
        final float[] g = new float[MOST];
        final float[] b = new float[MOST];
        /// Of a sample with light from another place: the color of its surface.
        final float[] baseR = new float[MOST];
        final float[] baseG = new float[MOST];
        final float[] baseB = new float[MOST];
        final float[] color = new float[8];
        float sum;

        void take(int from, float exposure) {
            place[count] = from;
            weight[count] = 1 / (1 + exposure * Math.max(r[count], Math.max(g[count], b[count])));
            sum += weight[count++];
        }
    }

    void row(int y, Facet facet, Samples s, Target to) {
        int v = 0;
        for (int x = 0; x < c.width; x++) {
            int at = c.at(x, y);
            v = x % Visibility.TILE == 0 ? vis.at(x, y) : v + 1;
            int o = y * c.width + x;
            float lash = vis.lash(v);
            if (lash == 0 && vis.samples == 4 && even(v)) {
                plain(at, v, o, to);
                to.beyond(o, c.beyond[at]);
                continue;
            }
            int covered = 0;
            for (int k = 0; k < vis.samples; k++) {
                covered += vis.triangle[k][v] >= 0 ? 1 : 0;
            }
            if (lash == 0 && alike(v, c.sample[at])) {
                to.r[o] = c.outR[at] * exposure;
                to.g[o] = c.outG[at] * exposure;
                to.b[o] = c.outB[at] * exposure;
            } else {
                gather(x, y, v, at, lash, facet, s);
                float r = 0;
                float g = 0;
                float b = 0;
                for (int k = 0; k < s.count; k++) {
                    r += s.r[k] * s.weight[k];
                    g += s.g[k] * s.weight[k];
                    b += s.b[k] * s.weight[k];
                }
                float k = exposure / s.sum;
                to.r[o] = r * k;
                to.g[o] = g * k;
                to.b[o] = b * k;
            }
            to.a[o] = covered / (float) vis.samples;
            int front = front(v);
            int t = vis.triangle[front][v];
            to.object[o] = t < 0 ? 0 : finish.of(t).object;
            to.depth[o] = t < 0 ? Float.POSITIVE_INFINITY : depth(x, y, t, front, facet);
            layers(v, o, to);
            to.beyond(o, c.beyond[at]);
        }
    }

    /// One layer of row `y`, from what its planes hold of the shaded surfaces, with the weights of
    /// the picture: layers that add up to the picture there add up to it here.
    void row(int y, Facet facet, Samples s, Part part) {
        float[][] out = part.out();
        int v = 0;
        for (int x = 0; x < c.width; x++) {
            int at = c.at(x, y);
            v = x % Visibility.TILE == 0 ? vis.at(x, y) : v + 1;
            int o = y * c.width + x;
            float lash = vis.lash(v);
            if (lash == 0 && (vis.samples == 4 && even(v) || alike(v, c.sample[at]))) {
                for (int i = 0; i < 3; i++) {
                    part.to()[i][o] = out[i][at] * part.scale();
                }
                continue;
            }
            gather(x, y, v, at, lash, facet, s);
            for (int i = 0; i < 3; i++) {
                float sum = 0;
                for (int k = 0; k < s.count; k++) {
                    sum += s.weight[k] * (s.place[k] >= 0 ? out[i][s.place[k]] : part.own(s, k, i));
                }
                part.to()[i][o] = sum * part.scale() / s.sum;
            }
        }
    }

    /// Whether all samples show a surface like that of sample `s0`.
    private boolean alike(int v, int s0) {
        int t0 = vis.triangle[s0][v];
        float z0 = vis.nearness[s0][v];
        for (int s = 0; s < vis.samples; s++) {
            int t = vis.triangle[s][v];
            if (t != t0 && kin.differ(t, t0, vis.nearness[s][v], z0)) {
                return false;
            }
        }
        return true;
    }

    private void gather(int x, int y, int v, int at, float lash, Facet facet, Samples to) {
        int s0 = c.sample[at];
        int t0 = vis.triangle[s0][v];
        float z0 = vis.nearness[s0][v];
        to.count = 0;
        to.sum = 0;
        shaded(at, to);
        for (int s = 0; s < vis.samples; s++) {
            if (s == s0) {
                continue;
            }
            int t = vis.triangle[s][v];
            float z = vis.nearness[s][v];
            if (t == t0 || !kin.differ(t, t0, z, z0)) {
                shaded(at, to);
            } else {
                other(x, y, s, t, z, at, facet, to);
            }
        }
        if (lash > 0) {
            lash(x, y, vis.lashTriangle[v], at, Math.min(MOST_LASH, lash), facet, to);
        }
    }

    /// Lashes and brows lie so close over what the pixel shows that they have its light, of which they keep half as
    /// much again from what is under them as they cover.
    private void lash(int x, int y, int t, int at, float cover, Facet facet, Samples to) {
        float through = 1 - cover;
        float share = 1 - through * (float) Math.sqrt(through);
        surfaces.evaluate(t, x + 0.5f, y + 0.5f, facet);
        facet.point.shade(cover / share);
        float rest = to.sum;
        colored(facet.point, at, to);
        float own = share / (1 - share) * rest;
        to.sum = rest + own;
        to.weight[to.count - 1] = own;
    }

    private void shaded(int place, Samples to) {
        to.r[to.count] = c.outR[place];
        to.g[to.count] = c.outG[place];
        to.b[to.count] = c.outB[place];
        to.take(place, exposure);
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
        // 1 / depth is linear over the picture of a triangle, and the samples lie around the middle.
        float sum = vis.nearness[0][v] + vis.nearness[1][v] + vis.nearness[2][v] + vis.nearness[3][v];
        to.depth[o] = t < 0 ? Float.POSITIVE_INFINITY : 4 / sum;
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

    /// The depth of triangle `t` in the middle of the pixel, where data layers have their values.
    private float depth(int x, int y, int t, int front, Facet facet) {
        if (vis.samples == 1) {
            return 1 / vis.nearness[0][vis.at(x, y)];
        }
        return surfaces.depth(t, x, y, front, facet);
    }

    /// The sample that stands for a pixel where it can have one value only: of the object with most
    /// samples the nearest.
    int front(int v) {
        int best = 0;
        int votes = -1;
        for (int s = 0; s < vis.samples; s++) {
            int object = object(s, v);
            int n = 0;
            int nearest = s;
            for (int q = 0; q < vis.samples; q++) {
                if (object(q, v) == object) {
                    n++;
                    nearest = vis.nearness[q][v] > vis.nearness[nearest][v] ? q : nearest;
                }
            }
            if (n > votes) {
                votes = n;
                best = nearest;
            }
        }
        return best;
    }

    /// The object at a sample, -1 where there is nothing.
    private int object(int s, int v) {
        int t = vis.triangle[s][v];
        return t < 0 ? -1 : finish.of(t).object;
    }

    private void other(int x, int y, int s, int t, float z, int at, Facet facet, Samples to) {
        if (t < 0) {
            shade.skyAt(x + vis.sampleX(s), y + vis.sampleY(s), to.color);
            own(to.color[0], to.color[1], to.color[2], -1, to);
            return;
        }
        boolean polished = kin.polished(t);
        if (polished) {
            surfaces.evaluate(t, x + vis.sampleX(s), y + vis.sampleY(s), facet);
        }
        float best = polished ? 2 : NEAR * z;
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
                if (u < 0 || mesh.shapeOf[u] != mesh.shapeOf[t] || !polished && !kin.aligned(t, u)) {
                    continue;
                }
                float e = Math.abs(1 / c.depth[q] - z);
                if (polished) {
                    e = e < NEAR * z ? apart(facet.point, q) : 2;
                }
                if (e < best) {
                    best = e;
                    from = q;
                }
            }
        }
        if (from >= 0) {
            shaded(from, to);
            return;
        }
        Finish.Entry f = surfaces.evaluate(t, x + vis.sampleX(s), y + vis.sampleY(s), facet);
        Surface p = facet.point;
        if (f.emissive) {
            own(
                    f.material.emission().r(),
                    f.material.emission().g(),
                    f.material.emission().b(),
                    -1,
                    to);
            return;
        }
        p.shade(down(f, p, at));
        colored(p, at, to);
    }

    /// How much of the pixel's light gets down to a point behind what the pixel shows of the same thing, as a tooth in
    /// the corner of a mouth: no neighbor shows it, so the gap is hardly wider than a pixel.
    private float down(Finish.Entry f, Surface p, int at) {
        int front = c.triangle[at];
        if (front < 0 || finish.of(front).object != f.object) {
            return 1;
        }
        float deep = p.depth - c.depth[at];
        return deep > GAP * p.pixel ? GAP * p.pixel / deep : 1;
    }

    /// A sample of a surface with the pixel's own light, if its first sample has any, else with that of
    /// the nearest surface beside it.
    private void colored(Surface p, int at, Samples to) {
        int k = to.count;
        int l = at;
        for (int j = -1; j <= 1 && c.kind[l] < 0; j++) {
            for (int i = -1; i <= 1 && c.kind[l] < 0; i++) {
                int q = at + j * c.stride + i;
                l = c.kind[q] >= 0 ? q : l;
            }
        }
        to.baseR[k] = p.r;
        to.baseG[k] = p.g;
        to.baseB[k] = p.b;
        own(p.r * c.lightR[l], p.g * c.lightG[l], p.b * c.lightB[l], l, to);
    }

    /// How different the normals of a point and of pixel `q` are, 0 to 2.
    private float apart(Surface p, int q) {
        return 1 - (p.nx * c.nx[q] + p.ny * c.ny[q] + p.nz * c.nz[q]);
    }

    private void own(float r, float g, float b, int light, Samples to) {
        to.r[to.count] = r;
        to.g[to.count] = g;
        to.b[to.count] = b;
        to.lit[to.count] = light;
        to.take(-1, exposure);
    }
}
