package dev.beatboard.render.raster;

import dev.beatboard.render.texture.Surface;

/// Lays panes over the finished picture: what is behind shows through, tinted, and the pane reflects what a traced ray
/// sees, by Schlick's approximation for both of its faces. In a draft the four pixels of a square share a ray.
final class PanePass {

    private final Visibility vis;
    private final SurfacePass surfaces;
    private final Radiance radiance;
    private final StillRadiance still;
    private final int fixedTriangles;
    private final float exposure;
    private final int scale;

    PanePass(
            Visibility vis,
            SurfacePass surfaces,
            AmbientPass.Surroundings around,
            StillRadiance still,
            float exposure,
            int scale) {
        this.vis = vis;
        this.surfaces = surfaces;
        this.still = still;
        still.begin(around.coherence().bounced());
        radiance = new Radiance(around, false, still);
        this.exposure = exposure;
        fixedTriangles = around.finish().mesh.fixedTriangles;
        this.scale = scale;
    }

    int pieces() {
        return (vis.height + scale - 1) / scale;
    }

    void piece(int row, AmbientPass.Bench b, ResolvePass.Target to) {
        for (int x = 0; x < vis.width; x += scale) {
            square(x, scale * row, b, to);
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
        int v = vis.at(x, y);
        return vis.pane[v] >= 0 && vis.paneNearness[v] > vis.nearness[0][v];
    }

    private void square(int x, int y, AmbientPass.Bench b, ResolvePass.Target to) {
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
        aim(px, py, pane, b);
        radiance.trace(b.traced, v, true);
        lay(x, y, b, to);
    }

    /// Sends the ray off the pane at pixel (x, y) and notes what the pane reflects and lets through.
    private void aim(int x, int y, int pane, AmbientPass.Bench b) {
        Surface p = b.facet.point;
        surfaces.evaluate(pane, x + vis.sampleX(0), y + vis.sampleY(0), b.facet);
        float nv = Math.max(0, p.nx * p.vx + p.ny * p.vy + p.nz * p.vz);
        float q = 1 - nv;
        float f = 0.04f + 0.96f * q * q * q * q * q;
        f = 2 * f / (1 + f);
        float dx = 2 * nv * p.nx - p.vx;
        float dy = 2 * nv * p.ny - p.vy;
        float dz = 2 * nv * p.nz - p.vz;
        b.traced.ray.set(p.x + 0.002f * p.gx, p.y + 0.002f * p.gy, p.z + 0.002f * p.gz, dx, dy, dz, 1e4f);
        b.share[0] = f * exposure;
        b.share[1] = (1 - f) * Math.min(1, p.r + 0.25f);
        b.share[2] = (1 - f) * Math.min(1, p.g + 0.25f);
        b.share[3] = (1 - f) * Math.min(1, p.b + 0.25f);
    }

    /// Lays the pane over the pixels of the square at (x, y).
    private void lay(int x, int y, AmbientPass.Bench b, ResolvePass.Target to) {
        float[] s = b.share;
        for (int j = 0; j < scale * scale; j++) {
            int px = x + j % scale;
            int py = y + j / scale;
            if (seen(px, py)) {
                int o = py * vis.width + px;
                to.r()[o] = s[1] * to.r()[o] + s[0] * b.traced.seen[0];
                to.g()[o] = s[2] * to.g()[o] + s[0] * b.traced.seen[1];
                to.b()[o] = s[3] * to.b()[o] + s[0] * b.traced.seen[2];
            }
        }
    }
}
