package dev.beatboard.render;

import dev.beatboard.frame.Layer;
import dev.beatboard.scene.LightGroup;
import java.util.List;
import java.util.Set;

/// Which layers of a frame are wanted besides the picture, its depth and its object numbers, which
/// are always there.
///
/// @param wanted any
/// @param groups the light groups that have a layer each if [Layer#LIGHTS] is wanted: those of the
///     whole clip, so that all its frames have the same planes
public record Layers(Set<Layer> wanted, Set<LightGroup> groups) {

    /// Nothing more.
    public static final Layers NONE = new Layers(Set.of(), Set.of());

    public Layers {
        wanted = Set.copyOf(wanted);
        groups = Set.copyOf(groups);
    }

    public boolean has(Layer layer) {
        return wanted.contains(layer);
    }

    /// The light groups in their order.
    public List<LightGroup> inOrder() {
        return groups.stream().sorted().toList();
    }

    /// The layers in their order, for digests.
    public List<Layer> layersInOrder() {
        return wanted.stream().sorted().toList();
    }

    /// The layer's name of a group: `light_key`.
    public static String name(LightGroup group) {
        return "light_" + group.name().toLowerCase(java.util.Locale.ROOT);
    }
}
