package dev.beatboard.render.emitter;

/// Diffuse light from an emitter without shadows, in closed form, for one point: what [LightKernel] computes for many.
public final class AnalyticLight {

    /// The least cosine to an emitter that is partly above the horizon.
    private static final float LOW = 0.05f;

    /// The square of so many half diagonals away a rectangle is far.
    static final float FAR = 16;
    private static final float PI = 3.14159265f;

    private AnalyticLight() {}

    /// The irradiance over pi at (x, y, z) with unit normal n, for an emitter of radiance 1 (a sun of irradiance pi).
    public static float diffuse(Lights l, int i, float x, float y, float z, float nx, float ny, float nz) {
        return switch (l.type[i]) {
            case Lights.RECTANGLE ->
                isFar(l, i, x, y, z) ? far(l, i, x, y, z, nx, ny, nz) : rectangle(l, i, x, y, z, nx, ny, nz);
            case Lights.BULB -> bulb(l, i, x, y, z, nx, ny, nz);
            default -> Math.max(0, nx * l.center[3 * i] + ny * l.center[3 * i + 1] + nz * l.center[3 * i + 2]);
        };
    }

    /// The cosine between a unit normal and the direction to the middle of an emitter, or a little where that is below
    /// the horizon.
    public static float cosine(Lights l, int i, float x, float y, float z, float nx, float ny, float nz) {
        boolean sun = l.type[i] == Lights.SUN;
        float dx = l.center[3 * i] - (sun ? 0 : x);
        float dy = l.center[3 * i + 1] - (sun ? 0 : y);
        float dz = l.center[3 * i + 2] - (sun ? 0 : z);
        float d = (float) Math.sqrt(dx * dx + dy * dy + dz * dz + 1e-12f);
        return Math.clamp((dx * nx + dy * ny + dz * nz) / d, LOW, 1);
    }

    private static boolean isFar(Lights l, int i, float x, float y, float z) {
        float dx = l.center[3 * i] - x;
        float dy = l.center[3 * i + 1] - y;
        float dz = l.center[3 * i + 2] - z;
        return dx * dx + dy * dy + dz * dz > FAR * (l.halfU[i] * l.halfU[i] + l.halfV[i] * l.halfV[i]);
    }

    /// From far off: as [RectangleKernel] has it, a quarter of the work of [#rectangle].
    private static float far(Lights l, int i, float px, float py, float pz, float nx, float ny, float nz) {
        int o = 3 * i;
        float x = l.center[o] - px;
        float y = l.center[o + 1] - py;
        float z = l.center[o + 2] - pz;
        float side = x * l.normal[o] + y * l.normal[o + 1] + z * l.normal[o + 2];
        float middle = x * nx + y * ny + z * nz;
        float reach = Math.abs(nx * l.u[o] + ny * l.u[o + 1] + nz * l.u[o + 2])
                + Math.abs(nx * l.v[o] + ny * l.v[o + 1] + nz * l.v[o + 2]);
        float high = middle + reach;
        if (side >= -1e-4f || high <= 0) {
            return 0;
        }
        float hu = l.halfU[i];
        float hv = l.halfV[i];
        float id = 1 / (x * x + y * y + z * z);
        float u = x * l.u[o] + y * l.u[o + 1] + z * l.u[o + 2];
        float v = x * l.v[o] + y * l.v[o + 1] + z * l.v[o + 2];
        float along = ((u * u + v * v) * id * 4 - 4 / 6f * (hu * hu + hv * hv)) * id + 1;
        float k = -4 * hu * hv / PI * side * id * id;
        u *= -8 / 6f * id;
        v *= -8 / 6f * id;
        float fx = k * (along * x + u * l.u[o] + v * l.v[o]);
        float fy = k * (along * y + u * l.u[o + 1] + v * l.v[o + 1]);
        float fz = k * (along * z + u * l.u[o + 2] + v * l.v[o + 2]);
        if (middle >= reach) {
            return Math.max(0, fx * nx + fy * ny + fz * nz);
        }
        return (float) Math.sqrt((fx * fx + fy * fy + fz * fz) * id) * high * high / (4 * reach + 1e-9f);
    }

