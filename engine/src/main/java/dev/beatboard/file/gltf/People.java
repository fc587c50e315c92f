package dev.beatboard.file.gltf;

import dev.beatboard.math.Quat;
import dev.beatboard.scene.SkinnedShape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Writes people in motion: their [Bodies], and what moves of them.
final class People {

    /// The grid of morph weights in the small form, 2^-10, and how far they may be off between keys.
    private static final int WEIGHT_EXPONENT = -10;

    private static final double WEIGHT_ERROR = 0.004;

    private final Store store;
    private final ShotModel model;
    private final Timeline timeline;
    private final Bodies bodies;
    private final boolean small;
    private final Map<Turns, Integer> alike = new HashMap<>();

    People(Store store, ShotModel model, Geometry geometry, Materials materials, Timeline timeline, GltfForm form) {
        this.store = store;
        this.model = model;
        this.timeline = timeline;
        this.bodies = new Bodies(store, geometry, materials, form);
        this.small = form.compressed();
    }

    /// @param roots the nodes of the scene
    /// @param extras where to say what was written
    void write(ShotModel.Person p, int index, ArrayNode roots, ObjectNode extras) {
        Thinning thinning = small ? Thinning.of(model, timeline, p) : Thinning.none(p);
        Bodies.Written w = bodies.write(p.looks(), OptionalInt.of(index), m -> !small || uses(p, m), roots);
        for (int j = 0; j < p.joints().size(); j++) {
            joint(p, j, w.firstJoint() + j, thinning);
        }
        for (Bodies.Surface s : w.surfaces()) {
            if (!s.morphs().isEmpty()) {
                weights(p, s);
            }
        }
        extras.put("name", p.name()).put("node", w.armature()).put("skin", w.skin());
        if (small) {
            extras.putObject("jointError").put("meters", thinning.meters()).put("pixels", thinning.pixels());
        }
    }

    private static boolean uses(ShotModel.Person p, SkinnedShape.Morph m) {
        return p.motion().morphs().stream().anyMatch(w -> w.getOrDefault(m.name(), 0.0) > 0);
    }

    private void joint(ShotModel.Person p, int j, int number, Thinning thinning) {
        ObjectNode node = (ObjectNode) store.list("nodes").get(number);
        var motion = p.motion();
        if (p.joints().get(j).parent() < 0) {
            Bodies.vector(node, "translation", motion.roots().getFirst());
            if (motion.roots().stream()
                    .anyMatch(r -> r.distanceTo(motion.roots().getFirst()) > Timeline.STILL)) {
                int s = timeline.places(n -> motion.roots().get(n), thinning.rootStep(), Thinning.ROOT_EXPONENT);
                timeline.channel(s, number, "translation");
            }
        }
        rotation(node, motion.rotations().getFirst().get(j));
        int step = thinning.steps()[j];
        if (step > 0) {
            timeline.channel(sampler(p, j, step, thinning.rounded()[j]), number, "rotation");
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

    private void weights(ShotModel.Person p, Bodies.Surface s) {
        ArrayNode weights = ((ObjectNode) store.list("meshes").get(s.mesh())).putArray("weights");
        List<float[]> values = new ArrayList<>();
        for (Map<String, Double> w : p.motion().morphs()) {
            float[] v = new float[s.morphs().size()];
            for (int i = 0; i < v.length; i++) {
                v[i] = w.getOrDefault(s.morphs().get(i).name(), 0.0).floatValue();
            }
            values.add(v);
        }
        for (float w : values.getFirst()) {
            weights.add(w);
        }
        if (values.stream().anyMatch(v -> !Arrays.equals(v, values.getFirst()))) {
            int step = small ? step(values) : 1;
            timeline.channel(
                    timeline.numbers(values::get, s.morphs().size(), step, WEIGHT_EXPONENT), s.node(), "weights");
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
