package dev.beatboard.file.gltf;

import dev.beatboard.file.Slate;
import dev.beatboard.scene.Emitter;
import dev.beatboard.scene.Rgb;
import dev.beatboard.scene.SkinnedShape;
import dev.beatboard.scene.View;
import dev.beatboard.scene.World;
import dev.beatboard.time.FrameRate;
import dev.beatboard.track.SkinJoint;
import dev.beatboard.track.SkinMotion;
import java.util.List;

/// A whole shot as a model: everything that stands, moves, shines and films, over all frames.
///
/// @param aspect width over height of the picture that the views are for
/// @param views one per frame
/// @param cuts the first frame of every set-up, 0 included, ascending
/// @param set what stands still
/// @param lighting one per frame; frames of the same light may share one object
/// @param ambient the irradiance that stands for all light that bounced or came from the sky, scene units
/// @param sky the mean radiance of what is seen beyond everything, scene units
public record ShotModel(
        Slate slate,
        FrameRate rate,
        double aspect,
        List<View> views,
        List<Integer> cuts,
        List<Marker> markers,
        World set,
        List<Person> people,
        List<Lighting> lighting,
        Rgb ambient,
        Rgb sky) {

    public ShotModel {
        views = List.copyOf(views);
        cuts = List.copyOf(cuts);
        markers = List.copyOf(markers);
        people = List.copyOf(people);
        lighting = List.copyOf(lighting);
        if (views.isEmpty() || lighting.size() != views.size()) {
            throw new IllegalArgumentException(views.size() + " views and " + lighting.size() + " moments of light");
        }
        if (cuts.isEmpty() || cuts.getFirst() != 0) {
            throw new IllegalArgumentException("Cuts " + cuts + ": the first set-up begins at frame 0");
        }
        for (Person p : people) {
            if (p.motion().roots().size() != views.size()) {
                throw new IllegalArgumentException(
                        p.name() + " has " + p.motion().roots().size() + " frames of " + views.size());
            }
        }
    }

    /// How many frames the shot has.
    public int frames() {
        return views.size();
    }

    /// A performer with a body.
    public record Person(String name, List<SkinJoint> joints, List<SkinnedShape> surfaces, SkinMotion motion) {

        public Person {
            joints = List.copyOf(joints);
            surfaces = List.copyOf(surfaces);
        }

        PersonModel looks() {
            return new PersonModel(name, joints, surfaces);
        }
    }

    /// A keyframe and its words.
    public record Marker(int frame, String prompt) {}

    /// What shines at a frame.
    ///
    /// @param exposure what radiance is multiplied by before tone mapping
    public record Lighting(List<Emitter> emitters, double exposure) {

        public Lighting {
            emitters = List.copyOf(emitters);
        }
    }
}
