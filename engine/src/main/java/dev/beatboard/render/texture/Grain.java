package dev.beatboard.render.texture;

/// Integer-hashed noise: the same value at the same place on every machine.
public final class Grain {

    private Grain() {}

    public static int hash(int v) {
        int x = v;
        x ^= x >>> 16;
        x *= 0x7feb352d;
        x ^= x >>> 15;
        x *= 0x846ca68b;
        return x ^ x >>> 16;
    }

    /// 0..1 for a cell of a grid.
    public static float cell(int x, int y) {
        return unit(hash(x * 0x9E3779B1 ^ y * 0x85EBCA77));
    }

    /// The upper 24 bits as 0..1.
    public static float unit(int bits) {
        return (bits >>> 8) * (1f / 16777216f);
    }

    /// Value noise 0..1, one cell per unit, smooth.
    public static float value(float x, float y) {
        float bx = Mip.floor(x);
        float by = Mip.floor(y);
        int ix = (int) bx;
        int iy = (int) by;
        float fx = x - bx;
        float fy = y - by;
        fx = fx * fx * (3 - 2 * fx);
        fy = fy * fy * (3 - 2 * fy);
        int k = ix * 0x9E3779B1;
        int l = iy * 0x85EBCA77;
        int k1 = k + 0x9E3779B1;
        int l1 = l + 0x85EBCA77;
        float a = unit(hash(k ^ l));
        float b = unit(hash(k1 ^ l));
        float c = unit(hash(k ^ l1));
        float d = unit(hash(k1 ^ l1));
        return a + (b - a) * fx + (c - a + (a - b - c + d) * fx) * fy;
    }

    /// Noise within plus or minus a half, faded out where its cells become smaller than a pixel.
    public static float faded(float x, float y, float cellsPerMeter, float footprint) {
        float keep = 1 - smooth(0.35f, 1f, footprint * cellsPerMeter);
        return keep <= 0 ? 0 : (value(x * cellsPerMeter, y * cellsPerMeter) - 0.5f) * keep;
    }

    /// Hermite step between `a` and `b`.
    public static float smooth(float a, float b, float x) {
        float t = (x - a) / (b - a);
        t = t < 0 ? 0 : t > 1 ? 1 : t;
        return t * t * (3 - 2 * t);
    }
}
