package dev.beatboard.render.raster;

import dev.beatboard.render.mesh.Lens;
import dev.beatboard.render.mesh.Mesh;
import dev.beatboard.render.texture.Surface;
import dev.beatboard.scene.Shape;

/// How far the surface at each pixel moves in the picture while the shutter is open, from where it
/// and the lens are in the frames before and after.
final class MotionPass {

    /// Meters along the axis; what comes nearer has no place in the picture.
    private static final float NEAREST = 0.05f;

    private final Canvas c;
    private final Mesh mesh;
    private final Lens before;
    private final Lens view;
    private final Lens after;
    private final float share;

    /// @param shutter the open share of a frame
    MotionPass(Canvas c, Mesh mesh, Lens before, Lens view, Lens after, double shutter) {
        this.c = c;
        this.mesh = mesh;
        this.before = before;
        this.view = view;
        this.after = after;
        // Two frames lie between before and after, and the filter wants half of the way.
        share = (float) (shutter / 4);
    }

    /// Whether anything can move at all.
    boolean needed() {
        if (!before.equals(view) || !after.equals(view)) {
            return true;
        }
        for (int s = mesh.fixedShapes; s < mesh.shapeCount; s++) {
            if (mesh.shapes[s].before() != mesh.shapes[s].after()) {
                return true;
            }
        }
        return false;
    }

    /// Frames, in the order in which a path has them.
    enum When {
        BEFORE,
        NOW,
        AFTER
    }

    /// Where the point of triangle `t` is that is seen now, or what is seen at (x, y), pixels,
    /// where there is none (-1): nine numbers of `p`, world space, by frame; directions where
    /// there is no triangle.
    void path(int t, float x, float y, Surface now, float[] p) {
        if (t < 0) {
            direction(x, y, p);
            System.arraycopy(p, 0, p, 3, 3);
            System.arraycopy(p, 0, p, 6, 3);
            return;
        }
        p[0] = now.x;
        p[1] = now.y;
        p[2] = now.z;
        if (t < mesh.fixedTriangles) {
            System.arraycopy(p, 0, p, 6, 3);
        } else {
            body(now.x, now.y, now.z, t, p);
            System.arraycopy(p, 3, p, 6, 3);
        }
        p[3] = now.x;
        p[4] = now.y;
        p[5] = now.z;
    }

    /// Where in the picture of a frame a [#path] is, in pixels to the right of the axis and up:
    /// two numbers from 9 on, by frame.
    ///
    /// @return whether it is before the lens
    boolean seen(When when, float[] p, boolean far) {
        Lens l = switch (when) {
            case BEFORE -> before;
            case NOW -> view;
            case AFTER -> after;
        };
        int from = 3 * when.ordinal();
        float z = depth(l, p, from, far);
        p[9 + 2 * when.ordinal()] = side(l, p, from, far) / z * l.pixels();
        p[10 + 2 * when.ordinal()] = up(l, p, from, far) / z * l.pixels();
        return z >= NEAREST;
    }

    void row(int y, float[] vx, float[] vy, float[] p) {
        for (int x = 0; x < c.width; x++) {
            int at = c.at(x, y);
            int o = y * c.width + x;
            int t = c.triangle[at];
            vx[o] = 0;
            vy[o] = 0;
            if (t < 0) {
                direction(x + 0.5f, y + 0.5f, p);
                move(p, 0, p, 0, true, o, vx, vy);
            } else if (t < mesh.fixedTriangles) {
                p[0] = c.x[at];
                p[1] = c.y[at];
                p[2] = c.z[at];
                move(p, 0, p, 0, false, o, vx, vy);
            } else {
                body(c.x[at], c.y[at], c.z[at], t, p);
                move(p, 0, p, 3, false, o, vx, vy);
            }
        }
    }

