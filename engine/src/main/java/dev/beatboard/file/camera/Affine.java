package dev.beatboard.file.camera;

import dev.beatboard.math.Quat;
import dev.beatboard.math.Vec3;
import java.util.Optional;

/// A transform by the images of the axes and of the origin.
record Affine(Vec3 x, Vec3 y, Vec3 z, Vec3 origin) {

    static final Affine IDENTITY = new Affine(Vec3.X, Vec3.Y, Vec3.Z, Vec3.ZERO);

    static Affine of(Vec3 place, Quat turn, Vec3 scale) {
        return new Affine(
                turn.rotate(Vec3.X).times(scale.x()),
                turn.rotate(Vec3.Y).times(scale.y()),
                turn.rotate(Vec3.Z).times(scale.z()),
                place);
    }

    private Vec3 direction(Vec3 v) {
        return x.times(v.x()).plus(y, v.y()).plus(z, v.z());
    }

    /// This after `inner`.
    Affine times(Affine inner) {
        return new Affine(
                direction(inner.x),
                direction(inner.y),
                direction(inner.z),
                direction(inner.origin).plus(origin));
    }

    /// The turn in it, whatever its scale; empty if it flattens or mirrors.
    Optional<Quat> turn() {
        Vec3 back = z.normalized();
        Vec3 right = y.cross(back).normalized();
        boolean flat = back.length() < 0.5 || right.length() < 0.5 || x.length() < 1e-9;
        if (flat || x.cross(y).dot(z) <= 0) {
            return Optional.empty();
        }
        return Optional.of(Quat.ofColumns(right, back.cross(right), back));
    }
}
