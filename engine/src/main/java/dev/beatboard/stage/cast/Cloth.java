package dev.beatboard.stage.cast;

import dev.beatboard.math.Chance;
import dev.beatboard.math.Ease;
import dev.beatboard.scene.Rgb;

/// What makes a color a cloth's: dyes are never as pure nor as bright as a screen's, and yarn is never even.
final class Cloth {

    /// How much of the color's own grey a dye keeps.
    private static final double GREY = 0.2;

    /// The most that cloth without color reflects in any band, and the most that a fully saturated one does.
    private static final double WHITEST = 0.78;

    private static final double PUREST = 0.3;

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
        return new Rgb(
                (float) Math.max(DARKEST, k * r), (float) Math.max(DARKEST, k * g), (float) Math.max(DARKEST, k * b));
    }

    /// Brightness of the yarn at a texel of a texture of cloth, around 1.
    static float yarn(int x, int y) {
        return Tables.YARN[(y & TILE - 1) * TILE + (x & TILE - 1)];
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
