package dev.beatboard.file.preview;

import dev.beatboard.file.gltf.LampTrack;
import dev.beatboard.file.gltf.ShotModel;
import dev.beatboard.math.Quat;
import dev.beatboard.math.Vec3;
import dev.beatboard.scene.Emitter;
import dev.beatboard.scene.Rgb;
import dev.beatboard.scene.View;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Writes what moves and shines of a shot: a JSON header and the arrays that it points to, little-endian, as
/// `docs/PREVIEW.md` describes. What is the same on all frames is written once.
public final class MotionWriter {

    /// The first four bytes of a file.
    public static final String MAGIC = "BBMO";

    private static final int VERSION = 1;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final MotionModel model;
    private final PackedArrays data = new PackedArrays();
    private final Map<List<String>, Integer> skeletons = new HashMap<>();

    private MotionWriter(MotionModel model) {
        this.model = model;
    }

    /// The bytes of the file; the same for the same model.
    public static byte[] encode(MotionModel model) {
        return new MotionWriter(model).encode();
    }

    private byte[] encode() {
        ObjectNode o = JsonNodeFactory.instance.objectNode();
        o.put("format", VERSION);
        o.put("title", model.slate().title()).put("shot", model.slate().shotDigest());
        o.put("engine", model.slate().engineVersion());
        o.put("frames", model.frames());
        o.putArray("rate").add(model.rate().numerator()).add(model.rate().denominator());
        o.put("aspect", model.aspect());
        ArrayNode cuts = o.putArray("cuts");
        model.cuts().forEach(cuts::add);
        ArrayNode keyframes = o.putArray("keyframes");
        for (ShotModel.Marker m : model.markers()) {
            keyframes.addObject().put("frame", m.frame()).put("prompt", m.prompt());
        }
        camera(o.putObject("camera"));
        light(o);
        ArrayNode skeletonList = o.putArray("skeletons");
        ArrayNode people = o.putArray("people");
        for (MotionModel.Person p : model.people()) {
            person(p, people.addObject(), skeletonList);
        }
        return file(o);
    }

    private byte[] file(ObjectNode header) {
        byte[] json = MAPPER.writeValueAsString(header).getBytes(StandardCharsets.UTF_8);
        int padded = json.length + 7 & ~7;
        ByteBuffer out = ByteBuffer.allocate(16 + padded + data.size()).order(ByteOrder.LITTLE_ENDIAN);
        out.put(MAGIC.getBytes(StandardCharsets.ISO_8859_1));
        out.putInt(VERSION).putInt(padded).putInt(0);
        out.put(json);
        while (out.position() < 16 + padded) {
            out.put((byte) ' ');
        }
        data.into(out);
        return out.array();
    }

    private void camera(ObjectNode o) {
        List<View> views = model.views();
        o.set("position", floats(3, n -> vector(views.get(n).position())));
        float[] before = {0, 0, 0, 1};
        o.set("rotation", floats(4, n -> nearer(views.get(n).orientation(), before)));
        o.set("yfov", floats(1, n ->
                new float[] {(float) (2 * StrictMath.atan(views.get(n).tanHalfWidth() / model.aspect()))}));
        o.set("focalLength", floats(1, n -> new float[] {(float) views.get(n).focalLength()}));
        o.set("sensorWidth", floats(1, n -> new float[] {(float) views.get(n).sensorWidth()}));
        o.set("focusDistance", floats(1, n -> new float[] {(float) views.get(n).focusDistance()}));
        o.set("fNumber", floats(1, n -> new float[] {(float) views.get(n).fNumber()}));
    }

    /// Of the two that mean the same, the one nearer to the frame before.
    private static float[] nearer(Quat q, float[] before) {
        double d = q.x() * before[0] + q.y() * before[1] + q.z() * before[2] + q.w() * before[3];
        float k = d < 0 ? -1 : 1;
        before[0] = k * (float) q.x();
        before[1] = k * (float) q.y();
        before[2] = k * (float) q.z();
        before[3] = k * (float) q.w();
        return before.clone();
    }

    private void light(ObjectNode o) {
        List<MotionModel.Light> light = model.light();
        o.set("exposure", floats(1, n -> new float[] {(float) light.get(n).exposure()}));
        o.set("ambient", floats(3, n -> color(light.get(n).ambient())));
        o.set("sky", floats(3, n -> color(light.get(n).sky())));
        ArrayNode glows = o.putArray("glows");
        TreeSet<String> names = new TreeSet<>();
        light.forEach(l -> names.addAll(l.glows().keySet()));
        for (String name : names) {
            glows.addObject()
                    .put("name", name)
                    .set("level", floats(3, n -> color(light.get(n).glows().getOrDefault(name, Rgb.BLACK))));
        }
        ArrayNode lamps = o.putArray("lamps");
        for (LampTrack lamp : model.lamps()) {
            lamp(lamp, lamps.addObject());
        }
    }

