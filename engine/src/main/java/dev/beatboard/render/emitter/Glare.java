package dev.beatboard.render.emitter;

/// How much of a glossy lobe around a mirrored direction an emitter cuts out, in closed form and roughly: for
/// glare that is seen by way of another surface, where a sampled direction would be noise. One per
/// worker.
public final class Glare {

    /// How light is spread around the mirrored direction.
    public enum Lobe {
        /// Evenly over a cone: what suits a coat that throws light on to surfaces that blur it again, by FLIP
        /// against the reference.
        CONE,
        /// Evenly over half vectors up to as far aside: narrower across the plane of incidence than along it. A slanted
        /// emitter does not stretch it, though rays go so far: few of them would meet it there.
        SCATTER,
        /// With the profile and the long tails of GGX.
        GGX
    }

    /// Alpha of the roughest surface that glares.
    public static final float ROUGHEST = 0.3f;

    /// A smaller share counts for nothing.
    private static final float LEAST = 1e-3f;
    /// The width of a lobe, as a slope: per alpha, and the least. As [LightKernel] has it.
    private static final float WIDTH = 2;

    private static final float NARROWEST = 0.004f;
    /// Half the width of what is even, as a slope, per alpha.
    private static final float CONE = 1.6f;

    /// Toward the middle of what of the emitter lies in the lobe, and how far a ray may go on the
    /// way there.
    public float x;

    public float y;
    public float z;
    public float reach;

    private float px;
    private float py;
    private float pz;
    private float dx;
    private float dy;
    private float dz;
    private float slope;
    /// Across the plane of incidence, and how much narrower the lobe is that way, squared.
    private float qx;

    private float qy;
    private float qz;
    private float narrow;
    private Lobe lobe = Lobe.CONE;

    /// Turns to the lobe of a surface with the unit normal n at a place around the unit vector d.
    public void turn(
            float px,
            float py,
            float pz,
            float nx,
            float ny,
            float nz,
            float dx,
            float dy,
            float dz,
            float alpha,
            Lobe lobe) {
        this.lobe = lobe;
        this.px = px;
        this.py = py;
        this.pz = pz;
        this.dx = dx;
        this.dy = dy;
        this.dz = dz;
        slope = lobe == Lobe.GGX ? WIDTH * alpha + NARROWEST : CONE * alpha;
        float cos = nx * dx + ny * dy + nz * dz;
        narrow = cos * cos;
        qx = ny * dz - nz * dy;
        qy = nz * dx - nx * dz;
        qz = nx * dy - ny * dx;
        float l = 1 / (float) Math.sqrt(qx * qx + qy * qy + qz * qz + 1e-12f);
        qx *= l;
        qy *= l;
        qz *= l;
    }

    /// The reflectance of a surface about its mirrored direction.
    ///
    /// @param f0 at normal incidence
    public static float reflectance(float f0, float roughness, float cosine) {
        float x = 1 - cosine;
        float x2 = x * x;
        return f0 + Math.max(0, 1 - 0.6f * roughness - f0) * (x2 * x2 * x);
    }

    /// The share of light `i` of `l`, 0..1; the sun has none. The direction is set where it is positive.
    public float share(Lights l, int i) {
        int o = 3 * i;
        float ex = l.center[o] - px;
        float ey = l.center[o + 1] - py;
        float ez = l.center[o + 2] - pz;
        if (l.type[i] == Lights.BULB) {
            return ball(l.radius[i], ex, ey, ez);
        }
        if (l.type[i] != Lights.RECTANGLE) {
            return 0;
        }
        float facing = Math.min(dx * l.normal[o] + dy * l.normal[o + 1] + dz * l.normal[o + 2], -0.05f);
        float side = ex * l.normal[o] + ey * l.normal[o + 1] + ez * l.normal[o + 2];
        if (side >= -1e-4f) {
            return 0;
        }
        // Where the axis passes the emitter: in its plane, or as near as a slanted plane allows.
        float t = side / facing;
        float hu = l.halfU[i];
        float hv = l.halfV[i];
        float hx = t * dx - ex;
        float hy = t * dy - ey;
        float hz = t * dz - ez;
        float a = (hx * l.u[o] + hy * l.u[o + 1] + hz * l.u[o + 2]) / hu;
        float b = (hx * l.v[o] + hy * l.v[o + 1] + hz * l.v[o + 2]) / hv;
        float across = (qx * l.u[o] + qy * l.u[o + 1] + qz * l.u[o + 2]) / hu;
        float other = (qx * l.v[o] + qy * l.v[o + 1] + qz * l.v[o + 2]) / hv;
        float r = t * slope;
        float slant = lobe == Lobe.GGX ? facing : 1;
        float wu = lobe == Lobe.CONE ? r : r * width(across * across, slant);
        float wv = lobe == Lobe.CONE ? r : r * width(other * other, slant);
        float share =
                lobe == Lobe.GGX ? profile(a, hu, wu) * profile(b, hv, wv) : overlap(a, hu, wu) * overlap(b, hv, wv);
        if (share < LEAST) {
            return 0;
        }
        float ca = middle(a, hu, wu) / hu;
        float cb = middle(b, hv, wv) / hv;
        toward(
                ex + ca * l.u[o] + cb * l.v[o],
                ey + ca * l.u[o + 1] + cb * l.v[o + 1],
                ez + ca * l.u[o + 2] + cb * l.v[o + 2],
                0);
        return share;
    }

    /// How much of an interval of half width `r` about `at` lies in the one of half width `half`
    /// about 0.
    private static float overlap(float at, float half, float r) {
        float common = Math.min(at + r, half) - Math.max(at - r, -half);
        return common <= 0 ? 0 : common / Math.max(2 * r, 1e-6f);
    }

    /// The lobe's width along an edge of which so much, squared, lies across the plane of incidence: narrowed that way,
    /// and stretched by the slant of the emitter the other way.
    private float width(float across, float facing) {
        return (float) Math.sqrt(across * narrow + Math.max(0, 1 - across) / (facing * facing));
    }

    /// How much of a lobe about `at` an interval of half width `half` about 0 cuts out.
    private static float profile(float at, float half, float width) {
        float x = half - at;
        float y = half + at;
        float w2 = width * width + 1e-12f;
        return 0.5f * (x / (float) Math.sqrt(x * x + w2) + y / (float) Math.sqrt(y * y + w2));
    }

    /// The middle of what the interval shares with the core of the lobe, or its end next to it.
    private static float middle(float at, float half, float r) {
        return 0.5f * (Math.clamp(at - r, -half, half) + Math.clamp(at + r, -half, half));
    }

    private float ball(float radius, float ex, float ey, float ez) {
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
