package dev.beatboard.render.emitter;

import dev.beatboard.render.sampler.Circle;
import dev.beatboard.render.texture.Surface;

/// Draws directions from a point to an emitter, and tells how densely. Rectangles that are near are drawn evenly over
/// the solid angle they fill (Ureña, Fajardo and King 2013), far ones over their area; balls over the cone they fill;
/// the sun over its disk.
public final class LightSampler {

    private static final double NEAR = 25;

    /// The direction drawn, or asked about.
    public double x;

    public double y;
    public double z;
    /// How far the emitter is along it.
    public double distance;
    /// Per solid angle; 0 where the emitter is not seen.
    public double density;

    /// The spherical rectangle at hand.
    private double x0;

    private double x1;
    private double y0;
    private double y0y0;
    private double y1;
    private double y1y1;
    private double z0;
    private double b0;
    private double b1;
    private double k;
    private double solid;

    /// Draws a direction from (px, py, pz) to light `i` by two numbers in [0, 1).
    public void draw(Lights l, int i, double px, double py, double pz, double u, double v) {
        density = 0;
        switch (l.type[i]) {
            case Lights.RECTANGLE -> rectangle(l, i, px, py, pz, u, v);
            case Lights.BULB -> ball(l, i, px, py, pz, u, v);
            default -> sun(l, i, u, v);
        }
    }

    /// Whether the ray from (px, py, pz) along the unit vector set in `x`, `y`, `z` meets light `i` from where it
    /// shines; then sets distance and density.
    public boolean meets(Lights l, int i, double px, double py, double pz) {
        density = 0;
        switch (l.type[i]) {
            case Lights.RECTANGLE -> meetRectangle(l, i, px, py, pz);
            case Lights.BULB -> meetBall(l, i, px, py, pz);
            default -> meetSun(l, i);
        }
        return density > 0;
    }

    private void rectangle(Lights l, int i, double px, double py, double pz, double u, double v) {
        int o = 3 * i;
        double ex = l.center[o] - px;
        double ey = l.center[o + 1] - py;
        double ez = l.center[o + 2] - pz;
        double side = -(ex * l.normal[o] + ey * l.normal[o + 1] + ez * l.normal[o + 2]);
        if (side <= 1e-5) {
            return;
        }
        double hu = l.halfU[i];
        double hv = l.halfV[i];
        double d2 = ex * ex + ey * ey + ez * ez;
        double a;
        double b;
        if (d2 > NEAR * (hu * hu + hv * hv)) {
            a = 2 * u - 1;
            b = 2 * v - 1;
        } else {
            spherical(l, i, ex, ey, ez, side);
            if (!(solid > 1e-9)) {
                return;
            }
            double au = (u * solid + k) / (2 * StrictMath.PI);
            double fu = (Circle.cos(au) * b0 - b1) / Circle.sin(au);
            double cu = 1 / Math.sqrt(fu * fu + b0 * b0) * (fu > 0 ? 1 : -1);
            cu = Math.max(-1, Math.min(1, cu));
            double xu = -(cu * z0) / Math.max(1e-9, Math.sqrt(1 - cu * cu));
            xu = Math.max(x0, Math.min(x1, xu));
            double d = Math.sqrt(xu * xu + z0 * z0);
            double h0 = y0 / Math.sqrt(d * d + y0y0);
            double h1 = y1 / Math.sqrt(d * d + y1y1);
            double h = h0 + v * (h1 - h0);
            double yv = h * h < 1 - 1e-9 ? h * d / Math.sqrt(1 - h * h) : y1;
            a = (xu - x0) / (x1 - x0) * 2 - 1;
            b = (yv - y0) / (y1 - y0) * 2 - 1;
        }
        x = ex + a * l.u[o] + b * l.v[o];
        y = ey + a * l.u[o + 1] + b * l.v[o + 1];
        z = ez + a * l.u[o + 2] + b * l.v[o + 2];
        distance = Math.sqrt(x * x + y * y + z * z);
        double il = 1 / distance;
        x *= il;
        y *= il;
        z *= il;
        density = d2 > NEAR * (hu * hu + hv * hv) ? distance * distance * distance / (side * 4 * hu * hv) : 1 / solid;
    }

