package dev.beatboard.file.guide;

import dev.beatboard.file.Picture;

/// A black picture to draw flat shapes on, hard edges, later ones over earlier ones. Colors are
/// `0xRRGGBB`.
final class Board {

    private final int width;
    private final int height;
    private final byte[] rgb;

    Board(int width, int height) {
        this.width = width;
        this.height = height;
        rgb = new byte[3 * width * height];
    }

    Picture picture() {
        return new Picture(width, height, rgb);
    }

    void disk(double x, double y, double radius, int color) {
        ellipse(x, y, x, y, radius, radius, color);
    }

    /// A limb: an ellipse from one point to the other.
    ///
    /// @param thick half its width in the middle
    void limb(double x0, double y0, double x1, double y1, double thick, int color) {
        double half = Math.hypot(x1 - x0, y1 - y0) / 2;
        ellipse(x0, y0, x1, y1, Math.max(half, 0.5), thick, color);
    }

    /// A line with flat ends.
    void line(double x0, double y0, double x1, double y1, double thick, int color) {
        double dx = x1 - x0;
        double dy = y1 - y0;
        double square = dx * dx + dy * dy;
        int right = (int) Math.min(width - 1, Math.max(x0, x1) + thick);
        int bottom = (int) Math.min(height - 1, Math.max(y0, y1) + thick);
        for (int y = (int) Math.max(0, Math.min(y0, y1) - thick); y <= bottom; y++) {
            for (int x = (int) Math.max(0, Math.min(x0, x1) - thick); x <= right; x++) {
                double px = x + 0.5 - x0;
                double py = y + 0.5 - y0;
                double t = square == 0 ? 0 : Math.clamp((px * dx + py * dy) / square, 0, 1);
                double ax = px - t * dx;
                double ay = py - t * dy;
                if (ax * ax + ay * ay <= thick * thick) {
                    put(x, y, color);
                }
            }
        }
    }

    private void ellipse(double x0, double y0, double x1, double y1, double along, double across, int color) {
        double length = Math.hypot(x1 - x0, y1 - y0);
        double ux = length == 0 ? 1 : (x1 - x0) / length;
        double uy = length == 0 ? 0 : (y1 - y0) / length;
        double mx = (x0 + x1) / 2;
        double my = (y0 + y1) / 2;
        double reach = Math.max(along, across);
        int right = (int) Math.min(width - 1, mx + reach);
        int bottom = (int) Math.min(height - 1, my + reach);
        for (int y = (int) Math.max(0, my - reach); y <= bottom; y++) {
            for (int x = (int) Math.max(0, mx - reach); x <= right; x++) {
                double px = x + 0.5 - mx;
                double py = y + 0.5 - my;
                double a = (px * ux + py * uy) / along;
                double b = (py * ux - px * uy) / across;
                if (a * a + b * b <= 1) {
                    put(x, y, color);
                }
            }
        }
    }

    private void put(int x, int y, int color) {
        int at = 3 * (y * width + x);
        rgb[at] = (byte) (color >> 16);
        rgb[at + 1] = (byte) (color >> 8);
        rgb[at + 2] = (byte) color;
    }
}
