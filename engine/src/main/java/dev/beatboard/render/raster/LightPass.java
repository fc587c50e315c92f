package dev.beatboard.render.raster;

import dev.beatboard.render.bsdf.StrandLobes;
import dev.beatboard.render.emitter.AnalyticLight;
import dev.beatboard.render.emitter.LightKernel;
import dev.beatboard.render.emitter.Lights;
import dev.beatboard.render.mesh.Lens;
import dev.beatboard.render.work.Lanes;
import dev.beatboard.scene.Material;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Light from all emitters without shadows, a strip of 16x8 pixels at a time; lights that can add
/// next to nothing to a strip are left out.
final class LightPass {

    private static final int ROWS = Coherence.ROWS;
    private static final int COLUMNS = Coherence.COLUMNS;
    private static final byte HAIR = (byte) Material.Kind.HAIR.ordinal();
    private static final byte SKIN = (byte) Material.Kind.SKIN.ordinal();
    private static final byte MOUTH = (byte) Material.Kind.MOUTH.ordinal();
    private static final byte MIRROR = (byte) Material.Kind.MIRROR.ordinal();
    private static final float PI = 3.14159265f;
    /// The square of so many half diagonals away a rectangle is a point to hair.
    private static final float FAR = 16;

    /// A light that adds less than this share of a mid grey's radiance is not computed.
    private static final float LEAST = 8e-4f;

    private final Canvas c;
    private final Lights lights;
    /// In [Canvas#pick]: no light at all.
    static final int NONE = -1;
    /// In [Canvas#pick]: too little light to be worth a ray.
    static final int SLIGHT = -2;

    private final Lens lens;
    /// What need not be computed again; nothing knows that of planes other than the canvas's.
    private final @Nullable Coherence coherence;
    private final float least;
    private final LightKernel.Planes planes;
    private final LightKernel.Channel[] channels;

    /// The lights that matter in a strip and how far they are away from it: scratch memory, one
    /// per worker.
    static final class Near {
        int[] light = new int[64];
        float[] away = new float[64];
        int count;
        float facing;
        final StrandLobes lobes = new StrandLobes();
        final BentGloss bent = new BentGloss();

        void reserve(int lights) {
            if (light.length < lights) {
                light = new int[lights];
                away = new float[lights];
            }
        }
    }

    LightPass(Canvas c, Lights lights, Lens lens, float exposure, Coherence coherence) {
        this(c, lights, lens, exposure, coherence, new LightKernel.Channel[lights.channels]);
        for (int k = 0; k < lights.channels; k++) {
            channels[k] = new LightKernel.Channel(
                    c.diffuse[3 * k],
                    c.diffuse[3 * k + 1],
                    c.diffuse[3 * k + 2],
                    c.gloss[3 * k],
                    c.gloss[3 * k + 1],
                    c.gloss[3 * k + 2],
                    c.weight[k],
                    c.pick[k]);
        }
    }

    /// Writes the light of all lights to `only`, planes as large as the canvas's.
    LightPass(Canvas c, Lights lights, Lens lens, float exposure, LightKernel.Channel only) {
        this(c, lights, lens, exposure, null, new LightKernel.Channel[lights.channels]);
        Arrays.fill(channels, only);
    }

    private LightPass(
            Canvas c,
            Lights lights,
            Lens lens,
            float exposure,
            @Nullable Coherence coherence,
            LightKernel.Channel[] channels) {
        this.coherence = coherence;
        this.c = c;
        this.lights = lights;
        this.lens = lens;
        this.channels = channels;
        least = LEAST / exposure;
        planes = new LightKernel.Planes(c.x, c.y, c.z, c.nx, c.ny, c.nz, c.alpha, c.specular);
    }

    int pieces() {
        return (c.height + ROWS - 1) / ROWS * columns();
    }

    private int columns() {
        return (c.width + COLUMNS - 1) / COLUMNS;
    }

