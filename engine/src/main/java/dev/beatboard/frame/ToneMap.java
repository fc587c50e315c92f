package dev.beatboard.frame;

/// From scene-linear light to display: an AgX-like curve (after Troy Sobotka's AgX in the polynomial form by Benjamin
/// Wrensch) with a look of power 1.4 and saturation 1.2, as sRGB bytes with a trace of fixed dither against banding.
public final class ToneMap {

    private static final double POWER = 1.4;
    /// Film speed: with it a linear 0.18 becomes sRGB 121, a middle grey.
    private static final double SPEED = 1.65;
    private static final float SATURATION = 1.2f;
    private static final float LOW_STOP = (float) (-12.47393 - StrictMath.log(SPEED) / StrictMath.log(2));
    private static final float HIGH_STOP = LOW_STOP + 16.5f;
    /// The curve with the look's power, by the upper bits of the light as a float: 1024 entries per stop, of which two
    /// neighbors differ by less than a tenth of a code.
    private static final int SHIFT = 13;

    private static final float DARKEST = 0x1p-14f;
    private static final int FIRST = Float.floatToRawIntBits(DARKEST) >>> SHIFT;
    private static final float[] CURVE = new float[(Float.floatToRawIntBits(64f) >>> SHIFT) - FIRST];

    static {
        for (int i = 0; i < CURVE.length; i++) {
            // The middle of the floats that share the entry.
            double light = Float.intBitsToFloat((FIRST + i << SHIFT) + (1 << SHIFT - 1));
            CURVE[i] = (float) encoded(light);
        }
    }

    /// The curve: what becomes of a channel's light, display-encoded.
    static double encoded(double light) {
        double log = StrictMath.log(light) / StrictMath.log(2);
        double x = Math.max(0, Math.min(1, (log - LOW_STOP) / (HIGH_STOP - LOW_STOP)));
        double x2 = x * x;
        double x4 = x2 * x2;
        double v = 15.5 * x4 * x2 - 40.14 * x4 * x + 31.96 * x4 - 6.868 * x2 * x + 0.4298 * x2 + 0.1191 * x - 0.00232;
        return StrictMath.pow(Math.max(0, v), POWER);
    }

    private ToneMap() {}

    /// The picture of a frame, three bytes R, G, B per pixel, rows from the top.
    public static byte[] toSrgb(Frame frame) {
        byte[] to = new byte[3 * frame.width() * frame.height()];
        toSrgb(frame, 0, frame.height(), to);
        return to;
    }

    /// Rows `from .. until-1` of the same, into `to`, which is for the whole picture.
    public static void toSrgb(Frame frame, int from, int until, byte[] to) {
        float[] r = frame.plane("R").values();
        float[] g = frame.plane("G").values();
        float[] b = frame.plane("B").values();
        int w = frame.width();
        float[] out = new float[3];
        for (int y = from; y < until; y++) {
            for (int x = 0; x < w; x++) {
                int p = y * w + x;
                pixel(r[p], g[p], b[p], dither(x, y), out, to, 3 * p);
            }
        }
    }

    /// One color as 0xRRGGBB, without dither.
    public static int toSrgb(float r, float g, float b) {
        byte[] out = new byte[3];
        pixel(r, g, b, 0, new float[3], out, 0);
        return (out[0] & 255) << 16 | (out[1] & 255) << 8 | out[2] & 255;
    }

    /// One color as displayed, three numbers within 0..1 in `out`, not rounded to bytes.
    public static void display(float r, float g, float b, float[] out) {
        develop(r, g, b, out);
        for (int c = 0; c < 3; c++) {
            out[c] = Math.max(0, Math.min(1, out[c]));
        }
    }

    private static void develop(float r, float g, float b, float[] out) {
        inset(r, g, b, out);
        look(curve(out[0]), curve(out[1]), curve(out[2]), out);
    }

    /// Before the curve: the colors drawn together, so that bright ones fade to white.
    static void inset(float r, float g, float b, float[] out) {
        out[0] = 0.842479f * r + 0.0784336f * g + 0.0792237f * b;
        out[1] = 0.0423282f * r + 0.8784686f * g + 0.0791661f * b;
        out[2] = 0.0423757f * r + 0.0784336f * g + 0.879143f * b;
    }

    /// After the curve: saturation, and the colors spread again.
    static void look(float r, float g, float b, float[] out) {
        float l = 0.2126f * r + 0.7152f * g + 0.0722f * b;
        float a = l + SATURATION * (r - l);
        float c = l + SATURATION * (g - l);
        float d = l + SATURATION * (b - l);
        out[0] = 1.196879f * a - 0.0980209f * c - 0.0990297f * d;
        out[1] = -0.0528969f * a + 1.1519031f * c - 0.0989612f * d;
        out[2] = -0.0529716f * a - 0.0980434f * c + 1.1510737f * d;
    }

    private static void pixel(float r, float g, float b, float dither, float[] out, byte[] to, int at) {
        develop(r, g, b, out);
        to[at] = code(out[0], dither);
        to[at + 1] = code(out[1], dither);
        to[at + 2] = code(out[2], dither);
    }

    private static float curve(float light) {
        if (!(light > DARKEST)) {
            return CURVE[0];
        }
        int i = (Float.floatToRawIntBits(light) >>> SHIFT) - FIRST;
        return CURVE[i < CURVE.length ? i : CURVE.length - 1];
    }

    /// The curve's result is display-encoded already; here it becomes a byte.
    private static byte code(float v, float dither) {
        int i = (int) (v * 255 + 0.5f + dither);
        return (byte) (i < 0 ? 0 : i > 255 ? 255 : i);
    }

    /// A fixed pattern within -0.45 .. 0.45, the same for every frame.
    public static float dither(int x, int y) {
        int h = x * 0x9E3779B1 ^ y * 0x85EBCA77;
        h ^= h >>> 16;
        h *= 0x7feb352d;
        h ^= h >>> 15;
        return ((h >>> 8 & 255) / 255f - 0.5f) * 0.9f;
    }
}
