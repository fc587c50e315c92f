package dev.beatboard.render.probe;

import dev.beatboard.math.Vec3;
import dev.beatboard.render.bsdf.Coat;
import dev.beatboard.render.emitter.AnalyticLight;
import dev.beatboard.render.emitter.Lights;
import dev.beatboard.render.mesh.Finish;
import dev.beatboard.render.mesh.Hits;
import dev.beatboard.render.mesh.Panes;
import dev.beatboard.render.ray.WideBvh;
import dev.beatboard.render.sky.SkyLight;
import dev.beatboard.render.texture.Surface;
import dev.beatboard.render.work.Crew;
import dev.beatboard.scene.World;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Bakes the light that bounces about a world. Rays from every probe find what it sees once per
/// world; for a lighting, the direct light at those places is computed, and then probes and places
/// exchange light until it settles: any number of bounces for the rays of one.
public final class ProbeBaker {

    private static final int RAYS = 96;
    private static final int BOUNCES = 20;
    private static final int MOST_PROBES = 1400;
    private static final float GOLDEN = 2.39996323f;

    /// Light that comes from other surfaces and the sky, and light from the emitters themselves
    /// without the sun.
    public record Baked(ProbeGrid indirect, ProbeGrid direct) {}

    private final Finish finish;
    private final WideBvh tree;
    private final WideBvh.Gate shows;
    private final WideBvh.Gate solid;
    private final WideBvh.Gate blocks;
    private final Crew crew;
    private final ProbeGrid grid;
    /// What each ray saw, `RAYS` per probe: place, normal and reflectance; no triangle means sky.
    private final float[] place;

    private final float[] normal;
    private final float[] color;
    private final boolean[] hit;
    private final float[] direction = new float[3 * RAYS];

    /// Looks around in the world; `tree` holds its fixed surfaces.
    public ProbeBaker(World world, Finish finish, WideBvh tree, Crew crew) {
        this.finish = finish;
        shows = finish::shows;
        solid = finish::solid;
        blocks = finish::blocks;
        this.tree = tree;
        this.crew = crew;
        Vec3 low = world.low();
        Vec3 size = world.high().minus(low);
        double volume = Math.max(1e-3, size.x() * size.y() * size.z());
        double step = Math.max(0.5, Math.cbrt(volume / MOST_PROBES));
        int nx = points(size.x(), step);
        int ny = points(size.y(), step);
        int nz = points(size.z(), step);
        float margin = 0.1f;
        grid = new ProbeGrid(
                nx,
                ny,
                nz,
                (float) low.x() + margin,
                (float) low.y() + margin,
                (float) low.z() + margin,
                Math.max(0.05f, ((float) size.x() - 2 * margin) / (nx - 1)),
                Math.max(0.05f, ((float) size.y() - 2 * margin) / (ny - 1)),
                Math.max(0.05f, ((float) size.z() - 2 * margin) / (nz - 1)),
                new float[nx * ny * nz]);
        int n = grid.count() * RAYS;
        place = new float[3 * n];
        normal = new float[3 * n];
        color = new float[3 * n];
        hit = new boolean[n];
        for (int k = 0; k < RAYS; k++) {
            double z = 1 - 2 * (k + 0.5) / RAYS;
            double r = Math.sqrt(Math.max(0, 1 - z * z));
            direction[3 * k] = (float) (r * StrictMath.cos(k * GOLDEN));
            direction[3 * k + 1] = (float) z;
            direction[3 * k + 2] = (float) (r * StrictMath.sin(k * GOLDEN));
        }
        WideBvh.Ray[] rays = benches();
        Surface[] points = new Surface[crew.size()];
        for (int i = 0; i < points.length; i++) {
            points[i] = new Surface();
        }
        crew.each(grid.count(), (p, w) -> lookAround(p, rays[w], points[w]));
    }

    private static int points(double size, double step) {
        return Math.max(2, Math.min(64, (int) Math.ceil(size / step) + 1));
    }

    private WideBvh.Ray[] benches() {
        WideBvh.Ray[] rays = new WideBvh.Ray[crew.size()];
        Arrays.setAll(rays, i -> new WideBvh.Ray());
        return rays;
    }

