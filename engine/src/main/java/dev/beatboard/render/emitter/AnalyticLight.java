package dev.beatboard.render.emitter;

/// Diffuse light from an emitter without shadows, in closed form, for one point: what [LightKernel] computes for many.
public final class AnalyticLight {

    private AnalyticLight() {}

    /// The irradiance over pi at (x, y, z) with unit normal n, for an emitter of radiance 1 (a sun of irradiance pi).
    public static float diffuse(Lights l, int i, float x, float y, float z, float nx, float ny, float nz) {
        return switch (l.type[i]) {
            case Lights.RECTANGLE -> rectangle(l, i, x, y, z, nx, ny, nz);
            case Lights.BULB -> bulb(l, i, x, y, z, nx, ny, nz);
            default -> Math.max(0, nx * l.center[3 * i] + ny * l.center[3 * i + 1] + nz * l.center[3 * i + 2]);
        };
    }

    /// The vector irradiance of a polygon (Lambert), clipped at the horizon as a sphere of the same solid angle (Hill
    /// and Heitz 2016).
    private static float rectangle(Lights l, int i, float x, float y, float z, float nx, float ny, float nz) {
        float side = (x - l.center[3 * i]) * l.normal[3 * i]
                + (y - l.center[3 * i + 1]) * l.normal[3 * i + 1]
                + (z - l.center[3 * i + 2]) * l.normal[3 * i + 2];
        if (side <= 1e-4f) {
            return 0;
        }
        float fx = 0;
        float fy = 0;
        float fz = 0;
        float px = 0;
        float py = 0;
        float pz = 0;
        for (int k = 0; k <= 4; k++) {
            int o = 12 * i + 3 * (k & 3);
            float qx = l.corners[o] - x;
            float qy = l.corners[o + 1] - y;
            float qz = l.corners[o + 2] - z;
            float s = 1 / (float) Math.sqrt(qx * qx + qy * qy + qz * qz);
            qx *= s;
            qy *= s;
            qz *= s;
            if (k > 0) {
                float f = edgeFactor(px * qx + py * qy + pz * qz);
                fx += (py * qz - pz * qy) * f;
                fy += (pz * qx - px * qz) * f;
                fz += (px * qy - py * qx) * f;
            }
            px = qx;
            py = qy;
            pz = qz;
        }
        float fn = fx * nx + fy * ny + fz * nz;
        float l2 = fx * fx + fy * fy + fz * fz;
        return Math.max(0, (l2 + fn) / ((float) Math.sqrt(l2) + 1));
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