    void piece(int item, LightKernel.Scratch s, Near near) {
        int y0 = item / columns() * ROWS;
        int x0 = item % columns() * COLUMNS;
        if (coherence != null && coherence.lit(x0, y0)) {
            return;
        }
        int y1 = Math.min(c.height, y0 + ROWS);
        int x1 = Math.min((c.width + 15) / 16 * 16, x0 + COLUMNS);
        near.count = select(x0, y0, Math.min(c.width, x1), y1, near);
        for (int y = y0; y < y1; y++) {
            int from = c.at(x0, y);
            int to = c.at(x1, y);
            if (coherence != null) {
                coherence.relight(from, to);
            }
            for (LightKernel.Channel k : channels) {
                clear(k, from, to);
            }
            for (int x = x0; x < x1; x += Lanes.COUNT) {
                int p = c.at(x, y);
                for (int i = 0; i < Lanes.COUNT; i++) {
                    // One number per pixel; the channels get rotations of it by the golden ratio.
                    coat(p + i, i, s);
                    float u = Noise.even(x + i, y, 7);
                    for (int k = 0; k < lights.channels; k++) {
                        s.chance[16 * k + i] = u;
                        u += 0.618034f;
                        u = u >= 1 ? u - 1 : u;
                    }
                }
                LightKernel.prepare(planes, p, lens.ox(), lens.oy(), lens.oz(), s);
                for (int i = 0; i < near.count; i++) {
                    int l = near.light[i];
                    LightKernel.add(lights, l, near.away[i], planes, p, s, channels[lights.channel[l]]);
                }
                for (int i = p; i < p + Lanes.COUNT; i++) {
                    if (c.kind[i] == HAIR) {
                        strand(x + i - p, y, i, near);
                    } else if (c.specular[i] < 0 && c.kind[i] != MIRROR) {
                        bend(i, x + i - p - x0, x1 - x0, y - y0, y1 - y0, s, near);
                    }
                    settle(i);
                }
            }
        }
    }

    /// Metal, by the normals beside it in its strip: others may change without it.
    private void bend(int p, int x, int width, int y, int height, LightKernel.Scratch s, Near near) {
        int beside = x + 1 < width ? 1 : -1;
        int under = y + 1 < height ? c.stride : y > 0 ? -c.stride : 0;
        if (near.bent.turns(c, p, beside, under)) {
            near.bent.add(c, p, lens, lights, near, s, channels);
        }
    }

    /// Gathers the gloss of pixel (x, y) by the normals that were taken for it.
    void gather(BentGloss bent, int x, int y, LightKernel.Scratch s, Near near) {
        near.count = select(x, y, x + 1, y + 1, near);
        bent.gather(lens, lights, near, s);
    }

    private void coat(int p, int lane, LightKernel.Scratch s) {
        byte kind = c.kind[p];
        float f0 = c.specular[p];
        if (f0 <= 0 || kind == HAIR) {
            s.coat(lane, 0, 0);
        } else if (kind == MOUTH) {
            s.coat(lane, ShadePass.MOUTH_GLOSS * f0, ShadePass.MOUTH_GLOSS);
        } else {
            s.coat(lane, f0, kind == SKIN ? ShadePass.SKIN_GRAZE : 1);
        }
    }

    /// Hair shines along its strands and lets light from behind through: the glossy light of its pixels is what leaves
    /// by the lobes, in color already, and the lights are picked anew by what they add with them.
    private void strand(int x, int y, int p, Near near) {
        float vx = lens.ox() - c.x[p];
        float vy = lens.oy() - c.y[p];
        float vz = lens.oz() - c.z[p];
        float v = 1 / (float) Math.sqrt(vx * vx + vy * vy + vz * vz);
        float tx = c.tx[p];
        float ty = c.ty[p];
        float tz = c.tz[p];
        float t = 1 / (float) Math.sqrt(tx * tx + ty * ty + tz * tz + 1e-20f);
        near.lobes.turn(t * tx, t * ty, t * tz, v * vx, v * vy, v * vz);
        float u = Noise.even(x, y, 7);
        for (int k = 0; k < lights.channels; k++) {
            strand(p, k, u, near);
            u += 0.618034f;
            u = u >= 1 ? u - 1 : u;
        }
    }

