package dev.beatboard.render.probe;

import dev.beatboard.render.bsdf.Coat;
import dev.beatboard.render.emitter.Glare;
import dev.beatboard.render.emitter.Lights;
import dev.beatboard.render.mesh.Finish;
import dev.beatboard.render.mesh.Hits;
import dev.beatboard.render.mesh.Panes;
import dev.beatboard.render.ray.WideBvh;
import dev.beatboard.render.sky.SkyLight;
import dev.beatboard.render.texture.Grain;
import dev.beatboard.render.texture.Surface;
import dev.beatboard.render.work.Crew;
import dev.beatboard.scene.World;
import java.util.Arrays;

/// Bakes the light on the patches of a world. Rays from every patch find once per world what it
/// sees; for a lighting, the direct light on the patches is computed, and then they exchange light
/// until it settles (radiosity by sampled form factors). What lies outside of the patches has the
/// light of the probes.
public final class PatchBaker {

    /// Per point of a patch.
    private static final int RAYS = 10;

    private static final int ALL = Patches.POINTS * RAYS;
    private static final int BOUNCES = 24;
    /// Shadow rays per patch to the emitters together.
    private static final int DRAWS = 16;

    /// Instead of a patch: the ray meets the sky, what has no patch, or belongs to a point that is
    /// not to be asked.
    private static final int SKY = -1;

    private static final int ELSEWHERE = -2;
    private static final int UNASKED = -3;
    /// A point of whose rays so many meet the backs of things lies inside of one.
    private static final int BURIED = 3;
    /// One of whose rays so many meet something so close, meters, lies under it, as a table under what stands on it.
    private static final int COVERED = 8;

    private static final float CLOSE = 0.04f;
    /// Two surfaces of a patch that lie so far over each other are two layers, meters.
    private static final float LAYER = 0.02f;

    private final Finish finish;
    private final WideBvh tree;
    private final WideBvh.Gate shows;
    private final WideBvh.Gate solid;
    private final Crew crew;
    private final Patches patches;
    /// What each ray meets, [#ALL] per patch: a patch or a name of nothing, and the reflectance
    /// there in 8 bits a color.
    private final int[] met;

    private final int[] color;
    /// Place and normal of what rays meet [#ELSEWHERE], six numbers each, by patch.
    private final float[][] elsewhere;
    /// What coats there turn back toward the ray, in 8 bits, which `color` has in it; and the glossy ones.
    private final byte[] coat;

    private final float[][] glints;
    /// Patches of which nothing is seen, since all of their points lie inside or under something.
    private final boolean[] hidden;
    /// By patch, one of the points that are asked.
    private final int[] speaker;

    /// Looks around in the world; `tree` holds its fixed surfaces.
    public PatchBaker(World world, Finish finish, WideBvh tree, Crew crew) {
        this.finish = finish;
        this.tree = tree;
        this.crew = crew;
        shows = finish::shows;
        solid = finish::solid;
        patches = new Patches(world, finish);
        met = new int[ALL * patches.count()];
        color = new int[met.length];
        elsewhere = new float[patches.count()][];
        coat = new byte[met.length];
        glints = new float[patches.count()][];
        hidden = new boolean[patches.count()];
        speaker = new int[patches.count()];
        Surface[] points = new Surface[crew.size()];
        Arrays.setAll(points, i -> new Surface());
        WideBvh.Ray[] rays = benches();
        Coat[] coats = new Coat[crew.size()];
        Arrays.setAll(coats, i -> new Coat());
        Glints[] glossy = new Glints[crew.size()];
        Arrays.setAll(glossy, i -> new Glints());
        crew.each(patches.count(), (p, w) -> lookAround(p, rays[w], points[w], coats[w], glossy[w]));
    }

    private WideBvh.Ray[] benches() {
        WideBvh.Ray[] rays = new WideBvh.Ray[crew.size()];
        Arrays.setAll(rays, i -> new WideBvh.Ray());
        return rays;
    }

