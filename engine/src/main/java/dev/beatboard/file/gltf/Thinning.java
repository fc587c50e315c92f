package dev.beatboard.file.gltf;

import dev.beatboard.file.gltf.meshopt.Filters;
import dev.beatboard.math.Quat;
import dev.beatboard.math.Vec3;
import dev.beatboard.scene.View;
import dev.beatboard.track.SkinJoint;
import dev.beatboard.track.SkinMotion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// How far apart the keys of a person's joints may be in the small form. Joints that carry much are held tighter, and
/// the result is measured on all frames, rounding included; where it is not good enough, everything is held tighter,
/// and at last rotations of joints that carry much are not rounded either.
///
/// @param steps per joint the frames between keys; 0 if it never moves
/// @param rounded per joint whether its rotations have 16 bits
/// @param rootStep likewise of the root's place
/// @param meters the largest error of a joint's place
/// @param pixels the largest of those in the picture, pixels of a picture 1080 high
record Thinning(int[] steps, boolean[] rounded, int rootStep, double meters, double pixels) {

    static final int ROOT_EXPONENT = -15;
    private static final double HEIGHT = 1080;
    private static final double FIRST = 0.0004;
    /// Each halves the error that is allowed.
    private static final int ROUNDS = 7;
    /// From this round on, joints that carry what is farther away than this are not rounded, meters; rounding a joint
    /// moves what is a meter away by up to a twentieth of a millimeter.
    private static final int EXACT_ROUND = 4;

    private static final double EXACT_LEVER = 0.12;
    /// A hand is no wider than this beyond its last joint.
    private static final double LEAST_LEVER = 0.03;

    static Thinning none(ShotModel.Person p) {
        int[] steps = new int[p.joints().size()];
        for (int j = 0; j < steps.length; j++) {
            steps[j] = moves(p.motion(), j) ? 1 : 0;
        }
        return new Thinning(steps, new boolean[steps.length], 1, 0, 0);
    }

    static Thinning of(ShotModel model, Timeline timeline, ShotModel.Person p) {
        double tolerance = FIRST;
        double[] levers = levers(p.joints());
        Thinning found = none(p);
        List<List<Vec3>> exact = new ArrayList<>();
        for (int n = 0; n < model.frames(); n++) {
            exact.add(p.motion().places(n, p.joints()));
        }
        for (int round = 0; round <= ROUNDS; round++) {
            // The last has keys on every frame, and exact ones: there is nothing better.
            boolean last = round == ROUNDS;
            double exactFrom = last ? 0 : round < EXACT_ROUND ? Double.POSITIVE_INFINITY : EXACT_LEVER;
            found = attempt(model, timeline, p, levers, last ? 0 : tolerance, exactFrom, exact);
            if (found.meters() <= GltfForm.METERS && found.pixels() <= GltfForm.PIXELS) {
                return found;
            }
            tolerance /= 2;
        }
        return found;
    }

    private static Thinning attempt(
            ShotModel model,
            Timeline timeline,
            ShotModel.Person p,
            double[] levers,
            double tolerance,
            double exactFrom,
            List<List<Vec3>> exact) {
        SkinMotion m = p.motion();
        int frames = model.frames();
        int[] steps = none(p).steps();
        boolean[] rounded = new boolean[steps.length];
        Quat[][] played = new Quat[steps.length][];
        for (int j = 0; j < steps.length; j++) {
            rounded[j] = levers[j] < exactFrom;
            if (steps[j] == 0) {
                played[j] = new Quat[frames];
                Arrays.fill(played[j], m.rotations().getFirst().get(j));
                continue;
            }
            for (int step : Timeline.STEPS) {
                steps[j] = step;
                played[j] = rotations(m, timeline.keys(step), j, frames, rounded[j]);
                if (step == 1 || worst(m, j, played[j]) * levers[j] <= tolerance) {
                    break;
                }
            }
        }
        int rootStep = 1;
        Vec3[] roots = new Vec3[0];
        for (int step : Timeline.STEPS) {
            rootStep = step;
            roots = roots(m, timeline.keys(step), frames);
            double worst = 0;
            for (int n = 0; n < frames; n++) {
                worst = Math.max(worst, roots[n].distanceTo(m.roots().get(n)));
            }
            if (worst <= tolerance / 2) {
                break;
            }
        }
        double meters = 0;
        double pixels = 0;
        for (int n = 0; n < frames; n++) {
            List<Quat> pose = new ArrayList<>();
            for (Quat[] q : played) {
                pose.add(q[n]);
            }
            List<Vec3> places = SkinMotion.places(pose, roots[n], p.joints());
            for (int j = 0; j < steps.length; j++) {
                Vec3 was = exact.get(n).get(j);
                meters = Math.max(meters, places.get(j).distanceTo(was));
                pixels = Math.max(pixels, pixels(model.views().get(n), model.aspect(), was, places.get(j)));
            }
        }
        return new Thinning(steps, rounded, rootStep, meters, pixels);
    }