    private void strand(int p, int channel, float chance, Near near) {
        LightKernel.Channel k = channels[channel];
        float red = 0;
        float green = 0;
        float blue = 0;
        float sum = 0;
        int pick = NONE;
        float u = chance;
        for (int i = 0; i < near.count; i++) {
            int l = near.light[i];
            if (lights.channel[l] != channel) {
                continue;
            }
            float solid = toward(l, p, near);
            float white = solid * StrandLobes.WHITE * near.lobes.white;
            float tinted = solid * StrandLobes.TINTED * near.lobes.tinted;
            float r = lights.color[3 * l];
            float g = lights.color[3 * l + 1];
            float b = lights.color[3 * l + 2];
            red += r * (white + tinted * c.red[p]);
            green += g * (white + tinted * c.green[p]);
            blue += b * (white + tinted * c.blue[p]);
            float diffuse = solid / PI * Math.max(0, near.facing);
            float w = (0.2126f * r + 0.7152f * g + 0.0722f * b)
                    * (StrandLobes.BODY * diffuse * c.green[p] + white + tinted * c.green[p]);
            sum += w;
            // As LightKernel picks.
            float share = w / (sum + 1e-20f);
            if (u < share) {
                pick = l;
                u /= share + 1e-20f;
            } else {
                u = (u - share) / (1 - share + 1e-7f);
            }
        }
        k.gr()[p] = red;
        k.gg()[p] = green;
        k.gb()[p] = blue;
        k.weight()[p] = sum;
        k.pick()[p] = pick;
    }

    /// Turns the lobes, and the cosine that pixel `p` faces it by, to the middle of light `l`; returns its solid angle.
    private float toward(int l, int p, Near near) {
        float x = lights.center[3 * l];
        float y = lights.center[3 * l + 1];
        float z = lights.center[3 * l + 2];
        float d2 = 1;
        if (lights.type[l] != Lights.SUN) {
            x -= c.x[p];
            y -= c.y[p];
            z -= c.z[p];
            d2 = x * x + y * y + z * z + 1e-12f;
            float d = 1 / (float) Math.sqrt(d2);
            x *= d;
            y *= d;
            z *= d;
        }
        near.facing = x * c.nx[p] + y * c.ny[p] + z * c.nz[p];
        near.lobes.toward(x, y, z);
        float a = lights.halfU[l];
        float b = lights.halfV[l];
        if (lights.type[l] == Lights.RECTANGLE && d2 > FAR * (a * a + b * b)) {
            float slant = x * lights.normal[3 * l] + y * lights.normal[3 * l + 1] + z * lights.normal[3 * l + 2];
            return Math.max(0, -slant) * 4 * a * b / d2;
        }
        return PI * AnalyticLight.diffuse(lights, l, c.x[p], c.y[p], c.z[p], x, y, z);
    }

    private static void clear(LightKernel.Channel k, int from, int to) {
        Arrays.fill(k.dr(), from, to, 0);
        Arrays.fill(k.dg(), from, to, 0);
        Arrays.fill(k.db(), from, to, 0);
        Arrays.fill(k.gr(), from, to, 0);
        Arrays.fill(k.gg(), from, to, 0);
        Arrays.fill(k.gb(), from, to, 0);
        Arrays.fill(k.weight(), from, to, 0);
        Arrays.fill(k.pick(), from, to, NONE);
    }

