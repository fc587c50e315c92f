package dev.beatboard.render.raster;

import dev.beatboard.frame.Layer;
import dev.beatboard.frame.Plane;
import dev.beatboard.render.Layers;
import dev.beatboard.render.texture.Surface;
import java.util.ArrayList;
import java.util.List;

/// Layers of data: what a compositor works with rather than looks at. They are of the surface that
/// stands for a pixel (that with most samples), in the middle of the pixel, and neither averaged
/// nor seen by way of the lens's blur.
final class DataPass {

    private static final List<String> NORMALS = List.of("N.X", "N.Y", "N.Z");
    private static final List<String> POSITION = List.of("P.X", "P.Y", "P.Z");
    private static final List<String> MOTION = List.of("forward.u", "forward.v", "backward.u", "backward.v");

    private final Visibility vis;
    private final ResolvePass resolve;
    private final SurfacePass surfaces;
    private final MotionPass motion;
    private final List<Plane> planes = new ArrayList<>();
    private final float[][] n;
    private final float[][] p;
    private final float[][] m;

    DataPass(Visibility vis, ResolvePass resolve, SurfacePass surfaces, MotionPass motion, Layers layers) {
        this.vis = vis;
        this.resolve = resolve;
        this.surfaces = surfaces;
        this.motion = motion;
        n = planes(layers.has(Layer.NORMALS), NORMALS);
        p = planes(layers.has(Layer.POSITION), POSITION);
        m = planes(layers.has(Layer.MOTION), MOTION);
    }

    private float[][] planes(boolean wanted, List<String> names) {
        float[][] values = wanted ? new float[names.size()][vis.width * vis.height] : new float[0][];
        for (int i = 0; i < values.length; i++) {
            planes.add(new Plane(names.get(i), vis.width, vis.height, values[i]));
        }
        return values;
    }

    List<Plane> planes() {
        return planes;
    }

    /// Row `y`; `at` is scratch for fifteen numbers.
    void row(int y, Facet facet, float[] at) {
        Surface s = facet.point;
        for (int x = 0; x < vis.width; x++) {
            int v = vis.at(x, y);
            int o = y * vis.width + x;
            int front = resolve.front(v);
            int t = vis.triangle[front][v];
            if (t >= 0) {
                surfaces.middle(t, x, y, front, facet);
                put(n, o, s.nx, s.ny, s.nz);
                put(p, o, s.x, s.y, s.z);
            }
            if (m.length > 0) {
                motion.path(t, x + 0.5f, y + 0.5f, s, at);
                boolean now = motion.seen(MotionPass.When.NOW, at, t < 0);
                boolean next = motion.seen(MotionPass.When.AFTER, at, t < 0);
                boolean last = motion.seen(MotionPass.When.BEFORE, at, t < 0);
                m[0][o] = now && next ? at[13] - at[11] : 0;
                m[1][o] = now && next ? at[14] - at[12] : 0;
                m[2][o] = now && last ? at[9] - at[11] : 0;
                m[3][o] = now && last ? at[10] - at[12] : 0;
            }
        }
    }

    private static void put(float[][] to, int o, float x, float y, float z) {
        if (to.length > 0) {
            to[0][o] = x;
            to[1][o] = y;
            to[2][o] = z;
        }
    }
}
