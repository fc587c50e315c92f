package dev.beatboard.render.raster;

import dev.beatboard.render.mesh.Mesh;
import dev.beatboard.scene.Material;

/// Whether samples of a pixel show one surface, so that they may share a color.
final class Kinship {

    /// What is farther apart in a pixel, as a share of its nearness, is not one surface.
    private static final float DEPTH = 0.012f;
    /// Locks lie closer over each other than other things do.
    private static final float HAIR_DEPTH = 0.001f;

    private static final float BEND = 0.55f;

    /// Roughness of metal up to which a pixel mirrors by the normals of all its samples.
    private static final float POLISHED = 0.35f;

    private final Mesh mesh;
    /// By shape.
    private final boolean[] polished;

    /// By shape: [#DEPTH] or [#HAIR_DEPTH].
    private final float[] depth;

    /// @param fine whether [EdgeMetal] takes the mean over all facets of polished metal, which are then one surface
    Kinship(Mesh mesh, boolean fine) {
        this.mesh = mesh;
        polished = new boolean[mesh.shapeCount];
        depth = new float[mesh.shapeCount];
        for (int s = 0; s < mesh.shapeCount; s++) {
            Material m = mesh.shapes[s].material();
            depth[s] = m.kind() == Material.Kind.HAIR ? HAIR_DEPTH : DEPTH;
            polished[s] = fine && m.metalness() > 0.5f && m.roughness() < POLISHED && m.kind() != Material.Kind.MIRROR;
        }
    }

    /// Whether any triangle is [#polished].
    boolean polishes() {
        for (boolean p : polished) {
            if (p) {
                return true;
            }
        }
        return false;
    }

    /// Whether triangle `t` is of metal that mirrors by the normals of all samples of a pixel.
    boolean polished(int t) {
        return t >= 0 && polished[mesh.shapeOf[t]];
    }

    /// Whether triangles `t` and `u`, seen at these nearnesses, belong to different surfaces or meet at a sharp edge.
    boolean differ(int t, int u, float z, float w) {
        if (t < 0 || u < 0) {
            return t >= 0 || u >= 0;
        }
        return apart(t, u, z, w) || !aligned(t, u) && !polished(t);
    }

    /// As [#differ], but the bends of moving surfaces, which are smooth, do not count: quicker.
    boolean differRoughly(int t, int u, float z, float w) {
        if (t < 0 || u < 0) {
            return t >= 0 || u >= 0;
        }
        return apart(t, u, z, w) || t < mesh.fixedTriangles && !aligned(t, u) && !polished(t);
    }

    private boolean apart(int t, int u, float z, float w) {
        int shape = mesh.shapeOf[t];
        return shape != mesh.shapeOf[u] || Math.abs(z - w) > depth[shape] * w;
    }

    /// Whether the planes of two triangles are within some 56 degrees; always so for hair.
    boolean aligned(int t, int u) {
        if (mesh.shapes[mesh.shapeOf[t]].material().kind() == Material.Kind.HAIR) {
            return true;
        }
        float[] v = mesh.positions;
        int[] ix = mesh.corners;
        int a = 3 * ix[3 * t];
        int b = 3 * ix[3 * t + 1];
        int d = 3 * ix[3 * t + 2];
        float ex = v[b] - v[a];
        float ey = v[b + 1] - v[a + 1];
        float ez = v[b + 2] - v[a + 2];
        float fx = v[d] - v[a];
        float fy = v[d + 1] - v[a + 1];
        float fz = v[d + 2] - v[a + 2];
        float nx = ey * fz - ez * fy;
        float ny = ez * fx - ex * fz;
        float nz = ex * fy - ey * fx;
        a = 3 * ix[3 * u];
        b = 3 * ix[3 * u + 1];
        d = 3 * ix[3 * u + 2];
        ex = v[b] - v[a];
        ey = v[b + 1] - v[a + 1];
        ez = v[b + 2] - v[a + 2];
        fx = v[d] - v[a];
        fy = v[d + 1] - v[a + 1];
        fz = v[d + 2] - v[a + 2];
        float mx = ey * fz - ez * fy;
        float my = ez * fx - ex * fz;
        float mz = ex * fy - ey * fx;
        float dot = nx * mx + ny * my + nz * mz;
        return Math.abs(dot) * dot >= BEND * BEND * (nx * nx + ny * ny + nz * nz) * (mx * mx + my * my + mz * mz);
    }
}
