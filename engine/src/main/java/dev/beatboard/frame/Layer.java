package dev.beatboard.frame;

import java.util.Optional;

/// What a frame can consist of besides its colors. The names of the planes are those that Nuke
/// gives its layers; `docs/LAYERS.md` says what each holds.
public enum Layer implements Labeled {
    /// `R G B A`.
    BEAUTY("beauty"),
    /// `depth.Z`, meters along the optical axis, infinity where there is nothing.
    DEPTH("depth"),
    /// `id.X`, the number of the object.
    ID("id"),
    /// `N.X N.Y N.Z`, unit vectors in world space, zero where there is nothing.
    NORMALS("normals"),
    /// `P.X P.Y P.Z`, world space, meters.
    POSITION("position"),
    /// `forward.u forward.v backward.u backward.v`, pixels to the right and up.
    MOTION("motion"),
    /// `albedo.R G B`.
    ALBEDO("albedo"),
    /// `diffuse.R G B`.
    DIFFUSE("diffuse"),
    /// `specular.R G B`.
    SPECULAR("specular"),
    /// `emission.R G B`.
    EMISSION("emission"),
    /// `shadow.R G B`.
    SHADOW("shadow"),
    /// `ambient.R G B`.
    AMBIENT("ambient"),
    /// `light_key.R G B` and so on.
    LIGHTS("lights"),
    /// `CryptoObject00.R G B A` to `CryptoObject02` and, where somebody acts, `CryptoActor00` to `CryptoActor02`.
    CRYPTOMATTE("cryptomatte");

    private final String label;

    Layer(String label) {
        this.label = label;
    }

    /// As in `--layers`.
    @Override
    public String label() {
        return label;
    }

    /// The layer of that label.
    public static Optional<Layer> of(String label) {
        return Labeled.of(values(), label);
    }

    /// The layer that a plane is of.
    ///
    /// @throws IllegalArgumentException for a name that no layer has
    public static Layer ofPlane(String name) {
        int dot = name.lastIndexOf('.');
        String layer = dot < 0 ? name : name.substring(0, dot);
        if (layer.startsWith("light_")) {
            return LIGHTS;
        }
        if (layer.startsWith("Crypto")) {
            return CRYPTOMATTE;
        }
        return switch (layer) {
            case "R", "G", "B", "A" -> BEAUTY;
            case "N" -> NORMALS;
            case "P" -> POSITION;
            case "forward", "backward" -> MOTION;
            default -> of(layer).orElseThrow(() -> new IllegalArgumentException("No layer has a plane " + name));
        };
    }
}
