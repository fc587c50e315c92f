package dev.beatboard.motion.body;

import dev.beatboard.math.Ease;
import dev.beatboard.math.Quat;
import dev.beatboard.math.Vec3;
import java.util.List;

/// How thick a body is: elliptic slabs for the trunk, tapered capsules for the thighs, a ball for the head. Hands that
/// are aimed at a place keep out of it.
record Girth(List<Slab> trunk, double thighTop, double thighEnd, double head, double halfHips) {

    /// @param bone the bone it moves with
    /// @param center rest space
    /// @param halfHeight along the bone
    record Slab(int bone, Vec3 center, double halfWidth, double halfDepth, double halfHeight) {}

    Girth {
        trunk = List.copyOf(trunk);
    }

    /// A place outside the body near `wish`, for a ball of some radius. It is moved out of one part after the other, so
    /// that it changes smoothly when body and wish do.
    Vec3 outside(Anatomy a, Skeleton s, Vec3 wish, double radius) {
        Vec3 p = wish;
        for (int i = 0; i < 2; i++) {
            for (Slab slab : trunk) {
                p = p.plus(outOf(slab, a, s, p, radius));
            }
            for (Flank f : Flank.values()) {
                p = p.plus(ontoThigh(a, s, f, p, radius));
            }
            p = p.plus(outOfHead(a, s, p, radius));
        }
        return p;
    }

    /// Hands go onto thighs: to the front of one who stands, on top of one who sits.
    private Vec3 ontoThigh(Anatomy a, Skeleton s, Flank f, Vec3 p, double r) {
        Leg leg = a.leg(f);
        Vec3 from = s.joint(leg.upper);
        Vec3 bone = s.joint(leg.lower).minus(from);
        double t = Math.clamp(p.minus(from).dot(bone) / bone.lengthSquared(), 0.15, 1);
        double reach = thighTop + (thighEnd - thighTop) * t + r;
        Vec3 off = p.minus(from.plus(bone, t));
        Vec3 front = bone.cross(s.turn(a.root).rotate(Vec3.X)).normalized();
        double above = off.dot(front);
        double beside = off.lengthSquared() - above * above;
        double need = Math.sqrt(Math.max(0, reach * reach - beside)) - above;
        if (beside >= reach * reach || need <= 0) {
            return Vec3.ZERO;
        }
        return front.times(need * Ease.smooth((above / reach + 1) / 0.6));
    }

    private Vec3 outOfHead(Anatomy a, Skeleton s, Vec3 p, double r) {
        Vec3 skull = s.joint(a.head).plus(s.turn(a.head).rotate(new Vec3(0, 0.065, 0.015).times(a.scale())));
        Vec3 out = p.minus(skull);
        double depth = head + r - out.length();
        return depth > 0 ? out.normalized().times(depth) : Vec3.ZERO;
    }

    private static Vec3 outOf(Slab slab, Anatomy a, Skeleton s, Vec3 p, double r) {
        Quat turn = s.turn(slab.bone());
        Vec3 center = s.joint(slab.bone()).plus(turn.rotate(slab.center().minus(a.rest.get(slab.bone()))));
        Vec3 local = turn.inverse().rotate(p.minus(center));
        double over = StrictMath.abs(local.y()) - slab.halfHeight();
        if (over >= r) {
            return Vec3.ZERO;
        }
        double cap = over > 0 ? Math.sqrt(1 - over / r * (over / r)) : 1;
        double x = (slab.halfWidth() + r) * cap;
        double z = (slab.halfDepth() + r) * cap;
        double q = Math.sqrt(local.x() / x * (local.x() / x) + local.z() / z * (local.z() / z));
        if (q >= 1) {
            return Vec3.ZERO;
        }
        double k = 1 / Math.max(q, 0.05);
        Vec3 target = new Vec3(local.x() * k, local.y(), local.z() * k);
        return center.plus(turn.rotate(target)).minus(p);
    }
}
