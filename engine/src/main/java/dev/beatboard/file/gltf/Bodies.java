package dev.beatboard.file.gltf;

import dev.beatboard.math.Vec3;
import dev.beatboard.scene.SkinnedShape;
import dev.beatboard.track.SkinJoint;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Writes people as they are at rest: one hierarchy of joints, one skin, one mesh per surface.
///
/// Meshes with a skin are roots of the scene: the place of their node means nothing (specification, section 3.7.3.3).
final class Bodies {

    private final Store store;
    private final Geometry geometry;
    private final Materials materials;
    private final boolean small;
    private Store.@Nullable Stream binds;

    /// What was written of somebody.
    ///
    /// @param armature the node above the joints
    /// @param firstJoint the node of joint 0; the others follow
    record Written(int armature, int firstJoint, int skin, List<Surface> surfaces) {}

    /// @param morphs those that were written, in their order
    record Surface(int node, int mesh, List<SkinnedShape.Morph> morphs) {}

    Bodies(Store store, Geometry geometry, Materials materials, GltfForm form) {
        this.store = store;
        this.geometry = geometry;
        this.materials = materials;
        this.small = form.compressed();
    }

    /// @param performer the place in the cast, for the extras
    /// @param wanted which morph targets are written
    /// @param roots the nodes of the scene
    Written write(PersonModel p, OptionalInt performer, Predicate<SkinnedShape.Morph> wanted, ArrayNode roots) {
        ArrayNode nodes = store.list("nodes");
        int armature = nodes.size();
        ObjectNode top = nodes.addObject().put("name", p.name());
        performer.ifPresent(i -> top.putObject("extras").put("performer", i));
        roots.add(armature);
        int first = nodes.size();
        top.putArray("children").add(first);
        for (SkinJoint j : p.joints()) {
            nodes.addObject().put("name", j.name());
        }
        for (int j = 0; j < p.joints().size(); j++) {
            joint(p.joints(), j, first, (ObjectNode) nodes.get(first + j));
        }
        Grid grid = small
                ? Grid.around(p.surfaces().stream().map(SkinnedShape::positions).toList())
                : Grid.EXACT;
        int skin = skin(p, first, grid);
        List<Surface> surfaces = new ArrayList<>();
        for (SkinnedShape s : p.surfaces()) {
            List<SkinnedShape.Morph> morphs = s.morphs().stream().filter(wanted).toList();
            surfaces.add(surface(p, s, morphs, grid, skin, performer, roots));
        }
        return new Written(armature, first, skin, surfaces);
    }

    /// The root's place is left to who moves it.
    private static void joint(List<SkinJoint> joints, int j, int first, ObjectNode node) {
        SkinJoint joint = joints.get(j);
        for (int c = j + 1; c < joints.size(); c++) {
            if (joints.get(c).parent() == j) {
                (node.get("children") instanceof ArrayNode a ? a : node.putArray("children")).add(first + c);
            }
        }
        if (joint.parent() >= 0) {
            vector(
                    node,
                    "translation",
                    joint.rest().minus(joints.get(joint.parent()).rest()));
        }
    }

    private int skin(PersonModel p, int first, Grid grid) {
        float[] m = new float[16 * p.joints().size()];
        ArrayNode joints = store.list("skins")
                .addObject()
                .put("name", p.name())
                .put("skeleton", first)
                .putArray("joints");
        for (int j = 0; j < p.joints().size(); j++) {
            joints.add(first + j);
            Vec3 rest = p.joints().get(j).rest();
            int at = 16 * j;
            m[at] = (float) grid.scale();
            m[at + 5] = (float) grid.scale();
            m[at + 10] = (float) grid.scale();
            m[at + 12] = (float) (grid.offset()[0] - rest.x());
            m[at + 13] = (float) (grid.offset()[1] - rest.y());
            m[at + 14] = (float) (grid.offset()[2] - rest.z());
            m[at + 15] = 1;
        }
        if (binds == null) {
            binds = store.stream(64, Store.NO_TARGET, "NONE");
        }
        int accessor =
                binds.accessor(binds.add(m), Store.FLOAT, false, p.joints().size(), "MAT4");
        int skin = store.list("skins").size() - 1;
        ((ObjectNode) store.list("skins").get(skin)).put("inverseBindMatrices", accessor);
        return skin;
    }

    private Surface surface(
            PersonModel p,
            SkinnedShape s,
            List<SkinnedShape.Morph> morphs,
            Grid grid,
            int skin,
            OptionalInt performer,
            ArrayNode roots) {
        int material = materials.add(s.material());
        int number = store.list("meshes").size();
        ObjectNode mesh = store.list("meshes").addObject().put("name", p.name() + " " + s.name());
        mesh.putArray("primitives")
                .add(geometry.primitive(s, morphs, grid, p.joints().size(), material));
        ArrayNode nodes = store.list("nodes");
        int node = nodes.size();
        roots.add(node);
        ObjectNode o = nodes.addObject().put("name", p.name() + " " + s.name());
        o.put("mesh", number).put("skin", skin);
        ObjectNode extras = o.putObject("extras");
        performer.ifPresent(i -> extras.put("performer", i));
        extras.put("surface", s.name());
        if (!morphs.isEmpty()) {
            ArrayNode names = mesh.putObject("extras").putArray("targetNames");
            morphs.forEach(m -> names.add(m.name()));
        }
        return new Surface(node, number, morphs);
    }

    static void vector(ObjectNode o, String name, Vec3 v) {
        if (v.length() > 0) {
            o.putArray(name).add((float) v.x()).add((float) v.y()).add((float) v.z());
        }
    }
}
