package dev.beatboard.render.raster;

import dev.beatboard.render.mesh.Lens;
import dev.beatboard.render.mesh.Lift;
import dev.beatboard.render.mesh.Mesh;
import dev.beatboard.render.ray.WideBvh;
import dev.beatboard.render.texture.Surface;
import dev.beatboard.scene.Material;
import java.util.Arrays;

/// Reflections by one traced ray per pixel: in mirrors always, in polished floors, metal and stone
/// in final frames. Emitters are left to the analytic highlight except in mirrors, where they are
/// seen as they are.
final class MirrorPass {

    private static final byte MIRROR = (byte) Material.Kind.MIRROR.ordinal();
    private static final byte EYE = (byte) Material.Kind.EYE.ordinal();
    private static final byte HAIR = (byte) Material.Kind.HAIR.ordinal();
    private static final byte SKIN = (byte) Material.Kind.SKIN.ordinal();
    private static final byte WATER = (byte) Material.Kind.WATER.ordinal();
    private static final byte GLASS = (byte) Material.Kind.GLASS.ordinal();

    /// Alpha of the roughest surface that gets a ray: seen from in front, of metal so seen, and of all seen aslant,
    /// where
    /// they are like mirrors.
    private static final float SHINY = 0.13f;

    private static final float SHINY_METAL = 0.27f;
    private static final float SHINY_ASLANT = 0.3f;
    /// The cosine of the view against the normal from which on a surface counts as seen aslant, and up to which as seen
    /// from in front.
    private static final float ASLANT = 0.22f;

    private static final float FRONT = 0.38f;
    /// Up to this part of the roughest alpha the ray says all of what is mirrored; from there on it fades.
    private static final float CERTAIN = 0.6f;
    /// Rays are traced square by square, so that neighbors follow each other.
    private static final int SIDE = 4;

    /// Alpha below which a surface shows things sharply.
    static final float SHARP = 0.0035f;
    /// Alpha above which every second pixel does without a ray: the filter spreads wider than that anyway.
    static final float COARSE = 0.02f;

    /// Blur in pixels from which on rays scatter over the whole lobe: under it too few pixels share what they find.
    private static final float STEADY = 3;
    /// Blur in pixels under which edges are smoothed by more rays.
    private static final float FINE = 1.5f;
    /// Blur that a round of the filter makes, per pixel between its taps.
    private static final float NARROW = 0.5f;
    /// Blur of what all rounds filter.
    private static final float WIDE = 1e3f;
    /// What is mirrored lies at most so far off, meters.
    private static final float FAR = 100;

    /// One in so many of the pixels that get a ray asks for glare.
    private static final int ASKED = 4;

    /// Gloss, as exposed, that is too weak for what stands before it to count.
    private static final float FAINT = 0.015f;

    private static final float BEND = 0.95f;
    /// Normals of neighbors that belong to one bent surface are at least so much alike.
    private static final float BENT = 0.8f;
    private static final float DEPTH = 0.004f;
    /// The brightest, as exposed, that a rough surface may reflect of what is not a lamp: single
    /// rays must not sparkle.
    private static final float BRIGHTEST = 6;

    private final Canvas c;
    private final Mesh mesh;
    private final Radiance radiance;
    private final StillRadiance still;
    private final Coherence coherence;
    private final boolean rough;
    /// Channels of light without the sun's.
    private final int emitters;
    private final Lens lens;
    private final float exposure;
    private final float limit;
    private final Edges edges;
    private final Selection selection;

    MirrorPass(Canvas c, AmbientPass.Surroundings around, StillRadiance still, Lens lens, float exposure) {
        this.c = c;
        mesh = around.finish().mesh;
        this.exposure = exposure;
        limit = BRIGHTEST / exposure;
        this.still = still;
        coherence = around.coherence();
        rough = around.gather();
        emitters = around.lights().emitterChannels();
        still.begin(coherence.bounced());
        radiance = new Radiance(around, false, still);
        this.lens = lens;
        edges = new Edges(c.mirror, c.mirror[3], c.stride, exposure);
        selection = new Selection(edges, c.mirror[3], c.stride);
    }

    int pieces() {
        return (c.height + SIDE - 1) / SIDE;
    }

    /// Whether pixel `p` gets a ray; a lobe too wide would need many.
    private boolean shiny(int p) {
        return share(p) > 0;
    }

