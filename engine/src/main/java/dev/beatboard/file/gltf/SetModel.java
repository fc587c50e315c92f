package dev.beatboard.file.gltf;

import dev.beatboard.scene.Material;
import dev.beatboard.scene.SceneObject;
import dev.beatboard.scene.Shape;
import dev.beatboard.scene.World;
import java.util.List;
import java.util.Map;

/// A set as a model: what stands still.
///
/// @param objects by the numbers that shapes name
/// @param glows what a material that shines is lit by, for those who set its level later
public record SetModel(String name, List<Shape> shapes, List<SceneObject> objects, Map<Material, String> glows) {

    public SetModel {
        shapes = List.copyOf(shapes);
        objects = List.copyOf(objects);
        glows = Map.copyOf(glows);
    }

    static SetModel of(World world) {
        return new SetModel(world.name(), world.shapes(), world.objects(), Map.of());
    }
}
