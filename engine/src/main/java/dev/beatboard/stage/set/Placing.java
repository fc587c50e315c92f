package dev.beatboard.stage.set;

import dev.beatboard.math.Vec3;

/// Where something stands: turned by `turn` radians about y (positive takes +z toward +x), then moved to `at`.
record Placing(Vec3 at, double turn) {

    static final Placing ORIGIN = new Placing(Vec3.ZERO, 0);

    static Placing at(double x, double y, double z) {
        return new Placing(new Vec3(x, y, z), 0);
    }

    /// Turned by whole or half degrees, for reading sets like floor plans.
    static Placing at(double x, double y, double z, double degrees) {
        return new Placing(new Vec3(x, y, z), StrictMath.toRadians(degrees));
    }

    Vec3 direction(Vec3 v) {
        double c = StrictMath.cos(turn);
        double s = StrictMath.sin(turn);
        return new Vec3(c * v.x() + s * v.z(), v.y(), -s * v.x() + c * v.z());
    }

    Vec3 point(Vec3 v) {
        return direction(v).plus(at);
    }

    Vec3 point(double x, double y, double z) {
        return point(new Vec3(x, y, z));
    }

    /// A placing given in this one's space.
    Placing then(Placing inner) {
        return new Placing(point(inner.at), turn + inner.turn);
    }

    Placing then(double x, double y, double z) {
        return then(new Placing(new Vec3(x, y, z), 0));
    }

    Placing then(double x, double y, double z, double degrees) {
        return then(at(x, y, z, degrees));
    }
}
