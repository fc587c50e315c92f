package dev.beatboard.stage.cast;

import dev.beatboard.scene.Texture;

/// Makes room in a picture for detail that is finer than what was drawn.
final class Finer {

    private Finer() {}

    /// Twice the resolution, smooth between the texels.
    static Texture twice(Texture t) {
        int w = t.width();
        int h = t.height();
        byte[] in = t.rgba();
        byte[] out = new byte[16 * w * h];
        int[] row = new int[4 * w + 8];
        for (int y = 0; y < 2 * h; y++) {
            int y0 = (y + h + h - 1) / 2 % h;
            int y1 = (y0 + 1) % h;
            int fy = (y & 1) == 0 ? 3 : 1;
            between(in, 4 * w * y0, 4 * w * y1, 4 - fy, row);
            int o = 8 * w * y;
            for (int i = 0; i < 4 * w; i += 4, o += 8) {
                for (int c = 0; c < 4; c++) {
                    int left = row[i + c];
                    int here = row[i + 4 + c];
                    int right = row[i + 8 + c];
                    out[o + c] = (byte) ((left + 3 * here + 8) >> 4);
                    out[o + 4 + c] = (byte) ((3 * here + right + 8) >> 4);
                }
            }
        }
        return new Texture(t.name() + "*2", 2 * w, 2 * h, out);
    }

    /// A row between two, in quarters, with the texel before it and the one after: pictures repeat.
    private static void between(byte[] in, int upper, int lower, int share, int[] row) {
        int n = row.length - 8;
        for (int i = 0; i < n; i++) {
            row[i + 4] = share * (in[upper + i] & 255) + (4 - share) * (in[lower + i] & 255);
        }
        System.arraycopy(row, n, row, 0, 4);
        System.arraycopy(row, 4, row, n + 4, 4);
    }
}
