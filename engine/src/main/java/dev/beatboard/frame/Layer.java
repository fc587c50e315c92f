package dev.beatboard.frame;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a frame can consist of besides its colors. The names of the planes are those that Nuke
/// gives its layers; `docs/LAYERS.md` says what each holds.
public enum Layer {
    /// `R G B A`.
    BEAUTY("beauty", "the picture: R, G, B and A"),
    /// `depth.Z`, meters along the optical axis, infinity where there is nothing.
    DEPTH("depth", "depth.Z, meters along the optical axis"),
    /// `id.X`, the number of the object.
    ID("id", "id.X, the number of the object"),
    /// `N.X N.Y N.Z`, unit vectors in world space, zero where there is nothing.
    NORMALS("normals", "N, the surface's normal in world space"),
    /// `P.X P.Y P.Z`, world space, meters.
    POSITION("position", "P, the surface's place in world space, meters"),
    /// `forward.u forward.v backward.u backward.v`, pixels to the right and up.
    MOTION("motion", "forward and backward, how far a point moves to the next and from the last frame, pixels"),
    /// `albedo.R G B`.
    ALBEDO("albedo", "albedo, the color of surfaces without light"),
    /// `diffuse.R G B`.
    DIFFUSE("diffuse", "diffuse, light that surfaces scatter"),
    /// `specular.R G B`.
    SPECULAR("specular", "specular, light that surfaces mirror"),
    /// `emission.R G B`.
    EMISSION("emission", "emission, what shines itself, and the sky"),
    /// `shadow.R G B`.
    SHADOW("shadow", "shadow, the share of the lamps' light that arrives, 1 where nothing is in its way"),
    /// `ambient.R G B`.
    AMBIENT("ambient", "ambient, how open surfaces are to their surroundings, 1 wholly"),
    /// `light_key.R G B` and so on.
    LIGHTS("lights", "light_..., the light of each group of lamps, and light_bounce, all other light"),
    /// `CryptoObject00.R G B A` to `CryptoObject02` and, where somebody acts, `CryptoActor00` to `CryptoActor02`.
    CRYPTOMATTE("cryptomatte", "CryptoObject and CryptoActor, mattes of all that has a name");

    private final String label;
    private final String meaning;

    Layer(String label, String meaning) {
        this.label = label;
        this.meaning = meaning;
    }

    /// As in `--layers`.
    public String label() {
        return label;
    }

    /// One line for people.
    public String meaning() {
        return meaning;
    }

    /// The layer of that label.
    public static Optional<Layer> of(String label) {
        String wanted = label.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(l -> l.label.equals(wanted)).findFirst();
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

    /// All labels, in their order.
    public static List<String> labels() {
        return Arrays.stream(values()).map(Layer::label).toList();
    }
}
