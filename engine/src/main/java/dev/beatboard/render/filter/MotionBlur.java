package dev.beatboard.render.filter;

import dev.beatboard.render.work.Crew;

/// Motion blur of an open shutter as a filter over the finished picture (after McGuire et al. 2012): each pixel gathers
/// along the largest motion about it, from what is moving that fast or lies behind.
public final class MotionBlur {

    private static final int TILE = 16;
    private static final int TAPS = 11;
    /// Longest streak to each side, pixels.
    private static final float LIMIT = 24;

    private float[] sr = new float[0];
    private float[] sg = new float[0];
    private float[] sb = new float[0];
    private float[] tileX = new float[0];
    private float[] tileY = new float[0];
    private int tilesX;
    private int tilesY;

    /// Layers come right after their picture, with the same motion.
    ///
    /// @param vx half the way in pixels that each pixel's surface moves while the shutter is open
    public void apply(Picture p, float[] vx, float[] vy, Crew crew) {
        if (!p.layer()) {
            tilesX = (p.width() + TILE - 1) / TILE;
            tilesY = (p.height() + TILE - 1) / TILE;
            tileX = new float[tilesX * tilesY];
            tileY = new float[tilesX * tilesY];
            crew.each(tilesX * tilesY, (t, w) -> largest(p, t, vx, vy));
        }
        float most = 0;
        for (int t = 0; t < tileX.length; t++) {
            most = Math.max(most, tileX[t] * tileX[t] + tileY[t] * tileY[t]);
        }
        if (most < 0.25f) {
            return;
        }
        int n = p.width() * p.height();
        if (sr.length < n) {
            sr = new float[n];
            sg = new float[n];
            sb = new float[n];
        }
        crew.each(p.height(), (y, w) -> {
            System.arraycopy(p.r(), y * p.width(), sr, y * p.width(), p.width());
            System.arraycopy(p.g(), y * p.width(), sg, y * p.width(), p.width());
            System.arraycopy(p.b(), y * p.width(), sb, y * p.width(), p.width());
        });
        Flat.Map flat = new Flat(p, crew).around((int) LIMIT);
        crew.each(p.height(), (y, w) -> row(p, y, vx, vy, flat));
    }

    private void largest(Picture p, int tile, float[] vx, float[] vy) {
        int x0 = tile % tilesX * TILE;
        int y0 = tile / tilesX * TILE;
        float best = 0;
        for (int y = y0; y < Math.min(p.height(), y0 + TILE); y++) {
            for (int x = x0; x < Math.min(p.width(), x0 + TILE); x++) {
                int o = y * p.width() + x;
                float l = vx[o] * vx[o] + vy[o] * vy[o];
                if (l > best) {
                    best = l;
                    tileX[tile] = vx[o];
                    tileY[tile] = vy[o];
                }
            }
        }
    }

    private void row(Picture p, int y, float[] vx, float[] vy, Flat.Map flat) {
        int w = p.width();
        for (int x = 0; x < w; x++) {
            if (flat.at(x, y)) {
                x += Flat.TILE - 1;
                continue;
            }
            float mx = 0;
            float my = 0;
            float best = 0;
            for (int j = Math.max(0, y / TILE - 1); j <= Math.min(tilesY - 1, y / TILE + 1); j++) {
                for (int i = Math.max(0, x / TILE - 1); i <= Math.min(tilesX - 1, x / TILE + 1); i++) {
                    int t = j * tilesX + i;
                    float l = tileX[t] * tileX[t] + tileY[t] * tileY[t];
                    if (l > best) {
                        best = l;
                        mx = tileX[t];
                        my = tileY[t];
                    }
                }
            }
            if (best < 0.25f) {
                continue;
            }
            float length = (float) Math.sqrt(best);
            float k = Math.min(1, LIMIT / length);
            streak(p, x, y, mx * k, my * k, Math.min(length, LIMIT), vx, vy);
        }
    }

    private void streak(Picture p, int x, int y, float mx, float my, float length, float[] vx, float[] vy) {
        int width = p.width();
        int o = y * width + x;
        float own = (float) Math.sqrt(vx[o] * vx[o] + vy[o] * vy[o]);
        float z = p.depth()[o];
        float w0 = 1 / Math.max(0.5f, own);
        float sw = w0;
        float r = sr[o] * w0;
        float g = sg[o] * w0;
        float b = sb[o] * w0;
        for (int k = 0; k < TAPS; k++) {
            float t = (2 * k - TAPS + 1) / (float) TAPS;
            int qx = Math.round(x + t * mx);
            int qy = Math.round(y + t * my);
            if (k == TAPS / 2 || qx < 0 || qy < 0 || qx >= width || qy >= p.height()) {
                continue;
            }
            int q = qy * width + qx;
            float d = Math.abs(t) * length;
            float speed = (float) Math.sqrt(vx[q] * vx[q] + vy[q] * vy[q]);
            float zq = p.depth()[q];
            boolean before = zq < z;
            // What is before the pixel and fast covers it; where the pixel itself is fast, what is behind shows
            // through.
            float reach = before ? speed : own;
            float both = Math.min(speed, own);
            float w = clamp(reach - d + 0.5f) + 2 * clamp(both - d + 0.5f);
            w /= Math.max(0.5f, before ? speed : own);
            r += w * sr[q];
            g += w * sg[q];
            b += w * sb[q];
            sw += w;
        }
        float k = 1 / sw;
        p.r()[o] = r * k;
        p.g()[o] = g * k;
        p.b()[o] = b * k;
    }

    private static float clamp(float v) {
        return v < 0 ? 0 : v > 1 ? 1 : v;
    }
}