    private void lamp(LampTrack lamp, ObjectNode o) {
        Emitter first = lamp.first();
        o.put("name", lamp.name()).put("group", first.group().name().toLowerCase(Locale.ROOT));
        switch (first) {
            case Emitter.Rectangle r -> {
                o.put("source", "rectangle");
                o.put("width", 2 * r.u().length()).put("height", 2 * r.v().length());
                list(o.putArray("u"), vector(r.u()));
                list(o.putArray("v"), vector(r.v()));
                list(o.putArray("direction"), vector(r.normal()));
            }
            case Emitter.Bulb b -> o.put("source", "bulb").put("radius", b.radius());
            case Emitter.Sun s -> {
                o.put("source", "sun").put("angularRadius", s.angularRadius());
                list(o.putArray("direction"), vector(s.toward().negated()));
            }
        }
        list(o.putArray("color"), color(lamp.color()));
        o.set("position", floats(3, n -> vector(lamp.places().get(n))));
        o.set("intensity", floats(1, n -> new float[] {lamp.intensities()[n]}));
    }

    private void person(MotionModel.Person p, ObjectNode o, ArrayNode skeletonList) {
        o.put("name", p.name());
        o.put("skeleton", skeletons.computeIfAbsent(p.joints(), names -> {
            ArrayNode list = skeletonList.addArray();
            names.forEach(list::add);
            return skeletons.size();
        }));
        o.set("root", floats(3, n ->
                new float[] {(float) p.roots()[3 * n], (float) p.roots()[3 * n + 1], (float) p.roots()[3 * n + 2]}));
        turns(p, o.putObject("turns"));
        ArrayNode morphs = o.putArray("morphs");
        p.morphs().forEach(morphs::add);
        short[] weights = new short[p.weights().length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (short) Math.round(65535 * Math.clamp(p.weights()[i], 0f, 1f));
        }
        o.set("weights", data.add(weights, p.morphs().size(), model.frames()));
    }

    /// Joints that turn alike, as those of a twist do, share their numbers; those that never turn have one each.
    private void turns(MotionModel.Person p, ObjectNode o) {
        int frames = model.frames();
        int joints = p.joints().size();
        List<long[]> moving = new ArrayList<>();
        List<Long> still = new ArrayList<>();
        Map<Track, Integer> known = new HashMap<>();
        Map<Long, Integer> knownStill = new HashMap<>();
        int[] numbers = new int[joints];
        for (int j = 0; j < joints; j++) {
            long[] track = new long[frames];
            boolean moves = false;
            for (int n = 0; n < frames; n++) {
                int at = 4 * (j * frames + n);
                track[n] = PackedTurn.of(p.turns()[at], p.turns()[at + 1], p.turns()[at + 2], p.turns()[at + 3]);
                moves |= track[n] != track[0];
            }
            if (moves) {
                numbers[j] = known.computeIfAbsent(new Track(track), t -> {
                    moving.add(t.turns());
                    return moving.size() - 1;
                });
            } else {
                numbers[j] = -1
                        - knownStill.computeIfAbsent(track[0], t -> {
                            still.add(t);
                            return still.size() - 1;
                        });
            }
        }
        ArrayNode tracks = o.putArray("tracks");
        for (int number : numbers) {
            tracks.add(number);
        }
        long[] perFrame = new long[moving.size() * frames];
        for (int t = 0; t < moving.size(); t++) {
            long[] track = moving.get(t);
            for (int n = 0; n < frames; n++) {
                perFrame[n * moving.size() + t] = track[n];
            }
        }
        o.set("moving", data.add(perFrame, moving.size(), frames));
        o.set("still", data.add(still.stream().mapToLong(Long::longValue).toArray(), still.size(), 1));
    }

    private record Track(long[] turns) {

        @Override
        public boolean equals(Object o) {
            return o instanceof Track t && Arrays.equals(turns, t.turns);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(turns);
        }
    }

    private interface PerFrame {
        float[] at(int frame);
    }

    private ObjectNode floats(int width, PerFrame values) {
        int frames = model.frames();
        float[] all = new float[width * frames];
        boolean changes = false;
        for (int n = 0; n < frames; n++) {
            float[] v = values.at(n);
            System.arraycopy(v, 0, all, width * n, width);
            changes |= !Arrays.equals(v, 0, width, all, 0, width);
        }
        return data.add(changes ? all : Arrays.copyOf(all, width), width, changes ? frames : 1);
    }

    private static float[] vector(Vec3 v) {
        return new float[] {(float) v.x(), (float) v.y(), (float) v.z()};
    }

    private static float[] color(Rgb c) {
        return new float[] {c.r(), c.g(), c.b()};
    }

    private static void list(ArrayNode a, float[] v) {
        for (float x : v) {
            a.add(x);
        }
    }
}
