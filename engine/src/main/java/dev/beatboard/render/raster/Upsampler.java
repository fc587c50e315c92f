package dev.beatboard.render.raster;

import dev.beatboard.render.work.Lanes;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/// Joint bilateral upsampling (Kopf et al. 2007) of light at a lower resolution: each pixel takes of its four neighbors
/// there by their distance and by how well they lie on its surface. Rows between the same two rows of the low
/// resolution are done together, so that those are stretched to full width only once.
final class Upsampler {

    /// Planes that are stretched: position, normal, four of light.
    private static final int PLANES = 10;

    private static final VectorSpecies<Float> F = Lanes.F;
    private static final int LEAST = Float.floatToRawIntBits(0.01f);

    /// How much less those off a pixel's plane count, per meter.
    private static final float OFF = 40;
    /// Weight of the four neighbors under which none of them lies on a pixel's surface.
    private static final float ALONE = 0.02f;
    /// How far such a pixel looks around for others.
    private static final int AROUND = 4;
    /// Weight of all of those under which there are none.
    private static final float NONE = 1e-3f;
    /// Cosine between their normals under which a place is of another surface.
    private static final float BEND = 0.5f;

    private final Canvas c;
    private final int scale;
    private final int width;
    private final int height;
    private final int stride;
    private final float[][] planes;
    /// Numbers in a stretched row; a neighbor on the right is `scale` further.
    private final int span;
    /// Of the right neighbor, by column.
    private final float[] right;

    Upsampler(
            Canvas c,
            int scale,
            int width,
            int height,
            int stride,
            float[] x,
            float[] y,
            float[] z,
            float[] nx,
            float[] ny,
            float[] nz,
            float[][] light) {
        this.c = c;
        this.scale = scale;
        this.width = width;
        this.height = height;
        this.stride = stride;
        planes = new float[][] {x, y, z, nx, ny, nz, light[0], light[1], light[2], light[3]};
        int n = (c.width + Lanes.MOST - 1) / Lanes.MOST * Lanes.MOST;
        span = n + Lanes.MOST;
        right = new float[n];
        for (int px = 0; px < n; px++) {
            float at = place(px);
            right[px] = at - (float) Math.floor(at);
        }
    }

    /// Numbers of scratch needed: rows above and below of each plane, and a row of weights.
    int scratch() {
        return (2 * PLANES + 1) * span;
    }

    /// Where the middle of pixel `px` lies among the middles of the low resolution.
    private float place(int px) {
        return (px - 0.5f * (scale - 1)) / scale;
    }

    /// Fills the rows of the canvas between rows `low` and `low + 1` of the low resolution.
    void rows(int low, float[] s) {
        boolean stretched = false;
        for (int y = Math.max(0, low * scale); y < Math.min(c.height, (low + 2) * scale); y++) {
            float at = place(y);
            int row = (int) Math.floor(at);
            if (row != low) {
                continue;
            }
            if (!stretched) {
                for (int k = 0; k < PLANES; k++) {
                    stretch(planes[k], low, s, 2 * k * span);
                    stretch(planes[k], low + 1, s, (2 * k + 1) * span);
                }
                stretched = true;
            }
            for (int px = 0; px < c.width; px += Lanes.COUNT) {
                blend(s, span, scale, px, right, at - low, c.at(px, y), c);
            }
            for (int px = 0; px < c.width; px++) {
                if (s[2 * PLANES * span + px] < ALONE) {
                    widen(px, y);
                }
            }
        }
    }

    /// A pixel whose surface none of its neighbors shows, as on a ledge seen edge on, takes the light of those around
    /// that do, if there are any.
    private void widen(int px, int py) {
        int p = c.at(px, py);
        if (c.kind[p] < 0) {
            return;
        }
        float sum = 0;
        float[] light = new float[4];
        int hx = px / scale;
        int hy = py / scale;
        for (int y = Math.max(0, hy - AROUND); y <= Math.min(height - 1, hy + AROUND); y++) {
            for (int x = Math.max(0, hx - AROUND); x <= Math.min(width - 1, hx + AROUND); x++) {
                int h = (y + Canvas.MARGIN) * stride + x + Canvas.MARGIN;
                float dn = planes[3][h] * c.nx[p] + planes[4][h] * c.ny[p] + planes[5][h] * c.nz[p];
                if (dn < BEND) {
                    continue;
                }
                float dd = OFF
                        * ((planes[0][h] - c.x[p]) * c.nx[p]
                                + (planes[1][h] - c.y[p]) * c.ny[p]
                                + (planes[2][h] - c.z[p]) * c.nz[p]);
                float w = dn * dn * dn * dn / (1 + dd * dd) / (1 + (x - hx) * (x - hx) + (y - hy) * (y - hy));
                sum += w;
                for (int k = 0; k < 4; k++) {
                    light[k] += w * planes[6 + k][h];
                }
            }
        }
        if (sum < NONE) {
            return;
        }
        for (int k = 0; k < 4; k++) {
            c.ambient[k][p] = light[k] / sum;
        }
    }

