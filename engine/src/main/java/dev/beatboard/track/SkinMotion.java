package dev.beatboard.track;

import dev.beatboard.math.Quat;
import dev.beatboard.math.Vec3;
import java.util.List;
import java.util.Map;

/// A skeleton over time, one entry per frame. Joints keep their distance from their parent, so rotations and the root
/// say all.
///
/// @param rotations per frame and joint the rotation relative to the parent (of the root: to the world)
/// @param roots where the root stands, world space, meters
/// @param morphs weights of morph targets by name; absent means 0
public record SkinMotion(List<List<Quat>> rotations, List<Vec3> roots, List<Map<String, Double>> morphs) {

    public SkinMotion {
        rotations = rotations.stream().map(List::copyOf).toList();
        roots = List.copyOf(roots);
        morphs = List.copyOf(morphs);
    }

    /// Where every joint is at a frame, world space, meters.
    public List<Vec3> places(int frame, List<SkinJoint> joints) {
        return places(rotations.get(frame), roots.get(frame), joints);
    }

    /// Where every joint is in one pose, world space, meters.
    public static List<Vec3> places(List<Quat> rotations, Vec3 root, List<SkinJoint> joints) {
        Quat[] turn = new Quat[joints.size()];
        Vec3[] place = new Vec3[joints.size()];
        for (int j = 0; j < turn.length; j++) {
            int p = joints.get(j).parent();
            if (p < 0) {
                turn[j] = rotations.get(j);
                place[j] = root;
                continue;
            }
            turn[j] = turn[p].times(rotations.get(j));
            place[j] = place[p].plus(
                    turn[p].rotate(joints.get(j).rest().minus(joints.get(p).rest())));
        }
        return List.of(place);
    }
}
