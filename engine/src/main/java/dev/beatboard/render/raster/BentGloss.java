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
    private static final float QUICK = 3;

    private final LightKernel.Planes planes = LightKernel.Planes.of(COUNT);
    private final LightKernel.Channel[] sums = new LightKernel.Channel[Lights.CHANNELS];
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
        for (int i = 0; i < COUNT; i++) {
            float u = (i % SIDE + 0.5f) / SIDE - 0.5f;
            float v = (i / SIDE + 0.5f) / SIDE - 0.5f;
            float x = c.nx[p] + u * right[0] + v * down[0];
            float y = c.ny[p] + u * right[1] + v * down[1];
            float z = c.nz[p] + u * right[2] + v * down[2];
            float l = 1 / (float) Math.sqrt(x * x + y * y + z * z);
            planes.x()[i] = c.x[p];
            planes.y()[i] = c.y[p];
            planes.z()[i] = c.z[p];
            planes.nx()[i] = l * x;
            planes.ny()[i] = l * y;
            planes.nz()[i] = l * z;
            planes.alpha()[i] = c.alpha[p];
            planes.specular()[i] = c.specular[p];
        }
        for (int i = 0; i < Lanes.COUNT; i++) {
            s.coat(i, 0, 0);
        }
        for (int k = 0; k < to.length; k++) {
            LightKernel.Channel sum = sums[k];
            Arrays.fill(sum.gr(), 0);
            Arrays.fill(sum.gg(), 0);
            Arrays.fill(sum.gb(), 0);
            Arrays.fill(sum.weight(), 0);
        }
        for (int from = 0; from < COUNT; from += Lanes.COUNT) {
            LightKernel.prepare(planes, from, lens.ox(), lens.oy(), lens.oz(), s);
            for (int i = 0; i < near.count; i++) {
                int l = near.light[i];
                LightKernel.add(lights, l, near.away[i], planes, from, s, sums[lights.channel[l]]);
            }
        }
        for (LightKernel.Channel k : to) {
            k.gr()[p] = 0;
            k.gg()[p] = 0;
            k.gb()[p] = 0;
        }
        // Channels may share their planes.
        for (int k = 0; k < to.length; k++) {
            to[k].gr()[p] += mean(sums[k].gr());
            to[k].gg()[p] += mean(sums[k].gg());
            to[k].gb()[p] += mean(sums[k].gb());
        }
    }

    private static float mean(float[] v) {
        float sum = 0;
        for (float x : v) {
            sum += x;
        }
        return sum / v.length;
    }
}
