package dev.beatboard.stage.cast;

import dev.beatboard.asset.Rig;
import dev.beatboard.math.Vec3;
import dev.beatboard.shot.Performer;
import java.util.List;

/// A performer with a body: shaped, dressed and ready to be posed.
///
/// @param index 0-based place in the cast
/// @param joints where each bone's head stands in the rest pose, meters, the performer's own space (soles at y = 0)
/// @param surfaces everything that is drawn: body, clothes, hair, eyes, brows, lashes, teeth, tongue
/// @param height standing, from sole to crown, meters
/// @param credits lines that the worn assets ask for
public record Actor(
        int index,
        Performer performer,
        Rig rig,
        List<Vec3> joints,
        List<SkinnedSurface> surfaces,
        double height,
        List<String> credits) {

    public Actor {
        joints = List.copyOf(joints);
        surfaces = List.copyOf(surfaces);
        credits = List.copyOf(credits);
    }

    public Vec3 joint(String bone) {
        return joints.get(rig.bone(bone));
    }
}
