package dev.beatboard.render.raster;

/// Darkens the ground right beside what stands on it. The gathered light is coarser than the gap under a sole, and
/// without the dark line there feet seem to float. Only tiles in which something that moves meets ground that does not
/// are looked at.
final class ContactPass {

    /// How far a contact reaches, meters.
    private static final float REACH = 0.07f;

    /// What is lower than this over the ground is the ground, meters.
    private static final float FLAT = 0.002f;

    /// How much of the bounced and of the direct light is lost at most.
    private static final float AMBIENT = 0.85f;

    private static final float DIRECT = 0.6f;

    /// Offsets in the picture, in units of the reach: two rings of six, turned against each other.
    private static final float[] ACROSS = {
        0.35f, 0.17f, -0.17f, -0.35f, -0.17f, 0.17f, 0.74f, 0, -0.74f, -0.74f, 0, 0.74f
    };

    private static final float[] DOWN = {0, 0.3f, 0.3f, 0, -0.3f, -0.3f, 0.43f, 0.85f, 0.43f, -0.43f, -0.85f, -0.43f};

    /// The sum of the taps that counts as fully closed.
    private static final float CLOSED = 5.5f;

    private static final int RINGS = 3;
    private static final int TILE = Visibility.TILE;

    private final Canvas c;
    private final int firstMoving;
    private final float pixels;

    /// @param firstMoving the first triangle that moves
    /// @param pixels per unit slope of the lens
    ContactPass(Canvas c, int firstMoving, float pixels) {
        this.c = c;
        this.firstMoving = firstMoving;
        this.pixels = pixels;
    }

    int pieces() {
        return columns() * ((c.height + TILE - 1) / TILE);
    }

    private int columns() {
        return (c.width + TILE - 1) / TILE;
    }

    void piece(int item) {
        int x0 = item % columns() * TILE;
        int y0 = item / columns() * TILE;
        int x1 = Math.min(c.width, x0 + TILE);
        int y1 = Math.min(c.height, y0 + TILE);
        if (!met(x0, y0, x1, y1)) {
            return;
        }
        for (int y = y0; y < y1; y++) {
            for (int x = x0; x < x1; x++) {
                int p = c.at(x, y);
                if (ground(p)) {
                    darken(x, y, p);
                }
            }
        }
    }

    /// Whether ground is in the tile and, in it or around it, something that moves.
    private boolean met(int x0, int y0, int x1, int y1) {
        boolean ground = false;
        boolean moving = false;
        int my = Math.min(c.height, y1 + TILE / 2);
        int mx = Math.min(c.width, x1 + TILE / 2);
        for (int y = Math.max(0, y0 - TILE / 2); y < my; y += 4) {
            boolean row = y >= y0 && y < y1;
            for (int x = Math.max(0, x0 - TILE / 2); x < mx; x += 4) {
                int p = c.at(x, y);
                moving |= c.triangle[p] >= firstMoving;
                ground |= row && x >= x0 && x < x1 && ground(p);
            }
        }
        return ground && moving;
    }

    private boolean ground(int p) {
        return c.triangle[p] >= 0 && c.triangle[p] < firstMoving && c.gy[p] > 0.9f;
    }

    private void darken(int x, int y, int p) {
        float reach = Math.min(40, REACH * pixels / c.depth[p]);
        if (!near(x, y, (int) reach) && !near(x, y, (int) (0.4f * reach)) && !near(x, y, 1 + (int) (0.1f * reach))) {
            return;
        }
        // Rings of their own size and turn for every pixel, or the outlines of what stands there would be seen again.
        float size = Noise.at(x, y, 8, 0);
        float turn = Noise.at(x, y, 8, 1) - 0.5f;
        float sum = 0;
        for (int ring = 0; ring < RINGS; ring++) {
            sum += closed(x, y, p, reach * (0.3f + 0.28f * (ring + size)), ring == 1 ? -turn : turn);
        }
        if (sum <= 0) {
            return;
        }
        float k = Math.min(1, sum / CLOSED);
        c.dim(p, 1 - AMBIENT * k, 1 - DIRECT * k);
    }

    /// Whether something that moves is at one of four places around a pixel.
    private boolean near(int x, int y, int r) {
        return moves(x - r, y) || moves(x + r, y) || moves(x, y - r) || moves(x, y + r);
    }

    private boolean moves(int x, int y) {
        return x >= 0 && y >= 0 && x < c.width && y < c.height && c.triangle[c.at(x, y)] >= firstMoving;
    }

    /// How much stands around a pixel of the ground, by a dozen looks within `r` pixels.
    private float closed(int x, int y, int p, float r, float turn) {
        float sum = 0;
        for (int k = 0; k < ACROSS.length; k++) {
            int qx = x + (int) Math.rint(r * (ACROSS[k] - turn * DOWN[k]));
            int qy = y + (int) Math.rint(r * (DOWN[k] + turn * ACROSS[k]));
            if (qx < 0 || qy < 0 || qx >= c.width || qy >= c.height) {
                continue;
            }
            int q = c.at(qx, qy);
            float h = c.y[q] - c.y[p];
            if (c.triangle[q] < firstMoving || h < FLAT) {
                continue;
            }
            float dx = c.x[q] - c.x[p];
            float dz = c.z[q] - c.z[p];
            sum += Math.max(0, 1 - (dx * dx + dz * dz + h * h) / (REACH * REACH));
        }
        return sum;
    }
}
