package dev.beatboard.render.raster;

import dev.beatboard.render.emitter.Lights;
import dev.beatboard.render.mesh.Finish;
import dev.beatboard.render.mesh.Hits;
import dev.beatboard.render.probe.Windows;
import dev.beatboard.render.ray.Packets;
import dev.beatboard.render.ray.Rays;
import dev.beatboard.render.texture.Surface;
import java.util.Arrays;

/// What traced rays see: surfaces' colors under the light of the probes, the sun by rays of its own, and the sky. Of
/// still pixels only what moves has to be asked again, see [StillRadiance].
final class Radiance {

    /// In the rays' hits: what was kept is nearest.
    private static final int KEPT = -2;

    /// One worker's scratch, and what [#trace] leaves.
    static final class Bench {
        final Rays rays = new Rays(16);
        /// Where each ray's pixel has its place in what is kept.
        final int[] place = new int[16];
        /// Whether each ray sees lamps as they are; the others leave them to analytic light.
        final boolean[] lamps = new boolean[16];
        /// Of each ray after tracing, three numbers: radiance.
        final float[] seen = new float[48];
        /// How far off that is, [Float#MAX_VALUE] for the sky.
        final float[] near = new float[16];
        private final Rays sun = new Rays(16);
        private final float[] sunlight = new float[48];
        private final float[] color = new float[3];
        private final Surface point = new Surface();

        float red(int ray) {
            return seen[3 * ray];
        }

        float green(int ray) {
            return seen[3 * ray + 1];
        }

        float blue(int ray) {
            return seen[3 * ray + 2];
        }
    }

    private final AmbientPass.Surroundings s;
    private final boolean gather;
    private final StillRadiance still;
    private final int fixedTriangles;
    /// The sun among the lights, -1 without one.
    private final int sun;
    /// The way to it.
    private float sunX;

    private float sunY;
    private float sunZ;

    /// @param gather whether the rays collect diffuse light, coarsely and without lamps, instead of looking
    Radiance(AmbientPass.Surroundings s, boolean gather, StillRadiance still) {
        this.s = s;
        this.gather = gather;
        this.still = still;
        fixedTriangles = s.finish().mesh.fixedTriangles;
        int found = -1;
        for (int k = 0; k < s.lights().count; k++) {
            found = s.lights().type[k] == Lights.SUN ? k : found;
        }
        sun = found;
        if (sun >= 0) {
            sunX = s.lights().center[3 * sun];
            sunY = s.lights().center[3 * sun + 1];
            sunZ = s.lights().center[3 * sun + 2];
        }
    }

    /// Traces the bench's rays and writes what they see to `seen`; `hit` and `distance` of a ray whose pixel is still
    /// may
    /// be stale.
    void trace(Bench b) {
        Rays r = b.rays;
        Packets.reset(r);
        Packets.nearest(s.moving(), s.finish(), r);
        boolean all = true;
        for (int i = 0; i < r.size; i++) {
            if (r.reach[i] < 0) {
                continue;
            }
            float near = still.distance(b.place[i]);
            if (near == StillRadiance.UNKNOWN) {
                all = false;
            } else if (r.hit[i] < 0 || near <= r.distance[i]) {
                r.hit[i] = KEPT;
                r.distance[i] = -1;
                b.near[i] = near;
            } else {
                shade(b, i);
                r.distance[i] = -1;
            }
        }
        if (!all) {
            Packets.nearest(s.fixed(), s.finish(), r);
        }
        for (int i = 0; i < r.size; i++) {
            if (r.reach[i] < 0) {
                b.sun.off(i);
            } else if (r.hit[i] == KEPT) {
                still.recall(b.place[i], i, b.seen, b.sunlight, b.sun, sunX, sunY, sunZ);
            } else if (r.distance[i] >= 0) {
                shade(b, i);
            }
        }
        if (sun >= 0) {
            shine(b);
        }
        for (int i = 0; i < r.size; i++) {
            if (r.reach[i] >= 0 && r.distance[i] >= 0 && r.hit[i] < fixedTriangles) {
                still.keep(b.place[i], i, b.near[i], b.seen, b.sunlight, b.sun);
            }
        }
        if (sun >= 0) {
            clear(b);
        }
    }

