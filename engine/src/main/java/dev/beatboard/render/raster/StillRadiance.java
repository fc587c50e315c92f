package dev.beatboard.render.raster;

/// What the rays of still pixels see of the still world, kept from frame to frame while the lens is
/// at rest: how far it is, what it shows, and the way to the sun from there if no still thing bars
/// it. What moves comes in between anew in every frame.
final class StillRadiance {

    /// In place of a place: for rays of which nothing is kept.
    static final int NOWHERE = -1;

    /// A distance that is not known.
    static final float UNKNOWN = -1;

    /// By place: distance, radiance without the sun, what the sun adds, and where the ray to it
    /// starts, no number where there is none.
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

    /// How far the nearest still thing is from place `p` along its ray, [Float#MAX_VALUE] for the
    /// sky, or [#UNKNOWN].
    float distance(int p) {
        return keeping && p >= 0 ? kept[NUMBERS * p] : UNKNOWN;
    }

    /// What is known of place `p` no longer holds.
    void forget(int p) {
        if (keeping) {
            kept[NUMBERS * p] = UNKNOWN;
        }
    }

    /// Tells what the ray of place `p` comes off; if that is another surface than in the frame
    /// before, what is known no longer holds.
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

    /// Keeps what the bench's ray of place `p` has seen.
    void keep(int p, Radiance.Bench b) {
        if (!keeping || p < 0) {
            return;
        }
        int o = NUMBERS * p;
        kept[o] = b.near;
        System.arraycopy(b.seen, 0, kept, o + 1, 3);
        System.arraycopy(b.sunlight, 0, kept, o + 4, 3);
        kept[o + 7] = b.sunward ? b.sunX : Float.NaN;
        kept[o + 8] = b.sunY;
        kept[o + 9] = b.sunZ;
    }

    /// The reverse of [#keep].
    void recall(int p, Radiance.Bench b) {
        int o = NUMBERS * p;
        b.near = kept[o];
        System.arraycopy(kept, o + 1, b.seen, 0, 3);
        System.arraycopy(kept, o + 4, b.sunlight, 0, 3);
        b.sunward = !Float.isNaN(kept[o + 7]);
        b.sunX = kept[o + 7];
        b.sunY = kept[o + 8];
        b.sunZ = kept[o + 9];
    }
}
