package dev.beatboard.render.raster;

import dev.beatboard.render.ray.Packets;
import dev.beatboard.render.ray.Rays;
import dev.beatboard.render.texture.Surface;

/// Lays panes over the finished picture: what is behind shows through, tinted, and the pane reflects what a traced ray
/// sees, by Schlick's approximation for both of its faces.
final class PanePass {

    private final Visibility vis;
    private final SurfacePass surfaces;
    private final AmbientPass.Surroundings around;
    private final float exposure;

    PanePass(Visibility vis, SurfacePass surfaces, AmbientPass.Surroundings around, float exposure) {
        this.vis = vis;
        this.surfaces = surfaces;
        this.around = around;
        this.exposure = exposure;
    }

    int pieces() {
        return (vis.height + 3) / 4;
    }

    void piece(int strip, AmbientPass.Bench b, ResolvePass.Target to) {
        for (int x0 = 0; x0 < vis.width; x0 += 4) {
            block(x0, 4 * strip, b, to);
        }
    }

    private boolean seen(int x, int y) {
        if (x >= vis.width || y >= vis.height) {
            return false;
        }
        int v = y * vis.stride + x;
        return vis.pane[v] >= 0 && vis.paneNearness[v] > vis.nearness[0][v];
    }

    private void block(int x0, int y0, AmbientPass.Bench b, ResolvePass.Target to) {
        boolean any = false;
        for (int i = 0; i < 16; i++) {
            any |= seen(x0 + (i & 3), y0 + (i >> 2));
        }
        if (!any) {
            return;
        }
        Rays r = b.rays();
        Surface p = b.point();
        for (int i = 0; i < 16; i++) {
            int x = x0 + (i & 3);
            int y = y0 + (i >> 2);
            r.off(i);
            if (!seen(x, y)) {
                continue;
            }
            int o = y * vis.width + x;
            surfaces.evaluate(vis.pane[y * vis.stride + x], x + vis.sampleX(0), y + vis.sampleY(0), p);
            float nv = Math.max(0, p.nx * p.vx + p.ny * p.vy + p.nz * p.vz);
            float q = 1 - nv;
            float f = 0.04f + 0.96f * q * q * q * q * q;
            f = 2 * f / (1 + f);
            float dx = 2 * nv * p.nx - p.vx;
            float dy = 2 * nv * p.ny - p.vy;
            float dz = 2 * nv * p.nz - p.vz;
            r.set(i, p.x + 0.002f * p.gx, p.y + 0.002f * p.gy, p.z + 0.002f * p.gz, dx, dy, dz, 1e4f);
            to.r()[o] *= (1 - f) * Math.min(1, p.r + 0.25f);
            to.g()[o] *= (1 - f) * Math.min(1, p.g + 0.25f);
            to.b()[o] *= (1 - f) * Math.min(1, p.b + 0.25f);
            b.share()[i] = f * exposure;
        }
        Packets.reset(r);
        Packets.nearest(around.moving(), around.finish(), r);
        Packets.nearest(around.fixed(), around.finish(), r);
        for (int i = 0; i < 16; i++) {
            if (r.reach[i] < 0) {
                continue;
            }
            int o = (y0 + (i >> 2)) * vis.width + x0 + (i & 3);
            MirrorPass.look(around, r, i, true, b);
            float f = b.share()[i];
            to.r()[o] += f * b.color()[0];
            to.g()[o] += f * b.color()[1];
            to.b()[o] += f * b.color()[2];
        }
    }
}