    /// The vector irradiance of a polygon (Lambert), cut off at the horizon.
    static float rectangle(Lights l, int i, float x, float y, float z, float nx, float ny, float nz) {
        float side = (x - l.center[3 * i]) * l.normal[3 * i]
                + (y - l.center[3 * i + 1]) * l.normal[3 * i + 1]
                + (z - l.center[3 * i + 2]) * l.normal[3 * i + 2];
        if (side <= 1e-4f) {
            return 0;
        }
        float[] q = l.corners;
        int o = 12 * i;
        int from = o + 9;
        float px = q[from] - x;
        float py = q[from + 1] - y;
        float pz = q[from + 2] - z;
        float ph = px * nx + py * ny + pz * nz;
        float sum = 0;
        // Where the outline goes below the horizon and where it comes up again: along the horizon it is closed.
        boolean cut = false;
        float dx = 0;
        float dy = 0;
        float dz = 0;
        float ux = 0;
        float uy = 0;
        float uz = 0;
        for (int k = 0; k < 4; k++) {
            float qx = q[o + 3 * k] - x;
            float qy = q[o + 3 * k + 1] - y;
            float qz = q[o + 3 * k + 2] - z;
            float qh = qx * nx + qy * ny + qz * nz;
            if (ph >= 0 != qh >= 0) {
                cut = true;
                float t = ph / (ph - qh);
                float mx = px + t * (qx - px);
                float my = py + t * (qy - py);
                float mz = pz + t * (qz - pz);
                if (ph >= 0) {
                    sum += edge(px, py, pz, mx, my, mz, nx, ny, nz);
                    dx = mx;
                    dy = my;
                    dz = mz;
                } else {
                    sum += edge(mx, my, mz, qx, qy, qz, nx, ny, nz);
                    ux = mx;
                    uy = my;
                    uz = mz;
                }
            } else if (qh >= 0) {
                sum += edge(px, py, pz, qx, qy, qz, nx, ny, nz);
            }
            px = qx;
            py = qy;
            pz = qz;
            ph = qh;
        }
        return Math.max(0, cut ? sum + edge(dx, dy, dz, ux, uy, uz, nx, ny, nz) : sum);
    }

    /// What the edge from p to q adds for the normal n.
    private static float edge(
            float px, float py, float pz, float qx, float qy, float qz, float nx, float ny, float nz) {
        float k = 1 / (float) Math.sqrt((px * px + py * py + pz * pz) * (qx * qx + qy * qy + qz * qz) + 1e-20f);
        return edgeFactor(k * (px * qx + py * qy + pz * qz))
                * k
                * ((py * qz - pz * qy) * nx + (pz * qx - px * qz) * ny + (px * qy - py * qx) * nz);
    }

    /// angle / sin(angle) / 2 pi of the angle whose cosine is `d`, by a rational fit (Heitz et al. 2016).
    static float edgeFactor(float d) {
        float y = Math.abs(d);
        float v = ((y * 0.0145206f + 0.4965155f) * y + 0.8543985f) / ((y + 4.1616724f) * y + 3.4175940f);
        if (d <= 0) {
            v = 0.5f / (float) Math.sqrt(Math.abs(1.0000002f - d * d) + 1e-7f) - v;
        }
        return v;
    }

    private static float bulb(Lights l, int i, float x, float y, float z, float nx, float ny, float nz) {
        float dx = l.center[3 * i] - x;
        float dy = l.center[3 * i + 1] - y;
        float dz = l.center[3 * i + 2] - z;
        float r2 = l.radius[i] * l.radius[i];
        float d2 = Math.max(r2, dx * dx + dy * dy + dz * dz);
        float d = (float) Math.sqrt(d2);
        float cos = (nx * dx + ny * dy + nz * dz) / d;
        float s2 = r2 / d2;
        float s = (float) Math.sqrt(s2);
        // Wraps round the horizon by the ball's apparent size.
        float c = cos > s ? cos : cos < -s ? 0 : (cos + s) * (cos + s) / (4 * s);
        return s2 * c;
    }
}
