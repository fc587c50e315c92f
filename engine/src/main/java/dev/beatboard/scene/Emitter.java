package dev.beatboard.scene;

import dev.beatboard.math.Vec3;

/// A source of light that the renderer samples. Emitters are not seen by the camera: what is seen is a shape with an
/// emissive material at the same place, where the set has one.
public sealed interface Emitter {

    /// Which light group the contribution belongs to.
    LightGroup group();

    /// A rectangle around `center` spanned by the half edges `u` and `v`, shining from the side of `u x v` with
    /// constant
    /// radiance.
    record Rectangle(LightGroup group, Vec3 center, Vec3 u, Vec3 v, Rgb radiance) implements Emitter {

        public Rectangle {
            String who = "A rectangle of " + group;
            Allowed.place(who, "center", center);
            Allowed.positive(who, "area", u.cross(v).length(), false);
            Allowed.light(who, "radiance", radiance);
        }

        public Vec3 normal() {
            return u.cross(v).normalized();
        }

        /// In square meters.
        public double area() {
            return 4 * u.cross(v).length();
        }
    }

    /// A ball that shines evenly: a bulb, a lamp shade. `intensity` is W/sr in scene units.
    record Bulb(LightGroup group, Vec3 center, double radius, Rgb intensity) implements Emitter {

        public Bulb {
            String who = "A bulb of " + group;
            Allowed.place(who, "center", center);
            Allowed.positive(who, "radius", radius, false);
            Allowed.light(who, "intensity", intensity);
        }
    }

    /// The sun or the moon: parallel light from the direction `toward` (unit, from the scene to it), with a disk of
    /// `angularRadius` radians; `irradiance` on a surface that faces it.
    record Sun(LightGroup group, Vec3 toward, double angularRadius, Rgb irradiance) implements Emitter {

        public Sun {
            Allowed.within("The sun", "length of its direction", toward.length(), 0.999, 1.001);
            Allowed.within("The sun", "angular radius", angularRadius, 0, Math.PI / 4);
            Allowed.light("The sun", "irradiance", irradiance);
        }
    }
}
