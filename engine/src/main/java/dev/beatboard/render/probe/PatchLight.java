package dev.beatboard.render.probe;

/// Diffuse light on the patches of a world (irradiance over pi), for one lighting.
public final class PatchLight {

    private static final int NUMBERS = 10;

    private static final int OPEN = 9;

    /// How far off a place's plane, in cells, a patch says nothing of it any more, but for what is left to it in case
    /// there is no other.
    private static final float LEVEL = 0.7f;

    private static final float LEAST = 1e-3f;

    private final Patches patches;
    private final int[] speaker;
    private final boolean[] hidden;
    /// By patch: light that bounced; of the emitters without the sun what gets through coats and what those throw back;
    /// and how much of their light arrives.
    private final float[] light;

    /// @param speaker by patch, a point of it that is seen
    /// @param hidden by patch, whether nothing of it is seen: it says nothing of what lies beside it
    PatchLight(Patches patches, int[] speaker, boolean[] hidden, float[] indirect, DirectPatches direct) {
        this.patches = patches;
        this.speaker = speaker;
        this.hidden = hidden;
        light = new float[NUMBERS * patches.count()];
        for (int p = 0; p < patches.count(); p++) {
            System.arraycopy(indirect, 3 * p, light, NUMBERS * p, 3);
            System.arraycopy(direct.emittersIn, 3 * p, light, NUMBERS * p + 3, 3);
            System.arraycopy(direct.emittersOff, 3 * p, light, NUMBERS * p + 6, 3);
            float bare = direct.bare[p];
            light[NUMBERS * p + OPEN] = bare > 1e-9f ? Math.min(1, direct.arrives[p] / bare) : 0;
        }
    }

    /// The light at a place on a still surface with the geometric normal n, three numbers each: what `bounced`,
    /// what comes `straight` from emitters other than the sun through the coat, and what the coat has `thrown` back
    /// of that. The patch is drawn by a hash of the place from those around, so that many such places show no
    /// lattice. False, and nothing, where there is no patch.
    public boolean draw(
            float x,
            float y,
            float z,
            float nx,
            float ny,
            float nz,
            float[] bounced,
            float[] straight,
            float[] thrown) {
        int h = Patches.hash(x, y, z);
        float s = patches.size / 1024;
        float jx = ((h & 1023) - 511.5f) * s;
        float jy = ((h >>> 10 & 1023) - 511.5f) * s;
        float jz = ((h >>> 20 & 1023) - 511.5f) * s;
        // Along the surface only.
        float off = jx * nx + jy * ny + jz * nz;
        int p = patches.at(x + jx - off * nx, y + jy - off * ny, z + jz - off * nz, nx, ny, nz);
        if (p == Patches.NONE || hidden[p]) {
            p = patches.at(x, y, z, nx, ny, nz);
        }
        if (p == Patches.NONE) {
            return false;
        }
        int o = NUMBERS * p;
        System.arraycopy(light, o, bounced, 0, 3);
        System.arraycopy(light, o + 3, straight, 0, 3);
        System.arraycopy(light, o + 6, thrown, 0, 3);
        return true;
    }

    /// Light that bounced at such a place, blended from the patches around, into `out[0..2]`: for
    /// what is looked at.
    ///
    /// @return how much of the emitters' light arrives there, 0..1; negative, and nothing is set,
    ///     where there is no patch
    public float read(float x, float y, float z, float nx, float ny, float nz, float[] out) {
        float size = patches.size;
        float r = 0;
        float g = 0;
        float b = 0;
        float open = 0;
        float sum = 0;
        float fx = fraction((x - patches.lx) / size - 0.5f);
        float fy = fraction((y - patches.ly) / size - 0.5f);
        float fz = fraction((z - patches.lz) / size - 0.5f);
        for (int q = 0; q < 8; q++) {
            int cx = q & 1;
            int cy = q >> 1 & 1;
            int cz = q >> 2;
            float w = (cx == 0 ? 1 - fx : fx) * (cy == 0 ? 1 - fy : fy) * (cz == 0 ? 1 - fz : fz);
            int p = patches.at(x + (cx - fx) * size, y + (cy - fy) * size, z + (cz - fz) * size, nx, ny, nz);
            if (p == Patches.NONE) {
                continue;
            }
            w *= level(p, x, y, z, nx, ny, nz);
            int o = NUMBERS * p;
            r += w * light[o];
            g += w * light[o + 1];
            b += w * light[o + 2];
            open += w * light[o + OPEN];
            sum += w;
        }
        if (sum < 0.05f * LEAST) {
            return -1;
        }
        out[0] = r / sum;
        out[1] = g / sum;
        out[2] = b / sum;
        return open / sum;
    }

    /// How much a patch says of a place by how far its plane lies off it: what is behind a door lies in
    /// the dark, and so does what is under a box.
    private float level(int p, float x, float y, float z, float nx, float ny, float nz) {
        if (hidden[p]) {
            return LEAST;
        }
        int q = 3 * speaker[p];
        float off = (patches.place[q] - x) * nx + (patches.place[q + 1] - y) * ny + (patches.place[q + 2] - z) * nz;
        float d = off / (LEVEL * patches.size);
        return Math.max(LEAST, 1 - d * d);
    }

    private static float fraction(float v) {
        return v - (float) Math.floor(v);
    }
}
