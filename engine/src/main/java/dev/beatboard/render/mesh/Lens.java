package dev.beatboard.render.mesh;

import dev.beatboard.math.Vec3;
import dev.beatboard.scene.View;

/// A view of a picture of known size as plain numbers: position, right, up, forward, and how many pixels a slope of 1
/// from the axis is.
public record Lens(
        float ox,
        float oy,
        float oz,
        float rx,
        float ry,
        float rz,
        float ux,
        float uy,
        float uz,
        float fx,
        float fy,
        float fz,
        float pixels,
        int width,
        int height) {

    public static Lens of(View view, int width, int height) {
        Vec3 o = view.position();
        Vec3 r = view.right();
        Vec3 u = view.up();
        Vec3 f = view.forward();
        return new Lens(
                (float) o.x(),
                (float) o.y(),
                (float) o.z(),
                (float) r.x(),
                (float) r.y(),
                (float) r.z(),
                (float) u.x(),
                (float) u.y(),
                (float) u.z(),
                (float) f.x(),
                (float) f.y(),
                (float) f.z(),
                (float) (width * 0.5 / view.tanHalfWidth()),
                width,
                height);
    }

    /// The slope to the right of the axis of the picture's column `x` (pixels, fractional).
    public float slopeX(float x) {
        return (x - 0.5f * width) / pixels;
    }

    /// The slope above the axis of the picture's row `y`.
    public float slopeY(float y) {
        return (0.5f * height - y) / pixels;
    }

    /// Distance along the axis of a point.
    public float depth(float x, float y, float z) {
        return (x - ox) * fx + (y - oy) * fy + (z - oz) * fz;
    }
}
