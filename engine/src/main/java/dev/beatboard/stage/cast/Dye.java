package dev.beatboard.stage.cast;

import dev.beatboard.asset.Piece;
import dev.beatboard.math.Ease;
import dev.beatboard.scene.Rgb;
import dev.beatboard.scene.Texture;
import java.util.Arrays;

/// Gives cloth and hair another color while keeping folds, seams and strands: each texel that belongs becomes the
/// wanted
/// color times its own brightness against the mean of all that belong. Works for light and dark cloth alike, and leaves
/// the shirt under a suit alone.
enum Dye {
    /// Everything, with its drawing and with locks of slightly different shades.
    HAIR(0.75, 0.3, 2.2),
    /// Everything, with its full drawing: jeans, leather.
    WHOLE(0.85, 0.25, 2.4),
    /// Everything, with seams and lace, but these hardly lighter or darker than the cloth: dresses, skirts, coats.
    DRESS(0.4, 0.5, 1.35),
    /// Everything, and prints, stripes and logos faded out: plain shirts and sweaters.
    PLAIN(0.025, 0.9, 1.1),
    /// Everything, with folds but without the deep shadow that a jacket throws in the picture: trousers.
    EVEN(0.5, 0.8, 1.4),
    /// Only dark cloth without a color of its own: the suit, not its shirt and tie.
    DARK_CLOTH(0.7, 0.35, 1.9) {
        @Override
        double share(double hue, double saturation, double value) {
            return Ease.unit((0.42 - value) / 0.12) * Ease.unit((0.45 - saturation) / 0.15);
        }
    },
    /// Only light cloth: the shirt under the suit.
    LIGHT_CLOTH(0.6, 0.4, 1.3) {
        @Override
        double share(double hue, double saturation, double value) {
            return Ease.unit((value - 0.5) / 0.1) * Ease.unit((0.4 - saturation) / 0.15);
        }
    },
    /// Only cloth that is not red: the jacket, not the striped shirt under it.
    OLIVE_CLOTH(0.7, 0.35, 1.9) {
        @Override
        double share(double hue, double saturation, double value) {
            boolean red = (hue < 0.08 || hue > 0.85) && saturation > 0.2;
            return red || value > 0.55 ? 0 : 1;
        }
    },
    /// Only cloth with a color of its own: the overalls, not the white shirt under them.
    SATURATED_CLOTH(0.7, 0.35, 1.9) {
        @Override
        double share(double hue, double saturation, double value) {
            return Ease.unit((saturation - 0.2) / 0.1);
        }
    },
    /// Only the iris, which has far more color than the white of the eye.
    IRIS(0.8, 0.1, 3) {
        @Override
        double share(double hue, double saturation, double value) {
            return Ease.unit((saturation - 0.3) / 0.25);
        }
    },
    /// Only teeth, not gums, and without the black that is painted between them: from afar it reads as gaps.
    ENAMEL(0.08, 0.85, 1.1) {
        @Override
        double share(double hue, double saturation, double value) {
            return Math.max(Ease.unit((0.42 - saturation) / 0.15), Ease.unit((0.5 - value) / 0.12));
        }
    },
    /// Only the violet of the tie that comes with the suit.
    TIE(0.6, 0.4, 1.8) {
        @Override
        double share(double hue, double saturation, double value) {
            return violet(hue, saturation, value) ? 1 : 0;
        }
    },
    /// The tie with all between its stripes, so that none is left.
    PLACKET(0.02, 0.95, 1.05) {
        @Override
        double share(double hue, double saturation, double value) {
            return violet(hue, saturation, value) ? 1 : 0;
        }

        @Override
        int reach() {
            return 9;
        }
    };

    private static final int STEPS = 4096;

    private final double contrast;
    private final double darkest;
    private final double lightest;

    Dye(double contrast, double darkest, double lightest) {
        this.contrast = contrast;
        this.darkest = darkest;
        this.lightest = lightest;
    }

    /// Whether all texels belong, whatever their color.
    private boolean everything() {
        return switch (this) {
            case HAIR, WHOLE, DRESS, PLAIN, EVEN -> true;
            default -> false;
        };
    }

    /// How much a texel belongs, 0..1; all arguments in 0..1, of the sRGB-encoded color. Everything does, unless said.
    double share(double hue, double saturation, double value) {
        return 1;
    }

    private static boolean violet(double hue, double saturation, double value) {
        return hue > 0.6 && hue < 0.85 && saturation > 0.12 && value > 0.12;
    }

    /// How many texels around those that belong belong too.
    int reach() {
        return 0;
    }

    /// Whether what it colors is woven or knitted.
    boolean cloth() {
        return this != HAIR && this != WHOLE && this != IRIS && this != ENAMEL && this != TIE;
    }

