package dev.beatboard.score;

/// How different two pictures look when flipped back and forth (LDR-FLIP; Andersson et al. 2020): color differences
/// after what the eye blurs at a distance, raised where edges and points differ. 0 is no difference, 1 the largest.
///
/// The viewing distance is the paper's: 0.7 m from a screen 0.7 m wide with 3840 pixels, 67 pixels per degree.
public final class Flip {

    private static final double DEGREE = 0.7 * 3840 / 0.7 * StrictMath.PI / 180;
    private static final double COLOR_POWER = 0.7;
    /// Of the largest color difference up to which differences are spread, and onto which share of the scale.
    private static final double KNEE = 0.4;

    private static final double KNEE_VALUE = 0.95;
    private static final double FEATURE_POWER = 0.5;
    /// Of the features in degrees.
    private static final double FEATURE_WIDTH = 0.082;

    /// From linear sRGB to XYZ.
    private static final double[] XYZ = {
        10135552 / 24577794.0, 8788810 / 24577794.0, 4435075 / 24577794.0,
        2613072 / 12288897.0, 8788810 / 12288897.0, 887015 / 12288897.0,
        1425312 / 73733382.0, 8788810 / 73733382.0, 70074185 / 73733382.0
    };
    private static final double[] WHITE = {XYZ[0] + XYZ[1] + XYZ[2], 1, XYZ[6] + XYZ[7] + XYZ[8]};
    private static final double[] RGB = inverse(XYZ);
    private static final double[] LINEAR = new double[256];

    static {
        for (int i = 0; i < 256; i++) {
            double v = i / 255.0;
            LINEAR[i] = v <= 0.04045 ? v / 12.92 : StrictMath.pow((v + 0.055) / 1.055, 2.4);
        }
    }

    private final int width;
    private final int height;
    private final double[] map;

    private Flip(int width, int height, double[] map) {
        this.width = width;
        this.height = height;
        this.map = map;
    }

