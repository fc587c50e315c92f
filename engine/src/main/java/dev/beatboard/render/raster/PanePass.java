package dev.beatboard.render.raster;

import dev.beatboard.render.mesh.Panes;
import dev.beatboard.render.texture.Surface;
import java.util.Arrays;
import java.util.List;

/// Lays panes over the finished picture: what is behind shows through, tinted, and the pane
/// reflects what a traced ray sees, by Schlick's approximation for both of its faces. In a draft
/// the four pixels of a square share a ray; in a final frame those get one that differ ([Selection]).
final class PanePass {

    private final Visibility vis;
    private final Canvas c;
    private final float[][] through;
    private final float[][] smoothed;
    private final SurfacePass surfaces;
    private final Radiance radiance;
    private final StillRadiance still;
    private final int fixedTriangles;
    private final float exposure;
    private final int scale;
    private final Edges edges;
    private final Selection selection;

    PanePass(
            Visibility vis,
            Canvas c,
            SurfacePass surfaces,
            AmbientPass.Surroundings around,
            StillRadiance still,
            float exposure,
            int scale) {
        this.vis = vis;
        this.c = c;
        // The light of the picture is in it by now.
        through = new float[][] {c.lightR, c.lightG, c.lightB};
        smoothed = new float[][] {c.shineR, c.shineG, c.shineB};
        this.surfaces = surfaces;
        this.still = still;
        still.begin(around.coherence().bounced());
        radiance = new Radiance(around, false, still);
        this.exposure = exposure;
        fixedTriangles = around.finish().mesh.fixedTriangles;
        this.scale = scale;
        edges = new Edges(c.mirror, c.mirror[3], c.stride, exposure);
        selection = new Selection(edges, c.mirror[3], c.stride);
    }

    int pieces() {
        return (vis.height + 1) / 2;
    }

    /// Traces the rays of two rows of pixels: of a draft all, of a final frame those of the first round.
    void piece(int row, AmbientPass.Bench b) {
        for (int j = 2 * row; j < Math.min(vis.height, 2 * (row + 1)); j++) {
            Arrays.fill(c.mirror[3], c.at(0, j), c.at(vis.width, j), 0);
        }
        for (int x = 0; x < vis.width; x += 2) {
            square(x, 2 * row, b);
        }
    }

    /// After all of [#piece], of a final frame: the pixels of row `y` that are in a later round.
    void select(int round, int y, AmbientPass.Bench b) {
        if (!Selection.has(round, y)) {
            return;
        }
        for (int x = Selection.first(round, y); x < vis.width; x += 2) {
            if (!seen(x, y)) {
                continue;
            }
            int p = c.at(x, y);
            if (!selection.alike(p, round)) {
                square(x, y, b);
                continue;
            }
            for (float[] plane : c.mirror) {
                plane[p] = selection.mean(plane, p, round);
            }
            for (float[] plane : through) {
                plane[p] = selection.mean(plane, p, round);
            }
            c.beyond[p] = selection.mean(c.beyond, p, round);
        }
    }

    /// Which pixel of the square at (x, y) is the first that shows a pane, counted by rows, or -1.
    private int first(int x, int y) {
        for (int j = 0; j < scale; j++) {
            for (int i = 0; i < scale; i++) {
                if (seen(x + i, y + j)) {
                    return j * scale + i;
                }
            }
        }
        return -1;
    }

    private boolean seen(int x, int y) {
        if (x >= vis.width || y >= vis.height) {
            return false;
        }
        return cover(vis.at(x, y)) > 0;
    }

    /// How much of the place's pixel a pane covers.
    private float cover(int v) {
        float cover = 0;
        for (int s = 0; s < vis.samples && vis.pane[v] >= 0; s++) {
            cover += vis.paneNearness[v] > vis.nearness[s][v] ? 1f / vis.samples : 0;
        }
        return cover;
    }

