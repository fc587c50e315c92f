package dev.beatboard.scene;

/// How the vertices of a surface are joined; shared by all frames in which the surface moves. Compared by identity.
///
/// `triangles[3 * t + corner]` are vertex numbers, counter-clockwise seen from outside; `uvs[2 * vertex]`, v upward, or
/// an empty array where there are none.
public final class Topology {

    private final int vertexCount;
    private final int[] triangles;
    private final float[] uvs;

    public Topology(int vertexCount, int[] triangles, float[] uvs) {
        if (triangles.length % 3 != 0 || uvs.length != 0 && uvs.length != 2 * vertexCount) {
            throw new IllegalArgumentException("A surface of " + vertexCount + " vertices has " + triangles.length
                    + " corners and " + uvs.length + " texture coordinates");
        }
        for (int i = 0; i < triangles.length; i++) {
            if (triangles[i] < 0 || triangles[i] >= vertexCount) {
                throw new IllegalArgumentException("Corner " + i % 3 + " of triangle " + i / 3 + " is vertex "
                        + triangles[i] + "; allowed is 0 to " + (vertexCount - 1));
            }
        }
        this.vertexCount = vertexCount;
        this.triangles = triangles;
        this.uvs = uvs;
    }

    public int vertexCount() {
        return vertexCount;
    }

    public int triangleCount() {
        return triangles.length / 3;
    }

    /// Not a copy: treat as read-only.
    public int[] triangles() {
        return triangles;
    }

    /// Not a copy: treat as read-only.
    public float[] uvs() {
        return uvs;
    }

    public boolean hasUvs() {
        return uvs.length > 0;
    }
}
