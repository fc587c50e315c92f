package dev.beatboard.track;

import dev.beatboard.math.Vec3;
import java.util.List;

/// The bones of a body in the rest pose: arms out, facing +z, soles at y = 0, meters. In the rest
/// pose the frame of every bone is the world's, so a bone's rotation in a frame is worldFromRest.
///
/// @param joints parents before children; the first is the root
public record SkeletonPlan(List<Joint> joints) {

    /// @param parent place of the parent in the list, -1 for the root
    /// @param rest where the bone's head stands in the rest pose
    public record Joint(String name, int parent, Vec3 rest) {}

    public SkeletonPlan {
        joints = List.copyOf(joints);
        for (int i = 0; i < joints.size(); i++) {
            int parent = joints.get(i).parent();
            if (parent >= i || i > 0 && parent < 0 || i == 0 && parent != -1) {
                throw new IllegalArgumentException("Joint " + joints.get(i).name() + " comes before its parent");
            }
        }
    }
}
