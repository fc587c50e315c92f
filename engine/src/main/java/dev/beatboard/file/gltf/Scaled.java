package dev.beatboard.file.gltf;

import dev.beatboard.scene.Rgb;
import dev.beatboard.scene.Texture;
import java.util.Arrays;

/// A texture, tinted and scaled down by the mean of linear light over whole source pixels, those with alpha counting by
/// it. Where it is transparent, colors of what is near are kept, so that edges do not go dark.
///
/// @param argb 0xAARRGGBB, sRGB-encoded, top row first
record Scaled(int width, int height, int[] argb) {

    private static final float[] LINEAR = new float[256];
    private static final byte[] CODE = new byte[4096];

    static {
        for (int i = 0; i < 256; i++) {
            LINEAR[i] = Rgb.ofSrgb(i).b();
        }
        for (int i = 0; i < CODE.length; i++) {
            double v = (i + 0.5) / CODE.length;
            double s = v <= 0.0031308 ? 12.92 * v : 1.055 * StrictMath.pow(v, 1 / 2.4) - 0.055;
            CODE[i] = (byte) Math.round(255 * s);
        }
    }

    /// @param pixels at most
    /// @param cutout whether alpha counts
    static Scaled of(Texture t, Rgb tint, int pixels, boolean cutout) {
        double k = Math.min(1, Math.sqrt((double) pixels / ((double) t.width() * t.height())));
        int w = Math.max(1, (int) Math.floor(t.width() * k));
        int h = Math.max(1, (int) Math.floor(t.height() * k));
        int[] out = new int[w * h];
        float[] sum = new float[4];
        float[] mean = new float[4];
        for (int y = 0; y < h; y++) {
            int y0 = (int) ((long) y * t.height() / h);
            int y1 = Math.max(y0 + 1, (int) ((long) (y + 1) * t.height() / h));
            for (int x = 0; x < w; x++) {
                int x0 = (int) ((long) x * t.width() / w);
                int x1 = Math.max(x0 + 1, (int) ((long) (x + 1) * t.width() / w));
                Arrays.fill(sum, 0);
                Arrays.fill(mean, 0);
                for (int v = y0; v < y1; v++) {
                    for (int u = x0; u < x1; u++) {
                        add(t.rgba(), 4 * (v * t.width() + u), cutout, sum, mean);
                    }
                }
                int n = (y1 - y0) * (x1 - x0);
                boolean seen = sum[3] > 0;
                float d = seen ? sum[3] : n;
                float[] c = seen ? sum : mean;
                int alpha = cutout ? Math.round(255 * sum[3] / n) : 255;
                out[y * w + x] = alpha << 24
                        | code(c[0] / d * tint.r()) << 16
                        | code(c[1] / d * tint.g()) << 8
                        | code(c[2] / d * tint.b());
            }
        }
        return new Scaled(w, h, out);
    }

    private static void add(byte[] rgba, int at, boolean cutout, float[] sum, float[] mean) {
        float a = cutout ? (rgba[at + 3] & 255) / 255f : 1;
        for (int c = 0; c < 3; c++) {
            float v = LINEAR[rgba[at + c] & 255];
            sum[c] += a * v;
            mean[c] += v;
        }
        sum[3] += a;
    }

    private static int code(float linear) {
        return CODE[(int) Math.clamp(linear * CODE.length, 0, CODE.length - 1)] & 255;
    }
}
