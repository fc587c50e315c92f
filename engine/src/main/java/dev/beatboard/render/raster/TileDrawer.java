package dev.beatboard.render.raster;

import dev.beatboard.render.mesh.Finish;
import dev.beatboard.render.mesh.Mesh;
import dev.beatboard.render.texture.Mip;
import dev.beatboard.render.work.Lanes;
import dev.beatboard.scene.Material;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/// Draws the triangles of a tile into the sample planes.
///
/// An edge's function is set up in double precision from its two ends in a fixed order, at the left end of the tile's
/// row, so two triangles that share an edge compute exactly opposite values there: no sample is left out between them.
final class TileDrawer {

    private static final int N = Lanes.COUNT;
    private static final int TILE = Visibility.TILE;
    /// The passes, in their order: what hides what is behind it, panes, and what covers as much as its texture says.
    private static final int SOLID = 0;

    private static final int CLEAR = 1;
    private static final int LASH = 2;

    private final Visibility vis;
    private final Mesh mesh;
    private final Finish finish;

    TileDrawer(Visibility vis, Mesh mesh, Finish finish) {
        this.vis = vis;
        this.mesh = mesh;
        this.finish = finish;
    }

    void tile(int ti) {
        boolean more = false;
        for (int slice = Visibility.SLICES; slice < 2 * Visibility.SLICES; slice++) {
            more |= vis.binCount[slice][ti] > 0;
        }
        Edges e = new Edges();
        float filled;
        vis.lashed[ti] = false;
        if (vis.layer.known()) {
            filled = vis.layer.recall(ti, more);
        } else {
            clear(ti);
            filled = things(ti, 0, 0, e);
            vis.layer.keep(ti, filled, more);
        }
        if (more) {
            things(ti, Visibility.SLICES, filled, e);
        }
    }

    private void clear(int ti) {
        int from = ti * TILE * TILE;
        int to = from + TILE * TILE;
        for (int s = 0; s < vis.samples; s++) {
            Arrays.fill(vis.triangle[s], from, to, -1);
            Arrays.fill(vis.nearness[s], from, to, 0);
        }
        if (vis.paned[ti]) {
            vis.clearPanes(ti);
        }
        vis.paned[ti] = false;
    }

    /// Draws what the slices from `first` on have in the tile.
    ///
    /// @param behind everything in the tile is at least this near already
    /// @return the same, afterwards
    private float things(int ti, int first, float behind, Edges e) {
        int x0 = ti % vis.tilesX * TILE;
        int y0 = ti / vis.tilesX * TILE;
        float filled = behind;
        int found = 1 << SOLID;
        for (int pass = SOLID; pass <= LASH; pass++) {
            if ((found >> pass & 1) == 0) {
                continue;
            }
            for (int slice = first; slice < first + Visibility.SLICES; slice++) {
                int[] list = vis.bins[slice][ti];
                int n = vis.binCount[slice][ti];
                for (int i = 0; i < n; i++) {
                    int entry = list[i];
                    int t = entry >= 0 ? entry : vis.clippedOf[slice][~entry];
                    Finish.Entry f = finish.of(t);
                    int own = f.clear ? CLEAR : f.lash ? LASH : SOLID;
                    found |= 1 << own;
                    if (own != pass) {
                        continue;
                    }
                    if (!setUp(e, slice, entry, t) || misses(e, x0, y0)) {
                        continue;
                    }
                    if (pass == CLEAR) {
                        vis.paned[ti] = true;
                        scalar(e, t, x0, y0, 0, vis.pane, vis.paneNearness);
                        continue;
                    }
                    float k = f.kind == Material.Kind.LASH ? 1.01f : 1;
                    if (k * nearest(e, x0, y0) < filled) {
                        continue;
                    }
                    if (pass == LASH && !vis.lashed[ti]) {
                        vis.clearLashes(ti);
                        vis.lashed[ti] = true;
                    }
                    Mip cut = f.cutout;
                    if (cut == null && fills(e, x0, y0)) {
                        filled = Math.max(filled, farthest(e, x0, y0));
                    }
                    for (int s = 0; s < vis.samples; s++) {
                        if (cut != null) {
                            cutout(e, f, cut, t, x0, y0, s, pass == LASH);
                        } else {
                            solid(e, t, x0, y0, s);
                        }
                    }
                }
            }
        }
        return filled;
    }

    /// The edge functions of one triangle in the plane of the picture, and its nearness as a linear function.
    private static final class Edges {
        double[] a = new double[3];
        double[] b = new double[3];
        double[] c = new double[3];
        double area;
        double za;
        double zb;
        double zc;
        float minX;
        float maxX;
        float minY;
        float maxY;
        /// Nearness and texture coordinates of the corner opposite to each edge.
        float[] w = new float[3];

