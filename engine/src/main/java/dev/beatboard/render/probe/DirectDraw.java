package dev.beatboard.render.probe;

import dev.beatboard.render.bsdf.Coat;
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

    /// Places of a light among which one is drawn.
    private static final int PLACES = 16;

    private final Lights lights;
    private final WideBvh tree;
    final Dimming dimming;
    final Glints glints = new Glints();
    private final WideBvh.Ray ray;
    private final float[] share;
    private final float[] sum = new float[3];
    private final float[] let = new float[3];
    private final float[] turned = new float[3];
    private final Coat none = new Coat();
    /// The light of the emitters, and of the sun.
    final float[] emitters = new float[3];

    final float[] sun = new float[3];
    /// The same as it gets through the coat to the body, and what the coat throws back.
    final float[] emittersIn = new float[3];

    final float[] sunIn = new float[3];
    final float[] emittersOff = new float[3];
    final float[] sunOff = new float[3];
    /// Luminance of the emitters if nothing threw shadows.
    float bare;

    DirectDraw(Lights lights, WideBvh tree, Finish finish, WideBvh.Ray ray) {
        this.lights = lights;
        this.tree = tree;
        dimming = new Dimming(finish);
        this.ray = ray;
        share = new float[lights.count];
    }

    /// Lights the place at `place[p ..]` whose normal is at `normal[n ..]`, and which has no coat.
    void at(float[] place, int p, float[] normal, int n, int seed) {
        at(place, p, normal, n, none, seed);
    }

    /// The same with a coat.
    void at(float[] place, int p, float[] normal, int n, Coat coat, int seed) {
        clear(emitters, emittersIn, emittersOff);
        clear(sun, sunIn, sunOff);
        bare = 0;
        for (int pass = 0; pass < 2; pass++) {
            clear(sum, let, turned);
            int pick = draw(place, p, normal, n, coat, seed, pass == 1);
            if (pick < 0) {
                continue;
            }
            aim(place, p, normal, n, pick, seed);
            dimming.toward(ray.dx, ray.dy, ray.dz);
            if (!tree.blocks(ray, dimming)) {
                take(sum, pass == 1 ? sun : emitters);
                take(let, pass == 1 ? sunIn : emittersIn);
                take(turned, pass == 1 ? sunOff : emittersOff);
            }
        }
    }

    private static void clear(float[] a, float[] b, float[] c) {
        Arrays.fill(a, 0);
        Arrays.fill(b, 0);
        Arrays.fill(c, 0);
    }

    private void take(float[] from, float[] to) {
        for (int c = 0; c < 3; c++) {
            to[c] = dimming.through() * from[c];
        }
    }

    /// Aims the ray at a place of light `l`, which is drawn from some by the light that comes from there (Talbot et al.
    /// 2005): of a window that stands low over a floor more from its far than from its near end.
    private void aim(float[] place, int p, float[] normal, int n, int l, int seed) {
        float ox = place[p] + OFF * normal[n];
        float oy = place[p + 1] + OFF * normal[n + 1];
        float oz = place[p + 2] + OFF * normal[n + 2];
        float all = 0;
        float rest = Grain.unit(Grain.hash(seed * 3 + 29));
        float takenA = 0;
        float takenB = 0;
        for (int i = 0; i < PLACES && lights.type[l] != Lights.SUN; i++) {
            int h = Grain.hash(seed * 7 + 11 * i);
            float a = ((i & 3) + Grain.unit(h)) * 0.5f - 1;
            float b = ((i >> 2) + Grain.unit(Grain.hash(h))) * 0.5f - 1;
            toLight(ray, ox, oy, oz, lights, l, a, b);
            float cos = ray.dx * normal[n] + ray.dy * normal[n + 1] + ray.dz * normal[n + 2];
            float facing = lights.type[l] == Lights.RECTANGLE
                    ? -(ray.dx * lights.normal[3 * l]
                            + ray.dy * lights.normal[3 * l + 1]
                            + ray.dz * lights.normal[3 * l + 2])
                    : 1;
            float w = Math.max(0, cos) * Math.max(0, facing) / (ray.distance * ray.distance + 1e-6f);
            all += w;
            // The rest of the number serves for the next, as in a reservoir.
            float share = w / (all + 1e-20f);
            if (rest < share) {
                takenA = a;
                takenB = b;
                rest /= share;
            } else {
                rest = (rest - share) / (1 - share);
            }
        }
        toLight(ray, ox, oy, oz, lights, l, takenA, takenB);
    }

    private int draw(float[] place, int p, float[] normal, int n, Coat coat, int seed, boolean sunOnly) {
        float total = 0;
        for (int l = 0; l < lights.count; l++) {
            share[l] = 0;
            if (lights.type[l] == Lights.SUN != sunOnly) {
                continue;
            }
            float f = AnalyticLight.diffuse(
                    lights, l, place[p], place[p + 1], place[p + 2], normal[n], normal[n + 1], normal[n + 2]);
            if (f > 0) {
                float cos = AnalyticLight.cosine(
                        lights, l, place[p], place[p + 1], place[p + 2], normal[n], normal[n + 1], normal[n + 2]);
                float lets = coat.lets(cos);
                float off = coat.reflects(cos);
                for (int c = 0; c < 3; c++) {
                    float e = f * lights.color[3 * l + c];
                    sum[c] += e;
                    let[c] += lets * e;
                    turned[c] += off * e;
                }
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
