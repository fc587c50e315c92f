package dev.beatboard.render.raster;

import dev.beatboard.render.emitter.Lights;
import dev.beatboard.render.mesh.Finish;
import dev.beatboard.render.mesh.Hits;
import dev.beatboard.render.probe.Windows;
import dev.beatboard.render.ray.WideBvh;
import dev.beatboard.render.texture.Surface;
import java.util.Arrays;

/// What a traced ray sees: surfaces' colors under the light of the probes, the sun by a ray of its own, and the sky. Of
/// still pixels only what moves has to be asked again, see [StillRadiance].
final class Radiance {

    /// One worker's scratch: the ray to trace, and what it sees.
    static final class Bench {
        final WideBvh.Ray ray = new WideBvh.Ray();
        /// Radiance.
        final float[] seen = new float[3];
        /// How far off that is, [Float#MAX_VALUE] for the sky.
        float near;
        /// What the sun adds where nothing bars the ray to it.
        final float[] sunlight = new float[3];
        /// Whether there is such a ray, and where it starts.
        boolean sunward;

        float sunX;
        float sunY;
        float sunZ;
        private final WideBvh.Ray sun = new WideBvh.Ray();
        private final Surface point = new Surface();
    }

    /// The radius of the disk for which what a ray left is taken by what it met, meters, and how much of the light that
    /// it
    /// keeps away it throws back. By eye and by FLIP against the reference.
    private static final float DISK = 0.1f;

    private static final float THROWN_BACK = 0.3f;

    private final AmbientPass.Surroundings s;
    private final boolean gather;
    private final StillRadiance still;
    private final int fixedTriangles;
    private final WideBvh.Gate shows;
    private final WideBvh.Gate blocks;
    /// The sun among the lights, -1 without one.
    private final int sun;

    /// @param gather whether the rays collect diffuse light, coarsely and without lamps, instead of looking
    Radiance(AmbientPass.Surroundings s, boolean gather, StillRadiance still) {
        this.s = s;
        this.gather = gather;
        this.still = still;
        shows = s.finish()::shows;
        blocks = s.finish()::blocks;
        fixedTriangles = s.finish().mesh.fixedTriangles;
        int found = -1;
        for (int k = 0; k < s.lights().count; k++) {
            found = s.lights().type[k] == Lights.SUN ? k : found;
        }
        sun = found;
    }

    /// Traces the bench's ray and leaves there what it sees.
    ///
    /// @param place of the ray's pixel in what is kept
    /// @param lamps whether lamps are seen as they are; otherwise they are left to analytic light
    void trace(Bench b, int place, boolean lamps) {
        WideBvh.Ray r = b.ray;
        s.moving().nearest(r, shows);
        float known = still.distance(place);
        boolean kept = known != StillRadiance.UNKNOWN && (r.hit < 0 || known <= r.distance);
        if (kept) {
            still.recall(place, b);
        } else {
            if (known == StillRadiance.UNKNOWN) {
                s.fixed().nearest(r, shows);
            }
            look(b, lamps);
        }
        if (b.sunward) {
            float[] way = s.lights().center;
            b.sun.set(b.sunX, b.sunY, b.sunZ, way[3 * sun], way[3 * sun + 1], way[3 * sun + 2], 1e4f);
            b.sunward = kept || !s.fixed().blocks(b.sun, blocks);
        }
        if (!kept && r.hit < fixedTriangles) {
            still.keep(place, b);
        }
        if (b.sunward && !s.moving().blocks(b.sun, blocks)) {
            for (int c = 0; c < 3; c++) {
                b.seen[c] += b.sunlight[c];
            }
        }
    }

    /// What the ray sees without the sun, and what that would add.
    private void look(Bench b, boolean lamps) {
        WideBvh.Ray r = b.ray;
        float[] out = b.seen;
        int t = r.hit;
        b.sunward = false;
        if (t < 0) {
            b.near = Float.MAX_VALUE;
            if (gather && Windows.cover(s.lights(), r.ox, r.oy, r.oz, r.dx, r.dy, r.dz)) {
                Arrays.fill(out, 0);
            } else {
                s.sky().look(r.dx, r.dy, r.dz, out);
            }
            return;
        }
        b.near = r.distance;
        Finish.Entry f = s.finish().of(t);
        if (f.emissive) {
            out[0] = lamps ? f.material.emission().r() : 0;
            out[1] = lamps ? f.material.emission().g() : 0;
            out[2] = lamps ? f.material.emission().b() : 0;
        } else {
            surface(b);
        }
    }

    private void surface(Bench b) {
        WideBvh.Ray r = b.ray;
        Surface p = b.point;
        float[] out = b.seen;
        float footprint = gather ? 0.08f : 0.002f * (1 + r.distance);
        Hits.evaluate(s.finish(), r.hit, r.ox, r.oy, r.oz, r.dx, r.dy, r.dz, r.distance, footprint, p);
        s.probes().indirect().read(p.x, p.y, p.z, p.nx, p.ny, p.nz, out);
        float er = out[0];
        float eg = out[1];
        float eb = out[2];
        s.probes().direct().read(p.x, p.y, p.z, p.nx, p.ny, p.nz, out);
        // Probes know nothing of gaps: what the ray left keeps light from what it met, as a disk does (its form
        // factor).
        float d2 = r.distance * r.distance;
        float free = THROWN_BACK + (1 - THROWN_BACK) * d2 / (d2 + DISK * DISK);
        out[0] = free * p.r * (er + out[0]);
        out[1] = free * p.g * (eg + out[1]);
        out[2] = free * p.b * (eb + out[2]);
        if (sun < 0) {
            return;
        }
        float[] way = s.lights().center;
        float cos = p.nx * way[3 * sun] + p.ny * way[3 * sun + 1] + p.nz * way[3 * sun + 2];
        if (cos > 0) {
            float[] l = s.lights().color;
            b.sunward = true;
            b.sunlight[0] = p.r * cos * l[3 * sun];
            b.sunlight[1] = p.g * cos * l[3 * sun + 1];
            b.sunlight[2] = p.b * cos * l[3 * sun + 2];
            b.sunX = p.x + 0.003f * p.gx;
            b.sunY = p.y + 0.003f * p.gy;
            b.sunZ = p.z + 0.003f * p.gz;
        }
    }
}
