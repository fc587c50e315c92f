package dev.beatboard.scene;

/// Where a surface's base color comes from. Procedural kinds are evaluated in world space for static surfaces, so that
/// no texture coordinates are needed; sizes are in meters.
public sealed interface Pattern {

    /// One color all over.
    record Solid(Rgb color) implements Pattern {}

    /// An image times a tint.
    record Image(Texture texture, Rgb tint) implements Pattern {}

    /// Slight cloudy variation of one color, as paint on plaster has: `variation` is the relative amplitude.
    record Plaster(Rgb color, float variation) implements Pattern {}

    /// Wooden boards along world `x` (or `z` if `alongZ`), each of its own shade.
    record Planks(Rgb light, Rgb dark, float width, float length, boolean alongZ) implements Pattern {}

    /// Rectangular tiles with joints.
    record Tiles(Rgb color, Rgb joint, float width, float height, float jointWidth, float variation)
            implements Pattern {}

    /// Short-pile carpet: fine noise of two colors.
    record Carpet(Rgb color, Rgb fleck, float scale) implements Pattern {}

    /// Running-bond bricks with mortar.
    record Bricks(Rgb color, Rgb mortar, float width, float height, float jointWidth) implements Pattern {}

    /// Grain of solid wood, for flat-colored furniture.
    record WoodGrain(Rgb light, Rgb dark, float scale) implements Pattern {}

    /// Fine aggregate: asphalt, concrete, stone.
    record Aggregate(Rgb color, Rgb grain, float scale, float contrast) implements Pattern {}
}
