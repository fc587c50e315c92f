package dev.beatboard.file.gltf;

import dev.beatboard.math.Quat;
import dev.beatboard.math.Vec3;
import dev.beatboard.scene.SkinnedShape;
import dev.beatboard.track.SkinJoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Writes people: one hierarchy of joints, one skin, one mesh per surface, and what moves of them.
///
/// Meshes with a skin are roots of the scene: the place of their node means nothing (specification, section 3.7.3.3).
final class People {

    /// The grid of morph weights in the small form, 2^-10, and how far they may be off between keys.
    private static final int WEIGHT_EXPONENT = -10;

    private static final double WEIGHT_ERROR = 0.004;

    private final Store store;
    private final ShotModel model;
    private final Geometry geometry;
    private final Materials materials;
    private final Timeline timeline;
    private final boolean small;
    private final Map<Turns, Integer> alike = new HashMap<>();
    private Store.@Nullable Stream binds;

    People(Store store, ShotModel model, Geometry geometry, Materials materials, Timeline timeline, GltfForm form) {
        this.store = store;
        this.model = model;
        this.geometry = geometry;
        this.materials = materials;
        this.timeline = timeline;
        this.small = form.compressed();
    }

    /// @param roots the nodes of the scene
    /// @param extras where to say what was written
    void write(ShotModel.Person p, int index, ArrayNode roots, ObjectNode extras) {
        Thinning thinning = small ? Thinning.of(model, timeline, p) : Thinning.none(p);
        ArrayNode nodes = store.list("nodes");
        int armature = nodes.size();
        ObjectNode top = nodes.addObject().put("name", p.name());
        top.putObject("extras").put("performer", index);
        roots.add(armature);
        int first = nodes.size();
        top.putArray("children").add(first);
        for (SkinJoint j : p.joints()) {
            nodes.addObject().put("name", j.name());
        }
        for (int j = 0; j < p.joints().size(); j++) {
            joint(p, j, first, thinning, (ObjectNode) nodes.get(first + j));
        }
        Grid grid = small
                ? Grid.around(p.surfaces().stream().map(SkinnedShape::positions).toList())
                : Grid.EXACT;
        int skin = skin(p, first, grid);
        for (SkinnedShape s : p.surfaces()) {
            surface(p, s, grid, skin, index, roots);
        }
        extras.put("name", p.name()).put("node", armature).put("skin", skin);
        if (small) {
            extras.putObject("jointError").put("meters", thinning.meters()).put("pixels", thinning.pixels());
        }
    }

    private void joint(ShotModel.Person p, int j, int first, Thinning thinning, ObjectNode node) {
        SkinJoint joint = p.joints().get(j);
        for (int c = j + 1; c < p.joints().size(); c++) {
            if (p.joints().get(c).parent() == j) {
                (node.get("children") instanceof ArrayNode a ? a : node.putArray("children")).add(first + c);
            }
        }
        var motion = p.motion();
        if (joint.parent() < 0) {
            vector(node, "translation", motion.roots().getFirst());
            if (motion.roots().stream()
                    .anyMatch(r -> r.distanceTo(motion.roots().getFirst()) > Timeline.STILL)) {
                int s = timeline.places(n -> motion.roots().get(n), thinning.rootStep(), Thinning.ROOT_EXPONENT);
                timeline.channel(s, first + j, "translation");
            }
        } else {
            vector(
                    node,
                    "translation",
                    joint.rest().minus(p.joints().get(joint.parent()).rest()));
        }
        rotation(node, motion.rotations().getFirst().get(j));
        int step = thinning.steps()[j];
        if (step > 0) {
            timeline.channel(sampler(p, j, step, thinning.rounded()[j]), first + j, "rotation");
        }
    }

    /// Joints that turn alike, as those of a twist do, share their numbers.
    private int sampler(ShotModel.Person p, int j, int step, boolean rounded) {
        List<Quat> turns = new ArrayList<>();
        for (List<Quat> q : p.motion().rotations()) {
            turns.add(q.get(j));
        }
        return alike.computeIfAbsent(
                new Turns(turns, step, rounded), t -> timeline.rotations(turns::get, step, rounded));
    }

    private record Turns(List<Quat> turns, int step, boolean rounded) {}

    private int skin(ShotModel.Person p, int first, Grid grid) {
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

    private void surface(ShotModel.Person p, SkinnedShape s, Grid grid, int skin, int index, ArrayNode roots) {
        List<SkinnedShape.Morph> morphs = s.morphs().stream()
                .filter(m -> !small || p.motion().morphs().stream().anyMatch(w -> w.getOrDefault(m.name(), 0.0) > 0))
                .toList();
        int material = materials.add(s.material());
        ObjectNode mesh = store.list("meshes").addObject().put("name", p.name() + " " + s.name());
        mesh.putArray("primitives")
                .add(geometry.primitive(s, morphs, grid, p.joints().size(), material));
        ArrayNode nodes = store.list("nodes");
        int node = nodes.size();
        roots.add(node);
        ObjectNode o = nodes.addObject().put("name", p.name() + " " + s.name());
        o.put("mesh", store.list("meshes").size() - 1).put("skin", skin);
        o.putObject("extras").put("performer", index).put("surface", s.name());
        if (morphs.isEmpty()) {
            return;
        }
        ArrayNode weights = mesh.putArray("weights");
        ArrayNode names = mesh.putObject("extras").putArray("targetNames");
        morphs.forEach(m -> names.add(m.name()));
        List<float[]> values = new ArrayList<>();
        for (Map<String, Double> w : p.motion().morphs()) {
            float[] v = new float[morphs.size()];
            for (int i = 0; i < v.length; i++) {
                v[i] = w.getOrDefault(morphs.get(i).name(), 0.0).floatValue();
            }
            values.add(v);
        }
        for (float w : values.getFirst()) {
            weights.add(w);
        }
        if (values.stream().anyMatch(v -> !Arrays.equals(v, values.getFirst()))) {
            int step = small ? step(values) : 1;
            timeline.channel(timeline.numbers(values::get, morphs.size(), step, WEIGHT_EXPONENT), node, "weights");
        }
    }

    /// The widest step at which all weights stay close.
    private int step(List<float[]> values) {
        for (int step : Timeline.STEPS) {
            Keys k = timeline.keys(step);
            double worst = 0;
            for (int n = 0; n < values.size(); n++) {
                int a = k.before(n);
                double t = k.share(n, a);
                float[] from = values.get(k.frames()[a]);
                float[] to = values.get(k.frames()[Math.min(a + 1, k.count() - 1)]);
                for (int i = 0; i < from.length; i++) {
                    worst = Math.max(worst, Math.abs(from[i] + t * (to[i] - from[i]) - values.get(n)[i]));
                }
            }
            if (worst <= WEIGHT_ERROR) {
                return step;
            }
        }
        return 1;
    }

    static void vector(ObjectNode o, String name, Vec3 v) {
        if (v.length() > 0) {
            o.putArray(name).add((float) v.x()).add((float) v.y()).add((float) v.z());
        }
    }

    static void rotation(ObjectNode o, Quat q) {
        if (Thinning.angle(Quat.IDENTITY, q) > Timeline.STILL) {
            o.putArray("rotation")
                    .add((float) q.x())
                    .add((float) q.y())
                    .add((float) q.z())
                    .add((float) q.w());
        }
    }
}
