package dev.beatboard.motion.body;

import dev.beatboard.asset.Rig;
import dev.beatboard.math.Quat;
import dev.beatboard.math.Vec3;
import dev.beatboard.track.Pose;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The bones while a pose is being solved: world rotations and joints, filled from the root outward.
final class Skeleton {

    private final Rig rig;
    private final List<Vec3> rest;
    private final @Nullable Quat[] turns;
    private final @Nullable Vec3[] joints;
    private final double[] twists;

    Skeleton(Anatomy anatomy) {
        rig = anatomy.rig;
        rest = anatomy.rest;
        turns = new @Nullable Quat[rig.count()];
        joints = new @Nullable Vec3[rig.count()];
        twists = new double[rig.count()];
    }

    Quat turn(int bone) {
        Quat q = turns[bone];
        if (q == null) {
            throw new IllegalStateException(rig.bones().get(bone) + " is not solved yet");
        }
        return q;
    }

    Vec3 joint(int bone) {
        Vec3 p = joints[bone];
        if (p == null) {
            throw new IllegalStateException(rig.bones().get(bone) + " is not placed yet");
        }
        return p;
    }

    Quat parentTurn(int bone) {
        return turn(rig.parents()[bone]);
    }

    void put(int bone, Vec3 joint, Quat turn) {
        joints[bone] = joint;
        turns[bone] = turn;
    }

    /// Puts a bone's joint where its parent carries it; a parent nobody asked about goes with its own.
    Vec3 place(int bone) {
        int parent = rig.parents()[bone];
        if (turns[parent] == null) {
            follow(parent);
        }
        Vec3 p = joint(parent).plus(turn(parent).rotate(rest.get(bone).minus(rest.get(parent))));
        joints[bone] = p;
        return p;
    }

    /// Turns a bone against its parent.
    void bend(int bone, Quat local) {
        place(bone);
        turns[bone] = parentTurn(bone).times(local);
    }

    /// Lets a bone go with its parent.
    void follow(int bone) {
        place(bone);
        turns[bone] = parentTurn(bone);
    }

    /// Turns a bone to a world rotation.
    void aim(int bone, Quat world) {
        place(bone);
        turns[bone] = world;
    }

    void twist(int bone, double radians) {
        twists[bone] = radians;
    }

    /// Every bone, those nobody asked about going with their parents.
    Pose pose(Map<String, Double> face) {
        List<Double> t = new ArrayList<>(twists.length);
        for (int b = 0; b < twists.length; b++) {
            if (turns[b] == null) {
                follow(b);
            }
            t.add(twists[b]);
        }
        List<Quat> q = new ArrayList<>(twists.length);
        List<Vec3> p = new ArrayList<>(twists.length);
        for (int b = 0; b < twists.length; b++) {
            q.add(turn(b));
            p.add(joint(b));
        }
        return new Pose(q, p, t, face);
    }
}
