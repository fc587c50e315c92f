package dev.beatboard.motion.camera;

import dev.beatboard.math.Box;
import dev.beatboard.math.Vec3;
import dev.beatboard.scene.View;
import dev.beatboard.shot.Composition;
import dev.beatboard.shot.ShotSize;
import dev.beatboard.stage.Note;
import java.util.List;
import java.util.Optional;

/// The camera of a whole clip.
///
/// @param views one per frame
/// @param aspect width over height of the picture that they are for
/// @param cuts the first frame of every set-up, 0 included, ascending
/// @param travel per frame how far the framed subject has walked, a smooth path; zero for whoever stays
/// @param framings what is framed from which frame on
/// @param notes what was decided unasked or could not be done
public record CameraPlan(
        List<View> views,
        double aspect,
        List<Integer> cuts,
        List<Vec3> travel,
        List<Framed> framings,
        List<Note> notes) {

    public CameraPlan {
        views = List.copyOf(views);
        cuts = List.copyOf(cuts);
        travel = List.copyOf(travel);
        framings = List.copyOf(framings);
        notes = List.copyOf(notes);
    }

    /// A framing and since when it is in force.
    ///
    /// @param keyframe that asked for it
    /// @param arrival how the camera got there: `opening`, `cut`, `move`
    /// @param actors who is framed, by place in the cast; empty for things and places
    /// @param thing the bounds of the thing that is framed, if it is one
    public record Framed(
            int keyframe,
            int frame,
            String arrival,
            ShotSize size,
            Composition composition,
            List<Integer> actors,
            Optional<Box> thing) {

        public Framed {
            actors = List.copyOf(actors);
        }
    }

    public Vec3 travel(int frame) {
        return travel.get(frame);
    }

    public View view(int frame) {
        return views.get(frame);
    }

    /// The framing that is in force at a frame: the last that was arrived at.
    public Framed framing(int frame) {
        Framed found = framings.getFirst();
        for (Framed f : framings) {
            if (f.frame() <= frame) {
                found = f;
            }
        }
        return found;
    }

    /// The view one frame earlier; the same at the beginning of a set-up.
    public View before(int frame) {
        return frame == 0 || cuts.contains(frame) ? views.get(frame) : views.get(frame - 1);
    }

    /// The view one frame later; the same at the end of a set-up.
    public View after(int frame) {
        return frame + 1 >= views.size() || cuts.contains(frame + 1) ? views.get(frame) : views.get(frame + 1);
    }

    /// The number of the set-up that a frame belongs to.
    public int setup(int frame) {
        int i = 0;
        while (i + 1 < cuts.size() && cuts.get(i + 1) <= frame) {
            i++;
        }
        return i;
    }

    /// The picture's right in the world just before a frame (at 0: in it), horizontal.
    public Vec3 rightBefore(int frame) {
        return views.get(Math.max(0, frame - 1)).right().withY(0).normalized();
    }
}
