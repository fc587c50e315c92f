package dev.beatboard.asset;

/// A sparse change of the base mesh: at weight 1 vertex `vertices[i]` moves by `offsets[3 * i ..]` in units of a tenth
/// of a millimeter.
public record Target(int[] vertices, short[] offsets) {

    /// Meters per unit of an offset.
    public static final float UNIT = 1e-4f;

    /// Adds this at a weight to positions in meters, three per base-mesh vertex.
    public void addTo(float[] positions, double weight) {
        float k = (float) weight * UNIT;
        for (int i = 0; i < vertices.length; i++) {
            int v = 3 * vertices[i];
            positions[v] += k * offsets[3 * i];
            positions[v + 1] += k * offsets[3 * i + 1];
            positions[v + 2] += k * offsets[3 * i + 2];
        }
    }
}