    /// Column `px` of the result is the left neighbor of pixel `px`.
    private void stretch(float[] plane, int row, float[] to, int o) {
        int from = (Math.max(0, Math.min(height - 1, row)) + Canvas.MARGIN) * stride + Canvas.MARGIN;
        int hx = -1;
        // Of the pixels of a square, those in its first half have their left neighbor in the square before.
        int next = scale / 2;
        for (int i = 0; i < span; i++) {
            if (i == next) {
                hx++;
                next += scale;
            }
            to[o + i] = plane[from + (hx < 0 ? 0 : hx >= width ? width - 1 : hx)];
        }
    }

    private static void blend(float[] s, int span, int scale, int px, float[] right, float below, int p, Canvas c) {
        FloatVector mx = FloatVector.fromArray(F, c.nx, p);
        FloatVector my = FloatVector.fromArray(F, c.ny, p);
        FloatVector mz = FloatVector.fromArray(F, c.nz, p);
        FloatVector plane = FloatVector.fromArray(F, c.x, p)
                .mul(mx)
                .add(FloatVector.fromArray(F, c.y, p).mul(my))
                .add(FloatVector.fromArray(F, c.z, p).mul(mz));
        FloatVector r = FloatVector.fromArray(F, right, px);
        FloatVector sum = FloatVector.broadcast(F, 1e-20f);
        FloatVector l0 = FloatVector.zero(F);
        FloatVector l1 = FloatVector.zero(F);
        FloatVector l2 = FloatVector.zero(F);
        FloatVector l3 = FloatVector.zero(F);
        for (int k = 0; k < 4; k++) {
            int q = px + (k & 1) * scale + (k >> 1) * span;
            FloatVector side = r;
            if ((k & 1) == 0) {
                side = r.neg().add(1f);
            }
            FloatVector w = side.mul(k >> 1 == 0 ? 1 - below : below).add(0.02f);
            IntVector dot = FloatVector.fromArray(F, s, q + 6 * span)
                    .mul(mx)
                    .add(FloatVector.fromArray(F, s, q + 8 * span).mul(my))
                    .add(FloatVector.fromArray(F, s, q + 10 * span).mul(mz))
                    .reinterpretAsInts()
                    .max(LEAST);
            FloatVector dn = dot.reinterpretAsFloats();
            dn = dn.mul(dn);
            dn = dn.mul(dn);
            FloatVector dd = FloatVector.fromArray(F, s, q)
                    .mul(mx)
                    .add(FloatVector.fromArray(F, s, q + 2 * span).mul(my))
                    .add(FloatVector.fromArray(F, s, q + 4 * span).mul(mz))
                    .sub(plane)
                    .mul(OFF);
            w = w.mul(dn).div(dd.mul(dd).add(1f));
            sum = sum.add(w);
            l0 = l0.add(FloatVector.fromArray(F, s, q + 12 * span).mul(w));
            l1 = l1.add(FloatVector.fromArray(F, s, q + 14 * span).mul(w));
            l2 = l2.add(FloatVector.fromArray(F, s, q + 16 * span).mul(w));
            l3 = l3.add(FloatVector.fromArray(F, s, q + 18 * span).mul(w));
        }
        sum.intoArray(s, 2 * PLANES * span + px);
        FloatVector k = FloatVector.broadcast(F, 1f).div(sum);
        l0.mul(k).intoArray(c.ambient[0], p);
        l1.mul(k).intoArray(c.ambient[1], p);
        l2.mul(k).intoArray(c.ambient[2], p);
        l3.mul(k).intoArray(c.ambient[3], p);
    }
}