    /// Picks no light where a channel gives nothing, or hardly anything beside the others.
    private void settle(int p) {
        float sum = 0;
        for (LightKernel.Channel k : channels) {
            sum += k.weight()[p];
        }
        for (LightKernel.Channel k : channels) {
            float w = k.weight()[p];
            if (c.kind[p] < 0 || w <= 1e-6f) {
                k.pick()[p] = NONE;
            } else if (w <= 0.012f * sum + 1e-6f) {
                k.pick()[p] = SLIGHT;
            }
        }
    }

    /// Which lights matter in the strip, from the box around what is seen in it.
    private int select(int x0, int y0, int x1, int y1, Near near) {
        float lx = Float.MAX_VALUE;
        float ly = Float.MAX_VALUE;
        float lz = Float.MAX_VALUE;
        float hx = -Float.MAX_VALUE;
        float hy = -Float.MAX_VALUE;
        float hz = -Float.MAX_VALUE;
        for (int y = y0; y < y1; y++) {
            for (int x = x0; x < x1; x++) {
                int p = c.at(x, y);
                if (c.kind[p] < 0) {
                    continue;
                }
                lx = Math.min(lx, c.x[p]);
                hx = Math.max(hx, c.x[p]);
                ly = Math.min(ly, c.y[p]);
                hy = Math.max(hy, c.y[p]);
                lz = Math.min(lz, c.z[p]);
                hz = Math.max(hz, c.z[p]);
            }
        }
        if (lx > hx) {
            return 0;
        }
        int n = 0;
        for (int i = 0; i < lights.count; i++) {
            if (lights.type[i] == Lights.SUN || bound(i, lx, ly, lz, hx, hy, hz) > least) {
                near.light[n] = i;
                near.away[n++] = away(i, lx, ly, lz, hx, hy, hz);
            }
        }
        return n;
    }

    /// The squared distance of the box from light `i` in half diagonals of the light.
    private float away(int i, float lx, float ly, float lz, float hx, float hy, float hz) {
        float a = lights.halfU[i];
        float b = lights.halfV[i];
        return squaredDistance(i, lx, ly, lz, hx, hy, hz) / Math.max(1e-12f, a * a + b * b);
    }

    private float squaredDistance(int i, float lx, float ly, float lz, float hx, float hy, float hz) {
        float x = lights.center[3 * i];
        float y = lights.center[3 * i + 1];
        float z = lights.center[3 * i + 2];
        float dx = Math.max(0, Math.max(lx - x, x - hx));
        float dy = Math.max(0, Math.max(ly - y, y - hy));
        float dz = Math.max(0, Math.max(lz - z, z - hz));
        return dx * dx + dy * dy + dz * dz;
    }

    /// The most that light `i` can give to a point of the box.
    private float bound(int i, float lx, float ly, float lz, float hx, float hy, float hz) {
        float x = lights.center[3 * i];
        float y = lights.center[3 * i + 1];
        float z = lights.center[3 * i + 2];
        float d2 = squaredDistance(i, lx, ly, lz, hx, hy, hz);
        float lum = lights.luminance(i);
        if (lights.type[i] == Lights.BULB) {
            float r = lights.radius[i];
            return lum * Math.min(1, r * r / Math.max(1e-6f, d2));
        }
        float a = lights.halfU[i];
        float b = lights.halfV[i];
        if (d2 < 4 * (a * a + b * b)) {
            return lum;
        }
        // Behind the rectangle there is no light at all.
        float nx = lights.normal[3 * i];
        float ny = lights.normal[3 * i + 1];
        float nz = lights.normal[3 * i + 2];
        float ahead =
                (nx > 0 ? hx - x : lx - x) * nx + (ny > 0 ? hy - y : ly - y) * ny + (nz > 0 ? hz - z : lz - z) * nz;
        if (ahead <= 0) {
            return 0;
        }
        float d = (float) Math.sqrt(d2);
        return lum * Math.min(1, 4 * a * b / (3.14159f * d2) * Math.min(1, (ahead + 0.5f) / d));
    }
}
