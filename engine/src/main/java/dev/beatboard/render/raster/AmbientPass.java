package dev.beatboard.render.raster;

import dev.beatboard.render.emitter.Lights;
import dev.beatboard.render.filter.Smoother;
import dev.beatboard.render.mesh.Finish;
import dev.beatboard.render.mesh.Lens;
import dev.beatboard.render.probe.PatchLight;
import dev.beatboard.render.probe.ProbeBaker;
import dev.beatboard.render.ray.WideBvh;
import dev.beatboard.render.sky.SkyLight;
import dev.beatboard.render.work.Crew;
import dev.beatboard.scene.Material;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Light that bounced, at a lower resolution: one ray per square of pixels. A draft reads the
/// probes at the pixel and takes the ray's word for whether something near keeps light away; a
/// final frame asks what the ray meets and how that is lit ([Radiance]), which carries colors over
/// and darkens contacts without leaks.
final class AmbientPass {

    private static final byte HAIR = (byte) Material.Kind.HAIR.ordinal();
    private static final byte EYE = (byte) Material.Kind.EYE.ordinal();
    private static final int MARGIN = Canvas.MARGIN;
    private static final float NEAR = 0.6f;
    /// Rays are traced square by square, so that neighbors follow each other.
    private static final int SIDE = 4;
    /// Of a draft: what is left of the light right beside a surface, which throws back some of it.
    /// Without, one looks past a collar into a black hole.
    private static final float SHUT = 0.3f;
    /// In [#kept]: how near the nearest still thing is, is not known.
    private static final float UNKNOWN = -1;
    /// In [#kept]: there is none within reach.
    private static final float NOTHING = Float.MAX_VALUE;

    /// The brightest, as exposed, that a single ray may be: the filter would make a blotch of it.
    private static final float BRIGHTEST_SEEN = 4;

    /// How many times as bright as what the probes say a single ray may be believed to be.
    private static final float BRIGHTEST = 2;

    /// So many neighbors of eight on its surface and fewer: a place of something thin, on which the filter finds too
    /// little.
    private static final int THIN = 2;
    /// Rays more from there, if it is still.
    private static final int MORE = 9;
    /// Rays more from hair, in which no two places are alike.
    private static final int HAIR_MORE = 3;
    /// Within hair, what a ray meets so near, meters, is half as bright as elsewhere: it lies in the
    /// same gap. By eye and by FLIP against the reference.
    private static final float HAIR_GAP = 0.12f;

    /// The steps of an even sequence in the square (Roberts 2018).
    private static final float TURN_U = 0.7548777f;

    private static final float TURN_V = 0.5698403f;

    /// Sine and cosine over -45 to 135 degrees.
    private static final int TURNS = 4096;

    private static final float TURN_SCALE = TURNS / 3.14159265f;
    private static final float[] SINE = new float[TURNS + 2];
    private static final float[] COSINE = new float[TURNS + 2];

    static {
        for (int i = 0; i < SINE.length; i++) {
            double a = i * StrictMath.PI / TURNS - StrictMath.PI / 4;
            SINE[i] = (float) StrictMath.sin(a);
            COSINE[i] = (float) StrictMath.cos(a);
        }
    }

    /// How strongly each round of smoothing is stopped where one place is more open than another:
    /// at first that is noise, and on narrow strips, as a window's frame, still after two rounds.
    private static final float[] STOP = {0, 0, 0, 10, 20};

    private final Canvas c;
    private final int scale;
    private final int width;
    private final int height;
    private final int stride;
    private final float[] x;
    private final float[] y;
    private final float[] z;
    private final float[] nx;
    private final float[] ny;
    private final float[] nz;
    /// Of a draft, by place: what the probes say, and how near the nearest still thing is, or
    /// [#UNKNOWN].
    private final float[][] kept = new float[4][];
    private final StillRadiance still;
    private float limit;
    private float[][] light = new float[4][];
    private float[][] swap = new float[4][];

