package dev.beatboard.render.raster;

import dev.beatboard.render.emitter.Lights;
import dev.beatboard.render.mesh.Hits;
import dev.beatboard.render.ray.Packets;
import dev.beatboard.render.ray.Rays;
import dev.beatboard.render.texture.Surface;

/// What a traced ray sees: the surface's color under the light of the probes, and the sun by a ray of its own.
final class Radiance {

    private Radiance() {}

    /// Writes the radiance that ray `i` gets from triangle `t`, which it met, to the bench's color.
    static void at(AmbientPass.Surroundings s, int t, Rays r, int i, float footprint, AmbientPass.Bench b) {
        Surface p = b.facet.point;
        float[] out = b.color;
        Hits.evaluate(s.finish(), t, r.ox[i], r.oy[i], r.oz[i], r.dx[i], r.dy[i], r.dz[i], r.distance[i], footprint, p);
        s.probes().indirect().read(p.x, p.y, p.z, p.nx, p.ny, p.nz, out);
        float er = out[0];
        float eg = out[1];
        float eb = out[2];
        s.probes().direct().read(p.x, p.y, p.z, p.nx, p.ny, p.nz, out);
        er += out[0];
        eg += out[1];
        eb += out[2];
        Lights l = s.lights();
        for (int k = 0; k < l.count; k++) {
            if (l.type[k] == Lights.SUN) {
                float cos = p.nx * l.center[3 * k] + p.ny * l.center[3 * k + 1] + p.nz * l.center[3 * k + 2];
                if (cos > 0 && sunlit(s, p, l, k, b.sun)) {
                    er += cos * l.color[3 * k];
                    eg += cos * l.color[3 * k + 1];
                    eb += cos * l.color[3 * k + 2];
                }
            }
        }
        out[0] = p.r * er;
        out[1] = p.g * eg;
        out[2] = p.b * eb;
    }

    private static boolean sunlit(AmbientPass.Surroundings s, Surface p, Lights l, int k, Rays sun) {
        for (int i = 1; i < sun.size; i++) {
            sun.off(i);
        }
        sun.set(
                0,
                p.x + 0.003f * p.gx,
                p.y + 0.003f * p.gy,
                p.z + 0.003f * p.gz,
                l.center[3 * k],
                l.center[3 * k + 1],
                l.center[3 * k + 2],
                1e4f);
        Packets.reset(sun);
        Packets.occlude(s.fixed(), s.finish(), sun);
        if (sun.hit[0] < 0) {
            Packets.occlude(s.moving(), s.finish(), sun);
        }
        return sun.hit[0] < 0;
    }
}