    /// How far apart two points are in the picture, 0 if the first is not in it.
    static double pixels(View v, double aspect, Vec3 a, Vec3 b) {
        Vec3 p = v.project(a, aspect);
        if (p.z() <= 0.1 || p.x() < 0 || p.x() > 1 || p.y() < 0 || p.y() > 1) {
            return 0;
        }
        Vec3 q = v.project(b, aspect);
        return Math.hypot((q.x() - p.x()) * HEIGHT * aspect, (q.y() - p.y()) * HEIGHT);
    }

    private static Quat[] rotations(SkinMotion m, Keys keys, int joint, int frames, boolean rounded) {
        Quat[] decoded = new Quat[keys.count()];
        for (int k = 0; k < decoded.length; k++) {
            Quat q = m.rotations().get(keys.frames()[k]).get(joint);
            decoded[k] = rounded ? Filters.decoded(q) : q;
        }
        Quat[] out = new Quat[frames];
        for (int n = 0; n < frames; n++) {
            int k = keys.before(n);
            double t = keys.share(n, k);
            out[n] = t == 0 ? decoded[k].normalized() : decoded[k].slerp(decoded[k + 1], t);
        }
        return out;
    }

    private static Vec3[] roots(SkinMotion m, Keys keys, int frames) {
        double grid = Math.scalb(1.0, ROOT_EXPONENT);
        Vec3[] out = new Vec3[frames];
        for (int n = 0; n < frames; n++) {
            int k = keys.before(n);
            Vec3 a = rounded(m.roots().get(keys.frames()[k]), grid);
            double t = keys.share(n, k);
            out[n] = t == 0 ? a : a.lerp(rounded(m.roots().get(keys.frames()[k + 1]), grid), t);
        }
        return out;
    }

    private static Vec3 rounded(Vec3 v, double grid) {
        return new Vec3(
                Math.round(v.x() / grid) * grid, Math.round(v.y() / grid) * grid, Math.round(v.z() / grid) * grid);
    }

    private static double worst(SkinMotion m, int joint, Quat[] played) {
        double worst = 0;
        for (int n = 0; n < played.length; n++) {
            worst = Math.max(worst, angle(m.rotations().get(n).get(joint), played[n]));
        }
        return worst;
    }

    static double angle(Quat a, Quat b) {
        return a.inverse().times(b).toRotationVector().length();
    }

    private static boolean moves(SkinMotion m, int joint) {
        Quat first = m.rotations().getFirst().get(joint);
        for (List<Quat> q : m.rotations()) {
            if (angle(first, q.get(joint)) > Timeline.STILL) {
                return true;
            }
        }
        return false;
    }

    /// Per joint the distance to the farthest joint that it carries.
    private static double[] levers(List<SkinJoint> joints) {
        double[] out = new double[joints.size()];
        Arrays.fill(out, LEAST_LEVER);
        for (int j = 0; j < out.length; j++) {
            for (int a = joints.get(j).parent(); a >= 0; a = joints.get(a).parent()) {
                out[a] = Math.max(
                        out[a], joints.get(j).rest().distanceTo(joints.get(a).rest()));
            }
        }
        return out;
    }
}
