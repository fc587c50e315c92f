package dev.beatboard.render.raster;

import dev.beatboard.render.mesh.Lens;
import dev.beatboard.render.mesh.Mesh;

/// Cuts off what of a triangle lies before the near plane and projects the rest (Sutherland and Hodgman 1974).
final class Clipper {

    private final double[] in = new double[9];
    private final float[] out = new float[12];
    private int corners;

    /// How many triangles are left, 0 to 2.
    int clip(Mesh mesh, Lens c, int t) {
        for (int k = 0; k < 3; k++) {
            int v = 3 * mesh.corners[3 * t + k];
            double x = (double) mesh.positions[v] - c.ox();
            double y = (double) mesh.positions[v + 1] - c.oy();
            double z = (double) mesh.positions[v + 2] - c.oz();
            in[3 * k] = x * c.rx() + y * c.ry() + z * c.rz();
            in[3 * k + 1] = x * c.ux() + y * c.uy() + z * c.uz();
            in[3 * k + 2] = x * c.fx() + y * c.fy() + z * c.fz();
        }
        corners = 0;
        for (int k = 0; k < 3; k++) {
            int a = 3 * k;
            int b = 3 * ((k + 1) % 3);
            boolean insideA = in[a + 2] >= Visibility.NEAR;
            boolean insideB = in[b + 2] >= Visibility.NEAR;
            if (insideA) {
                emit(c, in[a], in[a + 1], in[a + 2]);
            }
            if (insideA != insideB) {
                // From the inner to the outer end, so that two triangles with this edge get the same point.
                int i = insideA ? a : b;
                int o = insideA ? b : a;
                double s = (Visibility.NEAR - in[i + 2]) / (in[o + 2] - in[i + 2]);
                emit(c, in[i] + (in[o] - in[i]) * s, in[i + 1] + (in[o + 1] - in[i + 1]) * s, Visibility.NEAR);
            }
        }
        return Math.max(0, corners - 2);
    }

    private void emit(Lens c, double x, double y, double z) {
        out[3 * corners] = (float) (0.5 * c.width() + x / z * c.pixels());
        out[3 * corners + 1] = (float) (0.5 * c.height() - y / z * c.pixels());
        out[3 * corners + 2] = (float) (1 / z);
        corners++;
    }

    /// Writes x, y and 1/depth of the three corners of the `i`-th triangle left.
    void triangle(int i, float[] to, int at) {
        System.arraycopy(out, 0, to, at, 3);
        System.arraycopy(out, 3 * (i + 1), to, at + 3, 6);
    }
}