        int[] vertex = new int[3];
    }

    private boolean setUp(Edges e, int slice, int entry, int t) {
        float x0;
        float y0;
        float x1;
        float y1;
        float x2;
        float y2;
        int i0 = mesh.corners[3 * t];
        int i1 = mesh.corners[3 * t + 1];
        int i2 = mesh.corners[3 * t + 2];
        if (entry >= 0) {
            x0 = vis.px[i0];
            y0 = vis.py[i0];
            e.w[0] = vis.pw[i0];
            x1 = vis.px[i1];
            y1 = vis.py[i1];
            e.w[1] = vis.pw[i1];
            x2 = vis.px[i2];
            y2 = vis.py[i2];
            e.w[2] = vis.pw[i2];
        } else {
            float[] c = vis.clipped[slice];
            int o = 9 * ~entry;
            x0 = c[o];
            y0 = c[o + 1];
            e.w[0] = c[o + 2];
            x1 = c[o + 3];
            y1 = c[o + 4];
            e.w[1] = c[o + 5];
            x2 = c[o + 6];
            y2 = c[o + 7];
            e.w[2] = c[o + 8];
        }
        e.vertex[0] = i0;
        e.vertex[1] = i1;
        e.vertex[2] = i2;
        double area = ((double) x1 - x0) * ((double) y2 - y0) - ((double) x2 - x0) * ((double) y1 - y0);
        if (area == 0 || Double.isNaN(area)) {
            return false;
        }
        double flip = area < 0 ? -1 : 1;
        edge(e, 0, x1, y1, x2, y2, flip);
        edge(e, 1, x2, y2, x0, y0, flip);
        edge(e, 2, x0, y0, x1, y1, flip);
        e.area = Math.abs(area);
        double inv = 1 / e.area;
        e.za = (e.a[0] * e.w[0] + e.a[1] * e.w[1] + e.a[2] * e.w[2]) * inv;
        e.zb = (e.b[0] * e.w[0] + e.b[1] * e.w[1] + e.b[2] * e.w[2]) * inv;
        e.zc = (e.c[0] * e.w[0] + e.c[1] * e.w[1] + e.c[2] * e.w[2]) * inv;
        e.minX = Math.min(x0, Math.min(x1, x2));
        e.maxX = Math.max(x0, Math.max(x1, x2));
        e.minY = Math.min(y0, Math.min(y1, y2));
        e.maxY = Math.max(y0, Math.max(y1, y2));
        return true;
    }

    /// Whether the whole tile lies outside of one edge.
    private static boolean misses(Edges e, int x0, int y0) {
        for (int k = 0; k < 3; k++) {
            double x = e.a[k] > 0 ? x0 + TILE : x0;
            double y = e.b[k] > 0 ? y0 + TILE : y0;
            if (e.a[k] * x + e.b[k] * y + e.c[k] < 0) {
                return true;
            }
        }
        return false;
    }

    /// Whether the whole tile lies inside of all edges.
    private static boolean fills(Edges e, int x0, int y0) {
        for (int k = 0; k < 3; k++) {
            double x = e.a[k] > 0 ? x0 : x0 + TILE;
            double y = e.b[k] > 0 ? y0 : y0 + TILE;
            if (e.a[k] * x + e.b[k] * y + e.c[k] <= 0) {
                return false;
            }
        }
        return true;
    }

    /// The largest nearness that the triangle can have in the tile, and a little more.
    private static float nearest(Edges e, int x0, int y0) {
        double most = e.za * (e.za > 0 ? x0 + TILE : x0) + e.zb * (e.zb > 0 ? y0 + TILE : y0) + e.zc;
        double corner = Math.max(e.w[0], Math.max(e.w[1], e.w[2]));
        return (float) (Math.min(most, corner) * 1.0001);
    }

    /// The least nearness in the tile of a triangle that fills it, and a little less.
    private static float farthest(Edges e, int x0, int y0) {
        double least = e.za * (e.za > 0 ? x0 : x0 + TILE) + e.zb * (e.zb > 0 ? y0 : y0 + TILE) + e.zc;
        return (float) (least * 0.9999);
    }

    /// Edge `k` from (x0, y0) to (x1, y1), positive inside.
    private static void edge(Edges e, int k, float x0, float y0, float x1, float y1, double flip) {
        boolean swap = x0 > x1 || x0 == x1 && y0 > y1;
        double ax = swap ? x1 : x0;
        double ay = swap ? y1 : y0;
        double bx = swap ? x0 : x1;
        double by = swap ? y0 : y1;
        double sign = swap ? -flip : flip;
        double a = ay - by;
        double b = bx - ax;
        e.a[k] = sign * a;
        e.b[k] = sign * b;
        e.c[k] = -sign * (ax * a + ay * b);
    }