    /// How much a ray says of what pixel `p` mirrors, 0 to 1.
    private float share(int p) {
        byte k = c.kind[p];
        if (k == MIRROR || k == GLASS) {
            return 1;
        }
        if (!(rough || k == WATER) || k < 0 || k == EYE || k == HAIR || k == SKIN) {
            return 0;
        }
        float alpha = c.alpha[p];
        float most = c.specular[p] < 0 ? SHINY_METAL : SHINY;
        if (alpha < CERTAIN * most) {
            return 1;
        }
        if (alpha >= SHINY_ASLANT) {
            return 0;
        }
        float aslant = Math.clamp((FRONT - facing(p)) / (FRONT - ASLANT), 0, 1);
        most += (SHINY_ASLANT - most) * aslant;
        return Math.clamp((most - alpha) / ((1 - CERTAIN) * most), 0, 1);
    }

    /// After the filter, row `y`: leaves in the last plane how much the rays say.
    void weigh(int y) {
        int from = c.at(0, y);
        for (int p = from; p < from + c.width; p++) {
            if (c.mirror[3][p] > 0) {
                float share = share(p);
                c.mirror[3][p] = share;
                c.met[p] *= share;
                c.bared[p] *= share;
            }
        }
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
        if (!shiny(p) || spared(x, y, p)) {
            // The filter takes in what lies beside a ray's pixel: nothing, not what an earlier frame saw there.
            for (float[] plane : c.mirror) {
                plane[p] = 0;
            }
            c.met[p] = 0;
            c.bared[p] = 0;
            c.beyond[p] = 0;
            c.blur[p] = 0;
            return;
        }
        trace(x, y, p, b, open);
    }

    /// Whether a pixel may take what the rays of its neighbors have seen. Where these scatter, the filter makes up for
    /// every second one.
    private boolean spared(int x, int y, int p) {
        if (!rough) {
            return false;
        }
        return scatters(p) ? (x + y & 1) != 0 : (x & 1) != 0 || (y & 1) != 0;
    }

    private boolean scatters(int p) {
        return c.alpha[p] > COARSE && c.kind[p] != MIRROR && c.kind[p] != GLASS;
    }

    /// After all of [#piece], row `y`: the pixels of a later round that were spared a ray and mirror sharply.
    void select(int round, int y, Radiance.Bench b) {
        if (!Selection.has(round, y)) {
            return;
        }
        float[] open = new float[3];
        for (int x = Selection.first(round, y); x < c.width; x += 2) {
            int p = c.at(x, y);
            if (scatters(p) || !shiny(p)) {
                continue;
            }
            if (!selection.alike(p, round)) {
                trace(x, y, p, b, open);
                continue;
            }
            forget(x, y, p);
            for (float[] plane : c.mirror) {
                plane[p] = selection.mean(plane, p, round);
            }
            c.met[p] = selection.mean(c.met, p, round);
            c.bared[p] = selection.mean(c.bared, p, round);
            c.blur[p] = selection.mean(c.blur, p, round);
            c.beyond[p] = selection.mean(c.beyond, p, round);
        }
    }

    /// After all of [#piece], row `y`: the scattering pixels that were spared a ray, but those beside which nobody has
    /// traced one from the same surface.
    void fill(int y, Radiance.Bench b) {
        float[] open = new float[3];
        for (int x = y + 1 & 1; x < c.width; x += 2) {
            int p = c.at(x, y);
            if (!scatters(p) || !shiny(p)) {
                continue;
            }
            boolean left = x > 0 && beside(p, p - 1);
            boolean right = x + 1 < c.width && beside(p, p + 1);
            boolean above = y > 0 && beside(p, p - c.stride);
            boolean below = y + 1 < c.height && beside(p, p + c.stride);
            int all = (left ? 1 : 0) + (right ? 1 : 0) + (above ? 1 : 0) + (below ? 1 : 0);
            if (all == 0) {
                trace(x, y, p, b, open);
                continue;
            }
            forget(x, y, p);
            for (int k = 0; k < 3; k++) {
                c.mirror[k][p] = mean(c.mirror[k], p, left, right, above, below) / all;
            }
            c.met[p] = mean(c.met, p, left, right, above, below) / all;
            c.bared[p] = mean(c.bared, p, left, right, above, below) / all;
            c.blur[p] = mean(c.blur, p, left, right, above, below) / all;
            c.mirror[3][p] = 1;
        }
    }

    private float mean(float[] v, int p, boolean left, boolean right, boolean above, boolean below) {
        return (left ? v[p - 1] : 0)
                + (right ? v[p + 1] : 0)
                + ((above ? v[p - c.stride] : 0) + (below ? v[p + c.stride] : 0));
    }

