package dev.beatboard.render.raster;

import dev.beatboard.render.ray.Rays;

/// What the rays of still pixels see of the still world, kept from frame to frame while the lens is at rest: how far it
/// is, what it shows, and the way to the sun from there if no still thing bars it. What moves comes in between anew in
/// every frame.
final class StillRadiance {

    /// A distance that is not known.
    static final float UNKNOWN = -1;

    /// By place: distance, radiance without the sun, the sun's share, and where the ray to the sun starts.
    private static final int NUMBERS = 10;

    private final int size;
    private float[] kept = new float[0];
    /// By place, where [#claim] is used: what the ray comes off.
    private int[] surface = new int[0];
    private boolean keeping;

    /// @param size how many places there are
    StillRadiance(int size) {
        this.size = size;
    }

    /// A frame begins.
    ///
    /// @param still whether lens, world and lights are those of the frame before
    void begin(boolean still) {
        if (!still) {
            keeping = false;
        } else if (!keeping) {
            keeping = true;
            if (kept.length == 0) {
                kept = new float[NUMBERS * size];
            }
            for (int i = 0; i < kept.length; i += NUMBERS) {
                kept[i] = UNKNOWN;
            }
        }
    }

    /// How far the nearest still thing is from place `p` along its ray, [Float#MAX_VALUE] for the sky, or [#UNKNOWN].
    float distance(int p) {
        return keeping ? kept[NUMBERS * p] : UNKNOWN;
    }

    /// What is known of place `p` no longer holds.
    void forget(int p) {
        if (keeping) {
            kept[NUMBERS * p] = UNKNOWN;
        }
    }

    /// Tells what the ray of place `p` comes off; if that is another surface than in the frame before, what is known no
    /// longer holds.
    void claim(int p, int from) {
        if (!keeping) {
            return;
        }
        if (surface.length == 0) {
            surface = new int[size];
        }
        if (surface[p] != from) {
            surface[p] = from;
            forget(p);
        }
    }

    /// Keeps what ray `i` of place `p` sees.
    void keep(int p, int i, float distance, float[] seen, float[] sunlight, Rays sun) {
        if (!keeping) {
            return;
        }
        int o = NUMBERS * p;
        kept[o] = distance;
        boolean lit = sun.reach[i] >= 0;
        for (int k = 0; k < 3; k++) {
            kept[o + 1 + k] = seen[3 * i + k];
            kept[o + 4 + k] = lit ? sunlight[3 * i + k] : 0;
        }
        kept[o + 7] = sun.ox[i];
        kept[o + 8] = sun.oy[i];
        kept[o + 9] = sun.oz[i];
    }

    /// The reverse of [#keep].
    ///
    /// @param x of the unit vector to the sun, as are `y` and `z`
    void recall(int p, int i, float[] seen, float[] sunlight, Rays sun, float x, float y, float z) {
        int o = NUMBERS * p;
        System.arraycopy(kept, o + 1, seen, 3 * i, 3);
        System.arraycopy(kept, o + 4, sunlight, 3 * i, 3);
        if (kept[o + 4] > 0 || kept[o + 5] > 0 || kept[o + 6] > 0) {
            sun.set(i, kept[o + 7], kept[o + 8], kept[o + 9], x, y, z, 1e4f);
        } else {
            sun.off(i);
        }
    }
}
