package dev.beatboard.file.exr;

import dev.beatboard.file.Slate;
import dev.beatboard.scene.SceneObject;
import dev.beatboard.scene.View;
import dev.beatboard.scene.World;
import dev.beatboard.time.FrameRate;
import java.util.ArrayList;
import java.util.List;

/// What the files of a sequence say besides their samples.
///
/// @param objects the names of all objects, for mattes
/// @param actors the names of those who act
/// @param displayWidth of the frame as it was framed, in pixels, as is `displayHeight`; a larger
///     picture has it in its middle, as overscan
public record ExrShot(
        FrameRate rate, Slate slate, List<String> objects, List<String> actors, int displayWidth, int displayHeight) {

    public ExrShot {
        objects = List.copyOf(objects);
        actors = List.copyOf(actors);
    }

    /// With the names of a world.
    public static ExrShot of(FrameRate rate, Slate slate, World world, int displayWidth, int displayHeight) {
        List<String> names = world.names();
        List<SceneObject> all = world.objects();
        List<String> actors = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (all.get(i).performer()) {
                actors.add(names.get(i));
            }
        }
        return new ExrShot(rate, slate, names, actors, displayWidth, displayHeight);
    }

    /// What a file says of its own frame.
    ///
    /// @param n the frame's number in the clip
    /// @param view the lens at the middle of the shutter, for the frame as it was framed
    /// @param shutterSeconds how long the shutter is open
    public record Moment(int n, View view, double shutterSeconds) {}
}
