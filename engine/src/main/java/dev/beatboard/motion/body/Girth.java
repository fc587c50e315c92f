package dev.beatboard.motion.body;

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

    /// The nearest place outside the body for a ball of some radius.
    Vec3 outside(Anatomy a, Skeleton s, Vec3 wish, double radius) {
        Vec3 p = wish;
        for (int i = 0; i < 3; i++) {
            Vec3 push = deepest(a, s, p, radius);
            if (push.lengthSquared() < 1e-10) {
                break;
            }
            p = p.plus(push);
        }
        return p;
    }

    private Vec3 deepest(Anatomy a, Skeleton s, Vec3 p, double r) {
        Vec3 best = Vec3.ZERO;
        double depth = 0;
        for (Slab slab : trunk) {
            Vec3 push = outOf(slab, a, s, p, r);
            if (push.length() > depth) {
                depth = push.length();
                best = push;
            }
        }
        for (Flank f : Flank.values()) {
            Leg leg = a.leg(f);
            Vec3 from = s.joint(leg.upper);
            Vec3 bone = s.joint(leg.lower).minus(from);
            double t = Math.clamp(p.minus(from).dot(bone) / bone.lengthSquared(), 0.15, 1);
            double reach = thighTop + (thighEnd - thighTop) * t + r;
            Vec3 out = p.minus(from.plus(bone, t));
            double d = out.length();
            if (d < reach && reach - d > depth) {
                depth = reach - d;
                best = out.normalized().times(depth);
            }
        }
        Vec3 skull = s.joint(a.head).plus(s.turn(a.head).rotate(new Vec3(0, 0.065, 0.015).times(a.scale())));
        Vec3 out = p.minus(skull);
        if (out.length() < head + r && head + r - out.length() > depth) {
            best = out.normalized().times(head + r - out.length());
        }
        return best;
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