    /// About what [AnalyticLight] gives, times the luminance, for choosing among many emitters: from afar a rectangle
    /// counts as a point.
    public static double strength(Lights l, int i, Surface p) {
        return strength(l, i, p.x, p.y, p.z, p.nx, p.ny, p.nz);
    }

    /// The same for the far side of a surface that lets light through.
    public static double strengthBehind(Lights l, int i, Surface p) {
        return strength(l, i, p.x, p.y, p.z, -p.nx, -p.ny, -p.nz);
    }

    private static double strength(Lights l, int i, float x, float y, float z, float nx, float ny, float nz) {
        if (l.type[i] == Lights.RECTANGLE) {
            int o = 3 * i;
            float ex = l.center[o] - x;
            float ey = l.center[o + 1] - y;
            float ez = l.center[o + 2] - z;
            float d2 = ex * ex + ey * ey + ez * ez;
            float size = l.halfU[i] * l.halfU[i] + l.halfV[i] * l.halfV[i];
            if (d2 > 6 * size) {
                float side = -(ex * l.normal[o] + ey * l.normal[o + 1] + ez * l.normal[o + 2]);
                float d = (float) Math.sqrt(d2);
                // Part of it may still be over the horizon.
                float cos = ex * nx + ey * ny + ez * nz + 0.5f * (float) Math.sqrt(size);
                return side <= 0 || cos <= 0
                        ? 0
                        : l.luminance(i) * side * Math.min(cos, d) * 4 * l.halfU[i] * l.halfV[i] / (3.1416f * d2 * d2);
            }
        }
        return Math.max(0, AnalyticLight.diffuse(l, i, x, y, z, nx, ny, nz)) * l.luminance(i);
    }

    /// Prepares the solid angle of rectangle `i` whose center is (ex, ey, ez) away.
    private void spherical(Lights l, int i, double ex, double ey, double ez, double side) {
        int o = 3 * i;
        double hu = l.halfU[i];
        double hv = l.halfV[i];
        double cx = (ex * l.u[o] + ey * l.u[o + 1] + ez * l.u[o + 2]) / hu;
        double cy = (ex * l.v[o] + ey * l.v[o + 1] + ez * l.v[o + 2]) / hv;
        z0 = -side;
        x0 = cx - hu;
        x1 = cx + hu;
        y0 = cy - hv;
        y1 = cy + hv;
        y0y0 = y0 * y0;
        y1y1 = y1 * y1;
        // Normals of the four planes through the point and the edges; only one component of each matters.
        double n0 = -y0 * 1;
        double n1 = x1;
        double n2 = y1;
        double n3 = -x0;
        double zz = z0 * z0;
        double l0 = Math.sqrt(zz + y0y0);
        double l1 = Math.sqrt(zz + x1 * x1);
        double l2 = Math.sqrt(zz + y1y1);
        double l3 = Math.sqrt(zz + x0 * x0);
        n0 /= l0;
        n1 /= l1;
        n2 /= l2;
        n3 /= l3;
        double g0 = acos(-n0 * n1);
        double g1 = acos(-n1 * n2);
        double g2 = acos(-n2 * n3);
        double g3 = acos(-n3 * n0);
        b0 = n0;
        b1 = n2;
        k = 2 * StrictMath.PI - g2 - g3;
        solid = g0 + g1 - k;
    }

    private static double acos(double v) {
        return StrictMath.acos(Math.max(-1, Math.min(1, v)));
    }

    private void meetRectangle(Lights l, int i, double px, double py, double pz) {
        int o = 3 * i;
        double dn = x * l.normal[o] + y * l.normal[o + 1] + z * l.normal[o + 2];
        if (dn >= -1e-9) {
            return;
        }
        double ex = l.center[o] - px;
        double ey = l.center[o + 1] - py;
        double ez = l.center[o + 2] - pz;
        double side = -(ex * l.normal[o] + ey * l.normal[o + 1] + ez * l.normal[o + 2]);
        double t = -side / dn;
        if (side <= 1e-5 || t <= 0) {
            return;
        }
        double hx = x * t - ex;
        double hy = y * t - ey;
        double hz = z * t - ez;
        double hu = l.halfU[i];
        double hv = l.halfV[i];
        double a = (hx * l.u[o] + hy * l.u[o + 1] + hz * l.u[o + 2]) / (hu * hu);
        double b = (hx * l.v[o] + hy * l.v[o + 1] + hz * l.v[o + 2]) / (hv * hv);
        if (Math.abs(a) > 1 || Math.abs(b) > 1) {
            return;
        }
        distance = t;
        double d2 = ex * ex + ey * ey + ez * ez;
        if (d2 > NEAR * (hu * hu + hv * hv)) {
            density = t * t * t / (side * 4 * hu * hv);
        } else {
            spherical(l, i, ex, ey, ez, side);
            density = solid > 1e-9 ? 1 / solid : 0;
        }
    }

