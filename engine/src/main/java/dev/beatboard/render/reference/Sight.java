package dev.beatboard.render.reference;

import dev.beatboard.render.mesh.Finish;
import dev.beatboard.render.ray.WideBvh;

/// What is seen along single rays from the middle of the lens: for the data planes. One per worker.
final class Sight {

    private final Around around;
    private final WideBvh.Gate solid = this::stops;
    private final WideBvh.Ray ray = new WideBvh.Ray();

    Sight(Around around) {
        this.around = around;
    }

    /// Writes depth and object number seen at a slope to the right of and above the axis.
    void look(ThinLens lens, double sx, double sy, float[][] planes, int pixel) {
        double dx = lens.forward().x() + sx * lens.right().x() + sy * lens.up().x();
        double dy = lens.forward().y() + sx * lens.right().y() + sy * lens.up().y();
        double dz = lens.forward().z() + sx * lens.right().z() + sy * lens.up().z();
        double l = 1 / Math.sqrt(dx * dx + dy * dy + dz * dz);
        ray.set(lens.at().x(), lens.at().y(), lens.at().z(), dx * l, dy * l, dz * l, 1e5);
        around.moving().nearest(ray, solid);
        around.fixed().nearest(ray, solid);
        if (ray.hit >= 0) {
            planes[0][pixel] = (float) (ray.distance * l);
            planes[1][pixel] = around.finish().of(ray.hit).object;
        }
    }

    /// Panes are looked through, and so are the emptier halves of cutouts.
    private boolean stops(int t, float u, float v) {
        Finish.Entry f = around.finish().of(t);
        return !f.clear && (f.cutout == null || !around.finish().passes(t, u, v));
    }
}
