package dev.beatboard.stage.set;

import dev.beatboard.math.Chance;
import dev.beatboard.math.Vec3;

/// Broad-leaved trees made of a forked trunk and many leaf blades.
final class Trees {

    private Trees() {}

    /// A tree of height `h` at a point of the mesh's space.
    static void crown(Mesh m, double x, double y, double z, double h, long salt, long seed) {
        Vec3 root = new Vec3(x, y, z);
        Vec3 fork = root.plus(new Vec3(0, h * 0.42, 0));
        m.cone(Paints.BARK, root, fork, h * 0.028, h * 0.02, 10);
        int branches = 7;
        for (int b = 0; b < branches; b++) {
            double a = 2 * StrictMath.PI * (b + 0.4 * Chance.signed(seed, 61, salt, b)) / branches;
            double up = 0.35 + 0.55 * Chance.unit(seed, 62, salt, b);
            double out = h * (0.2 + 0.1 * Chance.unit(seed, 63, salt, b));
            Vec3 end = fork.plus(new Vec3(out * StrictMath.sin(a), h * 0.5 * up, out * StrictMath.cos(a)));
            m.cone(Paints.BARK, fork.minus(new Vec3(0, h * 0.06, 0)), end, h * 0.012, h * 0.003, 6);
            for (int k = 0; k < 190; k++) {
                Vec3 off = new Vec3(
                        Chance.signed(seed, 64, salt * 97 + b, k),
                        Chance.signed(seed, 65, salt * 97 + b, k),
                        Chance.signed(seed, 66, salt * 97 + b, k));
                if (off.lengthSquared() > 1) {
                    continue;
                }
                double t = 2 * StrictMath.PI * Chance.unit(seed, 67, salt * 97 + b, k);
                Vec3 dir = new Vec3(StrictMath.sin(t), 0.3 * Chance.signed(seed, 68, salt, k), StrictMath.cos(t));
                Dressing.leaf(
                        m,
                        end.plus(off, h * 0.17),
                        dir.normalized(),
                        0.062 * h * (0.8 + 0.5 * Chance.unit(seed, 69, salt, k)));
            }
        }
    }
}