    /// Whether neighbor `n` has had a ray from the surface of `p`.
    private boolean beside(int p, int n) {
        if (c.mirror[3][n] <= 0 || c.kind[n] != c.kind[p]) {
            return false;
        }
        float dot = c.nx[p] * c.nx[n] + c.ny[p] * c.ny[n] + c.nz[p] * c.nz[n];
        float off = (c.x[n] - c.x[p]) * c.nx[p] + (c.y[n] - c.y[p]) * c.ny[p] + (c.z[n] - c.z[p]) * c.nz[p];
        return dot > BEND && Math.abs(off) < DEPTH * c.depth[p];
    }

    /// Where something changed, what is kept may be of another surface.
    private void forget(int x, int y, int p) {
        if (!coherence.bounced(x, y)) {
            still.forget(p);
        }
    }

    private void trace(int x, int y, int p, Radiance.Bench b, float[] open) {
        forget(x, y, p);
        boolean lamps = c.kind[p] == MIRROR || c.kind[p] == GLASS;
        aim(b, p, x, y, 0, 0, 1);
        radiance.trace(b, p, lamps);
        float blur = blur(p, b.near);
        c.blur[p] = blur;
        if (rough && blur < STEADY && c.alpha[p] > SHARP) {
            // The filter will hardly even out what scattered rays find.
            aim(b, p, x, y, 0, 0, blur / STEADY);
            radiance.trace(b, StillRadiance.NOWHERE, lamps);
        }
        float most = c.alpha[p] < SHARP ? Float.MAX_VALUE : limit;
        for (int k = 0; k < 3; k++) {
            c.mirror[k][p] = Math.min(most, b.seen[k]);
        }
        c.mirror[3][p] = 1;
        c.beyond[p] = c.kind[p] == MIRROR || c.alpha[p] < SHARP && c.specular[p] < 0 ? b.near / c.depth[p] : 0;
        Arrays.fill(open, 0);
        c.met[p] = rough ? radiance.meet(b, open) : 0;
        c.bared[p] = 0.2126f * open[0] + 0.7152f * open[1] + 0.0722f * open[2];
        if (rough && asks(x, y) && glares(p)) {
            aim(b, p, x, y, 0, 0, 0);
            c.met[p] += ASKED * radiance.glare(b, c.nx[p], c.ny[p], c.nz[p], c.alpha[p], Noise.at(x, y, 81, 0));
            c.bared[p] += ASKED * b.arrives;
        }
    }

    /// Whether emitters have gloss at pixel `p`. Those that the shadow rays went to may be others than
    /// those that shine there: a window behind a wall does not.
    private boolean glares(int p) {
        float gloss = 0;
        for (int k = 0; k < emitters; k++) {
            gloss += c.gloss[3 * k + 1][p];
        }
        return gloss * exposure > FAINT;
    }

    /// Whether pixel (x, y) asks for glare, and stands for all around it: the filter spreads what it finds.
    private static boolean asks(int x, int y) {
        return ((x | y) & 1) == 0 && (x + y & 2) == 0;
    }

    /// Of metal, which shows nothing else; what a coat blurs a little more than it should costs fewer rays.
    private float blur(int p, float near) {
        if (c.specular[p] >= 0) {
            return WIDE;
        }
        float bend = Math.max(bend(p, p + 1), bend(p, p + c.stride));
        return blur(c.alpha[p], near, c.depth[p], 1 / lens.pixels(), bend);
    }

    /// The width in pixels of a lobe at what lies `near` off, by how fast the mirrored ray sweeps over that from pixel
    /// to pixel: the lens's ray turns by the angle of a pixel, and the surface's bend turns the mirrored one.
    ///
    /// @param depth of the surface, meters
    /// @param pixel its angle
    /// @param bend by how much the normal turns from pixel to pixel
    static float blur(float alpha, float near, float depth, float pixel, float bend) {
        float off = Math.min(near, FAR);
        return 2 * alpha * off / (pixel * (depth + off) + 2 * bend * off);
    }

    /// Whether a round of the filter, whose taps are 1, 2 and 4 pixels away, is too wide for such a blur. The first is
    /// not: it smooths edges.
    static boolean keeps(float blur, int round) {
        return round > 0 && blur <= NARROW * (1 << round);
    }

    /// How far the normal turns between two pixels of one surface.
    private float bend(int p, int q) {
        if (!bends(p, q)) {
            return 0;
        }
        float x = c.nx[p] - c.nx[q];
        float y = c.ny[p] - c.ny[q];
        float z = c.nz[p] - c.nz[q];
        return (float) Math.sqrt(x * x + y * y + z * z);
    }

