package dev.beatboard.render.texture;

/// The sRGB transfer curve by table.
public final class Srgb {

    private static final int STEPS = 1 << 14;
    private static final float[] LINEAR = new float[256];
    private static final byte[] CODE = new byte[STEPS + 1];

    static {
        for (int i = 0; i < 256; i++) {
            double v = i / 255.0;
            LINEAR[i] = (float) (v <= 0.04045 ? v / 12.92 : StrictMath.pow((v + 0.055) / 1.055, 2.4));
        }
        for (int i = 0; i <= STEPS; i++) {
            // The table is over the square root of the value, so that dark tones get enough entries.
            double v = (double) i / STEPS * i / STEPS;
            double s = v <= 0.0031308 ? 12.92 * v : 1.055 * StrictMath.pow(v, 1 / 2.4) - 0.055;
            CODE[i] = (byte) Math.round(255 * s);
        }
    }

    private Srgb() {}

    /// Linear light of a code 0..255.
    public static float linear(int code) {
        return LINEAR[code];
    }

    /// The code of linear light, clamped.
    public static byte code(float linear) {
        float v = linear < 0 ? 0 : linear > 1 ? 1 : linear;
        return CODE[(int) ((float) Math.sqrt(v) * STEPS + 0.5f)];
    }
}
