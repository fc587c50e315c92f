package dev.beatboard.asset;

/// The neutral human base mesh, arms out, meters. Shape targets and the fitting of pieces refer to all `count`
/// vertices;
/// only the faces of the body itself are drawn.
///
/// @param positions three per base-mesh vertex, meters
/// @param bones four bone numbers per base-mesh vertex
/// @param weights four weights per base-mesh vertex that sum to 1
/// @param quads four corners per face of the body: numbers of drawn vertices, counter-clockwise seen from outside
/// @param sources per drawn vertex the base-mesh vertex it is (a texture seam splits vertices)
/// @param uvs two per drawn vertex, v upward
public record BodyMesh(float[] positions, short[] bones, float[] weights, int[] quads, int[] sources, float[] uvs) {

    /// How many vertices the base mesh has, helpers included.
    public int count() {
        return positions.length / 3;
    }
}
