package dev.beatboard.file.gltf;

import dev.beatboard.scene.Material;
import dev.beatboard.scene.Pattern;
import dev.beatboard.scene.Rgb;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Materials as glTF's metal and roughness have them. Procedural patterns become their mean color, panes a blend, what
/// glows is multiplied by the exposure of the first frame (`KHR_materials_emissive_strength` above 1).
final class Materials {

    /// Alpha below which there is a hole. Hair is drawn from many thin layers, and half of them would be gone at 0.5.
    private static final double CUTOFF = 0.4;
    /// What a clean pane covers of what is behind it: its two reflecting faces, and dust.
    private static final double PANE = 0.15;

    /// What of the light reaches teeth and tongue; viewers do not see that lips shade them.
    private static final double IN_MOUTH = 0.3;
    /// Strands gleam along themselves; the cards that they are drawn on would gleam like foil.
    private static final float HAIR = 0.9f;

    private final Store store;
    private final Textures textures;
    private final double exposure;
    private final Map<Material, String> glows;
    private final Map<Material, Integer> known = new HashMap<>();

    Materials(Store store, GltfForm form, double exposure) {
        this(store, form, exposure, Map.of());
    }

    /// @param glows by what name the extras of a material say what it glows with
    Materials(Store store, GltfForm form, double exposure, Map<Material, String> glows) {
        this.store = store;
        this.textures = new Textures(store, form);
        this.exposure = exposure;
        this.glows = Map.copyOf(glows);
    }

    int add(Material m) {
        return known.computeIfAbsent(m, this::write);
    }

    private int write(Material m) {
        ObjectNode o = store.list("materials").addObject();
        o.put("name", m.name());
        ObjectNode pbr = o.putObject("pbrMetallicRoughness");
        boolean cutout = m.opacity() == Material.Opacity.CUTOUT;
        boolean clear = m.opacity() == Material.Opacity.CLEAR;
        if (m.base() instanceof Pattern.Image image) {
            Rgb tint = image.tint();
            if (m.kind() == Material.Kind.MOUTH) {
                tint = tint.times(IN_MOUTH);
            }
            boolean bright = Math.max(tint.r(), Math.max(tint.g(), tint.b())) > 1;
            pbr.putObject("baseColorTexture")
                    .put("index", textures.add(image.texture(), bright ? tint : Rgb.WHITE, cutout));
            color(pbr, bright ? Rgb.WHITE : tint, clear ? PANE : 1);
        } else {
            color(pbr, mean(m.base()), clear ? PANE : 1);
        }
        boolean mirror = m.kind() == Material.Kind.MIRROR;
        pbr.put("metallicFactor", mirror ? 1 : m.metalness());
        pbr.put("roughnessFactor", m.kind() == Material.Kind.HAIR ? Math.max(HAIR, m.roughness()) : m.roughness());
        if (cutout) {
            o.put("alphaMode", "MASK").put("alphaCutoff", CUTOFF);
        } else if (clear) {
            o.put("alphaMode", "BLEND");
        }
        if (m.twoSided()) {
            o.put("doubleSided", true);
        }
        emission(o, m.emission().times(exposure));
        String glow = glows.get(m);
        if (glow != null) {
            o.putObject("extras").put("glow", glow);
        }
        return store.list("materials").size() - 1;
    }

    private void emission(ObjectNode o, Rgb e) {
        float most = Math.max(e.r(), Math.max(e.g(), e.b()));
        if (most <= 0) {
            return;
        }
        float k = Math.max(1, most);
        o.putArray("emissiveFactor").add(e.r() / k).add(e.g() / k).add(e.b() / k);
        if (k > 1) {
            store.extension("KHR_materials_emissive_strength", false);
            o.putObject("extensions")
                    .putObject("KHR_materials_emissive_strength")
                    .put("emissiveStrength", k);
        }
    }

    private static void color(ObjectNode pbr, Rgb c, double alpha) {
        if (c.equals(Rgb.WHITE) && alpha == 1) {
            return;
        }
        ArrayNode a = pbr.putArray("baseColorFactor");
        a.add(Math.min(1, c.r()))
                .add(Math.min(1, c.g()))
                .add(Math.min(1, c.b()))
                .add(alpha);
    }

    /// The color that is left of a pattern from afar.
    static Rgb mean(Pattern p) {
        return switch (p) {
            case Pattern.Solid q -> q.color();
            case Pattern.Image q -> q.tint();
            case Pattern.Plaster q -> q.color();
            case Pattern.Planks q -> mix(q.light(), q.dark(), 0.5);
            case Pattern.Tiles q -> mix(q.color(), q.joint(), Math.min(0.3, 2 * q.jointWidth() / q.width()));
            case Pattern.Carpet q -> mix(q.color(), q.fleck(), 0.35);
            case Pattern.Bricks q -> mix(q.color(), q.mortar(), 0.15);
            case Pattern.WoodGrain q -> mix(q.light(), q.dark(), 0.5);
            case Pattern.Aggregate q -> mix(q.color(), q.grain(), 0.4 * q.contrast());
        };
    }

    private static Rgb mix(Rgb a, Rgb b, double t) {
        return a.times(1 - t).plus(b.times(t));
    }
}
