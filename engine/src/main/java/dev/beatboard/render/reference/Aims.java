package dev.beatboard.render.reference;

import dev.beatboard.render.emitter.LightSampler;
import dev.beatboard.render.emitter.Lights;
import dev.beatboard.render.mesh.Finish;
import dev.beatboard.render.mesh.Mesh;
import dev.beatboard.scene.Emitter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where scattered rays find much light that chance would seldom find: around bulbs, whose shades are bright within,
/// and where something flat mirrors an emitter, which then shines from its image behind the plane.
///
/// @param targets emitters that are not there and only say where to look
/// @param mirrors in which each of them is seen; null for those around bulbs
record Aims(Lights targets, List<@Nullable FlatMirror> mirrors) {

    static final Aims NONE = new Aims(new Lights(List.of()), List.of());

    private static final int MOST_IMAGES = 24;
    private static final int MOST_BULBS = 24;
    /// How far what is lit by a bulb may be from it: meters, and at least so many of its radii.
    private static final double SHADE = 0.2;

    private static final double RADII = 3;
    /// What a shade sends on of its bulb's light.
    private static final double ALBEDO = 0.3;

    /// @param worth about how much light it gives, for choosing the best
    private record Image(Emitter emitter, FlatMirror mirror, double worth) {}

    /// The aims of a scene, from what stands still and its emitters.
    static Aims of(Mesh mesh, Finish finish, List<Emitter> emitters) {
        List<Emitter> targets = new ArrayList<>();
        List<@Nullable FlatMirror> mirrors = new ArrayList<>();
        for (Image i : images(mesh, finish, emitters)) {
            targets.add(i.emitter);
            mirrors.add(i.mirror);
        }
        int most = targets.size() + MOST_BULBS;
        for (Emitter e : emitters) {
            if (e instanceof Emitter.Bulb b && targets.size() < most) {
                targets.add(new Emitter.Bulb(
                        b.group(),
                        b.center(),
                        Math.max(SHADE, RADII * b.radius()),
                        b.intensity().times(ALBEDO)));
                mirrors.add(null);
            }
        }
        return new Aims(new Lights(targets), mirrors);
    }

    private static List<Image> images(Mesh mesh, Finish finish, List<Emitter> emitters) {
        Lights lights = new Lights(emitters);
        List<Image> all = new ArrayList<>();
        for (FlatMirror m : FlatMirror.all(mesh, finish)) {
            for (int i = 0; i < emitters.size(); i++) {
                Emitter image = m.image(emitters.get(i));
                double worth = m.power() * LightSampler.strength(lights, i, m.middle());
                if (image != null && worth > 0) {
                    all.add(new Image(image, m, worth));
                }
            }
        }
        all.sort(Comparator.comparingDouble(Image::worth).reversed());
        return all.subList(0, Math.min(MOST_IMAGES, all.size()));
    }
}