    private void ball(Lights l, int i, double px, double py, double pz, double u, double v) {
        double ex = l.center[3 * i] - px;
        double ey = l.center[3 * i + 1] - py;
        double ez = l.center[3 * i + 2] - pz;
        double d2 = ex * ex + ey * ey + ez * ez;
        double r2 = (double) l.radius[i] * l.radius[i];
        if (d2 <= r2 * 1.0001) {
            return;
        }
        double d = Math.sqrt(d2);
        // 1 - cos of the cone, without cancellation.
        double s2 = r2 / d2;
        double cap = s2 / (1 + Math.sqrt(1 - s2));
        cone(ex / d, ey / d, ez / d, cap, u, v);
        double along = x * ex + y * ey + z * ez;
        distance = along - Math.sqrt(Math.max(0, r2 - (d2 - along * along)));
        density = 1 / (2 * StrictMath.PI * cap);
    }

    private void meetBall(Lights l, int i, double px, double py, double pz) {
        double ex = l.center[3 * i] - px;
        double ey = l.center[3 * i + 1] - py;
        double ez = l.center[3 * i + 2] - pz;
        double d2 = ex * ex + ey * ey + ez * ez;
        double r2 = (double) l.radius[i] * l.radius[i];
        double along = x * ex + y * ey + z * ez;
        double miss = r2 - (d2 - along * along);
        if (d2 <= r2 * 1.0001 || along <= 0 || miss < 0) {
            return;
        }
        distance = along - Math.sqrt(miss);
        double s2 = r2 / d2;
        density = 1 / (2 * StrictMath.PI * (s2 / (1 + Math.sqrt(1 - s2))));
    }

    private void sun(Lights l, int i, double u, double v) {
        double cap = cap(l, i);
        cone(l.center[3 * i], l.center[3 * i + 1], l.center[3 * i + 2], cap, u, v);
        distance = Double.POSITIVE_INFINITY;
        density = 1 / (2 * StrictMath.PI * cap);
    }

    private void meetSun(Lights l, int i) {
        double cap = cap(l, i);
        double cos = x * l.center[3 * i] + y * l.center[3 * i + 1] + z * l.center[3 * i + 2];
        if (cos >= 1 - cap) {
            distance = Double.POSITIVE_INFINITY;
            density = 1 / (2 * StrictMath.PI * cap);
        }
    }

    private static double cap(Lights l, int i) {
        double t2 = (double) l.radius[i] * l.radius[i];
        double s2 = t2 / (1 + t2);
        return s2 / (1 + Math.sqrt(1 - s2));
    }

    /// What the radiance of light `i` is in units of its color: a sun's color is its irradiance over pi.
    public static double radiance(Lights l, int i) {
        if (l.type[i] != Lights.SUN) {
            return 1;
        }
        double t2 = (double) l.radius[i] * l.radius[i];
        return (1 + t2) / t2;
    }

    private void cone(double ax, double ay, double az, double cap, double u, double v) {
        double up = 1 - u * cap;
        double r = Math.sqrt(Math.max(0, 1 - up * up));
        double s = r * Circle.cos(v);
        double t = r * Circle.sin(v);
        double sign = az >= 0 ? 1 : -1;
        double q = -1 / (sign + az);
        double p = ax * ay * q;
        x = s * (1 + sign * ax * ax * q) + t * p + up * ax;
        y = s * sign * p + t * (sign + ay * ay * q) + up * ay;
        z = -s * sign * ax - t * ay + up * az;
    }
}
