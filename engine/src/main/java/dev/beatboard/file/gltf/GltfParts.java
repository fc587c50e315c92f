package dev.beatboard.file.gltf;

import java.io.IOException;
import java.util.OptionalInt;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Writes what does not change from edit to edit, each as a binary glTF file of its own without animation: one person
/// at rest, and the set. What moves and shines is told apart ([dev.beatboard.file.preview.MotionWriter]).
///
/// The scene's extras say under `beatboard` which `part` it is. Materials that shine have their radiance in scene
/// units, and say in their extras by `glow` which level it is to be multiplied by.
public final class GltfParts {

    /// Changes with what the parts are like, so that those made before are not taken for the same.
    public static final int FORMAT = 1;

    private GltfParts() {}

    /// A person at rest, with all morph targets at 0. Joints are in the order of the model, in the skin as well.
    ///
    /// @throws IOException if it would be larger than 2 GB
    public static byte[] person(PersonModel person) throws IOException {
        Store store = new Store(true);
        ArrayNode roots = begun(store, "person", person.name());
        Geometry geometry = new Geometry(store, GltfForm.PART);
        Materials materials = new Materials(store, GltfForm.PART, 1);
        new Bodies(store, geometry, materials, GltfForm.PART).write(person, OptionalInt.empty(), m -> true, roots);
        return store.glb();
    }

    /// The set with its things, one node for each.
    ///
    /// @throws IOException if it would be larger than 2 GB
    public static byte[] set(SetModel set) throws IOException {
        Store store = new Store(true);
        ArrayNode roots = begun(store, "set", set.name());
        Geometry geometry = new Geometry(store, GltfForm.PART);
        Materials materials = new Materials(store, GltfForm.PART, 1, set.glows());
        SetNodes.write(store, set, geometry, materials, GltfForm.PART, roots);
        return store.glb();
    }

    private static ArrayNode begun(Store store, String part, String name) {
        ObjectNode root = store.root();
        ((ObjectNode) root.get("asset")).put("version", "2.0").put("generator", "Beatboard");
        root.put("scene", 0);
        ObjectNode scene = store.list("scenes").addObject().put("name", name);
        scene.putObject("extras")
                .putObject("beatboard")
                .put("format", FORMAT)
                .put("part", part)
                .put("name", name);
        store.extension("KHR_mesh_quantization", true);
        return scene.putArray("nodes");
    }
}
