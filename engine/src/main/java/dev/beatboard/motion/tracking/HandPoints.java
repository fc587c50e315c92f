package dev.beatboard.motion.tracking;

import dev.beatboard.math.Vec3;
import dev.beatboard.stage.cast.Actor;
import dev.beatboard.stage.cast.SkinnedSurface;
import dev.beatboard.track.HandPoint;
import dev.beatboard.track.Pose;
import java.util.ArrayList;
import java.util.List;

/// The 21 points of one hand: wrist, joints of the fingers, and their tips, which are where the
/// skin of the last bone reaches farthest.
final class HandPoints {

    private static final int FINGERS = 5;
    private static final int BONES = 3;

    private final Actor actor;
    private final int wrist;
    private final int[][] bones = new int[FINGERS][BONES];
    /// From the last joint of each finger to its tip, in the rest pose.
    private final Vec3[] tips = new Vec3[FINGERS];

    /// @param side `.L` or `.R`
    HandPoints(Actor actor, String side) {
        this.actor = actor;
        wrist = actor.rig().bone("wrist" + side);
        for (int f = 0; f < FINGERS; f++) {
            for (int k = 0; k < BONES; k++) {
                bones[f][k] = actor.rig().bone("finger" + (f + 1) + "-" + (k + 1) + side);
            }
            tips[f] = tip(bones[f]);
        }
    }

    /// One point per [HandPoint], world space.
    List<Vec3> at(Pose pose) {
        List<Vec3> out = new ArrayList<>(HandPoint.values().length);
        out.add(pose.joints().get(wrist));
        for (int f = 0; f < FINGERS; f++) {
            for (int bone : bones[f]) {
                out.add(pose.joints().get(bone));
            }
            int last = bones[f][BONES - 1];
            out.add(pose.joints().get(last).plus(pose.rotations().get(last).rotate(tips[f])));
        }
        return out;
    }

    private Vec3 tip(int[] finger) {
        Vec3 last = actor.joints().get(finger[BONES - 1]);
        Vec3 along = last.minus(actor.joints().get(finger[BONES - 2]));
        Vec3 axis = along.normalized();
        double reach = 0;
        for (SkinnedSurface s : actor.surfaces()) {
            for (int i = 0; i < s.weights().length; i++) {
                if (s.bones()[i] == finger[BONES - 1] && s.weights()[i] > 0.5f) {
                    int v = 3 * (i / 4);
                    Vec3 p = new Vec3(s.rest()[v], s.rest()[v + 1], s.rest()[v + 2]);
                    reach = Math.max(reach, p.minus(last).dot(axis));
                }
            }
        }
        // Where no skin is known, a finger's last bone is about as long as the one before it.
        return axis.times(reach > 0 ? reach : along.length());
    }
}
