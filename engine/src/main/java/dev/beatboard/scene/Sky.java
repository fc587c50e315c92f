package dev.beatboard.scene;

/// The light that comes from beyond everything: what a ray that leaves the scene sees, without the sun's disk, which is
/// an [Emitter.Sun].
public sealed interface Sky {

    /// One radiance from everywhere.
    record Uniform(Rgb radiance) implements Sky {

        public Uniform {
            Allowed.light("The sky", "radiance", radiance);
        }
    }

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
            implements Sky {

        public Gradient {
            Allowed.light("The sky", "zenith", zenith);
            Allowed.light("The sky", "horizon", horizon);
            Allowed.light("The sky", "ground", ground);
            Allowed.light("The sky", "glow", glow);
            Allowed.positive("The sky", "power of its glow", glowPower, false);
            Allowed.within("The sky", "share of clouds", clouds, 0, 1);
        }
    }

    /// A photographed sky: latitude-longitude, `rgb[3 * (y * width + x)]` scene-linear, top row is the zenith, the
    /// middle column looks along -z, turned about y by `turn` radians and multiplied by `scale`.
    record Panorama(int width, int height, float[] rgb, float turn, float scale) implements Sky {

        public Panorama {
            if (width < 2 || height < 2 || rgb.length != 3 * width * height) {
                throw new IllegalArgumentException(
                        "The sky: " + rgb.length + " numbers for a picture of " + width + "x" + height);
            }
            Allowed.finite("The sky", "picture", rgb);
            Allowed.within("The sky", "scale", scale, 0, 1e6);
        }
    }
}
