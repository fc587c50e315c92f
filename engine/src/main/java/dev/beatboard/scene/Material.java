package dev.beatboard.scene;

/// How a surface scatters light.
///
/// @param name for people and mattes
/// @param kind which shading model and which extra detail apply
/// @param base the diffuse (or metal) color
/// @param roughness perceptual roughness 0..1, the square root of GGX alpha
/// @param metalness 0 dielectric, 1 metal
/// @param specular reflectance at normal incidence of a dielectric, about 0.04; skin 0.028
/// @param opacity what alpha means here
/// @param emission radiance given off by itself, W/(sr m2) in scene units
/// @param twoSided whether back faces are shaded as front faces
public record Material(
        String name,
        Kind kind,
        Pattern base,
        float roughness,
        float metalness,
        float specular,
        Opacity opacity,
        Rgb emission,
        boolean twoSided) {

    public Material {
        String who = "Material \"" + name + "\"";
        Allowed.within(who, "roughness", roughness, 0, 1);
        Allowed.within(who, "metalness", metalness, 0, 1);
        Allowed.within(who, "specular", specular, 0, 1);
        Allowed.light(who, "emission", emission);
        for (Rgb c : base.colors()) {
            Allowed.light(who, "base color", c);
        }
    }

    public enum Kind {
        PLAIN,
        SKIN,
        EYE,
        HAIR,
        LASH,
        MOUTH,
        CLOTH,
        GLASS,
        MIRROR,
        WATER,
        FOLIAGE
    }

    public enum Opacity {
        /// Alpha is ignored.
        OPAQUE,
        /// Alpha is a coverage tested per sample: hair, lashes, leaves.
        CUTOUT,
        /// Light passes: panes.
        CLEAR
    }

    public static Material plain(String name, Pattern base, double roughness) {
        return new Material(name, Kind.PLAIN, base, (float) roughness, 0, 0.04f, Opacity.OPAQUE, Rgb.BLACK, false);
    }

    public static Material metal(String name, Rgb color, double roughness) {
        return new Material(
                name,
                Kind.PLAIN,
                new Pattern.Solid(color),
                (float) roughness,
                1,
                0.04f,
                Opacity.OPAQUE,
                Rgb.BLACK,
                false);
    }

    public static Material emissive(String name, Rgb radiance) {
        return new Material(
                name, Kind.PLAIN, new Pattern.Solid(Rgb.grey(0.8)), 0.6f, 0, 0.04f, Opacity.OPAQUE, radiance, true);
    }

    public Material withBase(Pattern pattern) {
        return new Material(name, kind, pattern, roughness, metalness, specular, opacity, emission, twoSided);
    }

    public Material withKind(Kind other) {
        return new Material(name, other, base, roughness, metalness, specular, opacity, emission, twoSided);
    }

    public Material withOpacity(Opacity other) {
        return new Material(name, kind, base, roughness, metalness, specular, other, emission, twoSided);
    }

    public Material withTwoSided(boolean both) {
        return new Material(name, kind, base, roughness, metalness, specular, opacity, emission, both);
    }
}
