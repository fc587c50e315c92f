package dev.beatboard.stage.cast;

import dev.beatboard.math.Chance;
import dev.beatboard.math.Ease;
import dev.beatboard.scene.Rgb;

/// What makes a color hair's: no lock is quite like the next, and hair is never as yellow or as red as its name.
final class Tresses {

    private static final double GREY = 0.24;
    private static final int TILE = 256;

    /// A streak runs this many texels along the hair (downward in all pictures of the library).
    private static final int RUN = 64;

    private static final double STREAKS = 0.17;

    private Tresses() {}

    /// The reflectance of hair of a color that somebody named.
    static Rgb color(int srgb) {
        Rgb c = Rgb.ofSrgb(srgb);
        double grey = 0.2126 * c.r() + 0.7152 * c.g() + 0.0722 * c.b();
        return new Rgb((float) Ease.lerp(c.r(), grey, GREY), (float) Ease.lerp(c.g(), grey, GREY), (float)
                Ease.lerp(c.b(), grey, GREY));
    }

    /// Brightness of the lock at a texel, around 1.
    static float streak(int x, int y) {
        return Tables.STREAK[(y & TILE - 1) * TILE + (x & TILE - 1)];
    }

    private static final class Tables {

        static final float[] STREAK = new float[TILE * TILE];

        static {
            for (int x = 0; x < TILE; x++) {
                for (int y = 0; y < TILE; y++) {
                    double fine = along(1, x, y);
                    double lock = along(2, x / 5, y);
                    STREAK[y * TILE + x] = (float) (1 + STREAKS * (0.6 * fine + 0.8 * lock));
                }
            }
        }

        private static double along(int layer, int x, int y) {
            int n = TILE / RUN;
            int i = y / RUN;
            double a = Chance.signed(layer, x, 52, i);
            double b = Chance.signed(layer, x, 52, (i + 1) % n);
            return Ease.lerp(a, b, Ease.smooth((y % RUN) / (double) RUN));
        }
    }
}
