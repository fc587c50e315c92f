package dev.beatboard.render.mesh;

import dev.beatboard.scene.Material;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The direction of hair at each vertex of the moving hair surfaces: along growing v of the texture, averaged over the
/// triangles of a vertex (one direction per triangle would show as facets) and over the vertices of a place (or the
/// texture's seams would show as partings).
public final class Strands {

    private float[] tangents = new float[0];
    /// Per vertex the first vertex of the same hair at the same place.
    private int[] first = new int[0];

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
            if (change != Mesh.Change.POSITIONS) {
                weld(mesh, s);
            }
            Arrays.fill(tangents, 3 * mesh.firstVertex[s], 3 * mesh.firstVertex[s + 1], 0);
            for (int t = mesh.firstTriangle[s]; t < mesh.firstTriangle[s + 1]; t++) {
                add(mesh, t);
            }
            join(mesh.firstVertex[s], mesh.firstVertex[s + 1]);
        }
    }

    private void weld(Mesh mesh, int shape) {
        if (first.length < mesh.vertexCount) {
            first = Arrays.copyOf(first, mesh.vertexCount);
        }
        Map<List<Float>, Integer> at = new HashMap<>();
        float[] v = mesh.positions;
        for (int i = mesh.firstVertex[shape]; i < mesh.firstVertex[shape + 1]; i++) {
            Integer before = at.putIfAbsent(List.of(v[3 * i], v[3 * i + 1], v[3 * i + 2]), i);
            first[i] = before == null ? i : before;
        }
    }

    /// Gives all vertices of a place the same direction, their sum: a direction and its opposite are the same here.
    private void join(int from, int to) {
        float[] g = tangents;
        for (int i = from; i < to; i++) {
            int o = 3 * first[i];
            if (first[i] != i) {
                float along = g[o] * g[3 * i] + g[o + 1] * g[3 * i + 1] + g[o + 2] * g[3 * i + 2];
                float sign = along < 0 ? -1 : 1;
                g[o] += sign * g[3 * i];
                g[o + 1] += sign * g[3 * i + 1];
                g[o + 2] += sign * g[3 * i + 2];
            }
        }
        for (int i = from; i < to; i++) {
            int o = 3 * first[i];
            if (first[i] != i) {
                float along = g[o] * g[3 * i] + g[o + 1] * g[3 * i + 1] + g[o + 2] * g[3 * i + 2];
                float sign = along < 0 ? -1 : 1;
                g[3 * i] = sign * g[o];
                g[3 * i + 1] = sign * g[o + 1];
                g[3 * i + 2] = sign * g[o + 2];
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
