package dev.beatboard.motion.skin;

import dev.beatboard.math.Quat;
import dev.beatboard.math.Vec3;
import dev.beatboard.stage.cast.Actor;
import dev.beatboard.track.Pose;

/// The affine map of every bone from rest to world, as rows of 3 by 4 numbers; for a twisted bone a table of maps, from
/// no twist at the segment's head to all of it at its tail.
final class BoneTransforms {

    /// Maps per twisted bone, less one: half a turn in steps of 3 degrees is off by less than 0.1 mm when interpolated.
    static final int STEPS = 64;

    /// Numbers per map.
    static final int SIZE = 12;

    private final float[][] maps;
    private final Pose pose;

    BoneTransforms(Actor actor, Segments segments, Pose pose) {
        this.pose = pose;
        int n = actor.rig().count();
        maps = new float[n][];
        for (int b = 0; b < n; b++) {
            Vec3 rest = actor.joints().get(b);
            Quat q = pose.rotations().get(b);
            Vec3 joint = pose.joints().get(b);
            Segments.Segment s = segments.of(b);
            double twist = pose.twists().get(b);
            if (s == null) {
                maps[b] = new float[SIZE];
                write(maps[b], 0, q, joint.minus(q.rotate(rest)));
                continue;
            }
            maps[b] = new float[SIZE * (STEPS + 1)];
            for (int i = 0; i <= STEPS; i++) {
                Quat turn = Quat.about(s.axis(), twist * i / STEPS);
                // First the twist about the segment's line at rest, then the bone.
                Vec3 move = s.from().minus(turn.rotate(s.from()));
                write(maps[b], SIZE * i, q.times(turn), joint.plus(q.rotate(move.minus(rest))));
            }
        }
    }

    float[] of(int bone) {
        return maps[bone];
    }

    Vec3 joint(int bone) {
        return pose.joints().get(bone);
    }

    Quat turn(int bone) {
        return pose.rotations().get(bone);
    }

    private static void write(float[] m, int at, Quat q, Vec3 move) {
        Vec3 x = q.rotate(Vec3.X);
        Vec3 y = q.rotate(Vec3.Y);
        Vec3 z = q.rotate(Vec3.Z);
        m[at] = (float) x.x();
        m[at + 1] = (float) y.x();
        m[at + 2] = (float) z.x();
        m[at + 3] = (float) move.x();
        m[at + 4] = (float) x.y();
        m[at + 5] = (float) y.y();
        m[at + 6] = (float) z.y();
        m[at + 7] = (float) move.y();
        m[at + 8] = (float) x.z();
        m[at + 9] = (float) y.z();
        m[at + 10] = (float) z.z();
        m[at + 11] = (float) move.z();
    }
}
