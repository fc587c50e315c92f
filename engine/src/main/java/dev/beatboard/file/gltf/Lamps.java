package dev.beatboard.file.gltf;

import dev.beatboard.math.Quat;
import dev.beatboard.math.Vec3;
import dev.beatboard.scene.Emitter;
import dev.beatboard.scene.Rgb;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
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
    /// Light of two frames is from the same lamp if its color differs by less than this.
    private static final double COLOR_GRID = 256;

    private final Store store;
    private final ShotModel model;
    private final Timeline timeline;

    Lamps(Store store, ShotModel model, Timeline timeline) {
        this.store = store;
        this.model = model;
        this.timeline = timeline;
    }

    /// One lamp over the shot.
    private static final class Lamp {
        final Emitter first;
        final float[] intensity;
        final Vec3[] place;

        Lamp(Emitter first, int frames) {
            this.first = first;
            intensity = new float[frames];
            place = new Vec3[frames];
        }
    }

    void write(ArrayNode roots) {
        Map<String, Lamp> lamps = collect();
        if (lamps.isEmpty()) {
            return;
        }
        store.extension("KHR_lights_punctual", false);
        ArrayNode lights =
                store.root().withObject("/extensions/KHR_lights_punctual").putArray("lights");
        Map<String, Integer> numbers = new TreeMap<>();
        for (Lamp lamp : lamps.values()) {
            String group = lamp.first.group().name().toLowerCase(Locale.ROOT);
            String name = group + " light " + numbers.merge(group, 1, Integer::sum);
            lamp(lamp, name, lights, roots);
        }
    }

    /// Lamps are told apart by their shape; those that travel with somebody (key, fill, rim) may move.
    private Map<String, Lamp> collect() {
        Map<String, Lamp> lamps = new LinkedHashMap<>();
        for (int n = 0; n < model.frames(); n++) {
            ShotModel.Lighting light = model.lighting().get(n);
            Map<String, Integer> seen = new TreeMap<>();
            for (Emitter e : light.emitters()) {
                if (power(e).luminance() <= 0) {
                    continue;
                }
                String key = key(e);
                key += " " + seen.merge(key, 1, Integer::sum);
                Lamp lamp = lamps.computeIfAbsent(key, k -> new Lamp(e, model.frames()));
                lamp.intensity[n] = (float) (peak(power(e)) * light.exposure());
                lamp.place[n] = center(e);
            }
        }
        return lamps;
    }

    private static String key(Emitter e) {
        boolean travels = switch (e.group()) {
            case KEY, FILL, RIM -> true;
            case OVERHEAD, WINDOW, PRACTICAL, SIGN, STREET, SUN -> false;
        };
        Rgb c = power(e).times(COLOR_GRID / peak(power(e)));
        String color = Math.round(c.r()) + " " + Math.round(c.g()) + " " + Math.round(c.b());
        String shape = switch (e) {
            case Emitter.Rectangle r -> "rectangle " + r.u() + r.v();
            case Emitter.Bulb b -> "bulb " + b.radius();
            case Emitter.Sun s -> "sun " + s.toward();
        };
        return e.group() + " " + shape + " " + color + (travels ? "" : " " + center(e));
    }

    private void lamp(Lamp lamp, String name, ArrayNode lights, ArrayNode roots) {
        ArrayNode nodes = store.list("nodes");
        int node = nodes.size();
        int light = lights.size();
        roots.add(node);
        ObjectNode o = nodes.addObject().put("name", name);
        List<Vec3> places = filled(lamp.place);
        People.vector(o, "translation", places.getFirst());
        if (places.stream().anyMatch(p -> p.distanceTo(places.getFirst()) > Timeline.STILL)) {
            timeline.channel(timeline.places(places::get, 1, PLACE_EXPONENT), node, "translation");
        }
        o.putObject("extensions").putObject("KHR_lights_punctual").put("light", light);
        ObjectNode l = lights.addObject().put("name", name);
        Rgb p = power(lamp.first);
        l.putArray("color").add(p.r() / peak(p)).add(p.g() / peak(p)).add(p.b() / peak(p));
        l.put("intensity", lamp.intensity[0]);
        ObjectNode extras =
                l.putObject("extras").put("group", lamp.first.group().name().toLowerCase(Locale.ROOT));
        switch (lamp.first) {
            case Emitter.Rectangle r -> {
                l.put("type", "spot");
                l.putObject("spot").put("innerConeAngle", 0).put("outerConeAngle", Math.PI / 2);
                Vec3 n = r.normal();
                People.rotation(o, Quat.between(new Vec3(0, 0, -1), n));
                extras.put("source", "rectangle");
                extras.put("width", 2 * r.u().length()).put("height", 2 * r.v().length());
                People.vector(extras, "u", r.u());
                People.vector(extras, "v", r.v());
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
    private void changes(Lamp lamp, int light, ObjectNode extras) {
        ArrayNode list = extras.putArray("intensities");
        float last = Float.NaN;
        int changes = 0;
        for (int n = 0; n < lamp.intensity.length; n++) {
            if (lamp.intensity[n] != last) {
                last = lamp.intensity[n];
                list.addArray().add(n).add(last);
                changes++;
            }
        }
        if (changes == 1) {
            extras.remove("intensities");
            return;
        }
        int s = timeline.numbers(n -> new float[] {lamp.intensity[n]}, 1, 1, INTENSITY_EXPONENT);
        timeline.pointer(s, "/extensions/KHR_lights_punctual/lights/" + light + "/intensity");
    }

    /// Where a lamp is while it is off: where it was or will be.
    private static List<Vec3> filled(Vec3[] places) {
        List<Vec3> out = new ArrayList<>();
        Vec3 now = Vec3.ZERO;
        for (Vec3 p : places) {
            if (p != null) {
                now = p;
                break;
            }
        }
        for (Vec3 p : places) {
            now = p == null ? now : p;
            out.add(now);
        }
        return out;
    }

    private static Vec3 center(Emitter e) {
        return switch (e) {
            case Emitter.Rectangle r -> r.center();
            case Emitter.Bulb b -> b.center();
            case Emitter.Sun s -> Vec3.ZERO;
        };
    }

    /// Intensity straight ahead, of the sun irradiance.
    private static Rgb power(Emitter e) {
        return switch (e) {
            case Emitter.Rectangle r -> r.radiance().times(r.area());
            case Emitter.Bulb b -> b.intensity();
            case Emitter.Sun s -> s.irradiance();
        };
    }

    private static float peak(Rgb c) {
        return Math.max(c.r(), Math.max(c.g(), c.b()));
    }
}
