package dev.beatboard.render.probe;

import dev.beatboard.render.emitter.Lights;
import dev.beatboard.scene.LightGroup;

/// Windows that shine as rectangles stand for the sky behind them: a ray that leaves through one must not count the sky
/// again.
public final class Windows {

    private Windows() {}

    /// Whether the ray goes out through a rectangle of the window group.
    public static boolean cover(Lights l, float ox, float oy, float oz, float dx, float dy, float dz) {
        for (int i = 0; i < l.count; i++) {
            if (l.group[i] != LightGroup.WINDOW || l.type[i] != Lights.RECTANGLE) {
                continue;
            }
            int o = 3 * i;
            float dn = dx * l.normal[o] + dy * l.normal[o + 1] + dz * l.normal[o + 2];
            if (dn >= -1e-4f) {
                continue;
            }
            float ex = l.center[o] - ox;
            float ey = l.center[o + 1] - oy;
            float ez = l.center[o + 2] - oz;
            float t = (ex * l.normal[o] + ey * l.normal[o + 1] + ez * l.normal[o + 2]) / dn;
            if (t <= 0) {
                continue;
            }
            float hx = dx * t - ex;
            float hy = dy * t - ey;
            float hz = dz * t - ez;
            float u = (hx * l.u[o] + hy * l.u[o + 1] + hz * l.u[o + 2]) / (l.halfU[i] * l.halfU[i]);
            float v = (hx * l.v[o] + hy * l.v[o + 1] + hz * l.v[o + 2]) / (l.halfV[i] * l.halfV[i]);
            // A little larger, for what shines in from the reveal.
            if (Math.abs(u) < 1.08f && Math.abs(v) < 1.08f) {
                return true;
            }
        }
        return false;
    }
}
