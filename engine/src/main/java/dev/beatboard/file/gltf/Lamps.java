package dev.beatboard.file.gltf;

import dev.beatboard.math.Quat;
import dev.beatboard.math.Vec3;
import dev.beatboard.scene.Emitter;
import dev.beatboard.scene.Rgb;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Writes what shines as `KHR_lights_punctual`.
///
/// Intensities are scene units times the exposure of their frame, with no photometric factor: candela stand for
/// W/sr, lux for W/m2, so that a white surface one meter before one candela has radiance 1/pi, and what a viewer with
/// exposure 1 sees is exposed as our frames are. A rectangle becomes a spot of half a sphere with the intensity that it
/// has straight ahead, radiance times area; its size is in the light's extras.
final class Lamps {

    private static final int PLACE_EXPONENT = -12;
    private static final int INTENSITY_EXPONENT = -12;

    private final Store store;
    private final ShotModel model;
    private final Timeline timeline;

    Lamps(Store store, ShotModel model, Timeline timeline) {
        this.store = store;
        this.model = model;
        this.timeline = timeline;
    }

    void write(ArrayNode roots) {
        List<LampTrack> lamps = LampTrack.of(model.lighting());
        if (lamps.isEmpty()) {
            return;
        }
        store.extension("KHR_lights_punctual", false);
        ArrayNode lights =
                store.root().withObject("/extensions/KHR_lights_punctual").putArray("lights");
        for (LampTrack lamp : lamps) {
            lamp(lamp, lights, roots);
        }
    }

    private void lamp(LampTrack lamp, ArrayNode lights, ArrayNode roots) {
        String name = lamp.name();
        ArrayNode nodes = store.list("nodes");
        int node = nodes.size();
        int light = lights.size();
        roots.add(node);
        ObjectNode o = nodes.addObject().put("name", name);
        List<Vec3> places = lamp.places();
        Bodies.vector(o, "translation", places.getFirst());
        if (places.stream().anyMatch(p -> p.distanceTo(places.getFirst()) > Timeline.STILL)) {
            timeline.channel(timeline.places(places::get, 1, PLACE_EXPONENT), node, "translation");
        }
        o.putObject("extensions").putObject("KHR_lights_punctual").put("light", light);
        ObjectNode l = lights.addObject().put("name", name);
        Rgb color = lamp.color();
        l.putArray("color").add(color.r()).add(color.g()).add(color.b());
        l.put("intensity", lamp.intensities()[0]);
        ObjectNode extras =
                l.putObject("extras").put("group", lamp.first().group().name().toLowerCase(Locale.ROOT));
        switch (lamp.first()) {
            case Emitter.Rectangle r -> {
                l.put("type", "spot");
                l.putObject("spot").put("innerConeAngle", 0).put("outerConeAngle", Math.PI / 2);
                Vec3 n = r.normal();
                People.rotation(o, Quat.between(new Vec3(0, 0, -1), n));
                extras.put("source", "rectangle");
                extras.put("width", 2 * r.u().length()).put("height", 2 * r.v().length());
                Bodies.vector(extras, "u", r.u());
                Bodies.vector(extras, "v", r.v());
            }
            case Emitter.Bulb b -> {
                l.put("type", "point");
                extras.put("source", "bulb").put("radius", b.radius());
            }
            case Emitter.Sun s -> {
                l.put("type", "directional");
                People.rotation(o, Quat.between(new Vec3(0, 0, -1), s.toward().negated()));
                extras.put("source", "sun").put("angularRadius", s.angularRadius());
            }
        }
        changes(lamp, light, extras);
    }

    /// Intensity over time: by pointer for those who know it, and as the frames on which it changes.
    private void changes(LampTrack lamp, int light, ObjectNode extras) {
        ArrayNode list = extras.putArray("intensities");
        float last = Float.NaN;
        int changes = 0;
        for (int n = 0; n < lamp.intensities().length; n++) {
            if (lamp.intensities()[n] != last) {
                last = lamp.intensities()[n];
                list.addArray().add(n).add(last);
                changes++;
            }
        }
        if (changes == 1) {
            extras.remove("intensities");
            return;
        }
        int s = timeline.numbers(n -> new float[] {lamp.intensities()[n]}, 1, 1, INTENSITY_EXPONENT);
        timeline.pointer(s, "/extensions/KHR_lights_punctual/lights/" + light + "/intensity");
    }
}