    /// @param scale how many pixels wide and high the square of a ray is
    AmbientPass(Canvas c, int scale) {
        this.c = c;
        this.scale = scale;
        width = (c.width + scale - 1) / scale;
        height = (c.height + scale - 1) / scale;
        stride = (width + 15) / 16 * 16 + 2 * MARGIN;
        int n = stride * (height + 2 * MARGIN);
        x = new float[n];
        y = new float[n];
        z = new float[n];
        nx = new float[n];
        ny = new float[n];
        nz = new float[n];
        Arrays.fill(x, Canvas.NOWHERE);
        for (int k = 0; k < 4; k++) {
            light[k] = new float[n];
            swap[k] = new float[n];
            kept[k] = new float[n];
        }
        Arrays.fill(kept[3], UNKNOWN);
        still = new StillRadiance(n);
    }

    /// What the rays of a frame meet.
    record Surroundings(
            WideBvh fixed,
            WideBvh moving,
            Finish finish,
            ProbeBaker.Baked probes,
            @Nullable PatchLight patches,
            Lights lights,
            SkyLight sky,
            boolean gather,
            Coherence coherence) {}

    /// One worker's scratch.
    static final class Bench {
        final Radiance.Bench traced;
        final Facet facet;
        final float[] color;
        final float[] share = new float[4];
        private float[] wide = new float[0];

        Bench(Facet facet, float[] color, Finish finish) {
            traced = new Radiance.Bench(finish);
            this.facet = facet;
            this.color = color;
        }

        private float[] wide(int n) {
            if (wide.length < n) {
                wide = new float[n];
            }
            return wide;
        }
    }

    void run(Crew crew, Bench[] benches, Surroundings s, Lens lens, float exposure) {
        limit = BRIGHTEST_SEEN / exposure;
        still.begin(s.gather && s.coherence.bounced());
        Radiance radiance = new Radiance(s, true, still);
        crew.each((height + SIDE - 1) / SIDE, (strip, w) -> {
            for (int x0 = 0; x0 < width; x0 += SIDE) {
                for (int hy = SIDE * strip; hy < Math.min(height, SIDE * (strip + 1)); hy++) {
                    for (int hx = x0; hx < Math.min(width, x0 + SIDE); hx++) {
                        place(hx, hy, s, radiance, benches[w]);
                    }
                }
            }
        });
        if (s.gather) {
            crew.each(height, (row, w) -> loners(row, s, radiance, benches[w]));
        }
        Smoother.Geometry g = new Smoother.Geometry(x, y, z, nx, ny, nz, stride);
        int rounds = s.gather ? 5 : 4;
        for (int round = 0; round < rounds; round++) {
            int step = 1 << round;
            float[] range = {0, 0, 0, s.gather ? STOP[round] : 0};
            float[][] from = light;
            float[][] to = swap;
            crew.each(
                    height,
                    (row, w) -> Smoother.row(
                            from,
                            to,
                            g,
                            at(0, row),
                            at(width, row),
                            step,
                            0.012f,
                            range,
                            lens.ox(),
                            lens.oy(),
                            lens.oz()));
            light = to;
            swap = from;
        }
        Upsampler up = new Upsampler(c, scale, width, height, stride, x, y, z, nx, ny, nz, light);
        crew.each(height + 1, (row, w) -> up.rows(row - 1, benches[w].wide(up.scratch())));
    }

    private int at(int px, int py) {
        return (py + MARGIN) * stride + px + MARGIN;
    }

    /// The pixel of place (hx, hy): one of the inner ones of the square, a different one for neighbors.
    private int column(int hx, int hy) {
        return Math.min(c.width - 1, scale * hx + (scale - 1) / 2 + (hx + hy & 1));
    }

    private int row(int hx, int hy) {
        return Math.min(c.height - 1, scale * hy + (scale - 1) / 2 + (hx & 1));
    }

