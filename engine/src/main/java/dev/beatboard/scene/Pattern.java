package dev.beatboard.scene;

import java.util.List;

/// Where a surface's base color comes from. Procedural kinds are evaluated in world space for static surfaces, so that
/// no texture coordinates are needed; sizes are in meters.
public sealed interface Pattern {

    /// The colors that it is made of.
    List<Rgb> colors();

    /// One color all over.
    record Solid(Rgb color) implements Pattern {
        @Override
        public List<Rgb> colors() {
            return List.of(color);
        }
    }

    /// An image times a tint.
    record Image(Texture texture, Rgb tint) implements Pattern {
        @Override
        public List<Rgb> colors() {
            return List.of(tint);
        }
    }

    /// Slight cloudy variation of one color, as paint on plaster has: `variation` is the relative amplitude.
    record Plaster(Rgb color, float variation) implements Pattern {
        @Override
        public List<Rgb> colors() {
            return List.of(color);
        }
    }

    /// Wooden boards along world `x` (or `z` if `alongZ`), each of its own shade.
    record Planks(Rgb light, Rgb dark, float width, float length, boolean alongZ) implements Pattern {
        @Override
        public List<Rgb> colors() {
            return List.of(light, dark);
        }
    }

    /// Rectangular tiles with joints.
    record Tiles(Rgb color, Rgb joint, float width, float height, float jointWidth, float variation)
            implements Pattern {
        @Override
        public List<Rgb> colors() {
            return List.of(color, joint);
        }
    }

    /// Short-pile carpet: fine noise of two colors.
    record Carpet(Rgb color, Rgb fleck, float scale) implements Pattern {
        @Override
        public List<Rgb> colors() {
            return List.of(color, fleck);
        }
    }

    /// Running-bond bricks with mortar.
    record Bricks(Rgb color, Rgb mortar, float width, float height, float jointWidth) implements Pattern {
        @Override
        public List<Rgb> colors() {
            return List.of(color, mortar);
        }
    }

    /// Grain of solid wood, for flat-colored furniture.
    record WoodGrain(Rgb light, Rgb dark, float scale) implements Pattern {
        @Override
        public List<Rgb> colors() {
            return List.of(light, dark);
        }
    }

    /// Fine aggregate: asphalt, concrete, stone.
    record Aggregate(Rgb color, Rgb grain, float scale, float contrast) implements Pattern {
        @Override
        public List<Rgb> colors() {
            return List.of(color, grain);
        }
    }
}
