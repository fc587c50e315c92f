package dev.beatboard.motion.body;

import dev.beatboard.math.Ease;
import dev.beatboard.math.Quat;
import dev.beatboard.math.Vec3;

/// Finds the wrist and the orientation of a hand for an anchor.
final class Reach {

    /// From the wrist to the middle of the palm: out of the palm and along the fingers, meters of an adult.
    private static final double PALM_OUT = 0.035;

    private static final double PALM_ALONG = 0.085;
    /// Limits of a stretched arm from straight ahead, radians.
    private static final double OUTWARD = 1.85;

    private static final double INWARD = 0.75;

    private Reach() {}

    static HandAnchor.Place place(Anatomy a, Skeleton s, Flank flank, HandAnchor anchor) {
        return switch (anchor) {
            case HandAnchor.OnBody b -> {
                int bone = bone(a, flank, b.part());
                Quat frame = s.turn(bone);
                Vec3 p = s.joint(bone).plus(frame.rotate(b.offset().times(a.scale())));
                Quat hand = hand(flank, frame.rotate(b.fingers()), frame.rotate(b.palm()));
                yield new HandAnchor.Place(b.grip() ? wrist(a, flank, p, hand) : p, hand, b.swivel());
            }
            case HandAnchor.InWorld w -> {
                Quat hand = hand(flank, w.fingers(), w.palm());
                yield new HandAnchor.Place(wrist(a, flank, w.point(), hand), hand, w.swivel());
            }
            case HandAnchor.Toward t -> toward(a, s, flank, t);
        };
    }

    private static HandAnchor.Place toward(Anatomy a, Skeleton s, Flank flank, HandAnchor.Toward t) {
        Vec3 shoulder = s.joint(a.arm(flank).upper);
        Quat chest = s.turn(a.chest);
        Vec3 local = chest.inverse().rotate(t.point().minus(shoulder)).normalized();
        double out = StrictMath.atan2(local.x() * flank.sign(), local.z());
        double flat = Math.sqrt(local.x() * local.x() + local.z() * local.z());
        double up = StrictMath.atan2(local.y(), flat);
        out = reachable(out);
        up = Math.clamp(up, -1.1, 1.2);
        double c = StrictMath.cos(up);
        Vec3 d = chest.rotate(
                new Vec3(StrictMath.sin(out) * c * flank.sign(), StrictMath.sin(up), StrictMath.cos(out) * c));
        Vec3 wrist = shoulder.plus(d, a.arm(flank).length() * t.stretch());
        // A pointing hand is half turned: the thumb is up, the index finger the highest of the four.
        Vec3 inward = chest.rotate(Vec3.X.times(-flank.sign()));
        Quat hand = t.palmDown() ? hand(flank, d, inward.plus(Vec3.Y, -0.75)) : hand(flank, Vec3.Y.plus(d, 0.15), d);
        return new HandAnchor.Place(wrist, hand, t.swivel());
    }

    /// How far out the shoulder lets an arm go for a point at some angle, radians; for a point farther and farther
    /// behind it gives up smoothly, or the arm would flip when the body turns.
    private static double reachable(double out) {
        double ahead = 0.5;
        if (out > OUTWARD) {
            return Ease.lerp(OUTWARD, ahead, Ease.smooth((out - OUTWARD) / (StrictMath.PI - OUTWARD)));
        }
        if (out < -INWARD) {
            return Ease.lerp(-INWARD, ahead, Ease.smooth((-INWARD - out) / (StrictMath.PI - INWARD)));
        }
        return out;
    }

    private static int bone(Anatomy a, Flank flank, HandAnchor.Part part) {
        return switch (part) {
            case PELVIS -> a.root;
            case CHEST -> a.chest;
            case HEAD -> a.head;
            case THIGH -> a.leg(flank).upper;
            case SHANK -> a.leg(flank).lower;
        };
    }

    private static Quat hand(Flank flank, Vec3 fingers, Vec3 palm) {
        Frames zero = Frames.of(Vec3.Y.negated(), Vec3.X.times(-flank.sign()));
        return zero.to(Frames.of(fingers, palm));
    }

    private static Vec3 wrist(Anatomy a, Flank flank, Vec3 palmCenter, Quat hand) {
        Vec3 center = new Vec3(-flank.sign() * PALM_OUT, -PALM_ALONG, 0).times(a.scale());
        return palmCenter.minus(hand.rotate(center));
    }
}
