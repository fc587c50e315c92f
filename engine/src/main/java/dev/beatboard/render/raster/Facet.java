package dev.beatboard.render.raster;

import dev.beatboard.render.mesh.Finish;
import dev.beatboard.render.mesh.Lens;
import dev.beatboard.render.mesh.Mesh;
import dev.beatboard.render.texture.Surface;
import org.jspecify.annotations.Nullable;

/// What is the same all over a triangle, kept for as long as neighboring pixels show it, and the point on it that is
/// being shaded: scratch memory, one per worker.
final class Facet {

    final Surface point = new Surface();
    /// Whether what was asked for last lies on the triangle; else the point is one at its edge.
    boolean inside;
    /// Whether its unit normal faces the lens.
    boolean ahead;

    /// The weights there of the second corner and of the third, whether inside or not.
    float w1;

    float w2;

    private @Nullable Object frame;
    private int triangle = -1;
    /// Places of its corners among the vertices.
    int a;

    int b;
    int c;
    /// Edges from the first corner.
    float e1x;

    float e1y;
    float e1z;
    float e2x;
    float e2y;
    float e2z;
    /// What a direction from the lens is multiplied by (as vectors) for the weights of the second and of the third
    /// corner, both over the product with the normal here (Möller and Trumbore 1997).
    float ax;

    float ay;
    float az;
    float bx;
    float by;
    float bz;
    float nx;
    float ny;
    float nz;
    /// Unit normal, whichever way the corners turn.
    float gx;

    float gy;
    float gz;
    /// Texture coordinate units per meter.
    float density;

    Finish.@Nullable Entry finish;

    /// Turns to triangle `t` of a mesh seen by `lens` as they are in `frame`, any object that stands for their state.
    Finish.Entry turn(Object frame, int t, Mesh mesh, Finish surfaces, Lens lens) {
        Finish.Entry f = finish;
        if (f != null && t == triangle && this.frame == frame) {
            return f;
        }
        this.frame = frame;
        triangle = t;
        a = mesh.corners[3 * t];
        b = mesh.corners[3 * t + 1];
        c = mesh.corners[3 * t + 2];
        float[] v = mesh.positions;
        e1x = v[3 * b] - v[3 * a];
        e1y = v[3 * b + 1] - v[3 * a + 1];
        e1z = v[3 * b + 2] - v[3 * a + 2];
        e2x = v[3 * c] - v[3 * a];
        e2y = v[3 * c + 1] - v[3 * a + 1];
        e2z = v[3 * c + 2] - v[3 * a + 2];
        gx = e1y * e2z - e1z * e2y;
        gy = e1z * e2x - e1x * e2z;
        gz = e1x * e2y - e1y * e2x;
        nx = -gx;
        ny = -gy;
        nz = -gz;
        float ox = lens.ox() - v[3 * a];
        float oy = lens.oy() - v[3 * a + 1];
        float oz = lens.oz() - v[3 * a + 2];
        ax = e2y * oz - e2z * oy;
        ay = e2z * ox - e2x * oz;
        az = e2x * oy - e2y * ox;
        bx = oy * e1z - oz * e1y;
        by = oz * e1x - ox * e1z;
        bz = ox * e1y - oy * e1x;
        float area = (float) Math.sqrt(gx * gx + gy * gy + gz * gz + 1e-30f);
        float k = 1 / area;
        gx *= k;
        gy *= k;
        gz *= k;
        float[] uv = mesh.uvs;
        float uvArea = Math.abs((uv[2 * b] - uv[2 * a]) * (uv[2 * c + 1] - uv[2 * a + 1])
                - (uv[2 * c] - uv[2 * a]) * (uv[2 * b + 1] - uv[2 * a + 1]));
        density = (float) Math.sqrt(uvArea * k);
        finish = surfaces.of(t);
        return surfaces.of(t);
    }
}