    private boolean bends(int p, int q) {
        return c.kind[q] == c.kind[p] && c.nx[p] * c.nx[q] + c.ny[p] * c.ny[q] + c.nz[p] * c.nz[q] >= BENT;
    }

    private boolean sharp(int p) {
        return c.mirror[3][p] > 0 && (c.kind[p] == MIRROR || c.alpha[p] < SHARP);
    }

    /// Whether edges of what pixel `p` mirrors are narrower than it, so that they want rays of their own.
    private boolean fine(int p) {
        return sharp(p) || rough && c.mirror[3][p] > 0 && c.blur[p] < FINE;
    }

    /// After all of [#piece], row `y` of what mirrors sharply: edges of what it shows are smoothed by
    /// three rays more. Writes to the planes of the shine, which are free yet.
    void smooth(int y, Radiance.Bench b) {
        for (int x = 0; x < c.width; x++) {
            int p = c.at(x, y);
            if (!fine(p)) {
                continue;
            }
            float r = c.mirror[0][p];
            float g = c.mirror[1][p];
            float bl = c.mirror[2][p];
            if (edges.at(p)) {
                b.seen[0] = r;
                b.seen[1] = g;
                b.seen[2] = bl;
                boolean sharp = sharp(p);
                // The filter comes after what is not quite sharp, and wants means.
                float w = sharp ? edges.weight(p, b.seen) : 1;
                float sum = w;
                r *= w;
                g *= w;
                bl *= w;
                for (int s = 0; s < Visibility.SAMPLE_X.length; s++) {
                    if (s == c.sample[p]) {
                        continue;
                    }
                    aim(
                            b,
                            p,
                            x,
                            y,
                            Visibility.SAMPLE_X[s] - Visibility.SAMPLE_X[c.sample[p]],
                            Visibility.SAMPLE_Y[s] - Visibility.SAMPLE_Y[c.sample[p]],
                            sharp ? 1 : c.blur[p] / STEADY);
                    radiance.trace(b, StillRadiance.NOWHERE, sharp);
                    w = sharp ? edges.weight(p, b.seen) : 1;
                    float most = sharp ? Float.MAX_VALUE : limit;
                    r += w * Math.min(most, b.seen[0]);
                    g += w * Math.min(most, b.seen[1]);
                    bl += w * Math.min(most, b.seen[2]);
                    sum += w;
                }
                r /= sum;
                g /= sum;
                bl /= sum;
            }
            c.shineR[p] = r;
            c.shineG[p] = g;
            c.shineB[p] = bl;
        }
    }

    /// After all of [#smooth].
    void smoothed(int y) {
        int from = c.at(0, y);
        for (int p = from; p < from + c.width; p++) {
            if (fine(p)) {
                c.mirror[0][p] = c.shineR[p];
                c.mirror[1][p] = c.shineG[p];
                c.mirror[2][p] = c.shineB[p];
            }
        }
    }

    /// Aims at what pixel `p` mirrors so many pixels beside the sample that was shaded: its surface
    /// counts as flat, but bent as it is between the pixels.
    ///
    /// @param scatter how much of the lobe's width rays are scattered by
    private void aim(Radiance.Bench b, int p, int x, int y, float right, float down, float scatter) {
        float vx = c.x[p] - lens.ox();
        float vy = c.y[p] - lens.oy();
        float vz = c.z[p] - lens.oz();
        float px = c.x[p];
        float py = c.y[p];
        float pz = c.z[p];
        if (right != 0 || down != 0) {
            float per = c.depth[p] / lens.pixels();
            float plane = vx * c.gx[p] + vy * c.gy[p] + vz * c.gz[p];
            vx += per * (right * lens.rx() - down * lens.ux());
            vy += per * (right * lens.ry() - down * lens.uy());
            vz += per * (right * lens.rz() - down * lens.uz());
            float facing = vx * c.gx[p] + vy * c.gy[p] + vz * c.gz[p];
            float k = facing * plane > 0 ? plane / facing : 1;
            vx *= k;
            vy *= k;
            vz *= k;
            px = lens.ox() + vx;
            py = lens.oy() + vy;
            pz = lens.oz() + vz;
        }
        float l = 1 / (float) Math.sqrt(vx * vx + vy * vy + vz * vz);
        vx *= l;
        vy *= l;
        vz *= l;
        int beside = right > 0 ? p + 1 : p - 1;
        int under = down > 0 ? p + c.stride : p - c.stride;
        float u1 = right != 0 && bends(p, beside) ? Math.abs(right) : 0;
        float u2 = down != 0 && bends(p, under) ? Math.abs(down) : 0;
        float hx = c.nx[p] + u1 * (c.nx[beside] - c.nx[p]) + u2 * (c.nx[under] - c.nx[p]);
        float hy = c.ny[p] + u1 * (c.ny[beside] - c.ny[p]) + u2 * (c.ny[under] - c.ny[p]);
        float hz = c.nz[p] + u1 * (c.nz[beside] - c.nz[p]) + u2 * (c.nz[under] - c.nz[p]);
        Surface q = b.mirror;
        q.x = px;
        q.y = py;
        q.z = pz;
        q.vx = vx;
        q.vy = vy;
        q.vz = vz;
        q.nx = hx;
        q.ny = hy;
        q.nz = hz;
        q.gx = c.gx[p];
        q.gy = c.gy[p];
        q.gz = c.gz[p];
        send(b, q, c.triangle[p], x, y, c.kind[p] == MIRROR ? 0 : scatter * 0.8f * c.alpha[p], c.specular[p] < 0);
    }