    private void lookAround(int patch, WideBvh.Ray r, Surface p, Coat about, Glints glossy) {
        int o = ALL * patch;
        glossy.clear();
        Arrays.fill(met, o, o + ALL, UNASKED);
        int n = patches.points(patch);
        int open = 0;
        for (int k = 0; k < n; k++) {
            open |= point(patch, k, r, p, about, glossy) ? 1 << k : 0;
        }
        hidden[patch] = open == 0;
        open = outer(patch, open);
        speaker[patch] = Patches.POINTS * patch + (open == 0 ? 0 : Integer.numberOfTrailingZeros(open));
        glints[patch] = glossy.taken();
        float[] far = new float[0];
        for (int k = 0; k < n; k++) {
            if (open != 0 && (open & 1 << k) == 0) {
                Arrays.fill(met, o + k * RAYS, o + (k + 1) * RAYS, UNASKED);
            }
        }
        int count = 0;
        for (int i = 0; i < ALL; i++) {
            count += met[o + i] == ELSEWHERE ? 1 : 0;
        }
        if (count > 0) {
            far = new float[6 * count];
            int at = 0;
            for (int i = 0; i < ALL; i++) {
                if (met[o + i] == ELSEWHERE) {
                    aim(r, patch, i);
                    nearest(r, p);
                    Hits.evaluate(finish, r.hit, r.ox, r.oy, r.oz, r.dx, r.dy, r.dz, r.distance, 0.3f, p);
                    far[at] = p.x;
                    far[at + 1] = p.y;
                    far[at + 2] = p.z;
                    far[at + 3] = p.nx;
                    far[at + 4] = p.ny;
                    far[at + 5] = p.nz;
                    at += 6;
                }
            }
        }
        elsewhere[patch] = far;
    }

    /// Of the points that are seen, as bits, those that no other one lies over: of two boards one over the other in one
    /// cell the lower one is in the dark.
    private int outer(int patch, int open) {
        int outer = open;
        for (int a = open; a != 0; a &= a - 1) {
            int p = Patches.POINTS * patch + Integer.numberOfTrailingZeros(a);
            for (int b = open; b != 0; b &= b - 1) {
                int q = Patches.POINTS * patch + Integer.numberOfTrailingZeros(b);
                if (patches.height(p, q) > LAYER && patches.height(q, p) < -LAYER) {
                    outer &= ~Integer.lowestOneBit(a);
                }
            }
        }
        return outer;
    }

    /// Traces the rays of one point. Returns whether it is seen, and lies neither in nor under something.
    private boolean point(int patch, int k, WideBvh.Ray r, Surface p, Coat about, Glints glossy) {
        int backs = 0;
        int close = 0;
        for (int i = 0; i < RAYS; i++) {
            int q = ALL * patch + k * RAYS + i;
            aim(r, patch, k * RAYS + i);
            nearest(r, p);
            color[q] = 0;
            if (r.hit < 0) {
                met[q] = SKY;
                continue;
            }
            Finish.Entry f = finish.of(r.hit);
            boolean back = Hits.evaluate(finish, r.hit, r.ox, r.oy, r.oz, r.dx, r.dy, r.dz, r.distance, 0.1f, p)
                    && !f.material.twoSided();
            backs += back ? 1 : 0;
            close += r.distance < CLOSE ? 1 : 0;
            if (f.emissive) {
                // It gives off nothing to what it lights: an emitter stands for it.
                met[q] = ELSEWHERE;
                continue;
            }
            int at = patches.at(p.x, p.y, p.z, p.gx, p.gy, p.gz);
            met[q] = at == Patches.NONE ? ELSEWHERE : at;
            about.turn(Coat.of(f.material), p.roughness);
            float out = about.reflects(-(r.dx * p.nx + r.dy * p.ny + r.dz * p.nz));
            coat[q] = (byte) bits(out);
            color[q] = bits(Bounce.of(p.r, out)) | bits(Bounce.of(p.g, out)) << 8 | bits(Bounce.of(p.b, out)) << 16;
            if (p.roughness * p.roughness <= Glare.ROUGHEST && out > 0) {
                glossy.add(k * RAYS + i, r, p, f.material.specular());
            }
        }
        return backs < BURIED && close < COVERED;
    }

    /// The nearest thing along a ray, beyond or mirrored by a pane in its way. What misses everything then counts as
    /// sky where the ray was aimed at.
    private void nearest(WideBvh.Ray r, Surface p) {
        tree.nearest(r, shows);
        if (r.hit >= 0 && finish.of(r.hit).clear) {
            Panes.send(finish, r, p);
            tree.nearest(r, solid);
        }
    }

