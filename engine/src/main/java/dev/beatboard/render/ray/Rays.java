package dev.beatboard.render.ray;

/// A bundle of rays as columns. A ray whose `reach` is negative is switched off. After tracing, `hit` is the triangle
/// or -1, and `distance`, `u` and `v` tell where.
public final class Rays {

    public final int size;
    public final float[] ox;
    public final float[] oy;
    public final float[] oz;
    public final float[] dx;
    public final float[] dy;
    public final float[] dz;
    public final float[] reach;
    public final int[] hit;
    public final float[] distance;

    /// Scratch of the tracer.
    final int[] stack = new int[256];

    final float[] lanes = new float[16 * 12];

    public Rays(int size) {
        this.size = size;
        ox = new float[size];
        oy = new float[size];
        oz = new float[size];
        dx = new float[size];
        dy = new float[size];
        dz = new float[size];
        reach = new float[size];
        hit = new int[size];
        distance = new float[size];
    }

    public void set(int i, float x, float y, float z, float vx, float vy, float vz, float length) {
        ox[i] = x;
        oy[i] = y;
        oz[i] = z;
        dx[i] = vx;
        dy[i] = vy;
        dz[i] = vz;
        reach[i] = length;
    }

    /// Switches ray `i` off. It keeps a harmless direction, since it travels along with the others.
    public void off(int i) {
        set(i, 0, 0, 0, 0, 1, 0, -1);
    }
}
