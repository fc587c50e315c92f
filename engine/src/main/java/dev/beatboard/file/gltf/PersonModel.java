package dev.beatboard.file.gltf;

import dev.beatboard.scene.SkinnedShape;
import dev.beatboard.track.SkinJoint;
import java.util.List;

/// Somebody's looks as a model, at rest.
public record PersonModel(String name, List<SkinJoint> joints, List<SkinnedShape> surfaces) {

    public PersonModel {
        joints = List.copyOf(joints);
        surfaces = List.copyOf(surfaces);
    }
}
