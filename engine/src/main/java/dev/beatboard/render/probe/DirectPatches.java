package dev.beatboard.render.probe;

/// Direct light on patches, three numbers each, as means over their points (irradiance over pi).
final class DirectPatches {

    /// What gets to the bodies through the coats, and what the coats throw back evenly: of rough ones all, of
    /// glossy ones that of the sun, whose glare no ray would find.
    final float[] in;

    final float[] off;
    /// The same without the sun.
    final float[] emittersIn;

    final float[] emittersOff;
    /// Of emitters without the sun: luminance as it arrives, and if nothing threw shadows.
    final float[] arrives;

    final float[] bare;

    DirectPatches(int patches) {
        in = new float[3 * patches];
        off = new float[3 * patches];
        emittersIn = new float[3 * patches];
        emittersOff = new float[3 * patches];
        arrives = new float[patches];
        bare = new float[patches];
    }

    /// Adds what `draw` has found at a point of a patch.
    ///
    /// @param rough whether the coat there throws light back evenly
    void add(int patch, DirectDraw draw, boolean rough) {
        int o = 3 * patch;
        for (int c = 0; c < 3; c++) {
            emittersIn[o + c] += draw.emittersIn[c];
            emittersOff[o + c] += rough ? draw.emittersOff[c] : 0;
            in[o + c] += draw.emittersIn[c] + draw.sunIn[c];
            off[o + c] += (rough ? draw.emittersOff[c] : 0) + draw.sunOff[c];
        }
        float[] e = draw.emitters;
        arrives[patch] += 0.2126f * e[0] + 0.7152f * e[1] + 0.0722f * e[2];
        bare[patch] += draw.bare;
    }

    /// Makes means of what so many points have added.
    void share(int patch, int points) {
        float k = 1f / Math.max(1, points);
        for (int o = 3 * patch; o < 3 * patch + 3; o++) {
            in[o] *= k;
            off[o] *= k;
            emittersIn[o] *= k;
            emittersOff[o] *= k;
        }
        arrives[patch] *= k;
        bare[patch] *= k;
    }
}