    /// The texture in another color, as far as the piece's surface covers it; the mean is taken over that part.
    Texture apply(Texture texture, Piece piece, Rgb color) {
        return over(texture, texture, piece, color);
    }

    /// The same onto a texture that has been dyed before: what belongs is told by how it was `drawn`.
    Texture over(Texture texture, Texture drawn, Piece piece, Rgb color) {
        boolean[] covered = Coverage.of(drawn, piece);
        byte[] in = drawn.rgba();
        int n = covered.length;
        float[] share = new float[n];
        double sum = 0;
        double weight = 0;
        if (everything()) {
            Arrays.fill(share, 1);
        } else {
            for (int i = 0; i < n; i++) {
                share[i] = (float) share(in, 4 * i);
            }
        }
        widen(share, texture.width(), reach());
        for (int i = 0; i < n; i++) {
            if (covered[i] && (in[4 * i + 3] & 255) > 100) {
                sum += share[i] * luminance(in, 4 * i);
                weight += share[i];
            }
        }
        double mean = weight > 0 ? Math.max(sum / weight, 1e-4) : 0.1;
        byte[] out = texture.rgba().clone();
        double[] gain = new double[STEPS];
        for (int i = 0; i < STEPS; i++) {
            double l = i / (STEPS - 1.0);
            gain[i] = Ease.clamp(StrictMath.pow(l * l / mean, contrast), darkest, lightest);
        }
        boolean yarn = cloth();
        int w = texture.width();
        for (int i = 0; i < n; i++) {
            if (share[i] > 0) {
                double k = gain[(int) (Math.sqrt(luminance(in, 4 * i)) * (STEPS - 1) + 0.5)];
                if (yarn) {
                    k *= Cloth.yarn(i % w, i / w);
                } else if (this == HAIR) {
                    k *= Tresses.streak(i % w, i / w);
                }
                mix(out, 4 * i, share[i], color.r() * k, color.g() * k, color.b() * k);
            }
        }
        return new Texture(texture.name() + "#" + name(), texture.width(), texture.height(), out);
    }

    /// Each texel takes the most of its row, then of its column, within a reach.
    private static void widen(float[] share, int width, int reach) {
        for (int pass = 0; pass < 2 && reach > 0; pass++) {
            float[] from = share.clone();
            int step = pass == 0 ? 1 : width;
            for (int i = 0; i < share.length; i++) {
                for (int k = -reach; k <= reach; k++) {
                    int at = i + k * step;
                    if (at >= 0 && at < share.length) {
                        share[i] = Math.max(share[i], from[at]);
                    }
                }
            }
        }
    }

    private double share(byte[] rgba, int at) {
        double r = (rgba[at] & 255) / 255.0;
        double g = (rgba[at + 1] & 255) / 255.0;
        double b = (rgba[at + 2] & 255) / 255.0;
        double max = Math.max(r, Math.max(g, b));
        double min = Math.min(r, Math.min(g, b));
        double d = max - min;
        double hue = 0;
        if (d > 0) {
            double sixth = max == r ? (g - b) / d : max == g ? 2 + (b - r) / d : 4 + (r - g) / d;
            hue = (sixth / 6 + 1) % 1;
        }
        return share(hue, max > 0 ? d / max : 0, max);
    }

    private static void mix(byte[] rgba, int at, double share, double r, double g, double b) {
        rgba[at] = encode(Ease.lerp(linear(rgba[at]), r, share));
        rgba[at + 1] = encode(Ease.lerp(linear(rgba[at + 1]), g, share));
        rgba[at + 2] = encode(Ease.lerp(linear(rgba[at + 2]), b, share));
    }

    static double luminance(byte[] rgba, int at) {
        return 0.2126 * linear(rgba[at]) + 0.7152 * linear(rgba[at + 1]) + 0.0722 * linear(rgba[at + 2]);
    }

    static double linear(byte v) {
        return Tables.LINEAR[v & 255];
    }

    static byte encode(double v) {
        return Tables.ENCODED[(int) (Ease.unit(v) * (STEPS - 1) + 0.5)];
    }

    private static final class Tables {

        static final double[] LINEAR = new double[256];
        static final byte[] ENCODED = new byte[STEPS];

        static {
            for (int i = 0; i < 256; i++) {
                double v = i / 255.0;
                LINEAR[i] = v <= 0.04045 ? v / 12.92 : StrictMath.pow((v + 0.055) / 1.055, 2.4);
            }
            for (int i = 0; i < STEPS; i++) {
                double v = i / (STEPS - 1.0);
                double s = v <= 0.0031308 ? 12.92 * v : 1.055 * StrictMath.pow(v, 1 / 2.4) - 0.055;
                ENCODED[i] = (byte) (int) (255 * s + 0.5);
            }
        }
    }
}
