package dev.beatboard.stage.cast;

/// Groups colors that are alike at a glance.
final class Hues {

    private Hues() {}

    /// A number that colors of like hue share; greys are grouped by their lightness.
    static int bucket(int srgb) {
        int r = srgb >> 16 & 255;
        int g = srgb >> 8 & 255;
        int b = srgb & 255;
        int max = Math.max(r, Math.max(g, b));
        int min = Math.min(r, Math.min(g, b));
        int d = max - min;
        if (d < 14 || d * 8 < max) {
            return 100 + max / 52;
        }
        double sixth = max == r ? (double) (g - b) / d : max == g ? 2 + (double) (b - r) / d : 4 + (double) (r - g) / d;
        int hue = (int) Math.floor((sixth / 6 + 1) % 1 * 12 + 0.5) % 12;
        return 3 * hue + (max < 90 ? 0 : max < 170 ? 1 : 2);
    }
}
