package dev.beatboard.asset;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/// A Wavefront OBJ model with its MTL paints, as triangles by paint. Faces of more than three corners are fanned;
/// normals that are missing are made with a crease angle.
final class ObjModel {

    /// Faces that meet at less than this angle are shaded as one smooth surface.
    private static final double CREASE_COSINE = StrictMath.cos(StrictMath.toRadians(38));

    /// @param map the file of the color texture, empty if none
    record Paint(String name, float r, float g, float b, float shine, float opacity, String map) {}

    /// Triangles of one paint with shared vertices.
    record Group(Paint paint, float[] positions, float[] normals, float[] uvs, int[] triangles) {}

    /// Reads a file beside the model; empty if there is none.
    interface Files {
        String text(String name) throws IOException;
    }

    private float[] v = new float[3072];
    private float[] vt = new float[2048];
    private float[] vn = new float[3072];
    private int nv;
    private int nt;
    private int nn;
    private final Map<String, Paint> paints = new HashMap<>();
    /// Per paint: corners of triangles as (v, vt, vn), -1 where absent.
    private final Map<String, List<int[]>> faces = new LinkedHashMap<>();

    private ObjModel() {}

    static ObjModel read(String obj, Files files) throws IOException {
        ObjModel m = new ObjModel();
        String paint = "";
        for (String line : (Iterable<String>) obj.lines()::iterator) {
            StringTokenizer t = new StringTokenizer(line);
            if (!t.hasMoreTokens()) {
                continue;
            }
            switch (t.nextToken()) {
                case "v" -> {
                    m.v = put(m.v, 3 * m.nv++, 3, t);
                }
                case "vt" -> {
                    m.vt = put(m.vt, 2 * m.nt++, 2, t);
                }
                case "vn" -> {
                    m.vn = put(m.vn, 3 * m.nn++, 3, t);
                }
                case "f" -> m.face(m.faces.computeIfAbsent(paint, k -> new ArrayList<>()), t);
                case "usemtl" -> paint = line.strip().substring(6).strip();
                case "mtllib" -> m.paints(files.text(line.strip().substring(6).strip()));
                default -> {}
            }
        }
        return m;
    }

    private static float[] put(float[] to, int at, int n, StringTokenizer t) {
        float[] a = at + n > to.length ? Arrays.copyOf(to, 2 * to.length) : to;
        for (int i = 0; i < n && t.hasMoreTokens(); i++) {
            a[at + i] = Float.parseFloat(t.nextToken());
        }
        return a;
    }

    private void face(List<int[]> into, StringTokenizer t) {
        List<int[]> corners = new ArrayList<>();
        while (t.hasMoreTokens()) {
            String[] p = t.nextToken().split("/", -1);
            corners.add(new int[] {index(p, 0, nv), index(p, 1, nt), index(p, 2, nn)});
        }
        for (int i = 1; i + 1 < corners.size(); i++) {
            int[] a = corners.get(0);
            int[] b = corners.get(i);
            int[] c = corners.get(i + 1);
            into.add(new int[] {a[0], a[1], a[2], b[0], b[1], b[2], c[0], c[1], c[2]});
        }
    }

    private static int index(String[] p, int k, int count) {
        if (k >= p.length || p[k].isEmpty()) {
            return -1;
        }
        int i = Integer.parseInt(p[k]);
        return i < 0 ? count + i : i - 1;
    }

    private void paints(String mtl) {
        String name = "";
        float[] kd = {0.6f, 0.6f, 0.6f};
        float ns = 10;
        float d = 1;
        String map = "";
        for (String line : (Iterable<String>) mtl.lines()::iterator) {
            String[] w = line.strip().split("\\s+");
            switch (w[0]) {
                case "newmtl" -> {
                    name = line.strip().substring(6).strip();
                    kd = new float[] {0.6f, 0.6f, 0.6f};
                    ns = 10;
                    d = 1;
                    map = "";
                }
                case "Kd" -> kd = new float[] {number(w, 1, 0.6f), number(w, 2, 0.6f), number(w, 3, 0.6f)};
                case "Ns" -> ns = number(w, 1, 10);
                case "d" -> d = number(w, 1, 1);
                case "map_Kd" -> map = w[w.length - 1];
                default -> {}
            }
            paints.put(name, new Paint(name, kd[0], kd[1], kd[2], ns, d, map));
        }
    }

