package dev.beatboard.motion.body;

import dev.beatboard.math.Quat;
import dev.beatboard.math.Vec3;

/// Right-handed triples of axes, and turns between them.
///
/// @param first the axis that is kept exactly
record Frames(Vec3 first, Vec3 second, Vec3 third) {

    /// An arm at anatomical zero: it hangs along -y and bends about -x.
    static final Frames ARM = of(Vec3.Y.negated(), Vec3.X.negated());
    /// A hand at anatomical zero: fingers along -y, from little finger to index along +z.
    static final Frames HAND = of(Vec3.Y.negated(), Vec3.Z);
    /// A thigh or shank at anatomical zero: along -y, its hinge along +x.
    static final Frames LEG = of(Vec3.Y.negated(), Vec3.X);

    /// A triple from two axes; the second is made orthogonal to the first.
    static Frames of(Vec3 first, Vec3 second) {
        Vec3 a = first.normalized();
        Vec3 b = second.across(a).normalized();
        return new Frames(a, b, a.cross(b));
    }

    /// The rotation that takes this triple to another.
    Quat to(Frames o) {
        return Quat.ofColumns(o.first, o.second, o.third)
                .times(Quat.ofColumns(first, second, third).inverse());
    }
}
