package dev.beatboard.render.mesh;

import dev.beatboard.render.ray.WideBvh;
import dev.beatboard.render.texture.Grain;
import dev.beatboard.render.texture.Surface;

/// Panes in the way of rays: thin glass that mirrors by Schlick's approximation at both of its faces and lets the rest
/// through unbent, tinted.
public final class Panes {

    private static final float NORMAL = 0.04f;
    /// From the pane to where a ray goes on, meters.
    private static final float OFF = 0.002f;

    private Panes() {}

    /// The share that both faces mirror together at a cosine to the normal.
    public static float mirrored(float cos) {
        float f = mirroredByFace(cos);
        return 2 * f / (1 + f);
    }

    static float mirroredByFace(float cos) {
        float m = 1 - Math.min(1, cos);
        return NORMAL + (1 - NORMAL) * m * m * m * m * m;
    }

    static float tintOfFace(float base) {
        return (float) Math.sqrt(tint(base));
    }

    /// How much of what is not mirrored goes through, for a channel of the pane's color.
    public static float tint(float base) {
        return Math.min(1, base + 0.25f);
    }

    /// Sends a ray of scattered light that has met a pane on its way: through it or, as often as the pane mirrors, off
    /// it. Chance is drawn from the ray itself. Evaluates the pane to `p`.
    ///
    /// @return whether it goes through
    public static boolean send(Finish finish, WideBvh.Ray r, Surface p) {
        Hits.evaluate(finish, r.hit, r.ox, r.oy, r.oz, r.dx, r.dy, r.dz, r.distance, 0.01f, p);
        float mirrored = mirrored(Math.abs(r.dx * p.nx + r.dy * p.ny + r.dz * p.nz));
        int drawn = Grain.hash(Float.floatToRawIntBits(r.dx)
                + Grain.hash(Float.floatToRawIntBits(r.dy) + Grain.hash(Float.floatToRawIntBits(r.ox))));
        if ((drawn >>> 8) * 0x1p-24f < mirrored) {
            reflect(r, p, r);
            return false;
        }
        through(r, p, r);
        return true;
    }

    /// Sets `to` to what goes on straight behind the surface that `r` has met.
    public static void through(WideBvh.Ray r, Surface p, WideBvh.Ray to) {
        to.set(p.x + OFF * r.dx, p.y + OFF * r.dy, p.z + OFF * r.dz, r.dx, r.dy, r.dz, 1e4f);
    }

    /// Sets `to` to what surface `p` mirrors of `r`.
    public static void reflect(WideBvh.Ray r, Surface p, WideBvh.Ray to) {
        float k = -2 * (r.dx * p.nx + r.dy * p.ny + r.dz * p.nz);
        to.set(
                p.x + OFF * p.gx,
                p.y + OFF * p.gy,
                p.z + OFF * p.gz,
                r.dx + k * p.nx,
                r.dy + k * p.ny,
                r.dz + k * p.nz,
                1e4f);
    }
}
