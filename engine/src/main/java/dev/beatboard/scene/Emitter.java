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

        public Vec3 normal() {
            return u.cross(v).normalized();
        }

        /// In square meters.
        public double area() {
            return 4 * u.cross(v).length();
        }
    }

    /// A ball that shines evenly: a bulb, a lamp shade. `intensity` is W/sr in scene units.
    record Bulb(LightGroup group, Vec3 center, double radius, Rgb intensity) implements Emitter {}

    /// The sun or the moon: parallel light from the direction `toward` (unit, from the scene to it), with a disk of
    /// `angularRadius` radians; `irradiance` on a surface that faces it.
    record Sun(LightGroup group, Vec3 toward, double angularRadius, Rgb irradiance) implements Emitter {}
}