    private static int bits(float v) {
        return Math.round(255 * v);
    }

    /// A ray from a point of a patch, denser along the normal; all of a patch are spread evenly
    /// together.
    private void aim(WideBvh.Ray r, int patch, int ray) {
        int q = 3 * (Patches.POINTS * patch + ray / RAYS);
        int seed = Grain.hash(patch + 0x51ED270B);
        // Which of the patch's rays: neighbors in the sequence go to different points.
        int k = ray % RAYS * Patches.POINTS + ray / RAYS;
        float u = (k + Grain.unit(Grain.hash(seed + ray))) / ALL;
        float v = (Integer.reverse(k) >>> 8) * 0x1p-24f + Grain.unit(seed);
        v -= (int) v;
        double rad = Math.sqrt(u);
        double s = rad * StrictMath.sin(2 * Math.PI * v);
        double c = rad * StrictMath.cos(2 * Math.PI * v);
        double up = Math.sqrt(Math.max(0, 1 - u));
        float mx = patches.normal[q];
        float my = patches.normal[q + 1];
        float mz = patches.normal[q + 2];
        double sign = mz >= 0 ? 1 : -1;
        double a = -1 / (sign + mz);
        double b = mx * my * a;
        r.set(
                patches.place[q],
                patches.place[q + 1],
                patches.place[q + 2],
                (float) (c * (1 + sign * mx * mx * a) + s * b + up * mx),
                (float) (c * sign * b + s * (sign + my * my * a) + up * my),
                (float) (-c * sign * mx - s * my + up * mz),
                1e4f);
    }

    /// The settled light of the world under these lights and this sky.
    ///
    /// @param probes baked for the same
    public PatchLight bake(Lights lights, SkyLight sky, ProbeBaker.Baked probes) {
        int n = patches.count();
        DirectPatches direct = new DirectPatches(n);
        float[] constant = new float[3 * n];
        WideBvh.Ray[] rays = benches();
        crew.each(n, (p, w) -> {
            DirectDraw draw = new DirectDraw(lights, tree, finish, rays[w]);
            direct(p, draw, direct);
            beyond(p, draw, lights, sky, probes, constant, rays[w]);
        });
        float[] now = constant.clone();
        for (int b = 0; b < BOUNCES; b++) {
            float[] before = now;
            float[] next = new float[3 * n];
            crew.each((n + 255) / 256, (part, w) -> {
                for (int p = 256 * part; p < Math.min(n, 256 * part + 256); p++) {
                    exchange(p, direct, before, constant, next);
                }
            });
            now = next;
        }
        return new PatchLight(patches, speaker, hidden, evened(now), direct);
    }

    /// What bounced changes little from patch to patch, but forty rays a patch leave noise:
    /// neighbors share theirs.
    private float[] evened(float[] light) {
        float[] even = new float[light.length];
        crew.each(patches.count(), (p, w) -> {
            int q = 3 * speaker[p];
            float nx = patches.normal[q];
            float ny = patches.normal[q + 1];
            float nz = patches.normal[q + 2];
            float[] sum = new float[4];
            for (int k = 0; k < 27; k++) {
                int at = patches.at(
                        patches.place[q] + (k % 3 - 1) * patches.size,
                        patches.place[q + 1] + (k / 3 % 3 - 1) * patches.size,
                        patches.place[q + 2] + (k / 9 - 1) * patches.size,
                        nx,
                        ny,
                        nz);
                if (at == Patches.NONE || hidden[at] && !hidden[p]) {
                    continue;
                }
                int o = 3 * speaker[at];
                float off = patches.height(speaker[p], speaker[at]);
                float same = patches.normal[o] * nx + patches.normal[o + 1] * ny + patches.normal[o + 2] * nz;
                if (Math.abs(off) > 0.1f * patches.size || same < 0.95f) {
                    continue;
                }
                float share = at == p ? 2 : 1;
                for (int c = 0; c < 3; c++) {
                    sum[c] += share * light[3 * at + c];
                }
                sum[3] += share;
            }
            for (int c = 0; c < 3; c++) {
                even[3 * p + c] = sum[3] > 0 ? sum[c] / sum[3] : light[3 * p + c];
            }
        });
        return even;
    }

    private boolean asked(int patch, int point) {
        return met[ALL * patch + point * RAYS] != UNASKED;
    }

