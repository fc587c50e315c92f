package dev.beatboard.render.sky;

import dev.beatboard.render.texture.Grain;
import dev.beatboard.scene.Rgb;
import dev.beatboard.scene.Sky;

/// The radiance of a [Sky] in a direction.
public final class SkyLight {

    private final Sky sky;

    public SkyLight(Sky sky) {
        this.sky = sky;
    }

    /// Writes red, green and blue seen along the unit vector (x, y, z) to `out[0..2]`.
    public void look(float x, float y, float z, float[] out) {
        switch (sky) {
            case Sky.Uniform s -> put(s.radiance(), 1, out);
            case Sky.Gradient s -> gradient(s, x, y, z, out);
            case Sky.Panorama s -> panorama(s, x, y, z, out);
        }
    }

    private static void put(Rgb c, float k, float[] out) {
        out[0] = c.r() * k;
        out[1] = c.g() * k;
        out[2] = c.b() * k;
    }

    private static void gradient(Sky.Gradient s, float x, float y, float z, float[] out) {
        float up = y > 0 ? (float) Math.sqrt(Math.min(1, y)) : 0;
        float down = y < 0 ? Grain.smooth(0, 0.08f, -y) : 0;
        float d = Math.max(0, x * s.glowX() + y * s.glowY() + z * s.glowZ());
        float glow = d <= 0 ? 0 : (float) StrictMath.pow(d, s.glowPower());
        float cloud = 0;
        if (s.clouds() > 0 && y > 0.02f) {
            // A flat layer overhead, seen in perspective and thinning out to the horizon.
            float k = 1.6f / (y + 0.12f);
            float n = 0.5f * Grain.value(x * k + 7, z * k + 3)
                    + 0.28f * Grain.value(2.1f * x * k, 2.1f * z * k + 9)
                    + 0.14f * Grain.value(4.3f * x * k + 1, 4.3f * z * k)
                    + 0.08f * Grain.value(9.1f * x * k, 9.1f * z * k);
            float edge = 0.72f - 0.45f * s.clouds();
            cloud = Grain.smooth(edge, edge + 0.28f, n) * Grain.smooth(0.02f, 0.18f, y);
        }
        Rgb h = s.horizon();
        Rgb zen = s.zenith();
        Rgb g = s.ground();
        Rgb w = s.glow();
        float white = 0.55f * (h.luminance() + zen.luminance()) + 0.25f * w.luminance();
        out[0] = course(zen.r(), h.r(), g.r(), up, down) + glow * w.r();
        out[1] = course(zen.g(), h.g(), g.g(), up, down) + glow * w.g();
        out[2] = course(zen.b(), h.b(), g.b(), up, down) + glow * w.b();
        if (cloud > 0) {
            for (int c = 0; c < 3; c++) {
                out[c] += (white + 0.35f * out[c] - out[c]) * 0.8f * cloud;
            }
        }
    }

    private static float course(float zenith, float horizon, float ground, float up, float down) {
        float sky = horizon + (zenith - horizon) * up;
        return sky + (ground - sky) * down;
    }

    private static void panorama(Sky.Panorama s, float x, float y, float z, float[] out) {
        double turn = (StrictMath.atan2(x, -z) - s.turn()) / (2 * StrictMath.PI) + 0.5;
        turn -= Math.floor(turn);
        double down = StrictMath.acos(Math.max(-1, Math.min(1, y))) / StrictMath.PI;
        float px = (float) (turn * s.width()) - 0.5f;
        float py = Math.max(0, Math.min(s.height() - 1.001f, (float) (down * s.height()) - 0.5f));
        int ix = (int) Math.floor(px);
        int iy = (int) py;
        float fx = px - ix;
        float fy = py - iy;
        int x0 = Math.floorMod(ix, s.width());
        int x1 = (x0 + 1) % s.width();
        int y1 = Math.min(s.height() - 1, iy + 1);
        float[] t = s.rgb();
        for (int c = 0; c < 3; c++) {
            float a = t[3 * (iy * s.width() + x0) + c];
            float b = t[3 * (iy * s.width() + x1) + c];
            float d = t[3 * (y1 * s.width() + x0) + c];
            float e = t[3 * (y1 * s.width() + x1) + c];
            out[c] = s.scale() * ((a * (1 - fx) + b * fx) * (1 - fy) + (d * (1 - fx) + e * fx) * fy);
        }
    }
}
