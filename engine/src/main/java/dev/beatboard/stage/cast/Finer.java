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
}
