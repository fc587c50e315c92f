package dev.beatboard.render.raster;

import dev.beatboard.scene.Material;

/// Darkens hair right beside a lock that lies over it. Such gaps are millimeters deep: what gathers light is coarser,
/// and without the dark line between its locks hair looks like a cap. Deeper ones are left to the rays.
final class LockPass {

    private static final byte HAIR = (byte) Material.Kind.HAIR.ordinal();

    /// How far off the picture is looked at for a lock, meters. One at twice that is too far away to matter.
    private static final float REACH = 0.0025f;

    private static final float FAR = 2 * REACH;

    /// The sine of the angle up to which hair that rises over a place is its own curve.
    private static final float CURVE = 0.3f;

    /// How much of the bounced and of the direct light is lost at most. By FLIP against the reference, as what follows.
    private static final float AMBIENT = 0.8f;

    private static final float DIRECT = 0.6f;

    /// What counts as fully closed, of all directions.
    private static final float CLOSED = 0.35f;

    private static final float[] ACROSS = {1, 0.7071f, 0, -0.7071f, -1, -0.7071f, 0, 0.7071f};
    private static final float[] DOWN = {0, 0.7071f, 1, 0.7071f, 0, -0.7071f, -1, -0.7071f};
    /// Of the reach: where each direction is looked at.
    private static final float[] LOOKS = {0.2f, 0.5f, 0.85f};

    private static final float MOST_PIXELS = 24;

    private final Canvas c;
    private final float pixels;

    /// @param pixels per unit slope of the lens
    LockPass(Canvas c, float pixels) {
        this.c = c;
        this.pixels = pixels;
    }

    /// Sets how closed the hair of row `y` is, 0 to 1.
    ///
    /// @param closed a plane of the canvas
    void look(int y, float[] closed) {
        int from = c.at(0, y);
        for (int x = 0; x < c.width; x++) {
            if (c.kind[from + x] == HAIR) {
                closed[from + x] = Math.min(1, closed(x, y) / CLOSED);
            }
        }
    }

    /// After all of [#look], row `y`: a line finer than a pixel would be dotted without the mean around it.
    void darken(int y, float[] closed) {
        int end = c.at(c.width, y);
        for (int p = c.at(0, y); p < end; p++) {
            float k = c.kind[p] == HAIR ? around(p, closed) : 0;
            if (k > 0) {
                c.dim(p, 1 - AMBIENT * k, 1 - DIRECT * k);
            }
        }
    }

    private float around(int p, float[] closed) {
        float sum = 0;
        int n = 0;
        for (int o = -c.stride; o <= c.stride; o += c.stride) {
            for (int q = p + o - 1; q <= p + o + 1; q++) {
                if (c.kind[q] == HAIR) {
                    sum += closed[q];
                    n++;
                }
            }
        }
        return sum / n;
    }

    /// The mean over all directions of how far up locks stand.
    private float closed(int x, int y) {
        int p = c.at(x, y);
        float reach = Math.min(MOST_PIXELS, REACH * pixels / c.depth[p]);
        float sum = 0;
        for (int k = 0; k < ACROSS.length; k++) {
            float most = 0;
            for (float look : LOOKS) {
                float r = Math.max(1, reach * look);
                int qx = x + Math.round(r * ACROSS[k]);
                int qy = y + Math.round(r * DOWN[k]);
                if (qx >= 0 && qy >= 0 && qx < c.width && qy < c.height) {
                    most = Math.max(most, over(p, c.at(qx, qy)));
                }
            }
            sum += most;
        }
        return sum / ACROSS.length;
    }

    /// How far up hair at `q`, nearer to the lens, stands over `p`, 0 if it does not.
    private float over(int p, int q) {
        if (c.kind[q] != HAIR || c.depth[q] >= c.depth[p]) {
            return 0;
        }
        float dx = c.x[q] - c.x[p];
        float dy = c.y[q] - c.y[p];
        float dz = c.z[q] - c.z[p];
        float up = dx * c.gx[p] + dy * c.gy[p] + dz * c.gz[p];
        float d2 = dx * dx + dy * dy + dz * dz;
        if (up <= 0 || d2 >= FAR * FAR) {
            return 0;
        }
        float sine = up / (float) Math.sqrt(d2);
        return (sine - CURVE) / (1 - CURVE) * (1 - d2 / (FAR * FAR));
    }
}