    private static float number(String[] w, int i, float otherwise) {
        try {
            return i < w.length ? Float.parseFloat(w[i]) : otherwise;
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    /// Turns the model by its catalogue's rotation and scales its box to width, height and depth; it then stands on
    /// y = 0, centered on x and z.
    void fit(@Nullable String rotation, float[] size) {
        if (rotation != null && !rotation.isBlank()) {
            String[] r = rotation.strip().split("\\s+");
            float[] m = new float[9];
            for (int i = 0; i < 9; i++) {
                m[i] = Float.parseFloat(r[i]);
            }
            rotate(v, nv, m);
            rotate(vn, nn, m);
        }
        float[] low = {Float.MAX_VALUE, Float.MAX_VALUE, Float.MAX_VALUE};
        float[] high = {-Float.MAX_VALUE, -Float.MAX_VALUE, -Float.MAX_VALUE};
        for (List<int[]> group : faces.values()) {
            for (int[] f : group) {
                for (int c = 0; c < 9; c += 3) {
                    for (int a = 0; a < 3; a++) {
                        low[a] = Math.min(low[a], v[3 * f[c] + a]);
                        high[a] = Math.max(high[a], v[3 * f[c] + a]);
                    }
                }
            }
        }
        for (int i = 0; i < nv; i++) {
            for (int a = 0; a < 3; a++) {
                float k = high[a] > low[a] ? size[a] / (high[a] - low[a]) : 1;
                float origin = a == 1 ? low[a] : (low[a] + high[a]) / 2;
                v[3 * i + a] = (v[3 * i + a] - origin) * k;
            }
        }
    }

    private static void rotate(float[] p, int n, float[] m) {
        for (int i = 0; i < 3 * n; i += 3) {
            float x = p[i];
            float y = p[i + 1];
            float z = p[i + 2];
            for (int a = 0; a < 3; a++) {
                p[i + a] = m[3 * a] * x + m[3 * a + 1] * y + m[3 * a + 2] * z;
            }
        }
    }

    List<Group> groups() {
        List<Group> out = new ArrayList<>();
        faces.forEach((name, list) ->
                out.add(group(paints.getOrDefault(name, new Paint(name, 0.6f, 0.6f, 0.6f, 10, 1, "")), list)));
        return out;
    }

    private Group group(Paint paint, List<int[]> list) {
        float[][] flat = new float[list.size()][];
        Map<Integer, List<Integer>> around = new HashMap<>();
        for (int i = 0; i < list.size(); i++) {
            int[] f = list.get(i);
            flat[i] = normal(f);
            for (int c = 0; c < 9; c += 3) {
                around.computeIfAbsent(f[c], k -> new ArrayList<>()).add(i);
            }
        }
        Map<List<Integer>, Integer> seen = new HashMap<>();
        List<float[]> vertices = new ArrayList<>();
        int[] tri = new int[3 * list.size()];
        boolean uv = !paint.map().isEmpty();
        for (int i = 0; i < list.size(); i++) {
            int[] f = list.get(i);
            for (int c = 0; c < 3; c++) {
                int pos = f[3 * c];
                int tex = f[3 * c + 1];
                float[] n =
                        f[3 * c + 2] >= 0 ? given(f[3 * c + 2]) : smooth(flat, around.getOrDefault(pos, List.of()), i);
                List<Integer> key = List.of(
                        pos, uv ? tex : -1, Math.round(n[0] * 500), Math.round(n[1] * 500), Math.round(n[2] * 500));
                Integer at = seen.get(key);
                if (at == null) {
                    at = vertices.size();
                    seen.put(key, at);
                    vertices.add(new float[] {
                        v[3 * pos],
                        v[3 * pos + 1],
                        v[3 * pos + 2],
                        n[0],
                        n[1],
                        n[2],
                        tex >= 0 ? vt[2 * tex] : 0,
                        tex >= 0 ? vt[2 * tex + 1] : 0
                    });
                }
                tri[3 * i + c] = at;
            }
        }
        int n = vertices.size();
        float[] p = new float[3 * n];
        float[] q = new float[3 * n];
        float[] t = new float[uv ? 2 * n : 0];
        for (int i = 0; i < n; i++) {
            float[] x = vertices.get(i);
            System.arraycopy(x, 0, p, 3 * i, 3);
            System.arraycopy(x, 3, q, 3 * i, 3);
            if (uv) {
                System.arraycopy(x, 6, t, 2 * i, 2);
            }
        }
        return new Group(paint, p, q, t, tri);
    }

    private float[] given(int i) {
        return unit(vn[3 * i], vn[3 * i + 1], vn[3 * i + 2]);
    }

    private static float[] unit(double x, double y, double z) {
        double l = Math.sqrt(x * x + y * y + z * z);
        return l > 1e-12 ? new float[] {(float) (x / l), (float) (y / l), (float) (z / l)} : new float[] {0, 1, 0};
    }

    /// Twice the area as a vector.
    private float[] normal(int[] f) {
        float[] e = new float[6];
        for (int a = 0; a < 3; a++) {
            e[a] = v[3 * f[3] + a] - v[3 * f[0] + a];
            e[3 + a] = v[3 * f[6] + a] - v[3 * f[0] + a];
        }
        return new float[] {e[1] * e[5] - e[2] * e[4], e[2] * e[3] - e[0] * e[5], e[0] * e[4] - e[1] * e[3]};
    }

    private static float[] smooth(float[][] flat, List<Integer> faces, int own) {
        float[] n = unit(flat[own][0], flat[own][1], flat[own][2]);
        double x = 0;
        double y = 0;
        double z = 0;
        for (int i : faces) {
            float[] m = unit(flat[i][0], flat[i][1], flat[i][2]);
            if (m[0] * n[0] + m[1] * n[1] + m[2] * n[2] > CREASE_COSINE) {
                x += flat[i][0];
                y += flat[i][1];
                z += flat[i][2];
            }
        }
        return unit(x, y, z);
    }
}
