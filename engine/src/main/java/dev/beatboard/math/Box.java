package dev.beatboard.math;

/// An axis-aligned region of space, both corners included.
public record Box(Vec3 low, Vec3 high) {

    public Vec3 center() {
        return low.lerp(high, 0.5);
    }

    public Vec3 size() {
        return high.minus(low);
    }

    public boolean contains(Vec3 p) {
        return p.x() >= low.x()
                && p.x() <= high.x()
                && p.y() >= low.y()
                && p.y() <= high.y()
                && p.z() >= low.z()
                && p.z() <= high.z();
    }

    public Box grownBy(double margin) {
        Vec3 m = new Vec3(margin, margin, margin);
        return new Box(low.minus(m), high.plus(m));
    }

    /// The smallest box around both.
    public Box with(Box o) {
        return new Box(
                new Vec3(Math.min(low.x(), o.low.x()), Math.min(low.y(), o.low.y()), Math.min(low.z(), o.low.z())),
                new Vec3(
                        Math.max(high.x(), o.high.x()),
                        Math.max(high.y(), o.high.y()),
                        Math.max(high.z(), o.high.z())));
    }

    /// Whether the straight line between two points meets this box (slab test).
    public boolean meets(Vec3 from, Vec3 to) {
        Vec3 d = to.minus(from);
        double enter = 0;
        double leave = 1;
        double[] o = {from.x(), from.y(), from.z()};
        double[] v = {d.x(), d.y(), d.z()};
        double[] l = {low.x(), low.y(), low.z()};
        double[] h = {high.x(), high.y(), high.z()};
        for (int a = 0; a < 3; a++) {
            if (v[a] == 0) {
                if (o[a] < l[a] || o[a] > h[a]) {
                    return false;
                }
                continue;
            }
            double t0 = (l[a] - o[a]) / v[a];
            double t1 = (h[a] - o[a]) / v[a];
            enter = Math.max(enter, Math.min(t0, t1));
            leave = Math.min(leave, Math.max(t0, t1));
        }
        return enter <= leave;
    }
}
