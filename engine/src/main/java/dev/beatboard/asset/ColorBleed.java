package dev.beatboard.asset;

/// Fills the color under transparent texels from their opaque neighbors, or the fringes of hair and lashes glow where a
/// filter mixes them in.
final class ColorBleed {

    private static final int OPAQUE = 160;
    private static final int STEPS = 24;

    private ColorBleed() {}

    /// Changes only the color of texels whose alpha is below [#OPAQUE]; alpha stays.
    static void under(byte[] rgba, int width, int height) {
        int n = width * height;
        boolean[] known = new boolean[n];
        int count = 0;
        for (int i = 0; i < n; i++) {
            known[i] = (rgba[4 * i + 3] & 255) >= OPAQUE;
            count += known[i] ? 1 : 0;
        }
        if (count == n || count == 0) {
            return;
        }
        long[] sum = new long[3];
        for (int i = 0; i < n; i++) {
            for (int c = 0; known[i] && c < 3; c++) {
                sum[c] += rgba[4 * i + c] & 255;
            }
        }
        for (int step = 0; step < STEPS; step++) {
            boolean[] next = known.clone();
            for (int i = 0; i < n; i++) {
                if (!known[i]) {
                    next[i] = mean(rgba, known, i % width, i / width, width, height);
                }
            }
            known = next;
        }
        for (int i = 0; i < n; i++) {
            for (int c = 0; !known[i] && c < 3; c++) {
                rgba[4 * i + c] = (byte) (sum[c] / count);
            }
        }
    }

    private static boolean mean(byte[] rgba, boolean[] known, int x, int y, int width, int height) {
        int r = 0;
        int g = 0;
        int b = 0;
        int n = 0;
        for (int yy = Math.max(0, y - 1); yy <= Math.min(height - 1, y + 1); yy++) {
            for (int xx = Math.max(0, x - 1); xx <= Math.min(width - 1, x + 1); xx++) {
                int i = yy * width + xx;
                if (known[i]) {
                    r += rgba[4 * i] & 255;
                    g += rgba[4 * i + 1] & 255;
                    b += rgba[4 * i + 2] & 255;
                    n++;
                }
            }
        }
        if (n == 0) {
            return false;
        }
        int i = 4 * (y * width + x);
        rgba[i] = (byte) (r / n);
        rgba[i + 1] = (byte) (g / n);
        rgba[i + 2] = (byte) (b / n);
        return true;
    }
}