    /// What ray `i` sees without the sun, and how the sun would light it.
    private void shade(Bench b, int i) {
        Rays r = b.rays;
        float[] out = b.color;
        int t = r.hit[i];
        b.near[i] = t < 0 ? Float.MAX_VALUE : r.distance[i];
        b.sun.off(i);
        Arrays.fill(b.sunlight, 3 * i, 3 * i + 3, 0);
        if (t < 0) {
            if (gather && Windows.cover(s.lights(), r.ox[i], r.oy[i], r.oz[i], r.dx[i], r.dy[i], r.dz[i])) {
                Arrays.fill(out, 0);
            } else {
                s.sky().look(r.dx[i], r.dy[i], r.dz[i], out);
            }
        } else {
            Finish.Entry f = s.finish().of(t);
            if (f.emissive) {
                boolean seen = !gather && b.lamps[i];
                out[0] = seen ? f.material.emission().r() : 0;
                out[1] = seen ? f.material.emission().g() : 0;
                out[2] = seen ? f.material.emission().b() : 0;
            } else {
                surface(b, i, t);
            }
        }
        System.arraycopy(out, 0, b.seen, 3 * i, 3);
    }

    private void surface(Bench b, int i, int t) {
        Rays r = b.rays;
        Surface p = b.point;
        float[] out = b.color;
        float footprint = gather ? 0.08f : 0.002f * (1 + r.distance[i]);
        Hits.evaluate(s.finish(), t, r.ox[i], r.oy[i], r.oz[i], r.dx[i], r.dy[i], r.dz[i], r.distance[i], footprint, p);
        s.probes().indirect().read(p.x, p.y, p.z, p.nx, p.ny, p.nz, out);
        float er = out[0];
        float eg = out[1];
        float eb = out[2];
        s.probes().direct().read(p.x, p.y, p.z, p.nx, p.ny, p.nz, out);
        out[0] = p.r * (er + out[0]);
        out[1] = p.g * (eg + out[1]);
        out[2] = p.b * (eb + out[2]);
        if (sun < 0) {
            return;
        }
        float cos = p.nx * sunX + p.ny * sunY + p.nz * sunZ;
        if (cos > 0) {
            float[] l = s.lights().color;
            b.sunlight[3 * i] = p.r * cos * l[3 * sun];
            b.sunlight[3 * i + 1] = p.g * cos * l[3 * sun + 1];
            b.sunlight[3 * i + 2] = p.b * cos * l[3 * sun + 2];
            b.sun.set(i, p.x + 0.003f * p.gx, p.y + 0.003f * p.gy, p.z + 0.003f * p.gz, sunX, sunY, sunZ, 1e4f);
        }
    }

    /// Asks still things whether they stand in the sun's way, where that is not known.
    private void shine(Bench b) {
        Rays q = b.sun;
        Packets.reset(q);
        for (int i = 0; i < q.size; i++) {
            if (b.rays.hit[i] == KEPT) {
                q.distance[i] = -1;
            }
        }
        Packets.occlude(s.fixed(), s.finish(), q);
        for (int i = 0; i < q.size; i++) {
            if (q.hit[i] >= 0) {
                q.off(i);
            }
        }
    }

    /// Asks moving things the same, and adds the sun where nothing does.
    private void clear(Bench b) {
        Rays q = b.sun;
        Packets.reset(q);
        Packets.occlude(s.moving(), s.finish(), q);
        for (int i = 0; i < q.size; i++) {
            if (q.reach[i] >= 0 && q.hit[i] < 0) {
                for (int k = 3 * i; k < 3 * i + 3; k++) {
                    b.seen[k] += b.sunlight[k];
                }
            }
        }
    }
}
