package dev.beatboard.scene;

/// The light that comes from beyond everything: what a ray that leaves the scene sees, without the sun's disk, which is
/// an [Emitter.Sun].
public sealed interface Sky {

    /// One radiance from everywhere.
    record Uniform(Rgb radiance) implements Sky {}

    /// A smooth course from the zenith over the horizon to the ground below, with a glow of `glow` around the direction
    /// (`glowX`, `glowY`, `glowZ`) whose width is set by `glowPower`.
    record Gradient(
            Rgb zenith,
            Rgb horizon,
            Rgb ground,
            Rgb glow,
            float glowX,
            float glowY,
            float glowZ,
            float glowPower,
            float clouds)
            implements Sky {}

    /// A photographed sky: latitude-longitude, `rgb[3 * (y * width + x)]` scene-linear, top row is the zenith, the
    /// middle column looks along -z, turned about y by `turn` radians and multiplied by `scale`.
    record Panorama(int width, int height, float[] rgb, float turn, float scale) implements Sky {}
}