    private void lookAround(int probe, WideBvh.Ray r, Surface p) {
        Coat coat = new Coat();
        float x = grid.x(probe);
        float y = grid.y(probe);
        float z = grid.z(probe);
        int back = 0;
        for (int k = 0; k < RAYS; k++) {
            int o = probe * RAYS + k;
            r.set(x, y, z, direction[3 * k], direction[3 * k + 1], direction[3 * k + 2], 1e4f);
            nearest(r, p);
            hit[o] = r.hit >= 0;
            if (r.hit < 0) {
                continue;
            }
            boolean behind = Hits.evaluate(finish, r.hit, r.ox, r.oy, r.oz, r.dx, r.dy, r.dz, r.distance, 0.08f, p);
            back += behind && !finish.of(r.hit).material.twoSided() ? 1 : 0;
            place[3 * o] = p.x;
            place[3 * o + 1] = p.y;
            place[3 * o + 2] = p.z;
            normal[3 * o] = p.nx;
            normal[3 * o + 1] = p.ny;
            normal[3 * o + 2] = p.nz;
            coat.turn(Coat.of(finish.of(r.hit).material), p.roughness);
            float gloss = coat.mean();
            color[3 * o] = Bounce.of(p.r, gloss);
            color[3 * o + 1] = Bounce.of(p.g, gloss);
            color[3 * o + 2] = Bounce.of(p.b, gloss);
        }
        grid.trust[probe] = back > RAYS / 3 ? 0 : 1 - 0.9f * back / (RAYS / 3f);
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

    /// The settled light of the world under these lights and this sky.
    public Baked bake(Lights lights, SkyLight sky) {
        WideBvh.Ray[] rays = benches();
        float[] light = new float[3 * hit.length];
        float[] skies = new float[3 * RAYS];
        float[] out = new float[3];
        for (int k = 0; k < RAYS; k++) {
            sky.look(direction[3 * k], direction[3 * k + 1], direction[3 * k + 2], out);
            for (int c = 0; c < 3; c++) {
                skies[3 * k + c] = Math.min(out[c], 40);
            }
        }
        crew.each(grid.count(), (p, w) -> direct(p, lights, skies, light, rays[w]));
        ProbeGrid now = new ProbeGrid(grid);
        for (int b = 0; b < BOUNCES; b++) {
            ProbeGrid before = now;
            ProbeGrid next = new ProbeGrid(grid);
            boolean first = b == 0;
            crew.each(grid.count(), (p, w) -> exchange(p, first ? null : before, light, next, new float[3]));
            now = next;
        }
        ProbeGrid straight = new ProbeGrid(grid);
        crew.each(grid.count(), (p, w) -> emitters(p, lights, straight, rays[w]));
        return new Baked(now, straight);
    }

    /// Direct light at every place that the probe sees.
    private void direct(int probe, Lights lights, float[] skies, float[] light, WideBvh.Ray r) {
        DirectDraw draw = new DirectDraw(lights, tree, finish, r);
        for (int k = 0; k < RAYS; k++) {
            int o = probe * RAYS + k;
            if (!hit[o]) {
                boolean covered = Windows.cover(
                        lights,
                        grid.x(probe),
                        grid.y(probe),
                        grid.z(probe),
                        direction[3 * k],
                        direction[3 * k + 1],
                        direction[3 * k + 2]);
                for (int c = 0; c < 3; c++) {
                    light[3 * o + c] = covered ? 0 : skies[3 * k + c];
                }
                continue;
            }
            draw.at(place, 3 * o, normal, 3 * o, o);
            for (int c = 0; c < 3; c++) {
                light[3 * o + c] = draw.emitters[c] + draw.sun[c];
            }
        }
    }

    /// Sums what the probe sees into its six directions.
    private void exchange(int probe, @Nullable ProbeGrid before, float[] light, ProbeGrid next, float[] out) {
        float[] cube = next.cube;
        int at = 18 * probe;
        float[] weight = new float[6];
        for (int k = 0; k < RAYS; k++) {
            int o = 3 * (probe * RAYS + k);
            float r = light[o];
            float g = light[o + 1];
            float b = light[o + 2];
            if (hit[probe * RAYS + k]) {
                if (before != null) {
                    before.read(place[o], place[o + 1], place[o + 2], normal[o], normal[o + 1], normal[o + 2], out);
                    r += out[0];
                    g += out[1];
                    b += out[2];
                }
                r *= color[o];
                g *= color[o + 1];
                b *= color[o + 2];
            }
            for (int axis = 0; axis < 3; axis++) {
                float d = direction[3 * k + axis];
                int q = 2 * axis + (d < 0 ? 1 : 0);
                float w = Math.abs(d);
                weight[q] += w;
                cube[at + 3 * q] += w * r;
                cube[at + 3 * q + 1] += w * g;
                cube[at + 3 * q + 2] += w * b;
            }
        }
        for (int q = 0; q < 6; q++) {
            for (int c = 0; c < 3; c++) {
                cube[at + 3 * q + c] /= Math.max(1e-6f, weight[q]);
            }
        }
    }

    /// Light of the emitters, without the sun, on the six sides of a probe, with four shadow rays
    /// to each.
    private void emitters(int probe, Lights lights, ProbeGrid to, WideBvh.Ray r) {
        float x = grid.x(probe);
        float y = grid.y(probe);
        float z = grid.z(probe);
        for (int l = 0; l < lights.count; l++) {
            if (lights.type[l] == Lights.SUN) {
                continue;
            }
            float[] side = new float[6];
            float most = 0;
            for (int q = 0; q < 6; q++) {
                float s = (q & 1) == 0 ? 1 : -1;
                side[q] = AnalyticLight.diffuse(
                        lights, l, x, y, z, q < 2 ? s : 0, q == 2 || q == 3 ? s : 0, q > 3 ? s : 0);
                most = Math.max(most, side[q]);
            }
            if (most * lights.luminance(l) < 1e-4f) {
                continue;
            }
            float v = 0;
            for (int i = 0; i < 4; i++) {
                DirectDraw.toLight(r, x, y, z, lights, l, (i & 1) - 0.5f, (i >> 1) - 0.5f);
                v += tree.blocks(r, blocks) ? 0 : 0.25f;
            }
            for (int q = 0; q < 6 && v > 0; q++) {
                for (int c = 0; c < 3; c++) {
                    to.cube[18 * probe + 3 * q + c] += v * side[q] * lights.color[3 * l + c];
                }
            }
        }
    }
}
