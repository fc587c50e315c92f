package dev.beatboard.stage.cast;

import dev.beatboard.asset.Piece;
import dev.beatboard.scene.Texture;

/// Which texels of a texture a piece's surface uses.
final class Coverage {

    private Coverage() {}

    static boolean[] of(Texture texture, Piece piece) {
        int w = texture.width();
        int h = texture.height();
        boolean[] out = new boolean[w * h];
        int[] t = piece.triangles();
        float[] uv = piece.uvs();
        for (int i = 0; i < t.length; i += 3) {
            triangle(
                    out,
                    w,
                    h,
                    x(uv, t[i], w),
                    y(uv, t[i], h),
                    x(uv, t[i + 1], w),
                    y(uv, t[i + 1], h),
                    x(uv, t[i + 2], w),
                    y(uv, t[i + 2], h));
        }
        return out;
    }

    private static double x(float[] uv, int vertex, int w) {
        return uv[2 * vertex] * w - 0.5;
    }

    private static double y(float[] uv, int vertex, int h) {
        return (1 - uv[2 * vertex + 1]) * h - 0.5;
    }

    private static void triangle(
            boolean[] out, int w, int h, double ax, double ay, double bx, double by, double cx, double cy) {
        double area = (bx - ax) * (cy - ay) - (cx - ax) * (by - ay);
        if (area == 0) {
            return;
        }
        int x0 = (int) Math.max(0, Math.ceil(Math.min(ax, Math.min(bx, cx))));
        int x1 = (int) Math.min(w - 1, Math.floor(Math.max(ax, Math.max(bx, cx))));
        int y0 = (int) Math.max(0, Math.ceil(Math.min(ay, Math.min(by, cy))));
        int y1 = (int) Math.min(h - 1, Math.floor(Math.max(ay, Math.max(by, cy))));
        for (int y = y0; y <= y1; y++) {
            for (int x = x0; x <= x1; x++) {
                double u = ((bx - x) * (cy - y) - (cx - x) * (by - y)) / area;
                double v = ((cx - x) * (ay - y) - (ax - x) * (cy - y)) / area;
                if (u >= 0 && v >= 0 && u + v <= 1) {
                    out[y * w + x] = true;
                }
            }
        }
    }
}
