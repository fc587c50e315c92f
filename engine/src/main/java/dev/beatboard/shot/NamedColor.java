package dev.beatboard.shot;

/// A color as it was called and as sRGB `0xRRGGBB`.
public record NamedColor(String name, int srgb) {}
