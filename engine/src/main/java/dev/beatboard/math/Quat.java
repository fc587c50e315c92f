package dev.beatboard.math;

/// A rotation as a unit quaternion, `w` the real part; `a.times(b)` applies `b` first. Uses [StrictMath], so the same
/// bits come out on every platform.
public record Quat(double x, double y, double z, double w) {

    public static final Quat IDENTITY = new Quat(0, 0, 0, 1);

    /// The turn by `radians` about `axis` (any length but zero), counter-clockwise seen against the axis.
    public static Quat about(Vec3 axis, double radians) {
        Vec3 n = axis.normalized();
        double s = StrictMath.sin(radians / 2);
        return new Quat(n.x() * s, n.y() * s, n.z() * s, StrictMath.cos(radians / 2));
    }

    /// The turn whose axis is the direction of `v` and whose angle in radians is its length.
    public static Quat ofRotationVector(Vec3 v) {
        double angle = v.length();
        return angle < 1e-12 ? IDENTITY : about(v, angle);
    }

    /// The shortest turn that takes the direction `from` to the direction `to`.
    public static Quat between(Vec3 from, Vec3 to) {
        Vec3 a = from.normalized();
        Vec3 b = to.normalized();
        double d = a.dot(b);
        if (d < -0.999999) {
            return about(StrictMath.abs(a.x()) < 0.9 ? a.cross(Vec3.X) : a.cross(Vec3.Y), StrictMath.PI);
        }
        Vec3 c = a.cross(b);
        return new Quat(c.x(), c.y(), c.z(), 1 + d).normalized();
    }

    /// The rotation whose columns, the images of x, y and z, are three orthonormal right-handed vectors.
    public static Quat ofColumns(Vec3 cx, Vec3 cy, Vec3 cz) {
        double trace = cx.x() + cy.y() + cz.z();
        if (trace > 0) {
            double s = Math.sqrt(trace + 1) * 2;
            return new Quat((cy.z() - cz.y()) / s, (cz.x() - cx.z()) / s, (cx.y() - cy.x()) / s, s / 4).normalized();
        }
        if (cx.x() > cy.y() && cx.x() > cz.z()) {
            double s = Math.sqrt(1 + cx.x() - cy.y() - cz.z()) * 2;
            return new Quat(s / 4, (cy.x() + cx.y()) / s, (cz.x() + cx.z()) / s, (cy.z() - cz.y()) / s).normalized();
        }
        if (cy.y() > cz.z()) {
            double s = Math.sqrt(1 + cy.y() - cx.x() - cz.z()) * 2;
            return new Quat((cy.x() + cx.y()) / s, s / 4, (cz.y() + cy.z()) / s, (cz.x() - cx.z()) / s).normalized();
        }
        double s = Math.sqrt(1 + cz.z() - cx.x() - cy.y()) * 2;
        return new Quat((cz.x() + cx.z()) / s, (cz.y() + cy.z()) / s, s / 4, (cx.y() - cy.x()) / s).normalized();
    }

    public Quat times(Quat o) {
        return new Quat(
                w * o.x + x * o.w + y * o.z - z * o.y,
                w * o.y - x * o.z + y * o.w + z * o.x,
                w * o.z + x * o.y - y * o.x + z * o.w,
                w * o.w - x * o.x - y * o.y - z * o.z);
    }

    public Quat inverse() {
        return new Quat(-x, -y, -z, w);
    }

    public Vec3 rotate(Vec3 v) {
        double tx = 2 * (y * v.z() - z * v.y());
        double ty = 2 * (z * v.x() - x * v.z());
        double tz = 2 * (x * v.y() - y * v.x());
        return new Vec3(
                v.x() + w * tx + y * tz - z * ty, v.y() + w * ty + z * tx - x * tz, v.z() + w * tz + x * ty - y * tx);
    }

    public Quat normalized() {
        double k = 1 / Math.sqrt(x * x + y * y + z * z + w * w);
        return new Quat(x * k, y * k, z * k, w * k);
    }

    /// The rotation a share `t` of the way from this to `o`, by the shorter arc.
    public Quat slerp(Quat o, double t) {
        double d = x * o.x + y * o.y + z * o.z + w * o.w;
        double sign = d < 0 ? -1 : 1;
        d *= sign;
        double a;
        double b;
        if (d > 0.9995) {
            a = 1 - t;
            b = t * sign;
        } else {
            double angle = StrictMath.acos(d);
            double s = StrictMath.sin(angle);
            a = StrictMath.sin((1 - t) * angle) / s;
            b = sign * StrictMath.sin(t * angle) / s;
        }
        return new Quat(a * x + b * o.x, a * y + b * o.y, a * z + b * o.z, a * w + b * o.w).normalized();
    }

    /// The angle in radians, within plus or minus pi, by which this turns about the unit vector `axis` (swing-twist).
    public double twistAbout(Vec3 axis) {
        double angle = 2 * StrictMath.atan2(x * axis.x() + y * axis.y() + z * axis.z(), w);
        if (angle > StrictMath.PI) {
            return angle - 2 * StrictMath.PI;
        }
        return angle < -StrictMath.PI ? angle + 2 * StrictMath.PI : angle;
    }

    /// The rotation vector: axis times angle, the angle at most pi.
    public Vec3 toRotationVector() {
        double sign = w < 0 ? -1 : 1;
        double l = Math.sqrt(x * x + y * y + z * z);
        if (l < 1e-12) {
            return Vec3.ZERO;
        }
        double k = sign * 2 * StrictMath.atan2(l, w * sign) / l;
        return new Vec3(x * k, y * k, z * k);
    }
}
