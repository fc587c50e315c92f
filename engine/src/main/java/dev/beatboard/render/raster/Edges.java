package dev.beatboard.render.raster;

/// Where what is mirrored has edges inside of pixels: told by the contrast with the four pixels
/// around, as displayed.
final class Edges {

    /// Contrast that an eye sees, of the whole range.
    private static final float SEEN = 0.02f;

    private final float[][] color;
    private final float[] there;
    private final int stride;
    private final float exposure;

    /// @param color three planes
    /// @param there the share of the picture that the color has, 0 where there is none
    /// @param exposure what the color is multiplied by before it is shown
    Edges(float[][] color, float[] there, int stride, float exposure) {
        this.color = color;
        this.there = there;
        this.stride = stride;
        this.exposure = exposure;
    }

    boolean at(int p) {
        float v = shown(p);
        return differs(v, p - 1) || differs(v, p + 1) || differs(v, p - stride) || differs(v, p + stride);
    }

    private boolean differs(float v, int q) {
        return there[q] > 0 && Math.abs(shown(q) - v) > SEEN;
    }

    float shown(int p) {
        float v = exposure * there[p] * (0.3f * color[0][p] + 0.6f * color[1][p] + 0.1f * color[2][p]);
        return v / (1 + v);
    }

    /// How much a sample counts in the mean of pixel `p`, as in [ResolvePass].
    float weight(int p, float[] c) {
        return 1 / (1 + exposure * there[p] * Math.max(c[0], Math.max(c[1], c[2])));
    }
}
