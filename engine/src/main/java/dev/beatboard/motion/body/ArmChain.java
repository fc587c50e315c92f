package dev.beatboard.motion.body;

import static java.lang.StrictMath.toDegrees;
import static java.lang.StrictMath.toRadians;

import dev.beatboard.math.Quat;
import dev.beatboard.math.Vec3;
import java.util.List;

/// An arm: by its angles, by the place its hand is put at, or by anything between the two, which is how a hand gets
/// from hanging to its place without a jump.
final class ArmChain {

    private static final double STRETCH = 0.995;
    private static final double WRIST_RADIUS = 0.045;

    private final Anatomy anatomy;
    private final Skeleton s;
    private final Flank flank;
    private final int sign;
    private final Arm arm;
    private final Angles angles;

    private ArmChain(Anatomy anatomy, Skeleton s, Flank flank, Angles angles) {
        this.anatomy = anatomy;
        this.s = s;
        this.flank = flank;
        this.sign = flank.sign();
        this.arm = anatomy.arm(flank);
        this.angles = angles;
    }

    static void solve(Anatomy a, Skeleton s, Flank flank, Angles angles, List<HandAnchor.Hold> holds) {
        new ArmChain(a, s, flank, angles).solve(holds);
    }

    private void solve(List<HandAnchor.Hold> holds) {
        double lift = angle(Dof.GIRDLE_LIFT);
        double forward = angle(Dof.GIRDLE_FORWARD);
        girdle(lift, forward);
        Quat free = TrunkChain.hangingFrame(anatomy, s);
        Quat upper = free.times(Quat.ofRotationVector(
                        new Vec3(-toRadians(angle(Dof.SHOULDER_FLEX)), 0, sign * toRadians(angle(Dof.SHOULDER_ABDUCT))))
                .times(Quat.about(Vec3.Y, -sign * toRadians(angle(Dof.SHOULDER_TWIST)))));
        Quat lower = upper.times(Quat.about(Vec3.X, -toRadians(angle(Dof.ELBOW))));
        Quat hand = lower.times(Quat.about(Vec3.Y, -sign * toRadians(angle(Dof.PRONATION))))
                .times(Quat.ofRotationVector(
                        new Vec3(-toRadians(angle(Dof.WRIST_DEVIATE)), 0, -sign * toRadians(angle(Dof.WRIST_FLEX)))));
        double held = 0;
        for (HandAnchor.Hold h : holds) {
            held += (1 - held) * h.weight();
        }
        if (held < 1e-6) {
            put(upper, lower, hand);
            return;
        }
        Vec3 shoulder = s.joint(arm.upper);
        Vec3 elbow = shoulder.plus(upper.rotate(Vec3.Y), -arm.upperLength);
        Vec3 wrist = elbow.plus(lower.rotate(Vec3.Y), -arm.lowerLength);
        double swivel = swivel(shoulder, elbow, wrist);
        AroundBody way = new AroundBody(anatomy, s, flank);
        for (HandAnchor.Hold h : holds) {
            HandAnchor.Place p = Reach.place(anatomy, s, flank, h.anchor());
            wrist = way.between(wrist, p.wrist(), h.weight());
            hand = hand.slerp(p.turn(), h.weight());
            swivel += (p.swivel() - swivel) * h.weight();
        }
        Vec3 clear = anatomy.girth.outside(anatomy, s, wrist, WRIST_RADIUS * anatomy.scale());
        wrist = wrist.lerp(clear, Math.min(1, 4 * held));
        reach(wrist, hand, swivel, held, lift, forward);
    }

