package dev.beatboard.render.raster;

import dev.beatboard.render.mesh.Lens;
import dev.beatboard.render.ray.WideBvh;
import dev.beatboard.scene.Material;
import java.util.Arrays;

/// Reflections by one traced ray per pixel: in mirrors always, in polished floors, metal and stone in final frames.
/// Emitters are left to the analytic highlight except in mirrors, where they are seen as they are.
final class MirrorPass {

    private static final byte MIRROR = (byte) Material.Kind.MIRROR.ordinal();
    private static final byte EYE = (byte) Material.Kind.EYE.ordinal();
    private static final byte HAIR = (byte) Material.Kind.HAIR.ordinal();
    private static final byte SKIN = (byte) Material.Kind.SKIN.ordinal();
    private static final byte WATER = (byte) Material.Kind.WATER.ordinal();
    private static final byte GLASS = (byte) Material.Kind.GLASS.ordinal();

    /// Alpha of the roughest surface that gets a ray, and of the roughest seen aslant, where all are like mirrors.
    private static final float SHINY = 0.13f;

    private static final float SHINY_METAL = 0.21f;

    private static final float SHINY_ASLANT = 0.3f;
    /// The cosine of the view against the normal that counts as aslant.
    private static final float ASLANT = 0.3f;
    /// Rays are traced square by square, so that neighbors follow each other.
    private static final int SIDE = 4;

    private final Canvas c;
    private final Radiance radiance;
    private final StillRadiance still;
    private final Coherence coherence;
    private final boolean rough;
    private final Lens lens;
    private final float limit;

    /// @param limit the brightest that a rough surface may reflect of what is not a lamp: single rays must not sparkle
    MirrorPass(Canvas c, AmbientPass.Surroundings around, StillRadiance still, Lens lens, float limit) {
        this.c = c;
        this.limit = limit;
        this.still = still;
        coherence = around.coherence();
        rough = around.gather();
        still.begin(coherence.bounced());
        radiance = new Radiance(around, false, still);
        this.lens = lens;
    }

    int pieces() {
        return (c.height + SIDE - 1) / SIDE;
    }

    /// Whether pixel `p` gets a ray; a lobe too wide would need many.
    private boolean shiny(int p) {
        byte k = c.kind[p];
        if (k == MIRROR || k == GLASS) {
            return true;
        }
        if (!(rough || k == WATER) || k < 0 || k == EYE || k == HAIR || k == SKIN) {
            return false;
        }
        return c.alpha[p] < (c.specular[p] < 0 ? SHINY_METAL : SHINY)
                || c.alpha[p] < SHINY_ASLANT && facing(p) < ASLANT;
    }

    private float facing(int p) {
        float vx = lens.ox() - c.x[p];
        float vy = lens.oy() - c.y[p];
        float vz = lens.oz() - c.z[p];
        return (vx * c.nx[p] + vy * c.ny[p] + vz * c.nz[p]) / (float) Math.sqrt(vx * vx + vy * vy + vz * vz);
    }

    void piece(int strip, Radiance.Bench b) {
        float[] open = new float[3];
        for (int x0 = 0; x0 < c.width; x0 += SIDE) {
            for (int y = SIDE * strip; y < Math.min(c.height, SIDE * (strip + 1)); y++) {
                for (int x = x0; x < Math.min(c.width, x0 + SIDE); x++) {
                    pixel(x, y, b, open);
                }
            }
        }
    }

    private void pixel(int x, int y, Radiance.Bench b, float[] open) {
        int p = c.at(x, y);
        if (!shiny(p)) {
            // The filter takes in what lies beside a ray's pixel: nothing, not what an earlier frame saw there.
            for (float[] plane : c.mirror) {
                plane[p] = 0;
            }
            c.met[p] = 0;
            c.bared[p] = 0;
            return;
        }
        if (!coherence.bounced(x, y)) {
            still.forget(p);
        }
        aim(b.ray, p, x, y);
        radiance.trace(b, p, c.kind[p] == MIRROR || c.kind[p] == GLASS);
        float most = c.alpha[p] < 0.0035f ? Float.MAX_VALUE : limit;
        for (int k = 0; k < 3; k++) {
            c.mirror[k][p] = Math.min(most, b.seen[k]);
        }
        c.mirror[3][p] = 1;
        Arrays.fill(open, 0);
        c.met[p] = rough ? radiance.meet(b, open) : 0;
        c.bared[p] = 0.2126f * open[0] + 0.7152f * open[1] + 0.0722f * open[2];
    }

    private void aim(WideBvh.Ray r, int p, int x, int y) {
        float vx = c.x[p] - lens.ox();
        float vy = c.y[p] - lens.oy();
        float vz = c.z[p] - lens.oz();
        float l = 1 / (float) Math.sqrt(vx * vx + vy * vy + vz * vz);
        vx *= l;
        vy *= l;
        vz *= l;
        float hx = c.nx[p];
        float hy = c.ny[p];
        float hz = c.nz[p];
        float a = c.kind[p] == MIRROR ? 0 : 0.8f * c.alpha[p];
        if (a > 0) {
            float u = 2 * Noise.at(x, y, 80, 0) - 1;
            float v = 2 * Noise.at(x, y, 80, 1) - 1;
            float sign = hz >= 0 ? 1 : -1;
            float k = -1 / (sign + hz);
            float q = hx * hy * k;
            float tx = 1 + sign * hx * hx * k;
            float ty = sign * q;
            float tz = -sign * hx;
            float bx = q;
            float by = sign + hy * hy * k;
            float bz = -hy;
            hx += a * (u * tx + v * bx);
            hy += a * (u * ty + v * by);
            hz += a * (u * tz + v * bz);
            float n = 1 / (float) Math.sqrt(hx * hx + hy * hy + hz * hz);
            hx *= n;
            hy *= n;
            hz *= n;
        }
        float k = -2 * (vx * hx + vy * hy + vz * hz);
        float dx = vx + k * hx;
        float dy = vy + k * hy;
        float dz = vz + k * hz;
        float g = dx * c.gx[p] + dy * c.gy[p] + dz * c.gz[p];
        if (g < 0.01f) {
            dx += (0.01f - g) * c.gx[p];
            dy += (0.01f - g) * c.gy[p];
            dz += (0.01f - g) * c.gz[p];
        }
        r.set(c.x[p] + 0.001f * c.gx[p], c.y[p] + 0.001f * c.gy[p], c.z[p] + 0.001f * c.gz[p], dx, dy, dz, 1e4f);
    }
}
