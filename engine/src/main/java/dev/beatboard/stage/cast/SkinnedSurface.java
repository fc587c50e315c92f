package dev.beatboard.stage.cast;

import dev.beatboard.scene.Material;
import dev.beatboard.scene.Topology;
import java.util.Map;

/// One surface of a performer in the rest pose (arms out, A-pose), to be bent by bones and face shapes.
///
/// @param name `body`, `suit`, `hair`, `eyes`, `teeth` ...
/// @param rest positions in meters, the performer's own space: y = 0 at the soles of the shoes, facing +z, left is +x
/// @param bones four bone numbers per vertex (see [dev.beatboard.asset.Rig])
/// @param weights four weights per vertex that sum to 1
/// @param faceShapes sparse displacements per face shape name, only those that move this surface
/// @param twins per vertex the lowest-numbered vertex of the same place (a texture seam splits vertices): normals of
///     twins are to be averaged, or the seam shows
/// @param skirt whether its lower part hangs free of the legs, so that thighs have to push it outward
public record SkinnedSurface(
        String name,
        Material material,
        Topology topology,
        float[] rest,
        short[] bones,
        float[] weights,
        Map<String, Displacement> faceShapes,
        int[] twins,
        boolean skirt) {

    /// `vertices[i]` moves by `offsets[3 * i ..]` meters at weight 1.
    public record Displacement(int[] vertices, float[] offsets) {}
}
