package dev.beatboard.render.raster;

import dev.beatboard.render.emitter.LightKernel;
import dev.beatboard.render.emitter.Lights;
import dev.beatboard.render.mesh.Lens;
import dev.beatboard.render.work.Lanes;
import java.util.Arrays;

/// The gloss of lamps on metal that turns more within a pixel than its lobe is wide: the mean over sixteen normals
/// between the pixel's and those beside it, as one alone would meet a lamp's narrow mirror image or miss it. Scratch
/// memory, one per worker.
final class BentGloss {

    private static final int SIDE = 4;
    private static final int COUNT = SIDE * SIDE;
    /// Normals of neighbors that belong to one bent surface are at least so much alike.
    private static final float BENT = 0.8f;
    /// The square of so many alphas a normal may turn from pixel to pixel.
    static final float QUICK = 3;

    private final LightKernel.Planes planes = LightKernel.Planes.of(COUNT);
    private final LightKernel.Channel[] sums = new LightKernel.Channel[Lights.CHANNELS];
    private int count;
    private final float[] right = new float[3];
    private final float[] down = new float[3];

    BentGloss() {
        for (int k = 0; k < sums.length; k++) {
            sums[k] = LightKernel.Channel.of(COUNT);
        }
    }

    /// Takes the neighbors of pixel `p`, 0 for none, by which its normal turns.
    ///
    /// @return whether it turns more than its lobe is wide
    boolean turns(Canvas c, int p, int beside, int under) {
        float turned = turn(c, p, beside, right) + turn(c, p, under, down);
        return turned > QUICK * c.alpha[p] * c.alpha[p];
    }

    private static float turn(Canvas c, int p, int step, float[] by) {
        int q = p + step;
        if (step == 0
                || c.kind[q] != c.kind[p]
                || c.specular[q] >= 0
                || c.nx[p] * c.nx[q] + c.ny[p] * c.ny[q] + c.nz[p] * c.nz[q] < BENT) {
            Arrays.fill(by, 0);
            return 0;
        }
        float sign = step > 0 ? 1 : -1;
        by[0] = sign * (c.nx[q] - c.nx[p]);
        by[1] = sign * (c.ny[q] - c.ny[p]);
        by[2] = sign * (c.nz[q] - c.nz[p]);
        return by[0] * by[0] + by[1] * by[1] + by[2] * by[2];
    }

    /// Writes the gloss of pixel `p`, for which [#turns] was asked last, of all channels.
    ///
    /// @param near the lights that matter there
    void add(
            Canvas c,
            int p,
            Lens lens,
            Lights lights,
            LightPass.Near near,
            LightKernel.Scratch s,
            LightKernel.Channel[] to) {
        begin();
        for (int i = 0; i < COUNT; i++) {
            float u = (i % SIDE + 0.5f) / SIDE - 0.5f;
            float v = (i / SIDE + 0.5f) / SIDE - 0.5f;
            float x = c.nx[p] + u * right[0] + v * down[0];
            float y = c.ny[p] + u * right[1] + v * down[1];
            float z = c.nz[p] + u * right[2] + v * down[2];
            float l = 1 / (float) Math.sqrt(x * x + y * y + z * z);
            take(c, p, c.x[p], c.y[p], c.z[p], l * x, l * y, l * z);
        }
        gather(lens, lights, near, s);
        for (LightKernel.Channel k : to) {
            k.gr()[p] = 0;
            k.gg()[p] = 0;
            k.gb()[p] = 0;
        }
        // Channels may share their planes.
        for (int k = 0; k < to.length; k++) {
            to[k].gr()[p] += mean(k, 0);
            to[k].gg()[p] += mean(k, 1);
            to[k].gb()[p] += mean(k, 2);
        }
    }

    /// Begins with no normals.
    void begin() {
        count = 0;
    }

    /// Takes the normal at a point of pixel `p`, one of at most sixteen.
    void take(Canvas c, int p, float x, float y, float z, float nx, float ny, float nz) {
        planes.x()[count] = x;
        planes.y()[count] = y;
        planes.z()[count] = z;
        planes.nx()[count] = nx;
        planes.ny()[count] = ny;
        planes.nz()[count] = nz;
        planes.alpha()[count] = c.alpha[p];
        planes.specular()[count++] = c.specular[p];
    }

    /// Gathers the gloss of the normals taken, channel by channel.
    ///
    /// @param near the lights that matter there
    void gather(Lens lens, Lights lights, LightPass.Near near, LightKernel.Scratch s) {
        for (int i = 0; i < Lanes.COUNT; i++) {
            s.coat(i, 0, 0);
        }
        for (int k = 0; k < lights.channels; k++) {
            LightKernel.Channel sum = sums[k];
            Arrays.fill(sum.gr(), 0);
            Arrays.fill(sum.gg(), 0);
            Arrays.fill(sum.gb(), 0);
            Arrays.fill(sum.weight(), 0);
        }
        for (int from = 0; from < count; from += Lanes.COUNT) {
            LightKernel.prepare(planes, from, lens.ox(), lens.oy(), lens.oz(), s);
            for (int i = 0; i < near.count; i++) {
                int l = near.light[i];
                LightKernel.add(lights, l, near.away[i], planes, from, s, sums[lights.channel[l]]);
            }
        }
    }

    /// The mean gloss of channel `k` in a color, 0 to 2, of the normals gathered last.
    float mean(int k, int color) {
        LightKernel.Channel c = sums[k];
        return mean(color == 0 ? c.gr() : color == 1 ? c.gg() : c.gb());
    }

    private float mean(float[] v) {
        float sum = 0;
        for (int i = 0; i < count; i++) {
            sum += v[i];
        }
        return sum / count;
    }
}
