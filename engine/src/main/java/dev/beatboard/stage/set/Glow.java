package dev.beatboard.stage.set;

import dev.beatboard.scene.Emitter;
import dev.beatboard.scene.LightGroup;
import dev.beatboard.scene.Material;
import dev.beatboard.scene.Rgb;
import dev.beatboard.scene.Shape;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is seen of the lamps of a set: surfaces that glow. A set is built with all of them lit; [#lit] sets them to
/// what a light plan leaves of their light group, so that a lamp that is off looks off.
public final class Glow {

    private static final String PREFIX = "glow ";

    private Glow() {}

    static Material material(LightGroup group, Rgb radiance) {
        return Material.emissive(PREFIX + group, radiance);
    }

    /// The light group that a surface glows with, if it is a lamp of the set.
    public static Optional<LightGroup> group(Material m) {
        for (LightGroup g : LightGroup.values()) {
            if (m.name().equals(PREFIX + g)) {
                return Optional.of(g);
            }
        }
        return Optional.empty();
    }

    /// What is left of each light group of a set under the emitters that a plan has on: their power over that of the
    /// set's own lamps. The key, fill and rim that a plan adds glow nowhere.
    public static Map<LightGroup, Rgb> levels(FilmSet set, List<Emitter> on) {
        Map<LightGroup, Rgb> levels = power(set.lamps());
        Map<LightGroup, Rgb> after = power(on);
        levels.replaceAll((group, before) -> ratio(after.getOrDefault(group, Rgb.BLACK), before));
        return levels;
    }

    /// The shapes of a set under the emitters that a plan has on.
    public static List<Shape> lit(FilmSet set, List<Emitter> on) {
        Map<LightGroup, Rgb> levels = levels(set, on);
        return set.shapes().stream()
                .map(s -> group(s.material())
                        .map(levels::get)
                        .map(level -> shining(s, level))
                        .orElse(s))
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