    private void solid(Edges e, int t, int tx, int ty, int s) {
        float ox = vis.sampleX(s);
        int bx0 = Math.max(tx, (int) Math.ceil(e.minX - ox));
        int bx1 = Math.min(Math.min(vis.width - 1, tx + TILE - 1), (int) Math.floor(e.maxX - ox));
        if (bx1 < bx0) {
            return;
        }
        if (bx1 - bx0 < 6) {
            scalar(e, t, tx, ty, s, vis.triangle[s], vis.nearness[s]);
        } else {
            wide(e, t, tx, ty, s, bx0, bx1);
        }
    }

    private void scalar(Edges e, int t, int tx, int ty, int s, int[] ids, float[] near) {
        float ox = vis.sampleX(s);
        float oy = vis.sampleY(s);
        int bx0 = Math.max(tx, (int) Math.ceil(e.minX - ox));
        int bx1 = Math.min(Math.min(vis.width - 1, tx + TILE - 1), (int) Math.floor(e.maxX - ox));
        int by0 = Math.max(ty, (int) Math.ceil(e.minY - oy));
        int by1 = Math.min(Math.min(vis.height - 1, ty + TILE - 1), (int) Math.floor(e.maxY - oy));
        if (bx1 < bx0 || by1 < by0) {
            return;
        }
        double sx = tx + ox;
        float a0 = (float) e.a[0];
        float a1 = (float) e.a[1];
        float a2 = (float) e.a[2];
        float az = (float) e.za;
        for (int y = by0; y <= by1; y++) {
            double sy = y + oy;
            float f0 = (float) (e.a[0] * sx + e.b[0] * sy + e.c[0]);
            float f1 = (float) (e.a[1] * sx + e.b[1] * sy + e.c[1]);
            float f2 = (float) (e.a[2] * sx + e.b[2] * sy + e.c[2]);
            float fz = (float) (e.za * sx + e.zb * sy + e.zc);
            int p = vis.at(bx0, y);
            for (int x = bx0 - tx; x <= bx1 - tx; x++, p++) {
                if (x * a0 + f0 >= 0 && x * a1 + f1 >= 0 && x * a2 + f2 >= 0) {
                    float z = x * az + fz;
                    if (z > near[p]) {
                        near[p] = z;
                        ids[p] = t;
                    }
                }
            }
        }
    }

    private void wide(Edges e, int t, int tx, int ty, int s, int bx0, int bx1) {
        float oy = vis.sampleY(s);
        int by0 = Math.max(ty, (int) Math.ceil(e.minY - oy));
        int by1 = Math.min(Math.min(vis.height - 1, ty + TILE - 1), (int) Math.floor(e.maxY - oy));
        double sx = tx + vis.sampleX(s);
        int c0 = (bx0 - tx) / N;
        int c1 = (bx1 - tx) / N;
        float[] near = vis.nearness[s];
        int[] ids = vis.triangle[s];
        for (int y = by0; y <= by1; y++) {
            double sy = y + oy;
            float f0 = (float) (e.a[0] * sx + e.b[0] * sy + e.c[0]);
            float f1 = (float) (e.a[1] * sx + e.b[1] * sy + e.c[1]);
            float f2 = (float) (e.a[2] * sx + e.b[2] * sy + e.c[2]);
            float fz = (float) (e.za * sx + e.zb * sy + e.zc);
            row(
                    near,
                    ids,
                    vis.at(tx, y),
                    t,
                    c0,
                    c1,
                    f0,
                    f1,
                    f2,
                    fz,
                    (float) e.a[0],
                    (float) e.a[1],
                    (float) e.a[2],
                    (float) e.za);
        }
    }

    private static void row(
            float[] near,
            int[] ids,
            int at,
            int t,
            int c0,
            int c1,
            float f0,
            float f1,
            float f2,
            float fz,
            float a0,
            float a1,
            float a2,
            float az) {
        IntVector id = IntVector.broadcast(Lanes.I, t);
        for (int c = c0; c <= c1; c++) {
            int p = at + c * N;
            FloatVector x = Lanes.IOTA.add((float) (c * N));
            FloatVector z = x.mul(az).add(fz);
            FloatVector old = FloatVector.fromArray(Lanes.F, near, p);
            VectorMask<Float> m = x.mul(a0)
                    .add(f0)
                    .compare(VectorOperators.GE, 0f)
                    .and(x.mul(a1).add(f1).compare(VectorOperators.GE, 0f))
                    .and(x.mul(a2).add(f2).compare(VectorOperators.GE, 0f))
                    .and(z.compare(VectorOperators.GT, old));
            if (m.anyTrue()) {
                old.blend(z, m).intoArray(near, p);
                IntVector.fromArray(Lanes.I, ids, p).blend(id, m.cast(Lanes.I)).intoArray(ids, p);
            }
        }
    }

