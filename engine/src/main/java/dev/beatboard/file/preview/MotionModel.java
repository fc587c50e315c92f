package dev.beatboard.file.preview;

import dev.beatboard.file.Slate;
import dev.beatboard.file.gltf.LampTrack;
import dev.beatboard.file.gltf.ShotModel;
import dev.beatboard.scene.Rgb;
import dev.beatboard.scene.View;
import dev.beatboard.time.FrameRate;
import java.util.List;
import java.util.Map;

/// Everything of a shot that moves or shines, over all frames.
///
/// @param aspect width over height of the picture that the views are for
/// @param views one per frame
/// @param cuts the first frame of every set-up, 0 included, ascending
/// @param light one per frame; frames of the same light may share one object
/// @param lamps over the same frames
public record MotionModel(
        Slate slate,
        FrameRate rate,
        double aspect,
        List<View> views,
        List<Integer> cuts,
        List<ShotModel.Marker> markers,
        List<Person> people,
        List<Light> light,
        List<LampTrack> lamps) {

    public MotionModel {
        views = List.copyOf(views);
        cuts = List.copyOf(cuts);
        markers = List.copyOf(markers);
        people = List.copyOf(people);
        light = List.copyOf(light);
        lamps = List.copyOf(lamps);
        if (views.isEmpty() || light.size() != views.size()) {
            throw new IllegalArgumentException(views.size() + " views and " + light.size() + " moments of light");
        }
        for (Person p : people) {
            int frames = views.size();
            if (p.roots().length != 3 * frames
                    || p.turns().length != 4 * frames * p.joints().size()
                    || p.weights().length != frames * p.morphs().size()) {
                throw new IllegalArgumentException(p.name() + ": arrays do not fit " + frames + " frames");
            }
        }
    }

    int frames() {
        return views.size();
    }

    /// A performer with a body.
    ///
    /// @param joints names, in the order of the person's part
    /// @param turns unit quaternions x, y, z, w relative to the parent, `[4 * (joint * frames + frame) ..]`
    /// @param roots where joint 0 is, world space, meters, `[3 * frame + axis]`
    /// @param morphs names of those that are not 0 on all frames
    /// @param weights 0 to 1, `[frame * morphs + morph]`
    public record Person(
            String name, List<String> joints, double[] turns, double[] roots, List<String> morphs, float[] weights) {

        public Person {
            joints = List.copyOf(joints);
            morphs = List.copyOf(morphs);
        }
    }

    /// What else there is of light at a frame, all of it times the exposure.
    ///
    /// @param exposure what radiance is multiplied by before tone mapping
    /// @param ambient the irradiance that stands for all light that bounced or came from the sky
    /// @param sky the mean radiance of what is seen beyond everything
    /// @param glows what the radiance of materials that glow is multiplied by, by the name of their glow
    public record Light(double exposure, Rgb ambient, Rgb sky, Map<String, Rgb> glows) {

        public Light {
            glows = Map.copyOf(glows);
        }
    }
}
