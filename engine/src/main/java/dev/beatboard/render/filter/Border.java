package dev.beatboard.render.filter;

import dev.beatboard.render.work.Lanes;
import java.util.Arrays;

/// How a plane with a border lies in memory: rows padded to whole vectors, with pixels around them in which
/// the edges of the picture repeat, so that a filter may read beyond them.
///
/// @param across pixels of border left and right, whole vectors, and `down` above and below
record Border(int width, int height, int across, int down) {

    int stride() {
        return (width + Lanes.MOST - 1) / Lanes.MOST * Lanes.MOST + 2 * across;
    }

    /// Of a plane with its border.
    int size() {
        return stride() * (height + 2 * down);
    }

    /// The place of pixel (x, y).
    int at(int x, int y) {
        return (y + down) * stride() + across + x;
    }

    /// Repeats the ends of row `y` beside it, and the first and the last row above and below the picture.
    void repeat(int y, float[]... planes) {
        int stride = stride();
        int from = at(0, y);
        int row = from - across;
        for (float[] p : planes) {
            Arrays.fill(p, row, from, p[from]);
            Arrays.fill(p, from + width, row + stride, p[from + width - 1]);
            for (int j = 1; j <= down; j++) {
                if (y == 0) {
                    System.arraycopy(p, row, p, row - j * stride, stride);
                }
                if (y == height - 1) {
                    System.arraycopy(p, row, p, row + j * stride, stride);
                }
            }
        }
    }
}
