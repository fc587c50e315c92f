package dev.beatboard.asset;

import java.util.List;
import java.util.Map;

/// The bones of the human base mesh, parents before children. Every bone's rest frame is the world axes; a joint stands
/// at the mean of some vertices of the morphed, unposed mesh.
///
/// @param bones names such as `upperarm01.L`, `spine05`, `head`
/// @param parents index of the parent of each bone, -1 for the root
/// @param jointVertices per bone the base-mesh vertices whose mean is its head
public record Rig(List<String> bones, int[] parents, int[][] jointVertices, Map<String, Integer> index) {

    /// The number of a bone; an [IllegalArgumentException] if there is no such bone.
    public int bone(String name) {
        Integer i = index.get(name);
        if (i == null) {
            throw new IllegalArgumentException("No bone \"" + name + "\"");
        }
        return i;
    }

    public int count() {
        return bones.size();
    }
}
