package dev.beatboard.motion.body;

import dev.beatboard.asset.Rig;
import dev.beatboard.math.Quat;
import dev.beatboard.math.Vec3;
import java.util.List;

/// One arm of a body at rest, and the constant turns by which its rest frames, which are the world's axes, become
/// anatomical frames.
final class Arm {

    final Flank flank;
    final int clavicle;
    final int girdle;
    final int upper;
    final int upperTail;
    final int lower;
    final int lowerTail;
    final int wrist;
    /// Thumb first, from the knuckle outward.
    final int[][] fingers = new int[5][3];
    /// Of the four long fingers.
    final int[] palmBones = new int[4];

    final Vec3 shoulder;
    final Vec3 elbow;
    final Vec3 hand;
    final double upperLength;
    final double lowerLength;
    /// Unit vectors along upper arm and forearm at rest.
    final Vec3 upperAxis;

    final Vec3 lowerAxis;
    final Quat upperZero;
    final Quat lowerZero;
    final Quat handZero;
    /// Along the hand, across it toward the index finger, and out of the palm, at rest.
    final Vec3 along;

    final Vec3 across;
    final Vec3 palm;

    Arm(Rig rig, List<Vec3> rest, Flank flank) {
        this.flank = flank;
        String s = flank.suffix();
        clavicle = rig.bone("clavicle" + s);
        girdle = rig.bone("shoulder01" + s);
        upper = rig.bone("upperarm01" + s);
        upperTail = rig.bone("upperarm02" + s);
        lower = rig.bone("lowerarm01" + s);
        lowerTail = rig.bone("lowerarm02" + s);
        wrist = rig.bone("wrist" + s);
        for (int f = 0; f < 5; f++) {
            for (int k = 0; k < 3; k++) {
                fingers[f][k] = rig.bone("finger" + (f + 1) + "-" + (k + 1) + s);
            }
        }
        for (int f = 0; f < 4; f++) {
            palmBones[f] = rig.bone("metacarpal" + (f + 1) + s);
        }
        shoulder = rest.get(upper);
        elbow = rest.get(lower);
        hand = rest.get(wrist);
        upperLength = elbow.distanceTo(shoulder);
        lowerLength = hand.distanceTo(elbow);
        upperAxis = elbow.minus(shoulder).normalized();
        lowerAxis = hand.minus(elbow).normalized();
        Vec3 hinge = upperAxis.cross(lowerAxis).normalized();
        double bend = StrictMath.acos(Math.clamp(upperAxis.dot(lowerAxis), -1, 1));
        upperZero = Frames.of(upperAxis, hinge).to(Frames.ARM);
        lowerZero = upperZero.times(Quat.about(hinge, -bend));
        along = rest.get(fingers[2][0]).minus(hand).normalized();
        across = rest.get(fingers[1][0])
                .minus(rest.get(fingers[4][0]))
                .across(along)
                .normalized();
        handZero = Frames.of(along, across).to(Frames.HAND);
        palm = along.cross(across).times(flank.sign());
    }

    double length() {
        return upperLength + lowerLength;
    }
}
