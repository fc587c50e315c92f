package dev.beatboard.render.raster;

import dev.beatboard.frame.Layer;
import dev.beatboard.render.Layers;
import dev.beatboard.render.emitter.LightKernel;
import dev.beatboard.render.emitter.Lights;
import dev.beatboard.render.mesh.Lens;
import dev.beatboard.render.raster.Part.Own;
import dev.beatboard.render.raster.Part.Pane;
import dev.beatboard.render.work.Crew;
import dev.beatboard.scene.Emitter;
import dev.beatboard.scene.LightGroup;
import dev.beatboard.scene.Material;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;

/// What a picture's colors are made of, as layers that go through the same resolving, panes and
/// lens as the picture: diffuse, specular and emission add up to it, and so do the light groups
/// with the rest of the light and emission.
///
/// One layer at a time is laid out on the canvas, between the shading of surfaces and the panes.
final class Separation {

    /// Where nothing of a lamp's light could arrive nothing is in its way either.
    private static final float DARK = 1e-6f;

    private final Canvas c;
    private final Layers layers;
    private final Lens lens;
    private final Crew crew;
    private final float exposure;
    private final List<Part> parts = new ArrayList<>();
    private final float[][] out;
    private final float[][] lit;

    /// What makes pixels of the canvas.
    interface Resolver {
        void resolve(Part part);
    }

    Separation(Canvas c, Layers layers, Lens lens, float exposure, Crew crew) {
        this.c = c;
        this.layers = layers;
        this.lens = lens;
        this.exposure = exposure;
        this.crew = crew;
        out = new float[][] {c.plane(), c.plane(), c.plane()};
        lit = new float[][] {c.plane(), c.plane(), c.plane()};
    }

    /// Whether there is anything to separate.
    static boolean wanted(Layers layers) {
        return List.of(
                        Layer.ALBEDO,
                        Layer.DIFFUSE,
                        Layer.SPECULAR,
                        Layer.EMISSION,
                        Layer.SHADOW,
                        Layer.AMBIENT,
                        Layer.LIGHTS)
                .stream()
                .anyMatch(layers::has);
    }

    /// The layers so far.
    List<Part> parts() {
        return parts;
    }

    /// After the surfaces have been shaded, the layers that are not a group's light.
    void surfaces(ShadePass shade, int channels, Resolver resolver) {
        float[][] light = {c.lightR, c.lightG, c.lightB};
        float[][] base = {c.red, c.green, c.blue};
        float[][] shine = {c.shineR, c.shineG, c.shineB};
        if (layers.has(Layer.ALBEDO)) {
            each(p -> {
                for (int i = 0; i < 3; i++) {
                    out[i][p] = c.kind[p] < 0 ? 0 : base[i][p];
                }
            });
            resolve(part("albedo", Own.BASE, 1, Pane.TINT, lit), resolver);
        }
        if (layers.has(Layer.DIFFUSE)) {
            each(p -> {
                float k = shade.scattered(p);
                for (int i = 0; i < 3; i++) {
                    out[i][p] = k * base[i][p] * light[i][p];
                }
            });
            resolve(part("diffuse", Own.LIGHT, exposure, Pane.TINT, light), resolver);
        }
        if (layers.has(Layer.SPECULAR)) {
            each(p -> {
                for (int i = 0; i < 3; i++) {
                    out[i][p] = c.kind[p] < 0 ? 0 : shine[i][p];
                }
            });
            resolve(part("specular", Own.NOTHING, exposure, Pane.MIRROR, lit), resolver);
        }
        if (layers.has(Layer.EMISSION)) {
            each(p -> {
                for (int i = 0; i < 3; i++) {
                    out[i][p] = c.kind[p] < 0 ? shine[i][p] : 0;
                }
            });
            resolve(part("emission", Own.SHINE, exposure, Pane.TINT, lit), resolver);
        }
        if (layers.has(Layer.SHADOW)) {
            each(p -> shadow(p, channels));
            resolve(part("shadow", Own.PLACE, 1, Pane.CLEAR, out), resolver);
        }
        if (layers.has(Layer.AMBIENT)) {
            each(p -> {
                for (int i = 0; i < 3; i++) {
                    out[i][p] = c.kind[p] < 0 ? 1 : c.ambient[3][p];
                }
            });
            resolve(part("ambient", Own.PLACE, 1, Pane.CLEAR, out), resolver);
        }
    }

