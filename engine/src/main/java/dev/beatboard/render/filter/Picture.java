package dev.beatboard.render.filter;

/// The color planes of a picture without margin, to be filtered in place, and what is seen at each pixel: the depth of
/// the nearest surface, the share of the pixel that it covers, and the depth of what is behind it.
public record Picture(
        int width, int height, float[] r, float[] g, float[] b, float[] depth, float[] share, float[] far) {}