    /// Two bones to the wrist, the shoulder girdle helping along.
    private void reach(Vec3 wrist, Quat hand, double swivel, double held, double lift, double forward) {
        Quat chest = s.turn(anatomy.chest);
        Vec3 reach = chest.inverse().rotate(wrist.minus(s.joint(arm.upper)));
        Vec3 n = reach.normalized();
        double elevation = toDegrees(StrictMath.acos(Math.clamp(-n.y(), -1, 1)));
        double far = Math.clamp((reach.length() / arm.length() - 0.75) / 0.25, 0, 1);
        double up = lift + held * Math.clamp((elevation - 60) * 0.25, 0, 28);
        double ahead = forward
                + held
                        * (far * Math.clamp(n.z(), 0, 1) * 14
                                - Math.clamp(-n.z(), 0, 1) * 8
                                + Math.clamp(-n.x() * sign, 0, 1) * 10);
        girdle(Dof.GIRDLE_LIFT.limit(up), Dof.GIRDLE_FORWARD.limit(ahead));
        Vec3 shoulder = s.joint(arm.upper);
        Vec3 d = wrist.minus(shoulder);
        double shortest = StrictMath.abs(arm.upperLength - arm.lowerLength) + 0.06 * anatomy.scale();
        double distance = Math.clamp(d.length(), shortest, arm.length() * STRETCH);
        Vec3 dir = d.normalized();
        Vec3 target = shoulder.plus(dir, distance);
        double l1 = arm.upperLength;
        double l2 = arm.lowerLength;
        double cos = Math.clamp((l1 * l1 + distance * distance - l2 * l2) / (2 * l1 * distance), -1, 1);
        Vec3 out = Quat.about(dir, toRadians(swivel * sign)).rotate(pole(dir));
        Vec3 elbow = shoulder.plus(dir, l1 * cos).plus(out, l1 * Math.sqrt(1 - cos * cos));
        Vec3 upperDir = elbow.minus(shoulder).normalized();
        Vec3 lowerDir = target.minus(elbow).normalized();
        Vec3 hinge = upperDir.cross(lowerDir);
        if (hinge.length() < 1e-4) {
            hinge = out.cross(upperDir);
        }
        put(Frames.ARM.to(Frames.of(upperDir, hinge)), Frames.ARM.to(Frames.of(lowerDir, hinge)), hand);
    }

    /// Where the elbow goes when nothing lifts it: down, a little out and back. It is carried over from one middle
    /// direction of the arm by the shortest turn and so changes smoothly, but for up, back and inward.
    private Vec3 pole(Vec3 dir) {
        Quat chest = s.turn(anatomy.chest);
        Vec3 middle = chest.rotate(new Vec3(sign * 0.457, -0.457, 0.762));
        Vec3 down = chest.rotate(new Vec3(sign * 0.35, -1, -0.35));
        return Quat.between(middle, dir).rotate(down.across(middle.normalized()).normalized());
    }

    private double swivel(Vec3 shoulder, Vec3 elbow, Vec3 wrist) {
        Vec3 dir = wrist.minus(shoulder).normalized();
        Vec3 zero = pole(dir);
        Vec3 now = elbow.minus(shoulder).across(dir).normalized();
        double angle = sign * toDegrees(StrictMath.atan2(dir.dot(zero.cross(now)), zero.dot(now)));
        // Elbows go far up outward but hardly inward: that is where the circle is cut.
        return angle < -110 ? angle + 360 : angle;
    }

    private void girdle(double lift, double forward) {
        s.bend(arm.clavicle, girdleTurn(lift, forward, 0.6));
        s.bend(arm.girdle, girdleTurn(lift, forward, 0.4));
        s.place(arm.upper);
    }

    private Quat girdleTurn(double lift, double forward, double share) {
        return Quat.ofRotationVector(new Vec3(0, -sign * toRadians(forward * share), sign * toRadians(lift * share)));
    }

    /// Upper arm and forearm bones only swing; their twist is left to the skin, which spreads it along the sleeve.
    private void put(Quat upper, Quat lower, Quat hand) {
        Quat local = s.turn(arm.girdle).inverse().times(upper.times(arm.upperZero));
        double twist = local.twistAbout(arm.upperAxis);
        s.bend(arm.upper, local.times(Quat.about(arm.upperAxis, -twist)));
        s.follow(arm.upperTail);
        s.twist(arm.upper, twist);
        s.twist(arm.upperTail, twist);
        Quat forearm = lower.times(arm.lowerZero);
        Quat palm = hand.times(arm.handZero);
        s.aim(arm.lower, forearm);
        double roll = forearm.inverse().times(palm).twistAbout(arm.lowerAxis);
        s.follow(arm.lowerTail);
        s.twist(arm.lower, roll);
        s.twist(arm.lowerTail, roll);
        s.aim(arm.wrist, palm);
        Fingers.solve(anatomy, s, arm, angles);
    }

    private double angle(Dof dof) {
        return dof.limit(angles.get(dof, flank));
    }
}
