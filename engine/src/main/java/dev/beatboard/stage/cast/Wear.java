package dev.beatboard.stage.cast;

import dev.beatboard.scene.Material;
import dev.beatboard.scene.Pattern;
import dev.beatboard.scene.Rgb;
import dev.beatboard.scene.Texture;

/// The materials that people are made of.
final class Wear {

    /// The whites of eyes are as dark as light skin; in the picture's texture they are as light as paper.
    private static final Rgb SCLERA = new Rgb(0.66f, 0.63f, 0.62f);

    /// The inside of a mouth is drawn darkened, teeth less so than the rest.
    private static final Rgb TEETH = new Rgb(1.45f, 1.7f, 1.62f);

    private Wear() {}

    static Material skin(Texture texture, Rgb tint) {
        return image("skin", Material.Kind.SKIN, texture, tint, 0.44f, 0.028f, false, false);
    }

    static Material eyes(Texture texture) {
        return image("eyes", Material.Kind.EYE, texture, SCLERA, 0.07f, 0.028f, false, false);
    }

    static Material lashes(Texture texture) {
        return image("lashes", Material.Kind.LASH, texture, Rgb.WHITE, 0.8f, 0.02f, true, true);
    }

    static Material brows(Texture texture) {
        return image("brows", Material.Kind.LASH, texture, Rgb.WHITE, 0.8f, 0.02f, true, true);
    }

    static Material hair(Texture texture) {
        return image("hair", Material.Kind.HAIR, texture, Rgb.WHITE, 0.55f, 0.045f, true, true);
    }

    /// Short hair that stands up has no highlight along it.
    static Material fuzz(Texture texture) {
        return image("hair", Material.Kind.FOLIAGE, texture, Rgb.WHITE, 0.9f, 0.02f, true, true);
    }

    static Material teeth(Texture texture) {
        return image("teeth", Material.Kind.MOUTH, texture, TEETH, 0.25f, 0.04f, false, false);
    }

    static Material tongue(Texture texture) {
        return image("tongue", Material.Kind.MOUTH, texture, Rgb.grey(0.5), 0.35f, 0.035f, false, false);
    }

    static Material cloth(String name, Texture texture) {
        return image(name, Material.Kind.CLOTH, texture, Rgb.WHITE, 0.85f, 0.03f, false, true);
    }

    static Material leather(String name, Texture texture) {
        return image(name, Material.Kind.PLAIN, texture, Rgb.WHITE, 0.4f, 0.04f, false, true);
    }

    private static Material image(
            String name,
            Material.Kind kind,
            Texture texture,
            Rgb tint,
            float roughness,
            float specular,
            boolean cutout,
            boolean twoSided) {
        return new Material(
                name,
                kind,
                new Pattern.Image(texture, tint),
                roughness,
                0,
                specular,
                cutout ? Material.Opacity.CUTOUT : Material.Opacity.OPAQUE,
                Rgb.BLACK,
                twoSided);
    }
}
