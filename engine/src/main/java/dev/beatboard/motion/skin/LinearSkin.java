package dev.beatboard.motion.skin;

import dev.beatboard.asset.Rig;
import dev.beatboard.math.Quat;
import dev.beatboard.math.Vec3;
import dev.beatboard.scene.SkinnedShape;
import dev.beatboard.stage.cast.Actor;
import dev.beatboard.track.Pose;
import dev.beatboard.track.SkinJoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A performer as others skin: plain linear blend skinning with four joints per vertex, as close to [Skinning] as that
/// comes.
///
/// The twist that [Skinning] spreads along arms and thighs is carried by a chain of [#TWISTS] joints along each
/// segment, each of which turns by its share of the twist; a vertex hangs on the two that it lies between. What stays
/// different: vertices between two twist joints draw in a little, those that would need more than four joints hang on
/// one of the two, and a skirt is not pushed out of the thighs.
public final class LinearSkin {

    /// Joints along a twisted segment.
    static final int TWISTS = 6;

    private static final int MOST = 4;
    private static final String[] LIMBS = {"upperarm", "lowerarm", "upperleg"};
    private static final String[] SIDES = {".L", ".R"};

    private final Actor actor;
    private final Segments segments;
    private final List<SkinJoint> joints = new ArrayList<>();
    private final int[] firstTwist;

    private LinearSkin(Actor actor) {
        this.actor = actor;
        this.segments = new Segments(actor);
        Rig rig = actor.rig();
        firstTwist = new int[rig.count()];
        for (int b = 0; b < rig.count(); b++) {
            joints.add(new SkinJoint(
                    rig.bones().get(b), rig.parents()[b], actor.joints().get(b)));
        }
        for (String limb : LIMBS) {
            for (String side : SIDES) {
                addTwists(limb, side);
            }
        }
    }

    public static LinearSkin of(Actor actor) {
        return new LinearSkin(actor);
    }

    private void addTwists(String limb, String side) {
        Rig rig = actor.rig();
        int bone = rig.bone(limb + "01" + side);
        Segments.Segment s = segments.of(bone);
        if (s == null) {
            throw new IllegalStateException("No segment at " + limb);
        }
        firstTwist[bone] = joints.size();
        firstTwist[rig.bone(limb + "02" + side)] = joints.size();
        int parent = bone;
        for (int k = 1; k <= TWISTS; k++) {
            Vec3 at = s.from().plus(s.axis(), s.length() * k / TWISTS);
            joints.add(new SkinJoint(limb + "-twist" + k + side, parent, at));
            parent = joints.size() - 1;
        }
    }

    /// The bones of the rig in its order, then the twist joints.
    public List<SkinJoint> joints() {
        return List.copyOf(joints);
    }

    /// In the order of [Actor#surfaces]; made anew each time.
    public List<SkinnedShape> surfaces() {
        List<SkinnedShape> surfaces = new ArrayList<>();
        for (var s : actor.surfaces()) {
            surfaces.add(new Mesh(actor, s, segments).linear(this));
        }
        return List.copyOf(surfaces);
    }

    /// What every joint turns by relative to its parent.
    public List<Quat> rotations(Pose pose) {
        Quat[] out = new Quat[joints.size()];
        int bones = actor.rig().count();
        for (int b = 0; b < bones; b++) {
            int p = joints.get(b).parent();
            Quat q = pose.rotations().get(b);
            out[b] = p < 0 ? q : pose.rotations().get(p).inverse().times(q).normalized();
        }
        for (String limb : LIMBS) {
            for (String side : SIDES) {
                int bone = actor.rig().bone(limb + "01" + side);
                Segments.Segment s = segments.of(bone);
                if (s != null) {
                    Quat share = Quat.about(s.axis(), pose.twists().get(bone) / TWISTS);
                    Arrays.fill(out, firstTwist[bone], firstTwist[bone] + TWISTS, share);
                }
            }
        }
        return List.of(out);
    }

    /// Spreads the influences of one vertex over joints: at most four, heaviest first.
    ///
    /// @param along per influence the place along the bone's segment, 0 to 1; negative if it has none
    void spread(short[] bones, float[] weights, float[] along, int vertex, short[] toJoints, float[] toWeights) {
        int[] joint = new int[2 * MOST];
        double[] weight = new double[2 * MOST];
        int n = 0;
        for (int i = MOST * vertex; i < MOST * vertex + MOST; i++) {
            if (weights[i] <= 0) {
                continue;
            }
            if (along[i] < 0) {
                n = add(joint, weight, n, bones[i], weights[i]);
                continue;
            }
            double at = Math.clamp(along[i], 0, 1) * TWISTS;
            int k = (int) Math.min(at, TWISTS - 1);
            double f = at - k;
            n = add(joint, weight, n, twist(bones[i], k), weights[i] * (1 - f));
            n = add(joint, weight, n, twist(bones[i], k + 1), weights[i] * f);
        }
        while (n > MOST) {
            n = drop(joint, weight, n);
        }
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += weight[i];
        }
        for (int i = 0; i < n; i++) {
            int most = i;
            for (int j = i + 1; j < n; j++) {
                most = weight[j] > weight[most] ? j : most;
            }
            int m = joint[most];
            double w = weight[most];
            joint[most] = joint[i];
            weight[most] = weight[i];
            toJoints[MOST * vertex + i] = (short) m;
            toWeights[MOST * vertex + i] = (float) (w / sum);
        }
    }

    /// The joint that turns by `k` shares of the twist of a bone's segment.
    private int twist(int bone, int k) {
        if (k > 0) {
            return firstTwist[bone] + k - 1;
        }
        // Both bones of a segment turn alike, so the first can stand for the second.
        return joints.get(firstTwist[bone]).parent();
    }

    private static int add(int[] joint, double[] weight, int n, int j, double w) {
        if (w < 1e-6) {
            return n;
        }
        for (int i = 0; i < n; i++) {
            if (joint[i] == j) {
                weight[i] += w;
                return n;
            }
        }
        joint[n] = j;
        weight[n] = w;
        return n + 1;
    }

    /// Takes one of the two joints off that a twist is between: the lighter, of the pair where it is lightest. There is
    /// such a pair, because more joints than a vertex had bones come from pairs alone.
    private int drop(int[] joint, double[] weight, int n) {
        int from = -1;
        int to = -1;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                boolean pair =
                        joint[j] >= actor.rig().count() && joints.get(joint[j]).parent() == joint[i];
                int light = pair && weight[i] < weight[j] ? i : j;
                if (pair && (from < 0 || weight[light] < weight[from])) {
                    from = light;
                    to = light == i ? j : i;
                }
            }
        }
        if (from < 0) {
            throw new IllegalStateException("A vertex of more than " + MOST + " bones");
        }
        weight[to] += weight[from];
        joint[from] = joint[n - 1];
        weight[from] = weight[n - 1];
        return n - 1;
    }
}
