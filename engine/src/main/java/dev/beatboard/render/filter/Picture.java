package dev.beatboard.render.filter;

import org.jspecify.annotations.Nullable;

/// The color planes of a picture without margin, to be filtered in place, and what is seen at each pixel: the depth of
/// the nearest surface, the share of the pixel that it covers, and the depth of what is behind it.
///
/// @param bright of a layer: the brightest color of the picture that it is a layer of, before any filter. Bright pixels
///     weigh less, and layers that add up to a picture have to weigh as it does.
public record Picture(
        int width,
        int height,
        float[] r,
        float[] g,
        float[] b,
        float[] depth,
        float[] share,
        float[] far,
        float @Nullable [] bright) {

    /// A picture that is not a layer of another.
    public Picture(int width, int height, float[] r, float[] g, float[] b, float[] depth, float[] share, float[] far) {
        this(width, height, r, g, b, depth, share, far, null);
    }
}
