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

    /// One surface, bent.
    ///
    /// @param positions world space, meters, `[3 * vertex + axis]`
    /// @param normals unit length, smooth across texture seams
    public record Skin(float[] positions, float[] normals) {}

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

    /// Positions and normals of every surface, in the order of [Actor#surfaces].
    public List<Skin> skin(Pose pose) {
        BoneTransforms bones = new BoneTransforms(actor, segments, pose);
        List<Skin> out = new ArrayList<>(meshes.size());
        for (Mesh m : meshes) {
            float[] p = m.positions(bones, pose);
            out.add(new Skin(p, m.normals(p)));
        }
        return out;
    }

    /// Positions alone, for the moments before and after a frame.
    public List<float[]> positions(Pose pose) {
        BoneTransforms bones = new BoneTransforms(actor, segments, pose);
        List<float[]> out = new ArrayList<>(meshes.size());
        for (Mesh m : meshes) {
            out.add(m.positions(bones, pose));
        }
        return out;
    }
}
