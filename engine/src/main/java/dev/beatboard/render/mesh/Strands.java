package dev.beatboard.render.mesh;

import dev.beatboard.scene.Material;
import java.util.Arrays;

/// The direction of hair at each vertex of the moving hair surfaces: along growing v of the texture, averaged over the
/// triangles of a vertex (one direction per triangle would show as facets).
public final class Strands {

    private float[] tangents = new float[0];

    /// Three numbers per vertex of the mesh, zero where there is no hair.
    public float[] tangents() {
        return tangents;
    }

    public void update(Mesh mesh, Mesh.Change change) {
        boolean any = false;
        for (int s = mesh.fixedShapes; s < mesh.shapeCount; s++) {
            if (mesh.shapes[s].material().kind() != Material.Kind.HAIR) {
                continue;
            }
            if (!any && tangents.length < 3 * mesh.vertexCount) {
                tangents = new float[3 * mesh.vertexCount];
            }
            any = true;
            Arrays.fill(tangents, 3 * mesh.firstVertex[s], 3 * mesh.firstVertex[s + 1], 0);
            for (int t = mesh.firstTriangle[s]; t < mesh.firstTriangle[s + 1]; t++) {
                add(mesh, t);
            }
        }
    }

    private void add(Mesh mesh, int t) {
        int a = mesh.corners[3 * t];
        int b = mesh.corners[3 * t + 1];
        int c = mesh.corners[3 * t + 2];
        float[] uv = mesh.uvs;
        float du1 = uv[2 * b] - uv[2 * a];
        float dv1 = uv[2 * b + 1] - uv[2 * a + 1];
        float du2 = uv[2 * c] - uv[2 * a];
        float dv2 = uv[2 * c + 1] - uv[2 * a + 1];
        float det = du1 * dv2 - du2 * dv1;
        if (Math.abs(det) < 1e-12f) {
            return;
        }
        float sign = Math.signum(det);
        float[] v = mesh.positions;
        float x = sign * ((v[3 * c] - v[3 * a]) * du1 - (v[3 * b] - v[3 * a]) * du2);
        float y = sign * ((v[3 * c + 1] - v[3 * a + 1]) * du1 - (v[3 * b + 1] - v[3 * a + 1]) * du2);
        float z = sign * ((v[3 * c + 2] - v[3 * a + 2]) * du1 - (v[3 * b + 2] - v[3 * a + 2]) * du2);
        float l = 1 / (float) Math.sqrt(x * x + y * y + z * z + 1e-20f);
        for (int k = 0; k < 3; k++) {
            int o = 3 * mesh.corners[3 * t + k];
            tangents[o] += x * l;
            tangents[o + 1] += y * l;
            tangents[o + 2] += z * l;
        }
    }
}
