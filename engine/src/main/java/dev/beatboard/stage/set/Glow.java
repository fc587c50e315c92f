package dev.beatboard.stage.set;

import dev.beatboard.scene.Emitter;
import dev.beatboard.scene.LightGroup;
import dev.beatboard.scene.Material;
import dev.beatboard.scene.Rgb;
import dev.beatboard.scene.Shape;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What is seen of the lamps of a set: surfaces that glow. A set is built with all of them lit; [#lit] sets them to
/// what a light plan leaves of their light group, so that a lamp that is off looks off.
public final class Glow {

    private static final String PREFIX = "glow ";

    private Glow() {}

    static Material material(LightGroup group, Rgb radiance) {
        return Material.emissive(PREFIX + group, radiance);
    }

    /// The shapes of a set under the emitters that a plan has on. A group's level is its emitters' power over that of
    /// the set's own lamps; the key, fill and rim that a plan adds glow nowhere.
    public static List<Shape> lit(FilmSet set, List<Emitter> on) {
        Map<LightGroup, Rgb> before = power(set.lamps());
        Map<LightGroup, Rgb> after = power(on);
        return set.shapes().stream()
                .map(s -> {
                    for (var e : before.entrySet()) {
                        if (s.material().name().equals(PREFIX + e.getKey())) {
                            Rgb level = ratio(after.getOrDefault(e.getKey(), Rgb.BLACK), e.getValue());
                            return shining(s, level);
                        }
                    }
                    return s;
                })
                .toList();
    }

    private static Shape shining(Shape s, Rgb level) {
        Material m = s.material();
        Material dim = new Material(
                m.name(),
                m.kind(),
                m.base(),
                m.roughness(),
                m.metalness(),
                m.specular(),
                m.opacity(),
                m.emission().times(level),
                m.twoSided());
        return new Shape(s.object(), dim, s.topology(), s.positions(), s.normals(), s.before(), s.after());
    }

    private static Rgb ratio(Rgb a, Rgb b) {
        return new Rgb(b.r() > 0 ? a.r() / b.r() : 0, b.g() > 0 ? a.g() / b.g() : 0, b.b() > 0 ? a.b() / b.b() : 0);
    }

    private static Map<LightGroup, Rgb> power(List<Emitter> lamps) {
        Map<LightGroup, Rgb> sum = new EnumMap<>(LightGroup.class);
        for (Emitter e : lamps) {
            Rgb p = switch (e) {
                case Emitter.Rectangle r -> r.radiance().times(r.area());
                case Emitter.Bulb b -> b.intensity();
                case Emitter.Sun s -> Rgb.BLACK;
            };
            sum.merge(e.group(), p, Rgb::plus);
        }
        return sum;
    }
}
