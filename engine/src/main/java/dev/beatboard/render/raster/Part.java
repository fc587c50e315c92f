package dev.beatboard.render.raster;

import dev.beatboard.frame.Plane;
import java.util.List;

/// One layer of color on its way to the frame.
///
/// @param name of its planes, before `.R`
/// @param own what it has of samples that were not shaded
/// @param scale what its numbers are multiplied by: the exposure for light, 1 for shares
/// @param pane what a pane before it does
/// @param out what it has of the shaded surfaces, places of the canvas, by color
/// @param lit what goes with [Own#LIGHT] and [Own#PLACE], likewise
/// @param to the planes of the frame
record Part(String name, Own own, float scale, Pane pane, float[][] out, float[][] lit, float[][] to) {

    /// The picture itself, for what is done to it and to its layers alike once samples are resolved.
    static Part picture(ResolvePass.Target to) {
        float[][] none = {};
        return new Part("", Own.NOTHING, 1, Pane.MIRROR, none, none, new float[][] {to.r(), to.g(), to.b()});
    }

    /// What a layer has of a sample with a color of its own.
    enum Own {
        /// The color of the surface times the light at the place that its light is from.
        LIGHT,
        /// The color of the surface.
        BASE,
        /// The value of the place that its light is from, 1 for what needs no light.
        PLACE,
        /// The color of what needs no light.
        SHINE,
        NOTHING
    }

    /// What a pane does to the layer of what is behind it.
    enum Pane {
        /// Nothing.
        CLEAR,
        /// Takes its share.
        TINT,
        /// Takes its share and adds what it mirrors.
        MIRROR
    }

    /// Of sample `k` color `i`.
    float own(ResolvePass.Samples s, int k, int i) {
        int l = s.lit[k];
        float base = l < 0 ? 0 : (i == 0 ? s.baseR : i == 1 ? s.baseG : s.baseB)[k];
        return switch (own) {
            case LIGHT -> l < 0 ? 0 : base * lit[i][l];
            case BASE -> base;
            case PLACE -> l < 0 ? 1 : lit[i][l];
            case SHINE -> l < 0 ? (i == 0 ? s.r : i == 1 ? s.g : s.b)[k] : 0;
            case NOTHING -> 0;
        };
    }

    /// The planes of the frame, `name.R` and so on.
    List<Plane> planes(int width, int height) {
        return List.of(
                new Plane(name + ".R", width, height, to[0]),
                new Plane(name + ".G", width, height, to[1]),
                new Plane(name + ".B", width, height, to[2]));
    }

    /// Whether a plane has that value everywhere.
    static boolean all(float[] plane, float value) {
        for (float v : plane) {
            if (v != value) {
                return false;
            }
        }
        return true;
    }
}
