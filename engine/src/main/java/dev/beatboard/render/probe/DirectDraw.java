package dev.beatboard.render.probe;

import dev.beatboard.render.emitter.AnalyticLight;
import dev.beatboard.render.emitter.Lights;
import dev.beatboard.render.mesh.Dimming;
import dev.beatboard.render.mesh.Finish;
import dev.beatboard.render.ray.WideBvh;
import dev.beatboard.render.texture.Grain;
import java.util.Arrays;

/// Direct light at a place of a still world (irradiance over pi): all emitters in closed form,
/// shadowed by one ray to one of them, which is drawn by its share, and the sun by one of its own.
/// One per worker.
final class DirectDraw {

    /// Rays start this far off a surface, meters.
    private static final float OFF = 0.004f;

    private final Lights lights;
    private final WideBvh tree;
    private final Dimming dimming;
    private final WideBvh.Ray ray;
    private final float[] share;
    private final float[] sum = new float[3];
    /// The result.
    final float[] emitters = new float[3];

    final float[] sun = new float[3];
    /// Luminance of the emitters if nothing threw shadows.
    float bare;

    DirectDraw(Lights lights, WideBvh tree, Finish finish, WideBvh.Ray ray) {
        this.lights = lights;
        this.tree = tree;
        dimming = new Dimming(finish);
        this.ray = ray;
        share = new float[lights.count];
    }

    /// Lights the place at `place[p ..]` whose normal is at `normal[n ..]`.
    void at(float[] place, int p, float[] normal, int n, int seed) {
        Arrays.fill(emitters, 0);
        Arrays.fill(sun, 0);
        bare = 0;
        for (int pass = 0; pass < 2; pass++) {
            Arrays.fill(sum, 0);
            int pick = draw(place, p, normal, n, seed, pass == 1);
            if (pick < 0) {
                continue;
            }
            float a = 2 * Grain.unit(Grain.hash(seed * 7 + 11)) - 1;
            float b = 2 * Grain.unit(Grain.hash(seed * 13 + 5)) - 1;
            toLight(
                    ray,
                    place[p] + OFF * normal[n],
                    place[p + 1] + OFF * normal[n + 1],
                    place[p + 2] + OFF * normal[n + 2],
                    lights,
                    pick,
                    a,
                    b);
            dimming.toward(ray.dx, ray.dy, ray.dz);
            if (!tree.blocks(ray, dimming)) {
                float[] to = pass == 1 ? sun : emitters;
                for (int c = 0; c < 3; c++) {
                    to[c] = dimming.through() * sum[c];
                }
            }
        }
    }

    private int draw(float[] place, int p, float[] normal, int n, int seed, boolean sunOnly) {
        float total = 0;
        for (int l = 0; l < lights.count; l++) {
            share[l] = 0;
            if (lights.type[l] == Lights.SUN != sunOnly) {
                continue;
            }
            float f = AnalyticLight.diffuse(
                    lights, l, place[p], place[p + 1], place[p + 2], normal[n], normal[n + 1], normal[n + 2]);
            for (int c = 0; c < 3; c++) {
                sum[c] += f * lights.color[3 * l + c];
            }
            share[l] = f * lights.luminance(l);
            total += share[l];
        }
        bare += sunOnly ? 0 : total;
        if (total <= 1e-9f) {
            return -1;
        }
        float u = Grain.unit(Grain.hash(seed * 31 + 7)) * total;
        int last = -1;
        for (int l = 0; l < lights.count; l++) {
            if (share[l] > 0) {
                last = l;
                u -= share[l];
                if (u < 0) {
                    break;
                }
            }
        }
        return last;
    }

    /// Aims a ray at the place (a, b) of light `l`, -1..1.
    static void toLight(WideBvh.Ray r, float ox, float oy, float oz, Lights lights, int l, float a, float b) {
        float[] m = lights.center;
        if (lights.type[l] == Lights.SUN) {
            r.set(ox, oy, oz, m[3 * l], m[3 * l + 1], m[3 * l + 2], 1e4f);
            return;
        }
        float tx = m[3 * l] + a * lights.u[3 * l] + b * lights.v[3 * l] - ox;
        float ty = m[3 * l + 1] + a * lights.u[3 * l + 1] + b * lights.v[3 * l + 1] - oy;
        float tz = m[3 * l + 2] + a * lights.u[3 * l + 2] + b * lights.v[3 * l + 2] - oz;
        float d = (float) Math.sqrt(tx * tx + ty * ty + tz * tz);
        float reach = d * 0.999f - 0.005f - (lights.type[l] == Lights.BULB ? lights.radius[l] : 0);
        r.set(ox, oy, oz, tx / d, ty / d, tz / d, Math.max(0, reach));
    }
}
