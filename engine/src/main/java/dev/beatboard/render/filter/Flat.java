package dev.beatboard.render.filter;

import dev.beatboard.render.work.Crew;

/// Where a layer has one color as far as a filter reaches, so that none changes it there: alpha and mattes have hardly
/// anything else. Pictures themselves count as nowhere flat.
final class Flat {

    /// Width and height of a tile, pixels.
    static final int TILE = 16;

    private final Picture p;
    private final int columns;
    private final int rows;
    private final boolean[] one;

    Flat(Picture p, Crew crew) {
        this.p = p;
        columns = (p.width() + TILE - 1) / TILE;
        rows = (p.height() + TILE - 1) / TILE;
        one = new boolean[columns * rows];
        if (p.layer()) {
            crew.each(rows, (j, w) -> {
                for (int i = 0; i < columns; i++) {
                    one[j * columns + i] = one(i, j);
                }
            });
        }
    }

    /// The tiles around which all is of one color.
    ///
    /// @param flat by rows of tiles
    record Map(boolean[] flat, int columns) {

        boolean at(int x, int y) {
            return flat[y / TILE * columns + x / TILE];
        }
    }

    /// The tiles whose color reaches at least `pixels` beyond them to every side, or to the picture's edge.
    Map around(int pixels) {
        int reach = (pixels + TILE - 1) / TILE;
        boolean[] across = new boolean[one.length];
        boolean[] all = new boolean[one.length];
        for (int t = 0; t < one.length; t++) {
            int i = t % columns;
            across[t] = alike(one, t, Math.max(-i, -reach), Math.min(columns - 1 - i, reach), 1);
        }
        for (int t = 0; t < one.length; t++) {
            int j = t / columns;
            all[t] = alike(across, t, Math.max(-j, -reach), Math.min(rows - 1 - j, reach), columns);
        }
        return new Map(all, columns);
    }

    private boolean alike(boolean[] flat, int t, int from, int to, int step) {
        int p0 = pixel(t);
        for (int k = from; k <= to; k++) {
            int q = t + k * step;
            if (!flat[q] || !same(p0, pixel(q))) {
                return false;
            }
        }
        return true;
    }

    private int pixel(int tile) {
        return tile / columns * TILE * p.width() + tile % columns * TILE;
    }

    private boolean same(int a, int b) {
        return p.r()[a] == p.r()[b] && p.g()[a] == p.g()[b] && p.b()[a] == p.b()[b];
    }

    private boolean one(int i, int j) {
        int first = pixel(j * columns + i);
        for (int y = j * TILE; y < Math.min(p.height(), (j + 1) * TILE); y++) {
            for (int x = i * TILE; x < Math.min(p.width(), (i + 1) * TILE); x++) {
                if (!same(first, y * p.width() + x)) {
                    return false;
                }
            }
        }
        return true;
    }
}