    /// The ray of place (hx, hy).
    private void place(int hx, int hy, Surroundings s, Radiance radiance, Bench b) {
        int h = at(hx, hy);
        int px = column(hx, hy);
        int py = row(hx, hy);
        int p = c.at(px, py);
        if (!s.coherence.bounced(px, py)) {
            kept[3][h] = UNKNOWN;
            still.forget(h);
        }
        if (c.kind[p] < 0) {
            x[h] = Canvas.NOWHERE;
            y[h] = 0;
            z[h] = 0;
            nx[h] = 0;
            ny[h] = 0;
            nz[h] = 0;
            for (int k = 0; k < 4; k++) {
                light[k][h] = 0;
            }
            return;
        }
        x[h] = c.x[p];
        y[h] = c.y[p];
        z[h] = c.z[p];
        nx[h] = c.nx[p];
        ny[h] = c.ny[p];
        nz[h] = c.nz[p];
        aim(b.traced, p, hx, hy, 0, s.gather ? 1e4f : NEAR);
        if (s.gather) {
            radiance.trace(b.traced, h, false);
            for (int k = 0; k < 4; k++) {
                light[k][h] = 0;
            }
            add(h, p, b.traced);
        } else {
            probe(h, s, b);
        }
    }

    /// Adds what the bench's ray saw from pixel `p` to place `h`.
    private void add(int h, int p, Radiance.Bench b) {
        float free = 1;
        if (c.kind[p] == HAIR && b.near < 1) {
            free = b.near * b.near / (b.near * b.near + HAIR_GAP * HAIR_GAP);
        }
        for (int k = 0; k < 3; k++) {
            light[k][h] += free * Math.min(limit, b.seen[k]);
        }
        light[3][h] += Math.min(1, b.near / 0.5f);
    }

    /// Of a draft: what the probes say, less where something is near.
    private void probe(int h, Surroundings s, Bench b) {
        WideBvh.Ray r = b.traced.ray;
        WideBvh.Gate solid = s.finish::solid;
        s.moving.nearest(r, solid);
        float near = kept[3][h];
        if (near != UNKNOWN) {
            shine(h, r.hit < 0 ? near : Math.min(near, r.distance));
            return;
        }
        s.fixed.nearest(r, solid);
        s.probes.indirect().read(x[h], y[h], z[h], nx[h], ny[h], nz[h], b.color);
        for (int k = 0; k < 3; k++) {
            kept[k][h] = b.color[k];
        }
        shine(h, r.hit < 0 ? NOTHING : r.distance);
        boolean moved = r.hit >= s.finish.mesh.fixedTriangles;
        kept[3][h] = moved ? UNKNOWN : r.hit < 0 ? NOTHING : r.distance;
    }

    private void shine(int h, float near) {
        float open = near == NOTHING ? 1 : SHUT + (1 - SHUT) * near / NEAR;
        light[0][h] = kept[0][h] * open;
        light[1][h] = kept[1][h] * open;
        light[2][h] = kept[2][h] * open;
        light[3][h] = open;
    }

    /// A pixel whose surface no neighbor shows would keep the word of its single ray. It takes that
    /// of the probes, and the ray's as far as this met something near: a ledge in front of a white
    /// wall is lit by it. What is much brighter would be a speck.
    ///
    /// Something thin and still, as a ledge seen edge on, gets more rays: it would show as dashes. So
    /// does hair, which would show specks.
    private void loners(int row, Surroundings s, Radiance radiance, Bench b) {
        float[] out = b.color;
        for (int hx = 0; hx < width; hx++) {
            int h = at(hx, row);
            if (x[h] == Canvas.NOWHERE) {
                continue;
            }
            int p = c.at(column(hx, row), row(hx, row));
            int rays = c.kind[p] == HAIR ? HAIR_MORE : still(p, s) && thin(h) ? MORE : 0;
            if (rays > 0) {
                more(hx, row, rays, radiance, b.traced);
                continue;
            }
            if (kin(h, h - 1) || kin(h, h + 1) || kin(h, h - stride) || kin(h, h + stride)) {
                continue;
            }
            s.probes.indirect().read(x[h], y[h], z[h], nx[h], ny[h], nz[h], out);
            float open = light[3][h];
            for (int k = 0; k < 3; k++) {
                float met = Math.min(light[k][h], BRIGHTEST * out[k]);
                light[k][h] = met + open * (out[k] - met);
            }
        }
    }

