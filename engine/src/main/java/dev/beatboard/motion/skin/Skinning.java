package dev.beatboard.motion.skin;

import dev.beatboard.stage.cast.Actor;
import dev.beatboard.stage.cast.SkinnedSurface;
import dev.beatboard.track.Pose;
import java.util.ArrayList;
import java.util.List;

/// Bends the surfaces of one performer to a pose: face shapes first, then bones, with the twist of arms and thighs
/// spread along them, then skirts are kept out of the legs. Immutable; safe for any number of threads.
public final class Skinning {

    private final Actor actor;
    private final Segments segments;
    private final List<Mesh> meshes;

    private Skinning(Actor actor) {
        this.actor = actor;
        this.segments = new Segments(actor);
        List<Mesh> list = new ArrayList<>();
        for (SkinnedSurface s : actor.surfaces()) {
            list.add(new Mesh(actor, s, segments));
        }
        meshes = List.copyOf(list);
    }

    public static Skinning of(Actor actor) {
        return new Skinning(actor);
    }

    /// The normals of every surface that stands as `positions` say, smooth across texture seams.
    public List<float[]> normals(List<float[]> positions) {
        List<float[]> out = new ArrayList<>(meshes.size());
        for (int i = 0; i < meshes.size(); i++) {
            out.add(meshes.get(i).normals(positions.get(i)));
        }
        return out;
    }

    /// The vertices of every surface in the order of [Actor#surfaces]: world space, meters, `[3 * vertex + axis]`.
    public List<float[]> positions(Pose pose) {
        BoneTransforms bones = new BoneTransforms(actor, segments, pose);
        List<float[]> out = new ArrayList<>(meshes.size());
        for (Mesh m : meshes) {
            out.add(m.positions(bones, pose));
        }
        return out;
    }
}
