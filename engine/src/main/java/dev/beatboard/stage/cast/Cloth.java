package dev.beatboard.stage.cast;

import dev.beatboard.math.Chance;
import dev.beatboard.math.Ease;
import dev.beatboard.scene.Rgb;
import dev.beatboard.scene.Texture;

/// What makes a color a cloth's: dyes are never as pure nor as bright as a screen's, and yarn is never even.
final class Cloth {

    /// How much of the color's own grey a dye keeps.
    private static final double GREY = 0.2;

    /// The most that cloth without color reflects in any band, and the most that a fully saturated one does.
    private static final double WHITEST = 0.78;

    private static final double PUREST = 0.35;

    private static final double DARKEST = 0.012;

    /// Amplitudes of the yarn's mottle: from thread to thread, and along some threads.
    private static final double THREAD = 0.13;

    private static final double SLUB = 0.08;
    private static final int TILE = 256;

    private Cloth() {}

    /// The reflectance of cloth dyed in a color that somebody named.
    static Rgb dyed(int srgb) {
        Rgb c = Rgb.ofSrgb(srgb);
        double grey = 0.2126 * c.r() + 0.7152 * c.g() + 0.0722 * c.b();
        double r = Ease.lerp(c.r(), grey, GREY);
        double g = Ease.lerp(c.g(), grey, GREY);
        double b = Ease.lerp(c.b(), grey, GREY);
        double max = Math.max(r, Math.max(g, b));
        double purity = max > 0 ? 1 - Math.min(r, Math.min(g, b)) / max : 0;
        double most = Ease.lerp(WHITEST, PUREST, purity * purity);
        double k = max > most ? most / max : 1;
        return new Rgb((float) Math.max(DARKEST, k * r), (float) Math.max(DARKEST, k * g), (float)
                Math.max(DARKEST, k * b));
    }

    /// Brightness of the yarn at a texel of a texture of cloth, around 1.
    static float yarn(int x, int y) {
        return Tables.YARN[(y & TILE - 1) * TILE + (x & TILE - 1)];
    }

    /// Twice the resolution, so that yarn is finer than the drawing.
    static Texture fine(Texture t) {
        int w = t.width();
        int h = t.height();
        byte[] in = t.rgba();
        byte[] out = new byte[16 * w * h];
        for (int y = 0; y < 2 * h; y++) {
            int y0 = (y + h + h - 1) / 2 % h;
            int y1 = (y0 + 1) % h;
            int fy = (y & 1) == 0 ? 3 : 1;
            for (int x = 0; x < 2 * w; x++) {
                int x0 = (x + w + w - 1) / 2 % w;
                int x1 = (x0 + 1) % w;
                int fx = (x & 1) == 0 ? 1 : 3;
                int ky = 4 - fy;
                for (int c = 0; c < 4; c++) {
                    int a = in[4 * (y0 * w + x0) + c] & 255;
                    int b = in[4 * (y0 * w + x1) + c] & 255;
                    int d = in[4 * (y1 * w + x0) + c] & 255;
                    int e = in[4 * (y1 * w + x1) + c] & 255;
                    int up = fx * a + (4 - fx) * b;
                    int down = fx * d + (4 - fx) * e;
                    out[4 * (y * 2 * w + x) + c] = (byte) ((ky * up + fy * down + 8) >> 4);
                }
            }
        }
        return new Texture(t.name() + "*2", 2 * w, 2 * h, out);
    }

    private static final class Tables {

        static final float[] YARN = new float[TILE * TILE];

        static {
            for (int y = 0; y < TILE; y++) {
                for (int x = 0; x < TILE; x++) {
                    double thread = Chance.signed(1, x, 51, y);
                    double across = Chance.signed(2, x / 12, 51, y);
                    double along = Chance.signed(3, x, 51, y / 12);
                    YARN[y * TILE + x] = (float) (1 + THREAD * thread + SLUB * (across + along) / 2);
                }
            }
        }
    }
}