    /// As [#scalar], with the alpha of the texture against a threshold that differs by sample: four shades of coverage.
    ///
    /// @param over whether instead the alpha is added to what lashes cover of the samples
    private void cutout(Edges e, Finish.Entry f, Mip alpha, int t, int tx, int ty, int s, boolean over) {
        float ox = vis.sampleX(s);
        float oy = vis.sampleY(s);
        int bx0 = Math.max(tx, (int) Math.ceil(e.minX - ox));
        int bx1 = Math.min(Math.min(vis.width - 1, tx + TILE - 1), (int) Math.floor(e.maxX - ox));
        int by0 = Math.max(ty, (int) Math.ceil(e.minY - oy));
        int by1 = Math.min(Math.min(vis.height - 1, ty + TILE - 1), (int) Math.floor(e.maxY - oy));
        if (bx1 < bx0 || by1 < by0) {
            return;
        }
        boolean strands = f.kind == Material.Kind.HAIR || f.kind == Material.Kind.LASH;
        int step = s * 3 + 2 & 3;
        float threshold = vis.samples == 1 ? 0.45f : strands ? 0.14f + 0.18f * step : 0.2f + 0.2f * step;
        // Lashes and brows are glued on the skin; a hair's breadth toward the lens keeps them from sinking in.
        float bias = f.kind == Material.Kind.LASH ? 1.004f : 1;
        float[] uv = mesh.uvs;
        int i0 = 2 * e.vertex[0];
        int i1 = 2 * e.vertex[1];
        int i2 = 2 * e.vertex[2];
        float lod = level(e, alpha, i0, i1, i2);
        float[] near = vis.nearness[s];
        int[] ids = vis.triangle[s];
        double sx = tx + ox;
        for (int y = by0; y <= by1; y++) {
            double sy = y + oy;
            float f0 = (float) (e.a[0] * sx + e.b[0] * sy + e.c[0]);
            float f1 = (float) (e.a[1] * sx + e.b[1] * sy + e.c[1]);
            float f2 = (float) (e.a[2] * sx + e.b[2] * sy + e.c[2]);
            float fz = (float) (e.za * sx + e.zb * sy + e.zc);
            int p = vis.at(bx0, y);
            for (int x = bx0 - tx; x <= bx1 - tx; x++, p++) {
                float e0 = x * (float) e.a[0] + f0;
                float e1 = x * (float) e.a[1] + f1;
                float e2 = x * (float) e.a[2] + f2;
                float z = (x * (float) e.za + fz) * bias;
                if (e0 >= 0 && e1 >= 0 && e2 >= 0 && z > near[p]) {
                    float q0 = e0 * e.w[0];
                    float q1 = e1 * e.w[1];
                    float q2 = e2 * e.w[2];
                    float q = 1 / (q0 + q1 + q2);
                    float u = (q0 * uv[i0] + q1 * uv[i1] + q2 * uv[i2]) * q;
                    float v = (q0 * uv[i0 + 1] + q1 * uv[i1 + 1] + q2 * uv[i2 + 1]) * q;
                    float opacity = alpha.alpha(u, v, lod);
                    if (over) {
                        cover(vis.lash[s], p, t, opacity);
                    } else if (opacity >= threshold) {
                        near[p] = z;
                        ids[p] = t;
                    }
                }
            }
        }
    }

    private void cover(float[] lash, int p, int t, float opacity) {
        lash[p] += opacity * (1 - lash[p]);
        if (opacity > 0.5f * lash[p]) {
            vis.lashTriangle[p] = t;
        }
    }

    /// Level of detail from the area of the triangle in the texture and in the picture.
    private float level(Edges e, Mip alpha, int i0, int i1, int i2) {
        float[] uv = mesh.uvs;
        float texels =
                Math.abs((uv[i1] - uv[i0]) * (uv[i2 + 1] - uv[i0 + 1]) - (uv[i2] - uv[i0]) * (uv[i1 + 1] - uv[i0 + 1]))
                        * alpha.width
                        * alpha.height;
        float ratio = (float) (texels / e.area);
        if (!(ratio > 1)) {
            return 0;
        }
        int bits = Float.floatToRawIntBits(ratio);
        return 0.5f * ((bits >>> 23) - 127 + (bits & 0x7fffff) * (1f / 8388608f));
    }
}
