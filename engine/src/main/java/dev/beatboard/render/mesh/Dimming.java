package dev.beatboard.render.mesh;

import dev.beatboard.render.ray.Veil;
import dev.beatboard.render.ray.WideBvh;

/// Lets light on its way pass panes and lamps and remembers what the panes leave of it. One per worker.
public final class Dimming implements WideBvh.Gate {

    /// Steps from no light to all of it.
    public static final int STEPS = 254;

    private final Finish finish;
    private float dx;
    private float dy;
    private float dz;
    private float through = 1;

    public Dimming(Finish finish) {
        this.finish = finish;
    }

    /// Begins anew with a ray along a unit direction.
    public void toward(float dx, float dy, float dz) {
        this.dx = dx;
        this.dy = dy;
        this.dz = dz;
        through = 1;
    }

    /// What is left, 0..1 in steps of 1/254: the same through all of a pane.
    public float through() {
        return through == 1 ? 1 : Math.round(STEPS * through) / (float) STEPS;
    }

    @Override
    public boolean stops(int triangle, float u, float v) {
        if (finish.kind(triangle) != Veil.CLEAR) {
            return finish.blocks(triangle, u, v);
        }
        Finish.Entry f = finish.of(triangle);
        if (f.clear && !f.emissive) {
            through *= face(triangle) * Panes.tintOfFace(f.luminance);
        }
        return false;
    }

    private float face(int triangle) {
        float[] v = finish.mesh.positions;
        int[] corners = finish.mesh.corners;
        int a = 3 * corners[3 * triangle];
        int b = 3 * corners[3 * triangle + 1];
        int c = 3 * corners[3 * triangle + 2];
        float ex = v[b] - v[a];
        float ey = v[b + 1] - v[a + 1];
        float ez = v[b + 2] - v[a + 2];
        float fx = v[c] - v[a];
        float fy = v[c + 1] - v[a + 1];
        float fz = v[c + 2] - v[a + 2];
        float gx = ey * fz - ez * fy;
        float gy = ez * fx - ex * fz;
        float gz = ex * fy - ey * fx;
        float l = (float) Math.sqrt(gx * gx + gy * gy + gz * gz + 1e-30f);
        return 1 - Panes.mirroredByFace(Math.abs(gx * dx + gy * dy + gz * dz) / l);
    }
}
