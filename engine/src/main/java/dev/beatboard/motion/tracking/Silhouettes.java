package dev.beatboard.motion.tracking;

import dev.beatboard.math.Vec3;
import dev.beatboard.scene.Material;
import dev.beatboard.scene.Pattern;
import dev.beatboard.scene.Scene;
import dev.beatboard.scene.Shape;
import dev.beatboard.scene.Texture;
import dev.beatboard.scene.View;
import java.util.BitSet;

/// How much of the picture an object would cover if nothing stood before it: its surfaces drawn as
/// a flat shape, the pixel covered if its middle is. Holes of textures (between hairs) stay open;
/// clear panes do not count.
///
/// With the share of the picture in which the object is seen (`Coverage`), this gives the fraction
/// that is visible.
public final class Silhouettes {

    /// Wide enough for a fraction of a person that fills a tenth of the picture to be right within
    /// a percent.
    private static final int WIDTH = 640;

    private static final double NEAR = 0.05;
    private static final int HALF = 128;

    private final Scene scene;
    private final int height;
    private final BitSet covered;

    private Silhouettes(Scene scene, double aspect) {
        this.scene = scene;
        height = (int) Math.max(1, Math.round(WIDTH / aspect));
        covered = new BitSet(WIDTH * height);
    }

    /// The share of the picture that an object would cover, 0 to 1.
    ///
    /// @param object as in the id plane
    /// @param aspect of the picture, width over height
    public static double share(Scene scene, int object, double aspect) {
        Silhouettes s = new Silhouettes(scene, aspect);
        for (Shape shape : scene.shapes()) {
            if (shape.object() == object && shape.material().opacity() != Material.Opacity.CLEAR) {
                s.draw(shape);
            }
        }
        return s.covered.cardinality() / (double) (WIDTH * s.height);
    }

    private void draw(Shape shape) {
        View view = scene.view();
        double aspect = WIDTH / (double) height;
        float[] p = shape.positions();
        int n = shape.topology().vertexCount();
        double[] x = new double[n];
        double[] y = new double[n];
        double[] z = new double[n];
        for (int v = 0; v < n; v++) {
            Vec3 q = view.project(new Vec3(p[3 * v], p[3 * v + 1], p[3 * v + 2]), aspect);
            x[v] = q.x() * WIDTH;
            y[v] = q.y() * height;
            z[v] = q.z();
        }
        boolean holes = shape.material().opacity() == Material.Opacity.CUTOUT
                && shape.topology().hasUvs()
                && shape.material().base() instanceof Pattern.Image;
        int[] t = shape.topology().triangles();
        for (int i = 0; i < t.length; i += 3) {
            if (z[t[i]] > NEAR && z[t[i + 1]] > NEAR && z[t[i + 2]] > NEAR) {
                draw(shape, t[i], t[i + 1], t[i + 2], x, y, holes);
            }
        }
    }

    private void draw(Shape shape, int a, int b, int c, double[] x, double[] y, boolean holes) {
        double area = (x[b] - x[a]) * (y[c] - y[a]) - (x[c] - x[a]) * (y[b] - y[a]);
        if (area == 0) {
            return;
        }
        int left = Math.max(0, (int) Math.ceil(Math.min(x[a], Math.min(x[b], x[c])) - 0.5));
        int right = Math.min(WIDTH - 1, (int) Math.floor(Math.max(x[a], Math.max(x[b], x[c])) - 0.5));
        int top = Math.max(0, (int) Math.ceil(Math.min(y[a], Math.min(y[b], y[c])) - 0.5));
        int bottom = Math.min(height - 1, (int) Math.floor(Math.max(y[a], Math.max(y[b], y[c])) - 0.5));
        for (int row = top; row <= bottom; row++) {
            for (int column = left; column <= right; column++) {
                double px = column + 0.5;
                double py = row + 0.5;
                double wb = ((px - x[a]) * (y[c] - y[a]) - (x[c] - x[a]) * (py - y[a])) / area;
                double wc = ((x[b] - x[a]) * (py - y[a]) - (px - x[a]) * (y[b] - y[a])) / area;
                double wa = 1 - wb - wc;
                if (wa >= 0 && wb >= 0 && wc >= 0 && !(holes && open(shape, a, b, c, wa, wb, wc))) {
                    covered.set(row * WIDTH + column);
                }
            }
        }
    }

    private static boolean open(Shape shape, int a, int b, int c, double wa, double wb, double wc) {
        Texture image = ((Pattern.Image) shape.material().base()).texture();
        float[] uv = shape.topology().uvs();
        double u = wa * uv[2 * a] + wb * uv[2 * b] + wc * uv[2 * c];
        double v = wa * uv[2 * a + 1] + wb * uv[2 * b + 1] + wc * uv[2 * c + 1];
        int x = Math.floorMod((int) Math.floor(u * image.width()), image.width());
        int y = Math.floorMod((int) Math.floor((1 - v) * image.height()), image.height());
        return (image.rgba()[4 * (y * image.width() + x) + 3] & 255) < HALF;
    }
}
