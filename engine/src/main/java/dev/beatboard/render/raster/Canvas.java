package dev.beatboard.render.raster;

import java.util.Arrays;

/// The planes of a frame at work, one number per pixel each, with a margin around the picture so
/// that filters need not ask where it ends. Positions in the margin and in the sky are far away,
/// and normals zero.
final class Canvas {

    /// Pixels of margin on each side.
    static final int MARGIN = 32;
    static final float NOWHERE = 1e9f;
    /// Most light groups whose shadows are kept apart.
    static final int CHANNELS = 4;

    final int width;
    final int height;
    final int stride;
    final int size;

    final float[] x;
    final float[] y;
    final float[] z;
    final float[] nx;
    final float[] ny;
    final float[] nz;
    final float[] gx;
    final float[] gy;
    final float[] gz;
    /// Along a strand, where there is hair.
    final float[] tx;

    final float[] ty;
    final float[] tz;
    final float[] red;
    final float[] green;
    final float[] blue;
    /// GGX alpha, the square of the roughness.
    final float[] alpha;
    /// Reflectance at normal incidence, -1 for a metal, whose color is its reflectance.
    final float[] specular;
    final float[] depth;
    final int[] triangle;
    final byte[] kind;
    /// Which of the pixel's samples was shaded.
    final byte[] sample;
    /// Unshadowed diffuse light (radiance equivalents: irradiance over pi) by channel and color.
    final float[][] diffuse = new float[3 * CHANNELS][];
    /// Unshadowed glossy light before the surface's reflectance.
    final float[][] gloss = new float[3 * CHANNELS][];
    /// The share of each channel's light that arrives.
    final float[][] visible = new float[CHANNELS][];

    final float[][] visibleSwap = new float[CHANNELS][];
    /// Which light was drawn for each channel's shadow ray, and the sum of all lights' weights.
    final int[][] pick = new int[CHANNELS][];

    final float[][] weight = new float[CHANNELS][];
    private int opened;
    /// Indirect diffuse light and openness.
    final float[][] ambient = new float[4][];
    /// What a traced ray sees in a shiny surface, and 1 where there was a ray.
    final float[][] mirror = new float[4][];
    /// Luminance of the emitters that such a ray meets, and as much of it as nothing stands before.
    final float[] met;

    final float[] bared;
    /// How far behind a sharp mirror or a pane what it shows lies, per distance of the mirror; 0
    /// elsewhere.
    final float[] beyond;
    /// By how many pixels polished metal blurs what its ray has seen; very many of what is no metal.
    final float[] blur;
    /// Light on its way to the picture: diffuse irradiance, glossy radiance, and the result.
    final float[] lightR;

    final float[] lightG;
    final float[] lightB;
    final float[] shineR;
    final float[] shineG;
    final float[] shineB;
    final float[] outR;
    final float[] outG;
    final float[] outB;

    Canvas(int width, int height) {
        this.width = width;
        this.height = height;
        stride = (width + 15) / 16 * 16 + 2 * MARGIN;
        size = stride * (height + 2 * MARGIN);
        x = plane();
        y = plane();
        z = plane();
        nx = plane();
        ny = plane();
        nz = plane();
        gx = plane();
        gy = plane();
        gz = plane();
        tx = plane();
        ty = plane();
        tz = plane();
        red = plane();
        green = plane();
        blue = plane();
        alpha = plane();
        specular = plane();
        depth = plane();
        triangle = new int[size];
        kind = new byte[size];
        sample = new byte[size];
        met = plane();
        beyond = plane();
        blur = plane();
        bared = plane();
        lightR = plane();
        lightG = plane();
        lightB = plane();
        shineR = plane();
        shineG = plane();
        shineB = plane();
        outR = plane();
        outG = plane();
        outB = plane();
        for (int c = 0; c < CHANNELS; c++) {
            visible[c] = plane();
            visibleSwap[c] = plane();
            ambient[c] = plane();
            mirror[c] = plane();
        }
        Arrays.fill(x, NOWHERE);
        Arrays.fill(triangle, -1);
        Arrays.fill(kind, SKY);
    }

    /// In [#kind], besides the ordinals of the material kinds: nothing is there.
    static final byte SKY = -1;
    /// In [#kind]: gives light and takes none.
    static final byte LAMP = -2;

    /// Makes planes for so many channels, which then stay.
    void open(int channels) {
        for (int k = opened; k < channels; k++) {
            for (int q = 3 * k; q < 3 * k + 3; q++) {
                diffuse[q] = plane();
                gloss[q] = plane();
            }
            weight[k] = plane();
            pick[k] = new int[size];
        }
        opened = Math.max(opened, channels);
    }

    /// Leaves such shares of the bounced and of the direct light at a place.
    void dim(int p, float bounced, float direct) {
        for (float[] plane : ambient) {
            plane[p] *= bounced;
        }
        for (int k = 0; k < opened; k++) {
            visible[k][p] *= direct;
        }
    }

    /// Makes the filtered visibility the current one.
    void swapVisible() {
        for (int k = 0; k < CHANNELS; k++) {
            swapVisible(k);
        }
    }

    /// The same of one channel.
    void swapVisible(int k) {
        float[] v = visible[k];
        visible[k] = visibleSwap[k];
        visibleSwap[k] = v;
    }

    float[] plane() {
        return new float[size];
    }

    int at(int px, int py) {
        return (py + MARGIN) * stride + px + MARGIN;
    }
}