    /// Adds to `sum` what metal of pixel (x, y) mirrors at a point of its own: the color that a ray sees there, the
    /// luminance of the emitters in its lobe, and as much of it as nothing stands before.
    ///
    /// @param p the pixel's place
    /// @param choice a number in [0, 1) that chooses one of the emitters
    void look(int x, int y, int p, int triangle, Surface at, float choice, Radiance.Bench b, float[] sum) {
        Surface q = b.mirror;
        q.x = at.x;
        q.y = at.y;
        q.z = at.z;
        q.vx = -at.vx;
        q.vy = -at.vy;
        q.vz = -at.vz;
        q.nx = at.nx;
        q.ny = at.ny;
        q.nz = at.nz;
        q.gx = at.gx;
        q.gy = at.gy;
        q.gz = at.gz;
        float alpha = c.alpha[p];
        boolean sharp = alpha < SHARP;
        // The normals of the pixel scatter its rays enough.
        send(b, q, triangle, x, y, 0, true);
        radiance.trace(b, StillRadiance.NOWHERE, false);
        for (int k = 0; k < 3; k++) {
            sum[k] += sharp ? b.seen[k] : Math.min(limit, b.seen[k]);
        }
        Arrays.fill(b.seen, 0);
        sum[3] += radiance.meet(b, b.seen);
        sum[4] += 0.2126f * b.seen[0] + 0.7152f * b.seen[1] + 0.0722f * b.seen[2];
        sum[3] += radiance.glare(b, q.nx, q.ny, q.nz, alpha, choice);
        sum[4] += b.arrives;
    }

    /// Sets the bench's ray to what a surface mirrors.
    ///
    /// @param q where, with the direction from the lens in place of that to it
    /// @param a by how much of a slope the normal is scattered
    private void send(Radiance.Bench b, Surface q, int triangle, int x, int y, float a, boolean metal) {
        WideBvh.Ray r = b.ray;
        float hx = q.nx;
        float hy = q.ny;
        float hz = q.nz;
        if (a > 0) {
            float u = 2 * Noise.at(x, y, 80, 0) - 1;
            float v = 2 * Noise.at(x, y, 80, 1) - 1;
            float sign = hz >= 0 ? 1 : -1;
            float k = -1 / (sign + hz);
            float m = hx * hy * k;
            float tx = 1 + sign * hx * hx * k;
            float ty = sign * m;
            float tz = -sign * hx;
            float bx = m;
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
        float k = -2 * (q.vx * hx + q.vy * hy + q.vz * hz);
        float dx = q.vx + k * hx;
        float dy = q.vy + k * hy;
        float dz = q.vz + k * hz;
        float g = dx * q.gx + dy * q.gy + dz * q.gz;
        if (g < 0.01f && metal) {
            // The round metal that the facet stands for mirrors what is over its other facets.
            Lift o = b.lift;
            o.over(mesh, triangle, q.x, q.y, q.z, q.gx, q.gy, q.gz);
            r.set(o.x + 0.001f * q.gx, o.y + 0.001f * q.gy, o.z + 0.001f * q.gz, dx, dy, dz, 1e4f);
            return;
        }
        if (g < 0.01f) {
            dx += (0.01f - g) * q.gx;
            dy += (0.01f - g) * q.gy;
            dz += (0.01f - g) * q.gz;
        }
        r.set(q.x + 0.001f * q.gx, q.y + 0.001f * q.gy, q.z + 0.001f * q.gz, dx, dy, dz, 1e4f);
    }
}
