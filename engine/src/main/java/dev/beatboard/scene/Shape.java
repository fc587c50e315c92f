package dev.beatboard.scene;

/// One surface of one material that belongs to one object of the scene.
///
/// Positions are world space meters, `positions[3 * vertex + axis]`; `normals` likewise, unit length. A surface that
/// moves has its positions at the frame before and the frame after; one that does not has the same array three times.
///
/// @param object the number of the object (see [Scene#objects]), the value of the id plane
public record Shape(
        int object,
        Material material,
        Topology topology,
        float[] positions,
        float[] normals,
        float[] before,
        float[] after) {

    public Shape {
        int n = 3 * topology.vertexCount();
        if (positions.length != n || normals.length != n || before.length != n || after.length != n) {
            throw new IllegalArgumentException("Shape " + material.name() + ": arrays do not have " + n + " numbers");
        }
        Allowed.finite("Shape " + material.name(), "positions", positions);
        Allowed.finite("Shape " + material.name(), "normals", normals);
    }

    /// A surface that stays where it is.
    public static Shape fixed(int object, Material material, Topology topology, float[] positions, float[] normals) {
        return new Shape(object, material, topology, positions, normals, positions, positions);
    }
}
