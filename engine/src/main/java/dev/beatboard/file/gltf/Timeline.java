package dev.beatboard.file.gltf;

import dev.beatboard.file.gltf.meshopt.Filters;
import dev.beatboard.math.Quat;
import dev.beatboard.math.Vec3;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntFunction;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The one animation of the file. Channels that have keys on the same frames share their times.
final class Timeline {

    /// The steps between keys that there are.
    static final int[] STEPS = {8, 6, 4, 3, 2, 1};
    /// What counts as still: radians, meters, weights.
    static final double STILL = 1e-7;

    private final Store store;
    private final ShotModel model;
    private final boolean small;
    private final TreeMap<Integer, Keys> keys = new TreeMap<>();
    private final TreeMap<Integer, Integer> times = new TreeMap<>();
    private final TreeMap<String, Store.Stream> streams = new TreeMap<>();
    private final ArrayNode channels = JsonNodeFactory.instance.arrayNode();
    private final ArrayNode samplers = JsonNodeFactory.instance.arrayNode();

    Timeline(Store store, ShotModel model, GltfForm form) {
        this.store = store;
        this.model = model;
        this.small = form.compressed();
    }

    /// The keys that are `step` frames apart.
    Keys keys(int step) {
        return keys.computeIfAbsent(step, s -> Keys.of(model.frames(), model.cuts(), s));
    }

    private Store.Stream stream(String kind, int stride, String filter) {
        return streams.computeIfAbsent(kind, k -> store.stream(stride, Store.NO_TARGET, filter));
    }

    /// Rotations, one per frame.
    ///
    /// @param rounded whether 16 bits are enough in the small form
    /// @return the sampler
    int rotations(IntFunction<Quat> values, int step, boolean rounded) {
        Keys k = keys(step);
        List<Quat> list = new ArrayList<>();
        Quat before = Quat.IDENTITY;
        for (int n : k.frames()) {
            Quat q = values.apply(n);
            double d = q.x() * before.x() + q.y() * before.y() + q.z() * before.z() + q.w() * before.w();
            // The nearer of the two that mean the same: not every player takes the shorter way by itself.
            q = d < 0 ? new Quat(-q.x(), -q.y(), -q.z(), -q.w()) : q;
            list.add(q);
            before = q;
        }
        if (small && rounded) {
            Store.Stream s = stream("rotations", 8, "QUATERNION");
            int at = s.add(Filters.quaternion(list, list.size()));
            return sampler(step, s.accessor(at, Store.SHORT, true, list.size(), "VEC4"));
        }
        float[] f = new float[4 * list.size()];
        for (int i = 0; i < list.size(); i++) {
            f[4 * i] = (float) list.get(i).x();
            f[4 * i + 1] = (float) list.get(i).y();
            f[4 * i + 2] = (float) list.get(i).z();
            f[4 * i + 3] = (float) list.get(i).w();
        }
        Store.Stream s = stream("exact rotations", 16, "NONE");
        return sampler(step, s.accessor(s.add(f), Store.FLOAT, false, list.size(), "VEC4"));
    }

    /// Places, one per frame.
    ///
    /// @param exponent of the grid in the small form: 2^exponent meters
    int places(IntFunction<Vec3> values, int step, int exponent) {
        Keys k = keys(step);
        float[] f = new float[3 * k.count()];
        for (int i = 0; i < k.count(); i++) {
            Vec3 p = values.apply(k.frames()[i]);
            f[3 * i] = (float) p.x();
            f[3 * i + 1] = (float) p.y();
            f[3 * i + 2] = (float) p.z();
        }
        Store.Stream s = stream("places " + exponent, 12, "EXPONENTIAL");
        int at = small ? s.add(Filters.exponential(f, exponent)) : s.add(f);
        return sampler(step, s.accessor(at, Store.FLOAT, false, k.count(), "VEC3"));
    }

    /// Numbers, `width` per frame.
    int numbers(IntFunction<float[]> values, int width, int step, int exponent) {
        Keys k = keys(step);
        float[] f = new float[width * k.count()];
        for (int i = 0; i < k.count(); i++) {
            System.arraycopy(values.apply(k.frames()[i]), 0, f, width * i, width);
        }
        // Numbers of one width follow each other in time, so their differences are small.
        Store.Stream s = stream("numbers " + width + " " + exponent, 4 * width, "EXPONENTIAL");
        int at = small ? s.add(Filters.exponential(f, exponent)) : s.add(f);
        return sampler(step, s.accessor(at, Store.FLOAT, false, f.length, "SCALAR"));
    }

    private int sampler(int step, int output) {
        samplers.addObject().put("input", input(step)).put("output", output);
        return samplers.size() - 1;
    }

    private int input(int step) {
        return times.computeIfAbsent(step, s -> {
            Keys k = keys(s);
            float[] f = new float[k.count()];
            for (int i = 0; i < f.length; i++) {
                f[i] = (float) (k.times()[i]
                        * model.rate().denominator()
                        / model.rate().numerator());
            }
            Store.Stream stream = stream("times", 4, "NONE");
            ObjectNode a = stream.accessorNode(stream.add(f), Store.FLOAT, false, f.length, "SCALAR");
            Geometry.bounds(a, f, 1);
            return store.accessor(a);
        });
    }

    void channel(int sampler, int node, String path) {
        channels.addObject()
                .put("sampler", sampler)
                .putObject("target")
                .put("node", node)
                .put("path", path);
    }

    /// A channel to what is no node (`KHR_animation_pointer`); readers that do not know it leave it out.
    void pointer(int sampler, String pointer) {
        store.extension("KHR_animation_pointer", false);
        channels.addObject()
                .put("sampler", sampler)
                .putObject("target")
                .put("path", "pointer")
                .putObject("extensions")
                .putObject("KHR_animation_pointer")
                .put("pointer", pointer);
    }

    void finish() {
        if (!channels.isEmpty()) {
            ObjectNode a = store.list("animations").addObject().put("name", "shot");
            a.set("channels", channels);
            a.set("samplers", samplers);
        }
    }
}