    private void square(int x, int y, AmbientPass.Bench b) {
        int q = first(x, y);
        if (q < 0) {
            return;
        }
        int px = x + q % scale;
        int py = y + q / scale;
        int v = vis.at(px, py);
        int pane = vis.pane[v];
        still.claim(v, pane);
        if (pane >= fixedTriangles) {
            still.forget(v);
        }
        aim(px, py, 0, pane, b);
        radiance.trace(b.traced, v, true);
        for (int k = 0; k < scale * scale; k++) {
            if (!seen(x + k % scale, y + k / scale)) {
                continue;
            }
            int p = c.at(x + k % scale, y + k / scale);
            for (int i = 0; i < 3; i++) {
                c.mirror[i][p] = b.traced.seen[i];
                through[i][p] = b.share[i + 1];
            }
            c.mirror[3][p] = b.share[0];
            c.beyond[p] = b.traced.near * vis.paneNearness[v];
        }
    }

    /// Sends the ray off the pane at sample `s` of pixel (x, y) and notes what the pane reflects
    /// and lets through.
    private void aim(int x, int y, int s, int pane, AmbientPass.Bench b) {
        Surface p = b.facet.point;
        surfaces.evaluate(pane, x + vis.sampleX(s), y + vis.sampleY(s), b.facet);
        float nv = Math.max(0, p.nx * p.vx + p.ny * p.vy + p.nz * p.vz);
        float f = Panes.mirrored(nv);
        float dx = 2 * nv * p.nx - p.vx;
        float dy = 2 * nv * p.ny - p.vy;
        float dz = 2 * nv * p.nz - p.vz;
        b.traced.ray.set(p.x + 0.002f * p.gx, p.y + 0.002f * p.gy, p.z + 0.002f * p.gz, dx, dy, dz, 1e4f);
        b.share[0] = f;
        b.share[1] = (1 - f) * Panes.tint(p.r);
        b.share[2] = (1 - f) * Panes.tint(p.g);
        b.share[3] = (1 - f) * Panes.tint(p.b);
    }

    /// After all of [#piece], a row of pixels: edges of what panes mirror are smoothed by three
    /// rays more.
    void smooth(int y, AmbientPass.Bench b) {
        float[] seen = b.traced.seen;
        for (int x = 0; x < vis.width; x++) {
            int p = c.at(x, y);
            for (int i = 0; i < 3; i++) {
                smoothed[i][p] = c.mirror[i][p];
            }
            if (!(c.mirror[3][p] > 0) || !edges.at(p)) {
                continue;
            }
            float sum = 0;
            float[] all = new float[3];
            for (int s = 0; s < vis.samples; s++) {
                if (s == 0) {
                    for (int i = 0; i < 3; i++) {
                        seen[i] = c.mirror[i][p];
                    }
                } else {
                    aim(x, y, s, vis.pane[vis.at(x, y)], b);
                    radiance.trace(b.traced, StillRadiance.NOWHERE, true);
                }
                float w = edges.weight(p, seen);
                for (int i = 0; i < 3; i++) {
                    all[i] += w * seen[i];
                }
                sum += w;
            }
            for (int i = 0; i < 3; i++) {
                smoothed[i][p] = all[i] / sum;
            }
        }
    }

    /// Lays the panes of row `y` over the picture and its layers.
    void lay(int y, ResolvePass.Target to, List<Part> parts) {
        float[][] mirrored = scale == 1 ? smoothed : c.mirror;
        for (int x = 0; x < vis.width; x++) {
            int p = c.at(x, y);
            float share = c.mirror[3][p] * exposure;
            if (!(share > 0)) {
                continue;
            }
            int o = y * vis.width + x;
            int v = vis.at(x, y);
            float cover = cover(v);
            if (cover == 1 && share * mirrored[1][p] > to.g()[o] * through[1][p]) {
                // The lens focuses on what is seen most.
                to.near()[o] = (1 + c.beyond[p]) / vis.paneNearness[v];
                to.far()[o] = to.near()[o];
            }
            for (Part part : parts) {
                lay(o, p, cover, share, mirrored, part);
            }
        }
    }

    private void lay(int o, int p, float cover, float share, float[][] mirrored, Part part) {
        if (part.pane() == Part.Pane.CLEAR) {
            return;
        }
        float seen = part.pane() == Part.Pane.MIRROR ? share : 0;
        for (int i = 0; i < 3; i++) {
            float behind = part.to()[i][o];
            part.to()[i][o] += cover * (through[i][p] * behind + seen * mirrored[i][p] - behind);
        }
    }
}