    private boolean still(int p, Surroundings s) {
        return c.triangle[p] < s.finish.mesh.fixedTriangles;
    }

    /// Whether at most [#THIN] of the eight places around lie on the surface of place `h`, which is kin to itself.
    private boolean thin(int h) {
        int n = 0;
        for (int q = h - stride; q <= h + stride; q += stride) {
            n += (kin(h, q - 1) ? 1 : 0) + (kin(h, q) ? 1 : 0) + (kin(h, q + 1) ? 1 : 0);
            if (n > THIN + 1) {
                return false;
            }
        }
        return true;
    }

    /// The mean of a place's first ray and of so many others.
    private void more(int hx, int hy, int rays, Radiance radiance, Radiance.Bench b) {
        int h = at(hx, hy);
        int p = c.at(column(hx, hy), row(hx, hy));
        for (int again = 1; again <= rays; again++) {
            aim(b, p, hx, hy, again, 1e4f);
            radiance.trace(b, StillRadiance.NOWHERE, false);
            add(h, p, b);
        }
        for (int k = 0; k < 4; k++) {
            light[k][h] /= 1 + rays;
        }
    }

    private boolean kin(int h, int q) {
        float dot = nx[h] * nx[q] + ny[h] * ny[q] + nz[h] * nz[q];
        float off = (x[q] - x[h]) * nx[h] + (y[q] - y[h]) * ny[h] + (z[q] - z[h]) * nz[h];
        return dot > 0.8f && Math.abs(off) < 0.02f;
    }

    /// A number in [0, 1) moved on, around from the end to the beginning.
    private static float turned(float u, float by) {
        float sum = u + by;
        return sum - (int) sum;
    }

    /// A ray into the hemisphere, denser along the normal.
    ///
    /// @param again 0 for a place's first ray, then 1, 2, ...
    private void aim(Radiance.Bench bench, int p, int hx, int hy, int again, float reach) {
        long pair = Noise.pair(hx, hy, 60);
        float u = turned(Noise.first(pair), again * TURN_U);
        float v = turned(Noise.second(pair), again * TURN_V);
        // A point of the unit disk without sines: the square's angle by a rational circle (Shirley and Chiu's rings).
        float a = 2 * u - 1;
        float b = 2 * v - 1;
        float rad;
        float phi;
        if (a * a > b * b) {
            rad = a;
            phi = 0.78539816f * (b / a);
        } else {
            rad = b;
            phi = b == 0 ? 0 : 1.57079633f - 0.78539816f * (a / b);
        }
        int turn = (int) ((phi + 0.78539816f) * TURN_SCALE + 0.5f);
        float s = SINE[turn] * rad;
        float t = COSINE[turn] * rad;
        float up = (float) Math.sqrt(Math.max(0, 1 - rad * rad));
        float mx = c.nx[p];
        float my = c.ny[p];
        float mz = c.nz[p];
        // An orthonormal basis around the normal (Duff et al. 2017).
        float sign = mz >= 0 ? 1 : -1;
        float k = -1 / (sign + mz);
        float q = mx * my * k;
        float dx = t * (1 + sign * mx * mx * k) + s * q + up * mx;
        float dy = t * sign * q + s * (sign + my * my * k) + up * my;
        float dz = -t * sign * mx - s * my + up * mz;
        float gd = c.gx[p] * dx + c.gy[p] * dy + c.gz[p] * dz;
        if (gd < 0) {
            dx -= 2 * gd * c.gx[p];
            dy -= 2 * gd * c.gy[p];
            dz -= 2 * gd * c.gz[p];
        }
        float off = c.kind[p] == HAIR ? 0.002f : 0.0008f;
        bench.fromEye = c.kind[p] == EYE;
        bench.ray.set(c.x[p] + c.gx[p] * off, c.y[p] + c.gy[p] * off, c.z[p] + c.gz[p] * off, dx, dy, dz, reach);
    }
}
