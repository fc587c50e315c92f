package dev.beatboard.render.filter;

/// The color planes of a picture without margin, to be filtered in place, and the depth at each pixel.
public record Picture(int width, int height, float[] r, float[] g, float[] b, float[] depth) {}