    private void direct(int patch, DirectDraw draw, DirectPatches to) {
        int n = 0;
        Coat about = new Coat();
        int asked = 0;
        for (int k = 0; k < patches.points(patch); k++) {
            asked += asked(patch, k) ? 1 : 0;
        }
        for (int k = 0; k < patches.points(patch); k++) {
            if (!asked(patch, k)) {
                continue;
            }
            int point = Patches.POINTS * patch + k;
            float rough = patches.roughness[point];
            about.turn(patches.specular[point], rough);
            for (int i = 0; i < DRAWS / asked; i++) {
                draw.at(patches.place, 3 * point, patches.normal, 3 * point, about, Grain.hash(3 * point * 31 + i));
                to.add(patch, draw, rough * rough > Glare.ROUGHEST);
                n++;
            }
        }
        to.share(patch, n);
    }

    /// What comes from the sky and from what has no patch.
    private void beyond(
            int patch,
            DirectDraw draw,
            Lights lights,
            SkyLight sky,
            ProbeBaker.Baked probes,
            float[] to,
            WideBvh.Ray r) {
        float[] out = new float[3];
        float[] far = elsewhere[patch];
        int at = 0;
        int n = 0;
        for (int i = 0; i < ALL; i++) {
            int m = met[ALL * patch + i];
            n += m == UNASKED ? 0 : 1;
            if (m == SKY) {
                aim(r, patch, i);
                if (!Windows.cover(lights, r.ox, r.oy, r.oz, r.dx, r.dy, r.dz)) {
                    sky.look(r.dx, r.dy, r.dz, out);
                    for (int c = 0; c < 3; c++) {
                        to[3 * patch + c] += Math.min(40, out[c]);
                    }
                }
            } else if (m == ELSEWHERE) {
                int color = this.color[ALL * patch + i];
                if (color != 0) {
                    draw.at(far, at, far, at + 3, Grain.hash(patch * 7 + i));
                    for (int c = 0; c < 3; c++) {
                        to[3 * patch + c] += reflectance(color, c) * draw.sun[c];
                    }
                    float x = far[at];
                    float y = far[at + 1];
                    float z = far[at + 2];
                    for (int part = 0; part < 2; part++) {
                        (part == 0 ? probes.indirect() : probes.direct())
                                .read(x, y, z, far[at + 3], far[at + 4], far[at + 5], out);
                        for (int c = 0; c < 3; c++) {
                            to[3 * patch + c] += reflectance(color, c) * out[c];
                        }
                    }
                }
                at += 6;
            }
        }
        float[] glossy = glints[patch];
        for (int i = 0; Glints.ray(glossy, i) >= 0; i++) {
            if (met[ALL * patch + Glints.ray(glossy, i)] != UNASKED) {
                draw.glints.light(glossy, i, lights, tree, draw.dimming, r, to, 3 * patch);
            }
        }
        for (int c = 0; c < 3 && n > 0; c++) {
            to[3 * patch + c] /= n;
        }
    }

    private static float reflectance(int color, int channel) {
        return (color >>> 8 * channel & 255) * (1 / 255f);
    }

    private void exchange(int patch, DirectPatches direct, float[] before, float[] constant, float[] next) {
        float r = 0;
        float g = 0;
        float b = 0;
        int n = 0;
        for (int q = ALL * patch; q < ALL * patch + ALL; q++) {
            int m = met[q];
            if (m == UNASKED) {
                continue;
            }
            n++;
            if (m < 0) {
                continue;
            }
            int o = 3 * m;
            int c = color[q];
            float off = (coat[q] & 255) * (1 / 255f);
            float red = reflectance(c, 0);
            float green = reflectance(c, 1);
            float blue = reflectance(c, 2);
            r += red * before[o] + (red - off) * direct.in[o] + direct.off[o];
            g += green * before[o + 1] + (green - off) * direct.in[o + 1] + direct.off[o + 1];
            b += blue * before[o + 2] + (blue - off) * direct.in[o + 2] + direct.off[o + 2];
        }
        float k = n == 0 ? 0 : 1f / n;
        next[3 * patch] = constant[3 * patch] + r * k;
        next[3 * patch + 1] = constant[3 * patch + 1] + g * k;
        next[3 * patch + 2] = constant[3 * patch + 2] + b * k;
    }
}