    /// The share of the lamps' diffuse light that arrives.
    private void shadow(int p, int channels) {
        for (int i = 0; i < 3; i++) {
            float all = 0;
            float arrives = 0;
            for (int k = 0; k < channels && c.kind[p] >= 0; k++) {
                float d = c.diffuse[3 * k + i][p];
                all += d;
                arrives += d * c.visible[k][p];
            }
            out[i][p] = all * exposure > DARK ? arrives / all : 1;
        }
    }

    /// After the surfaces have been shaded, the light of each group and then what is left of the
    /// picture.
    ///
    /// @param lights as they were shaded with, whose channels say which shadows are whose
    void groups(List<Emitter> emitters, Lights lights, ShadePass shade, LightsOf light, Resolver resolver) {
        if (!layers.has(Layer.LIGHTS)) {
            return;
        }
        float[][] restOut = {c.outR.clone(), c.outG.clone(), c.outB.clone()};
        float[][] restLit = {c.lightR.clone(), c.lightG.clone(), c.lightB.clone()};
        float[][] base = {c.red, c.green, c.blue};
        LightKernel.Channel only = new LightKernel.Channel(
                c.plane(), c.plane(), c.plane(), c.plane(), c.plane(), c.plane(), c.plane(), new int[c.size]);
        float[][] shine = {c.plane(), c.plane(), c.plane()};
        for (LightGroup group : layers.inOrder()) {
            for (int i = 0; i < 3; i++) {
                Arrays.fill(lit[i], 0);
                Arrays.fill(shine[i], 0);
            }
            for (int k = 0; k < lights.channels; k++) {
                int channel = k;
                List<Emitter> some = java.util.stream.IntStream.range(0, lights.count)
                        .filter(i -> lights.group[i] == group && lights.channel[i] == channel)
                        .mapToObj(emitters::get)
                        .toList();
                if (!some.isEmpty()) {
                    light.of(new Lights(some, 1), only);
                    crew.each(c.height, (y, w) -> arrive(y, channel, only, shade, shine));
                }
            }
            SkinPass.run(c, lens, crew, lit, out);
            each(p -> {
                float k = shade.scattered(p);
                for (int i = 0; i < 3; i++) {
                    out[i][p] = k * base[i][p] * lit[i][p] + shine[i][p];
                    restOut[i][p] -= out[i][p];
                    restLit[i][p] -= lit[i][p];
                }
            });
            resolve(part(Layers.name(group), Own.LIGHT, exposure, Pane.TINT, lit), resolver);
        }
        each(p -> {
            for (int i = 0; i < 3; i++) {
                out[i][p] = c.kind[p] < 0 ? 0 : restOut[i][p];
            }
        });
        resolve(part("light_bounce", Own.LIGHT, exposure, Pane.MIRROR, restLit), resolver);
    }

    /// Where the light of some lamps is worked out.
    interface LightsOf {
        void of(Lights lights, LightKernel.Channel to);
    }

    /// Adds the part of lamps of channel `k` that arrives at the surfaces of row `y`.
    private void arrive(int y, int k, LightKernel.Channel only, ShadePass shade, float[][] shine) {
        float[][] diffuse = {only.dr(), only.dg(), only.db()};
        float[][] gloss = {only.gr(), only.gg(), only.gb()};
        float[] reflectance = new float[3];
        byte hair = (byte) Material.Kind.HAIR.ordinal();
        byte mirror = (byte) Material.Kind.MIRROR.ordinal();
        for (int x = 0; x < c.width; x++) {
            int p = c.at(x, y);
            byte kind = c.kind[p];
            if (kind < 0) {
                continue;
            }
            float v = c.visible[k][p];
            float w = 0;
            if (kind == hair) {
                Arrays.fill(reflectance, 1);
                w = v;
            } else if (kind != mirror) {
                shade.reflectance(p, kind, reflectance);
                w = shade.glossy(p, kind, k, shade.shown(p), shade.told(p));
            }
            for (int i = 0; i < 3; i++) {
                float d = v * diffuse[i][p];
                lit[i][p] += d;
                shine[i][p] += w * gloss[i][p] * reflectance[i];
            }
        }
    }

    private void each(IntConsumer pixel) {
        crew.each(c.height, (y, w) -> {
            int end = c.at(c.width, y);
            for (int p = c.at(0, y); p < end; p++) {
                pixel.accept(p);
            }
        });
    }

    private Part part(String name, Own own, float scale, Pane pane, float[][] light) {
        return new Part(name, own, scale, pane, out, light, new float[3][c.width * c.height]);
    }

    private void resolve(Part part, Resolver resolver) {
        resolver.resolve(part);
        parts.add(part);
    }
}
