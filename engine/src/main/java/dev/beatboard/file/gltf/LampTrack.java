package dev.beatboard.file.gltf;

import dev.beatboard.math.Vec3;
import dev.beatboard.scene.Emitter;
import dev.beatboard.scene.Rgb;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One lamp over the shot. Lamps are told apart by their shape; those that travel with somebody (key, fill, rim) may
/// move.
///
/// @param name its light group and its number among them
/// @param first as it is when it is first on
/// @param color its peak is 1
/// @param intensities per frame, straight ahead, times exposure; of the sun the irradiance
/// @param places per frame; while it is off, where it was or will be
public record LampTrack(String name, Emitter first, Rgb color, float[] intensities, List<Vec3> places) {

    /// Light of two frames is from the same lamp if its color differs by less than this.
    private static final double COLOR_GRID = 256;

    public LampTrack {
        places = List.copyOf(places);
    }

    /// The lamps that are on at any time, in the order in which they are first on.
    ///
    /// @param lighting one per frame
    public static List<LampTrack> of(List<ShotModel.Lighting> lighting) {
        Map<String, Draft> lamps = new LinkedHashMap<>();
        // Most lamps are the same object on all frames, and to write down what they are like takes time.
        Map<Emitter, String> keys = new IdentityHashMap<>();
        for (int n = 0; n < lighting.size(); n++) {
            ShotModel.Lighting light = lighting.get(n);
            Map<String, Integer> seen = new TreeMap<>();
            for (Emitter e : light.emitters()) {
                if (power(e).luminance() <= 0) {
                    continue;
                }
                String key = keys.computeIfAbsent(e, LampTrack::key);
                key += " " + seen.merge(key, 1, Integer::sum);
                Draft lamp = lamps.computeIfAbsent(key, k -> new Draft(e, lighting.size()));
                lamp.intensity[n] = (float) (peak(power(e)) * light.exposure());
                lamp.place[n] = center(e);
            }
        }
        Map<String, Integer> numbers = new TreeMap<>();
        List<LampTrack> out = new ArrayList<>();
        for (Draft d : lamps.values()) {
            String group = d.first.group().name().toLowerCase(Locale.ROOT);
            String name = group + " light " + numbers.merge(group, 1, Integer::sum);
            Rgb p = power(d.first);
            Rgb color = new Rgb(p.r() / peak(p), p.g() / peak(p), p.b() / peak(p));
            out.add(new LampTrack(name, d.first, color, d.intensity, filled(d.place)));
        }
        return out;
    }

    private static final class Draft {
        final Emitter first;
        final float[] intensity;
        final @Nullable Vec3[] place;

        Draft(Emitter first, int frames) {
            this.first = first;
            intensity = new float[frames];
            place = new Vec3[frames];
        }
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

    private static List<Vec3> filled(@Nullable Vec3[] places) {
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
