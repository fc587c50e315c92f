package dev.beatboard.render.emitter;

/// Turns two even random numbers into a place of a rectangle that is about as likely as light comes from there to a
/// point: between its four corners the light counts as bilinear (Hart et al. 2020). Patterns of the numbers stay what
/// they are. One per worker.
public final class RectangleWarp {

    /// The corners, in halves of the edges.
    private static final int[] U = {-1, 1, -1, 1};
    private static final int[] V = {-1, -1, 1, 1};

    /// From so many half diagonals away, squared, and where its middle stands so many times as high over the surface as
    /// its corners differ, all places of a rectangle are as good as alike.
    private static final float FAR = 16;

    private static final float HIGH = 3;

    private final float[] weight = new float[4];
    /// The place, from -1 to 1 along each edge.
    public float a;

    public float b;

    /// Draws a place of light `i` for the point (x, y, z) with the unit normal n.
    ///
    /// @param u in [0, 1), as `v`
    public void draw(Lights l, int i, float x, float y, float z, float nx, float ny, float nz, float u, float v) {
        int o = 3 * i;
        float ex = l.center[o] - x;
        float ey = l.center[o + 1] - y;
        float ez = l.center[o + 2] - z;
        float d2 = ex * ex + ey * ey + ez * ez;
        float rise = Math.abs(l.u[o] * nx + l.u[o + 1] * ny + l.u[o + 2] * nz)
                + Math.abs(l.v[o] * nx + l.v[o + 1] * ny + l.v[o + 2] * nz);
        float size = l.halfU[i] * l.halfU[i] + l.halfV[i] * l.halfV[i];
        if (d2 > FAR * size && ex * nx + ey * ny + ez * nz > HIGH * rise) {
            a = 2 * u - 1;
            b = 2 * v - 1;
            return;
        }
        for (int k = 0; k < 4; k++) {
            float dx = ex + U[k] * l.u[o] + V[k] * l.v[o];
            float dy = ey + U[k] * l.u[o + 1] + V[k] * l.v[o + 1];
            float dz = ez + U[k] * l.u[o + 2] + V[k] * l.v[o + 2];
            float r2 = dx * dx + dy * dy + dz * dz + 1e-6f;
            weight[k] = Math.max(0, dx * nx + dy * ny + dz * nz) / (r2 * r2);
        }
        float low = weight[0] + weight[1];
        float high = weight[2] + weight[3];
        float t = linear(v, low, high);
        b = 2 * t - 1;
        a = 2 * linear(u, weight[0] + t * (weight[2] - weight[0]), weight[1] + t * (weight[3] - weight[1])) - 1;
    }

    /// A number in 0..1 whose density runs straight from `from` at 0 to `to` at 1.
    private static float linear(float u, float from, float to) {
        float all = from + to;
        if (!(all > 0)) {
            return u;
        }
        return Math.min(1, u * all / (from + (float) Math.sqrt(from * from + u * (to - from) * all) + 1e-30f));
    }
}
