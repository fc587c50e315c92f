package dev.beatboard.scene;

import java.util.List;

/// A surface at rest that bends with joints by linear blend skinning: every vertex is the weighted mean of where its
/// joints would take it, after morph targets were added.
///
/// @param name `body`, `suit`, `hair` ...
/// @param positions at rest, meters, `[3 * vertex + axis]`
/// @param normals at rest, unit length, likewise
/// @param joints four joint numbers per vertex
/// @param weights four weights per vertex, in the order of `joints`, that sum to 1
/// @param morphs in the order of their names
public record SkinnedShape(
        String name,
        Material material,
        Topology topology,
        float[] positions,
        float[] normals,
        short[] joints,
        float[] weights,
        List<Morph> morphs) {

    public SkinnedShape {
        int n = topology.vertexCount();
        if (positions.length != 3 * n || normals.length != 3 * n || joints.length != 4 * n || weights.length != 4 * n) {
            throw new IllegalArgumentException("Surface " + name + ": arrays do not fit " + n + " vertices");
        }
        morphs = List.copyOf(morphs);
    }

    /// A morph target: `vertices[i]` moves by `offsets[3 * i ..]` meters at weight 1; the others stay.
    public record Morph(String name, int[] vertices, float[] offsets) {}
}
