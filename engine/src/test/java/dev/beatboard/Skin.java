package dev.beatboard;

import dev.beatboard.math.Vec3;
import dev.beatboard.scene.Scene;
import dev.beatboard.scene.Shape;

/// Finds where on the moving surfaces of a scene a point is, by looking at every triangle.
final class Skin {

    private Skin() {}

    /// A place on a triangle.
    ///
    /// @param shape its number among those of the scene
    /// @param triangle its number in the shape
    /// @param b how much of the second corner it has, as is `c` of the third
    /// @param distance meters between it and the point that was looked for
    record Place(int shape, int triangle, double b, double c, double distance) {

        /// Where the same place of the skin is in another scene of the clip.
        Vec3 in(Scene scene) {
            Shape s = scene.shapes().get(shape);
            int[] corners = s.topology().triangles();
            Vec3 first = corner(s.positions(), corners[3 * triangle]);
            Vec3 second = corner(s.positions(), corners[3 * triangle + 1]);
            Vec3 third = corner(s.positions(), corners[3 * triangle + 2]);
            return first.plus(second.minus(first), b).plus(third.minus(first), c);
        }
    }

    /// The place of the object's skin that is nearest to `p`, but for places whose foot lies outside
    /// of their triangle by more than rounding.
    static Place find(Scene scene, int object, Vec3 p) {
        Place best = new Place(-1, -1, 0, 0, Double.POSITIVE_INFINITY);
        for (int k = 0; k < scene.shapes().size(); k++) {
            Shape s = scene.shapes().get(k);
            if (s.object() != object) {
                continue;
            }
            int[] corners = s.topology().triangles();
            float[] v = s.positions();
            for (int t = 0; t < corners.length / 3; t++) {
                if (!near(v, corners, t, p)) {
                    continue;
                }
                Place place = place(
                        k,
                        t,
                        corner(v, corners[3 * t]),
                        corner(v, corners[3 * t + 1]),
                        corner(v, corners[3 * t + 2]),
                        p);
                best = place.distance() < best.distance() ? place : best;
            }
        }
        return best;
    }

    /// Meters; nothing farther than this is looked at.
    private static final double REACH = 1e-3;

    private static boolean near(float[] v, int[] corners, int t, Vec3 p) {
        int a = 3 * corners[3 * t];
        int b = 3 * corners[3 * t + 1];
        int c = 3 * corners[3 * t + 2];
        return near(v[a], v[b], v[c], p.x())
                && near(v[a + 1], v[b + 1], v[c + 1], p.y())
                && near(v[a + 2], v[b + 2], v[c + 2], p.z());
    }

    private static boolean near(float a, float b, float c, double p) {
        return Math.min(a, Math.min(b, c)) < p + REACH && Math.max(a, Math.max(b, c)) > p - REACH;
    }

    private static Place place(int shape, int triangle, Vec3 a, Vec3 b, Vec3 c, Vec3 p) {
        Vec3 e = b.minus(a);
        Vec3 f = c.minus(a);
        Vec3 n = e.cross(f);
        double area = n.dot(n);
        if (area == 0) {
            return new Place(shape, triangle, 0, 0, Double.POSITIVE_INFINITY);
        }
        Vec3 q = p.minus(a);
        double u = Math.max(0, Math.min(1, q.cross(f).dot(n) / area));
        double w = Math.max(0, Math.min(1 - u, e.cross(q).dot(n) / area));
        return new Place(shape, triangle, u, w, a.plus(e, u).plus(f, w).distanceTo(p));
    }

    private static Vec3 corner(float[] v, int i) {
        return new Vec3(v[3 * i], v[3 * i + 1], v[3 * i + 2]);
    }
}
