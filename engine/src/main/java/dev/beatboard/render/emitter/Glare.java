package dev.beatboard.render.emitter;

/// How much of a cone around a mirrored direction an emitter fills, in closed form and roughly: for
/// glare that is seen by way of another surface, where a sampled direction would be noise. One per
/// worker.
public final class Glare {

    /// Toward the middle of what of the emitter lies in the cone, and how far a ray may go on the
    /// way there.
    public float x;

    public float y;
    public float z;
    public float reach;

    /// @param i a light of `l`; the sun fills nothing
    /// @param slope of the cone's side against the unit vector (dx, dy, dz)
    /// @return 0..1; the direction is set where it is positive
    public float share(Lights l, int i, float px, float py, float pz, float dx, float dy, float dz, float slope) {
        int o = 3 * i;
        float ex = l.center[o] - px;
        float ey = l.center[o + 1] - py;
        float ez = l.center[o + 2] - pz;
        if (l.type[i] == Lights.BULB) {
            return ball(l.radius[i], ex, ey, ez, dx, dy, dz, slope);
        }
        if (l.type[i] != Lights.RECTANGLE) {
            return 0;
        }
        float facing = dx * l.normal[o] + dy * l.normal[o + 1] + dz * l.normal[o + 2];
        float side = ex * l.normal[o] + ey * l.normal[o + 1] + ez * l.normal[o + 2];
        if (side >= -1e-4f) {
            return 0;
        }
        // Where the axis passes the emitter: in its plane, or as near as a slanted plane allows.
        float t = side / Math.min(facing, -0.05f);
        float hu = l.halfU[i];
        float hv = l.halfV[i];
        float qx = t * dx - ex;
        float qy = t * dy - ey;
        float qz = t * dz - ez;
        float a = (qx * l.u[o] + qy * l.u[o + 1] + qz * l.u[o + 2]) / hu;
        float b = (qx * l.v[o] + qy * l.v[o + 1] + qz * l.v[o + 2]) / hv;
        float r = t * slope;
        float u = overlap(a, hu, r);
        float v = overlap(b, hv, r);
        if (u <= 0 || v <= 0) {
            return 0;
        }
        float ca = middle(a, hu, r) / hu;
        float cb = middle(b, hv, r) / hv;
        toward(
                ex + ca * l.u[o] + cb * l.v[o],
                ey + ca * l.u[o + 1] + cb * l.v[o + 1],
                ez + ca * l.u[o + 2] + cb * l.v[o + 2],
                0);
        return u * v;
    }

    /// How much of an interval of half width `r` about `at` lies in the one of half width `half`
    /// about 0.
    private static float overlap(float at, float half, float r) {
        float common = Math.min(at + r, half) - Math.max(at - r, -half);
        return common <= 0 ? 0 : common / Math.max(2 * r, 1e-6f);
    }

    /// The middle of what they share.
    private static float middle(float at, float half, float r) {
        return 0.5f * (Math.min(at + r, half) + Math.max(at - r, -half));
    }

    private float ball(float radius, float ex, float ey, float ez, float dx, float dy, float dz, float slope) {
        float t = ex * dx + ey * dy + ez * dz;
        if (t <= radius) {
            return 0;
        }
        float d2 = ex * ex + ey * ey + ez * ez - t * t;
        float r = t * slope;
        float off = (float) Math.sqrt(Math.max(0, d2));
        float least = Math.min(radius, r);
        float most = Math.max(radius, r);
        // From all of the smaller one inside the larger to none.
        float common = Math.min(1, (most + least - off) / Math.max(1e-6f, 2 * least));
        if (common <= 0) {
            return 0;
        }
        toward(ex, ey, ez, radius);
        float size = least / Math.max(r, 1e-6f);
        return common * size * size;
    }

    private void toward(float vx, float vy, float vz, float radius) {
        float d = (float) Math.sqrt(vx * vx + vy * vy + vz * vz);
        float k = 1 / Math.max(d, 1e-6f);
        x = vx * k;
        y = vy * k;
        z = vz * k;
        reach = Math.max(1e-3f, 0.999f * d - radius - 0.005f);
    }
}