    private void direction(float x, float y, float[] p) {
        float sx = view.slopeX(x);
        float sy = view.slopeY(y);
        p[0] = view.fx() + sx * view.rx() + sy * view.ux();
        p[1] = view.fy() + sx * view.ry() + sy * view.uy();
        p[2] = view.fz() + sx * view.rz() + sy * view.uz();
    }

    /// The point of a moving triangle before and after.
    private void body(float x, float y, float z, int t, float[] p) {
        int a = mesh.corners[3 * t];
        int b = mesh.corners[3 * t + 1];
        int d = mesh.corners[3 * t + 2];
        float[] v = mesh.positions;
        float e1x = v[3 * b] - v[3 * a];
        float e1y = v[3 * b + 1] - v[3 * a + 1];
        float e1z = v[3 * b + 2] - v[3 * a + 2];
        float e2x = v[3 * d] - v[3 * a];
        float e2y = v[3 * d + 1] - v[3 * a + 1];
        float e2z = v[3 * d + 2] - v[3 * a + 2];
        float gx = e1y * e2z - e1z * e2y;
        float gy = e1z * e2x - e1x * e2z;
        float gz = e1x * e2y - e1y * e2x;
        float l2 = gx * gx + gy * gy + gz * gz + 1e-30f;
        float qx = x - v[3 * a];
        float qy = y - v[3 * a + 1];
        float qz = z - v[3 * a + 2];
        float w2 = ((e1y * qz - e1z * qy) * gx + (e1z * qx - e1x * qz) * gy + (e1x * qy - e1y * qx) * gz) / l2;
        float w1 = ((qy * e2z - qz * e2y) * gx + (qz * e2x - qx * e2z) * gy + (qx * e2y - qy * e2x) * gz) / l2;
        float w0 = 1 - w1 - w2;
        int shape = mesh.shapeOf[t];
        Shape s = mesh.shapes[shape];
        int base = mesh.firstVertex[shape];
        a = 3 * (a - base);
        b = 3 * (b - base);
        d = 3 * (d - base);
        float[] from = s.before();
        float[] to = s.after();
        for (int k = 0; k < 3; k++) {
            p[k] = w0 * from[a + k] + w1 * from[b + k] + w2 * from[d + k];
            p[3 + k] = w0 * to[a + k] + w1 * to[b + k] + w2 * to[d + k];
        }
    }

    private void move(float[] p, int from, float[] q, int to, boolean far, int o, float[] vx, float[] vy) {
        float z0 = depth(before, p, from, far);
        float z1 = depth(after, q, to, far);
        if (z0 < NEAREST || z1 < NEAREST) {
            return;
        }
        vx[o] = share
                * (side(after, q, to, far) / z1 * after.pixels() - side(before, p, from, far) / z0 * before.pixels());
        vy[o] = -share
                * (up(after, q, to, far) / z1 * after.pixels() - up(before, p, from, far) / z0 * before.pixels());
    }

    private static float depth(Lens l, float[] p, int o, boolean far) {
        return far
                ? p[o] * l.fx() + p[o + 1] * l.fy() + p[o + 2] * l.fz()
                : (p[o] - l.ox()) * l.fx() + (p[o + 1] - l.oy()) * l.fy() + (p[o + 2] - l.oz()) * l.fz();
    }

    private static float side(Lens l, float[] p, int o, boolean far) {
        return far
                ? p[o] * l.rx() + p[o + 1] * l.ry() + p[o + 2] * l.rz()
                : (p[o] - l.ox()) * l.rx() + (p[o + 1] - l.oy()) * l.ry() + (p[o + 2] - l.oz()) * l.rz();
    }

    private static float up(Lens l, float[] p, int o, boolean far) {
        return far
                ? p[o] * l.ux() + p[o + 1] * l.uy() + p[o + 2] * l.uz()
                : (p[o] - l.ox()) * l.ux() + (p[o + 1] - l.oy()) * l.uy() + (p[o + 2] - l.oz()) * l.uz();
    }
}