    /// Compares two pictures of three sRGB bytes per pixel.
    ///
    /// @throws IllegalArgumentException if their size is not `width` x `height`
    public static Flip of(byte[] reference, byte[] test, int width, int height) {
        int n = width * height;
        if (reference.length != 3 * n || test.length != 3 * n) {
            throw new IllegalArgumentException("Pictures of " + reference.length + " and " + test.length
                    + " bytes are not both " + width + "x" + height);
        }
        double[][] a = opponent(reference, n);
        double[][] b = opponent(test, n);
        double[] feature = features(a[0], b[0], width, height);
        double[][] seenA = perceived(a, width, height);
        double[][] seenB = perceived(b, width, height);
        double most = power(distance(hunt(lab(0, 1, 0)), hunt(lab(0, 0, 1))));
        double[] map = new double[n];
        for (int p = 0; p < n; p++) {
            double d = power(distance(
                    new double[] {seenA[0][p], seenA[1][p], seenA[2][p]},
                    new double[] {seenB[0][p], seenB[1][p], seenB[2][p]}));
            double knee = KNEE * most;
            double color =
                    d < knee ? KNEE_VALUE / knee * d : KNEE_VALUE + (d - knee) / (most - knee) * (1 - KNEE_VALUE);
            map[p] = StrictMath.pow(Math.min(1, color), 1 - feature[p]);
        }
        return new Flip(width, height, map);
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    public double at(int x, int y) {
        return map[y * width + x];
    }

    /// The mean over the picture, the paper's single number.
    public double mean() {
        double sum = 0;
        for (double v : map) {
            sum += v;
        }
        return sum / Math.max(1, map.length);
    }

    private static double power(double v) {
        return StrictMath.pow(v, COLOR_POWER);
    }

    /// The linear opponent space of the contrast sensitivity functions: Y, Cx, Cz.
    private static double[][] opponent(byte[] rgb, int n) {
        double[][] out = new double[3][n];
        for (int p = 0; p < n; p++) {
            double[] c = xyz(LINEAR[rgb[3 * p] & 255], LINEAR[rgb[3 * p + 1] & 255], LINEAR[rgb[3 * p + 2] & 255]);
            double x = c[0] / WHITE[0];
            double z = c[2] / WHITE[2];
            out[0][p] = 116 * c[1] - 16;
            out[1][p] = 500 * (x - c[1]);
            out[2][p] = 200 * (c[1] - z);
        }
        return out;
    }

    private static double[] xyz(double r, double g, double b) {
        return multiplied(XYZ, r, g, b);
    }

    private static double[] multiplied(double[] m, double x, double y, double z) {
        return new double[] {
            m[0] * x + m[1] * y + m[2] * z, m[3] * x + m[4] * y + m[5] * z, m[6] * x + m[7] * y + m[8] * z
        };
    }

    /// Blurred as the eye blurs each opponent channel, then as Hunt-adjusted L*a*b*.
    private static double[][] perceived(double[][] opponent, int width, int height) {
        double[] y = filtered(opponent[0], width, height, sensitivity(1, 0.0047, 0, 1e-5));
        double[] cx = filtered(opponent[1], width, height, sensitivity(1, 0.0053, 0, 1e-5));
        double[] cz = filtered(opponent[2], width, height, sensitivity(34.1, 0.04, 13.5, 0.025));
        double[][] out = new double[3][y.length];
        for (int p = 0; p < y.length; p++) {
            double luminance = (y[p] + 16) / 116;
            double x = WHITE[0] * (cx[p] / 500 + luminance);
            double z = WHITE[2] * (luminance - cz[p] / 200);
            double[] rgb = multiplied(RGB, x, luminance, z);
            double[] h = hunt(lab(clamp(rgb[0]), clamp(rgb[1]), clamp(rgb[2])));
            for (int c = 0; c < 3; c++) {
                out[c][p] = h[c];
            }
        }
        return out;
    }

    private static double clamp(double v) {
        return Math.max(0, Math.min(1, v));
    }

    private static double[] lab(double r, double g, double b) {
        double[] c = xyz(r, g, b);
        double x = cubeRoot(c[0] / WHITE[0]);
        double y = cubeRoot(c[1]);
        double z = cubeRoot(c[2] / WHITE[2]);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double cubeRoot(double t) {
        double d = 6 / 29.0;
        return t > d * d * d ? StrictMath.cbrt(t) : t / (3 * d * d) + 4 / 29.0;
    }

    /// Colors look less colorful in the dark.
    private static double[] hunt(double[] lab) {
        double k = 0.01 * lab[0];
        return new double[] {lab[0], k * lab[1], k * lab[2]};
    }

    /// HyAB: city-block in lightness, Euclidean in color.
    private static double distance(double[] a, double[] b) {
        double da = a[1] - b[1];
        double db = a[2] - b[2];
        return Math.abs(a[0] - b[0]) + Math.sqrt(da * da + db * db);
    }

    /// A square kernel of two Gaussians that adds up to one.
    private static double[] sensitivity(double a1, double b1, double a2, double b2) {
        int r = (int) Math.ceil(3 * Math.sqrt(0.04 / (2 * StrictMath.PI * StrictMath.PI)) * DEGREE);
        int side = 2 * r + 1;
        double[] k = new double[side * side];
        double sum = 0;
        double pi2 = StrictMath.PI * StrictMath.PI;
        for (int i = 0; i < k.length; i++) {
            double x = (i % side - r) / DEGREE;
            double y = (i / side - r) / DEGREE;
            double z = x * x + y * y;
            k[i] = a1 * Math.sqrt(StrictMath.PI / b1) * StrictMath.exp(-pi2 * z / b1)
                    + a2 * Math.sqrt(StrictMath.PI / b2) * StrictMath.exp(-pi2 * z / b2);
            sum += k[i];
        }
        for (int i = 0; i < k.length; i++) {
            k[i] /= sum;
        }
        return k;
    }

    /// Convolved with a square kernel; beyond its edges the picture repeats what is at them.
    private static double[] filtered(double[] in, int width, int height, double[] kernel) {
        int side = (int) Math.round(Math.sqrt(kernel.length));
        int r = side / 2;
        double[] out = new double[in.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double sum = 0;
                for (int j = -r; j <= r; j++) {
                    int row = Math.max(0, Math.min(height - 1, y + j)) * width;
                    int k = (j + r) * side + r;
                    for (int i = -r; i <= r; i++) {
                        sum += kernel[k + i] * in[row + Math.max(0, Math.min(width - 1, x + i))];
                    }
                }
                out[y * width + x] = sum;
            }
        }
        return out;
    }

    /// How much edges and points differ, 0..1.
    private static double[] features(double[] a, double[] b, int width, int height) {
        double[] edgeA = strength(a, width, height, true);
        double[] edgeB = strength(b, width, height, true);
        double[] pointA = strength(a, width, height, false);
        double[] pointB = strength(b, width, height, false);
        double[] out = new double[a.length];
        for (int p = 0; p < out.length; p++) {
            double d = Math.max(Math.abs(edgeA[p] - edgeB[p]), Math.abs(pointA[p] - pointB[p]));
            out[p] = Math.min(1, StrictMath.pow(d / Math.sqrt(2), FEATURE_POWER));
        }
        return out;
    }

    private static double[] strength(double[] luminance, int width, int height, boolean edges) {
        double[] y = new double[luminance.length];
        for (int p = 0; p < y.length; p++) {
            y[p] = (luminance[p] + 16) / 116;
        }
        double[] across = filtered(y, width, height, detector(edges, false));
        double[] down = filtered(y, width, height, detector(edges, true));
        for (int p = 0; p < y.length; p++) {
            y[p] = Math.sqrt(across[p] * across[p] + down[p] * down[p]);
        }
        return y;
    }

    /// A derivative of a Gaussian, the first for edges, the second for points, whose weights of each sign add up to
    /// one.
    private static double[] detector(boolean edges, boolean down) {
        double deviation = 0.5 * FEATURE_WIDTH * DEGREE;
        int r = (int) Math.ceil(3 * deviation);
        int side = 2 * r + 1;
        double[] k = new double[side * side];
        double positive = 0;
        double negative = 0;
        for (int i = 0; i < k.length; i++) {
            int x = i % side - r;
            int y = i / side - r;
            int t = down ? y : x;
            double g = StrictMath.exp(-(x * x + y * y) / (2 * deviation * deviation));
            k[i] = edges ? -t * g : (t * t / (deviation * deviation) - 1) * g;
            positive += Math.max(0, k[i]);
            negative += Math.max(0, -k[i]);
        }
        for (int i = 0; i < k.length; i++) {
            k[i] /= k[i] < 0 ? negative : positive;
        }
        return k;
    }

    private static double[] inverse(double[] m) {
        double a = m[4] * m[8] - m[5] * m[7];
        double b = m[5] * m[6] - m[3] * m[8];
        double c = m[3] * m[7] - m[4] * m[6];
        double k = 1 / (m[0] * a + m[1] * b + m[2] * c);
        return new double[] {
            a * k, (m[2] * m[7] - m[1] * m[8]) * k, (m[1] * m[5] - m[2] * m[4]) * k,
            b * k, (m[0] * m[8] - m[2] * m[6]) * k, (m[2] * m[3] - m[0] * m[5]) * k,
            c * k, (m[1] * m[6] - m[0] * m[7]) * k, (m[0] * m[4] - m[1] * m[3]) * k
        };
    }
}
