package dev.beatboard.motion.skin;

import dev.beatboard.math.Ease;
import dev.beatboard.math.Vec3;
import dev.beatboard.stage.cast.Actor;
import dev.beatboard.stage.cast.SkinnedSurface;

/// Thighs under a skirt are made slim above its hem, so that they do not show through it when they move: nobody sees
/// them there.
final class UnderSkirt {

    /// What is left of the distance to the thigh's axis.
    private static final double SLIM = 0.62;
    /// From the hem up to where the thigh is slim, meters.
    private static final double FROM = 0.025;

    private static final double TO = 0.085;

    private UnderSkirt() {}

    /// The surface's rest positions, or a changed copy of them if it is the body and a skirt is worn.
    static float[] slimmed(Actor actor, SkinnedSurface s) {
        if (!s.name().equals("body")) {
            return s.rest();
        }
        double hem = hem(actor);
        if (Double.isInfinite(hem)) {
            return s.rest();
        }
        float[] out = s.rest().clone();
        double hip = actor.joint("upperleg01.L").y();
        double knee = actor.joint("lowerleg01.L").y();
        for (int v = 0; v < s.topology().vertexCount(); v++) {
            Vec3 p = new Vec3(out[3 * v], out[3 * v + 1], out[3 * v + 2]);
            double share = Ease.smooth((p.y() - hem - FROM) / (TO - FROM)) * Ease.smooth((hip + 0.05 - p.y()) / 0.05);
            if (share <= 0 || p.y() < knee - 0.3 || StrictMath.abs(p.x()) > 0.3) {
                continue;
            }
            String side = p.x() > 0 ? ".L" : ".R";
            Vec3 from = actor.joint("upperleg01" + side);
            Vec3 axis = actor.joint("lowerleg01" + side).minus(from).normalized();
            Vec3 core = from.plus(axis, p.minus(from).dot(axis));
            Vec3 q = p.lerp(core, share * (1 - SLIM));
            out[3 * v] = (float) q.x();
            out[3 * v + 1] = (float) q.y();
            out[3 * v + 2] = (float) q.z();
        }
        return out;
    }

    /// The lowest height of what is worn as a skirt.
    private static double hem(Actor actor) {
        double hem = Double.POSITIVE_INFINITY;
        for (SkinnedSurface s : actor.surfaces()) {
            if (s.skirt()) {
                for (int v : s.topology().triangles()) {
                    hem = Math.min(hem, s.rest()[3 * v + 1]);
                }
            }
        }
        return hem;
    }
}
