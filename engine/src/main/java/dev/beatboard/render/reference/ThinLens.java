package dev.beatboard.render.reference;

import dev.beatboard.math.Vec3;
import dev.beatboard.scene.View;

/// Rays from a thin lens. What is in focus lies in a plane; the circle of confusion at infinity is that of a lens of
/// the view's focal length and f-number, while the field of view stays as if focused at infinity.
record ThinLens(Vec3 at, Vec3 right, Vec3 up, Vec3 forward, double slope, double aperture, double focus) {

    /// The view `time` frames from the middle of the shutter, between the views at the frames before and after.
    static View moved(View before, View now, View after, double time) {
        View to = time < 0 ? before : after;
        if (time == 0 || to.equals(now)) {
            return now;
        }
        double t = Math.abs(time);
        return new View(
                now.position().lerp(to.position(), t),
                now.orientation().slerp(to.orientation(), t),
                mix(now.focalLength(), to.focalLength(), t),
                mix(now.sensorWidth(), to.sensorWidth(), t),
                mix(now.focusDistance(), to.focusDistance(), t),
                mix(now.fNumber(), to.fNumber(), t));
    }

    private static double mix(double a, double b, double t) {
        return a == b ? a : a + (b - a) * t;
    }

    static ThinLens of(View v, int width) {
        double f = v.focalLength() * 1e-3;
        double focus = Math.max(v.focusDistance(), 1.5 * f);
        boolean open = Double.isFinite(v.fNumber()) && v.fNumber() > 0;
        double aperture = open ? 0.5 * f / v.fNumber() * focus / (focus - f) : 0;
        return new ThinLens(
                v.position(), v.right(), v.up(), v.forward(), 2 * v.tanHalfWidth() / width, aperture, focus);
    }
}
