package dev.beatboard.render.filter;

/// The color planes of a picture without margin, to be filtered in place, and what is seen at each pixel: the depth of
/// the nearest surface, the share of the pixel that it covers, and the depth of what is behind it.
///
/// @param layer whether it is a layer of the picture that was filtered last. Of that bright pixels weigh less, and
///     layers that add up to it have to weigh as it did.
public record Picture(
        int width,
        int height,
        float[] r,
        float[] g,
        float[] b,
        float[] depth,
        float[] share,
        float[] far,
        boolean layer) {

    /// A picture that is not a layer of another.
    public Picture(int width, int height, float[] r, float[] g, float[] b, float[] depth, float[] share, float[] far) {
        this(width, height, r, g, b, depth, share, far, false);
    }
}
