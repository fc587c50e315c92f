package dev.beatboard.stage.set;

import dev.beatboard.scene.Material;
import dev.beatboard.scene.Material.Kind;
import dev.beatboard.scene.Material.Opacity;
import dev.beatboard.scene.Pattern;
import dev.beatboard.scene.Rgb;

/// Materials of sets. Albedos stay within 0.03 to 0.8, as real paint does.
final class Paints {

    static final Material WHITE_WALL = wall("white wall", 0xD8D4CB);
    static final Material WARM_WALL = wall("warm wall", 0xC9B79C);
    static final Material GREY_WALL = wall("grey wall", 0x9DA3A8);
    static final Material BLUE_WALL = wall("blue wall", 0x6F8796);
    static final Material GREEN_WALL = wall("green wall", 0x5E6F63);
    static final Material CEILING = Material.plain(
            "ceiling tiles",
            new Pattern.Tiles(Rgb.ofSrgb(0xDEDCD6), Rgb.ofSrgb(0xA9A7A1), 0.6f, 0.6f, 0.008f, 0.04f),
            0.9);
    static final Material PLASTER_CEILING = wall("ceiling", 0xE4E2DC);
    static final Material OAK_FLOOR = Material.plain(
            "oak floor", new Pattern.Planks(Rgb.ofSrgb(0xB08B60), Rgb.ofSrgb(0x86633F), 0.14f, 1.6f, false), 0.38);
    static final Material OAK_FLOOR_DEEP = Material.plain(
            "oak floor", new Pattern.Planks(Rgb.ofSrgb(0xB9966B), Rgb.ofSrgb(0x93704A), 0.14f, 1.8f, true), 0.34);
    static final Material STONE_FLOOR = Material.plain(
            "stone floor",
            new Pattern.Tiles(Rgb.ofSrgb(0x9C978E), Rgb.ofSrgb(0x6E6A63), 0.6f, 0.6f, 0.006f, 0.07f),
            0.28);
    static final Material CAFE_FLOOR = Material.plain(
            "cafe floor",
            new Pattern.Tiles(Rgb.ofSrgb(0x7F7264), Rgb.ofSrgb(0x4B443C), 0.3f, 0.3f, 0.005f, 0.12f),
            0.4);
    static final Material CARPET =
            Material.plain("carpet", new Pattern.Carpet(Rgb.ofSrgb(0x56606B), Rgb.ofSrgb(0x6E7780), 0.006f), 0.95);
    static final Material BEIGE_CARPET =
            Material.plain("carpet", new Pattern.Carpet(Rgb.ofSrgb(0x9A8B78), Rgb.ofSrgb(0xB0A18C), 0.006f), 0.95);
    static final Material RUG = Material.plain(
                    "rug", new Pattern.Carpet(Rgb.ofSrgb(0x7A3F36), Rgb.ofSrgb(0x97604C), 0.012f), 0.95)
            .withKind(Kind.CLOTH);
    static final Material SPLASHBACK = Material.plain(
            "wall tiles",
            new Pattern.Tiles(Rgb.ofSrgb(0xCFD6D2), Rgb.ofSrgb(0x9BA29E), 0.2f, 0.1f, 0.004f, 0.05f),
            0.2);
    static final Material BRICK = Material.plain(
            "brick", new Pattern.Bricks(Rgb.ofSrgb(0x93513B), Rgb.ofSrgb(0xA59A8C), 0.24f, 0.075f, 0.012f), 0.85);
    static final Material PALE_BRICK = Material.plain(
            "pale brick", new Pattern.Bricks(Rgb.ofSrgb(0xB59D80), Rgb.ofSrgb(0xB8B0A2), 0.24f, 0.075f, 0.012f), 0.85);
    static final Material SANDSTONE = Material.plain(
            "sandstone", new Pattern.Tiles(Rgb.ofSrgb(0xB7A88C), Rgb.ofSrgb(0x93866E), 0.9f, 0.45f, 0.01f, 0.1f), 0.85);
    static final Material STUCCO = wall("stucco", 0xC4B9A2);
    static final Material ASPHALT = Material.plain(
            "asphalt", new Pattern.Aggregate(Rgb.ofSrgb(0x4A4A4C), Rgb.ofSrgb(0x6A6A6A), 0.012f, 0.35f), 0.8);
    static final Material WET_ASPHALT = Material.plain(
            "wet asphalt", new Pattern.Aggregate(Rgb.ofSrgb(0x37373A), Rgb.ofSrgb(0x505052), 0.012f, 0.35f), 0.3);
    static final Material PAVING = Material.plain(
            "paving", new Pattern.Tiles(Rgb.ofSrgb(0x93908A), Rgb.ofSrgb(0x66635E), 0.5f, 0.5f, 0.01f, 0.12f), 0.8);
    static final Material WET_PAVING = Material.plain(
            "wet paving",
            new Pattern.Tiles(Rgb.ofSrgb(0x76736E), Rgb.ofSrgb(0x4E4B47), 0.5f, 0.5f, 0.01f, 0.12f),
            0.32);
    static final Material CONCRETE = Material.plain(
            "concrete", new Pattern.Aggregate(Rgb.ofSrgb(0x8F8D88), Rgb.ofSrgb(0x7A7873), 0.03f, 0.2f), 0.8);
    static final Material ROAD_PAINT =
            Material.plain("road paint", new Pattern.Plaster(Rgb.ofSrgb(0xC9C7BF), 0.08f), 0.7);
    static final Material SKIRTING = Material.plain("skirting", new Pattern.Solid(Rgb.ofSrgb(0xCFCBC2)), 0.45);
    static final Material DARK_SKIRTING = Material.plain("skirting", new Pattern.Solid(Rgb.ofSrgb(0x4B4E52)), 0.45);
    static final Material OAK = wood("oak", 0xB68C5C, 0x8C6338, 0.45);
    static final Material WALNUT = wood("walnut", 0x6B472D, 0x452B1A, 0.35);
    static final Material BEECH = wood("beech", 0xCDA777, 0xB08753, 0.45);
    static final Material WHITE_LACQUER = solid("white lacquer", 0xDAD8D3, 0.3);
    static final Material GREY_LACQUER = solid("grey lacquer", 0x8C9197, 0.4);
    static final Material DARK_LACQUER = solid("dark lacquer", 0x2B2D31, 0.4);
    static final Material SAGE = solid("sage lacquer", 0x7C8B79, 0.4);
    static final Material BLACK_PLASTIC = solid("black plastic", 0x1E1F21, 0.45);
    static final Material RED_PLASTIC = solid("red plastic", 0x9E2B25, 0.4);
    static final Material PAPER = solid("paper", 0xE2DFD6, 0.85);
    static final Material CORK = Material.plain(
            "cork", new Pattern.Aggregate(Rgb.ofSrgb(0xA97C4F), Rgb.ofSrgb(0x7F5A36), 0.004f, 0.4f), 0.9);
    static final Material PORCELAIN = solid("porcelain", 0xE0DED8, 0.15);
    static final Material TERRACOTTA = solid("terracotta", 0xA55F41, 0.8);
    static final Material SOIL = solid("soil", 0x2E2117, 0.95);
    static final Material LEAF =
            solid("leaf", 0x3E6A34, 0.5).withKind(Kind.FOLIAGE).withTwoSided(true);
    static final Material DARK_LEAF =
            solid("leaf", 0x2C4E2C, 0.5).withKind(Kind.FOLIAGE).withTwoSided(true);
    static final Material BARK =
            Material.plain("bark", new Pattern.Aggregate(Rgb.ofSrgb(0x5A4A3A), Rgb.ofSrgb(0x3B3026), 0.02f, 0.4f), 0.9);
    static final Material STEEL = Material.metal("steel", Rgb.grey(0.56), 0.28);
    static final Material BRUSHED = Material.metal("brushed steel", Rgb.grey(0.6), 0.4);
    static final Material CHROME = Material.metal("chrome", Rgb.grey(0.72), 0.12);
    static final Material BRASS = Material.metal("brass", new Rgb(0.75f, 0.52f, 0.25f), 0.3);
    static final Material DARK_METAL = Material.metal("dark metal", Rgb.grey(0.12), 0.4);
    static final Material SCREEN_OFF = solid("screen", 0x15171A, 0.12);
    static final Material WHITEBOARD = solid("whiteboard", 0xE6E7E6, 0.18);
    static final Material COFFEE = solid("coffee", 0x2A160B, 0.1);
    static final Material BACKDROP_GREY =
            Material.plain("backdrop", new Pattern.Plaster(Rgb.ofSrgb(0x6B6E72), 0.02f), 0.9);
    static final Material GLASS = new Material(
            "glass", Kind.GLASS, new Pattern.Solid(Rgb.grey(0.92)), 0.03f, 0, 0.04f, Opacity.CLEAR, Rgb.BLACK, true);
    static final Material MIRROR = new Material(
            "mirror",
            Kind.MIRROR,
            new Pattern.Solid(Rgb.grey(0.85)),
            0.02f,
            1,
            0.04f,
            Opacity.OPAQUE,
            Rgb.BLACK,
            false);

    private Paints() {}

    static Material wall(String name, int srgb) {
        return Material.plain(name, new Pattern.Plaster(Rgb.ofSrgb(srgb), 0.04f), 0.9);
    }

    static Material solid(String name, int srgb, double roughness) {
        return Material.plain(name, new Pattern.Solid(Rgb.ofSrgb(srgb)), roughness);
    }

    static Material cloth(String name, int srgb) {
        return Material.plain(
                        name,
                        new Pattern.Carpet(Rgb.ofSrgb(srgb), Rgb.ofSrgb(srgb).times(1.25), 0.003f),
                        0.92)
                .withKind(Kind.CLOTH);
    }

    static Material wood(String name, int light, int dark, double roughness) {
        return Material.plain(name, new Pattern.WoodGrain(Rgb.ofSrgb(light), Rgb.ofSrgb(dark), 0.05f), roughness);
    }

    static Material petal(int srgb) {
        return solid("petal", srgb, 0.7).withKind(Kind.FOLIAGE).withTwoSided(true);
    }
}
