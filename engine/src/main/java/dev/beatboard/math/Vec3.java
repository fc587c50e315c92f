package dev.beatboard.math;

/// A point or a direction in three dimensions; in world space meters, right-handed, y up. Immutable, double precision:
/// staging and motion work on these, while bulk geometry stays in `float[]`.
public record Vec3(double x, double y, double z) {

    public static final Vec3 ZERO = new Vec3(0, 0, 0);
    public static final Vec3 X = new Vec3(1, 0, 0);
    public static final Vec3 Y = new Vec3(0, 1, 0);
    public static final Vec3 Z = new Vec3(0, 0, 1);

    public Vec3 plus(Vec3 o) {
        return new Vec3(x + o.x, y + o.y, z + o.z);
    }

    /// This moved by `k` times `o`.
    public Vec3 plus(Vec3 o, double k) {
        return new Vec3(x + o.x * k, y + o.y * k, z + o.z * k);
    }

    public Vec3 minus(Vec3 o) {
        return new Vec3(x - o.x, y - o.y, z - o.z);
    }

    public Vec3 times(double k) {
        return new Vec3(x * k, y * k, z * k);
    }

    public Vec3 negated() {
        return new Vec3(-x, -y, -z);
    }

    public double dot(Vec3 o) {
        return x * o.x + y * o.y + z * o.z;
    }

    public Vec3 cross(Vec3 o) {
        return new Vec3(y * o.z - z * o.y, z * o.x - x * o.z, x * o.y - y * o.x);
    }

    public double lengthSquared() {
        return dot(this);
    }

    public double length() {
        return Math.sqrt(lengthSquared());
    }

    public double distanceTo(Vec3 o) {
        return minus(o).length();
    }

    /// The unit vector of this direction; the zero vector stays zero.
    public Vec3 normalized() {
        double l = length();
        return l > 0 ? times(1 / l) : this;
    }

    /// `(1-t)` of this and `t` of the other.
    public Vec3 lerp(Vec3 o, double t) {
        return new Vec3(x + (o.x - x) * t, y + (o.y - y) * t, z + (o.z - z) * t);
    }

    /// The part of this vector at right angles to the unit vector `axis`.
    public Vec3 across(Vec3 axis) {
        return plus(axis, -dot(axis));
    }

    /// This with its height replaced.
    public Vec3 withY(double height) {
        return new Vec3(x, height, z);
    }
}
