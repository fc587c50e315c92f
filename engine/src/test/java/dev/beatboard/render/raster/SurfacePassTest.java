package dev.beatboard.render.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.beatboard.frame.Frame;
import dev.beatboard.math.Vec3;
import dev.beatboard.render.Quality;
import dev.beatboard.scene.Emitter;
import dev.beatboard.scene.LightGroup;
import dev.beatboard.scene.Material;
import dev.beatboard.scene.Rgb;
import dev.beatboard.scene.Scene;
import dev.beatboard.scene.Shape;
import dev.beatboard.scene.Sky;
import dev.beatboard.scene.Topology;
import dev.beatboard.scene.World;
import java.util.List;
import org.junit.jupiter.api.Test;

class SurfacePassTest {

    private static final int SIZE = 64;

    /// Normals of a pleated cloth lean 40 degrees to either side, in turns a third of a pixel wide: light from straight
    /// ahead finds the cosine of that everywhere, and from 30 degrees aside its mean over both sides.
    @Test
    void whatTurnsWithinAPixelIsLitByTheMeanOfItsNormals() {
        double lean = Math.toRadians(40);
        Scene flat = scene(0, 0);
        try (RasterRenderer renderer = new RasterRenderer(1)) {
            double full = middle(renderer.render(flat, Quality.fine(SIZE, SIZE)), 0);
            assertThat(middle(renderer.render(scene(lean, 0), Quality.fine(SIZE, SIZE)), 0.03) / full)
                    .isCloseTo(Math.cos(lean), within(0.03));
            double aside = Math.toRadians(30);
            double mean = (Math.cos(lean - aside) + Math.cos(lean + aside)) / 2;
            assertThat(middle(renderer.render(scene(lean, aside), Quality.fine(SIZE, SIZE)), 0.1) / full)
                    .isCloseTo(mean, within(0.03));
        }
    }

    /// Locks whose normals lean 60 degrees to either side, two and a half pixels wide, shine alike; the mean of both
    /// would face the light, and their edges would shine more.
    @Test
    void whereTwoLocksMeetNothingShinesThatNeitherDoes() {
        try (RasterRenderer renderer = new RasterRenderer(1)) {
            Shape locks = pleats(TestScenes.of(Material.Kind.HAIR, 0.5), Math.toRadians(60), 25);
            assertThat(middle(renderer.render(scene(locks, 0), Quality.fine(SIZE, SIZE)), 0.03))
                    .isPositive();
        }
    }

    /// Strands at 45 degrees to either side, seen and lit so that neither shines; along their mean they would.
    @Test
    void whereStrandsCrossNothingShinesThatNeitherDoes() {
        double aside = Math.toRadians(60);
        try (RasterRenderer renderer = new RasterRenderer(1)) {
            Scene[] scenes = {
                scene(crossing(1, 1), aside), scene(crossing(-1, -1), aside), scene(crossing(1, -1), aside)
            };
            double[] mean = new double[3];
            for (int i = 0; i < 3; i++) {
                mean[i] = middle(renderer.render(scenes[i], Quality.fine(SIZE, SIZE)), 0.5);
            }
            assertThat(mean[2]).isLessThan(1.1 * Math.max(mean[0], mean[1]));
        }
    }

    /// Strips of hair, narrower than a pixel and not welded, that run at 45 degrees to the upright, each to
    /// the side of its turn.
    private static Shape crossing(int even, int odd) {
        Shape flat = pleats(TestScenes.of(Material.Kind.HAIR, 0.5), 0, 3 * SIZE);
        float[] p = flat.positions().clone();
        float[] uv = new float[p.length / 3 * 2];
        for (int i = 0; i < p.length / 3; i++) {
            int s = i / 4 % 2 == 0 ? even : odd;
            uv[2 * i] = p[3 * i] + s * p[3 * i + 1];
            uv[2 * i + 1] = p[3 * i + 1] - s * p[3 * i];
            p[3 * i + 2] = i / 4 % 2 == 0 ? 0 : 1e-4f;
        }
        Topology t = flat.topology();
        return Shape.fixed(1, flat.material(), new Topology(t.vertexCount(), t.triangles(), uv), p, flat.normals());
    }

    /// The mean of the pixels in the middle, which may differ from it by so much of it.
    private static double middle(Frame frame, double evenness) {
        float[] g = frame.plane("G").values();
        double sum = 0;
        int n = 0;
        for (int y = SIZE / 4; y < 3 * SIZE / 4; y++) {
            for (int x = SIZE / 4; x < 3 * SIZE / 4; x++) {
                sum += g[y * SIZE + x];
                n++;
            }
        }
        double mean = sum / n;
        double squares = 0;
        for (int y = SIZE / 4; y < 3 * SIZE / 4; y++) {
            for (int x = SIZE / 4; x < 3 * SIZE / 4; x++) {
                squares += (g[y * SIZE + x] - mean) * (g[y * SIZE + x] - mean);
            }
        }
        assertThat(Math.sqrt(squares / n)).isLessThanOrEqualTo(evenness * mean + 1e-4);
        return mean;
    }

    private static Scene scene(double lean, double aside) {
        return scene(pleats(TestScenes.matte(0.5), lean, 3 * SIZE), aside);
    }

    private static Scene scene(Shape sheet, double aside) {
        World world = TestScenes.world(List.of(), new Vec3(-2, -2, -2), new Vec3(2, 2, 2));
        Vec3 way = new Vec3(Math.sin(aside), 0, Math.cos(aside));
        return TestScenes.scene(
                world,
                List.of(sheet),
                List.of(new Emitter.Sun(LightGroup.SUN, way, 0.01, Rgb.grey(1))),
                new Sky.Uniform(Rgb.BLACK),
                TestScenes.view(new Vec3(0, 0, 2), Vec3.ZERO));
    }

    /// A flat sheet, 2 m wide, of `n` strips whose normals alone lean.
    private static Shape pleats(Material material, double lean, int n) {
        float[] p = new float[12 * n];
        float[] normals = new float[12 * n];
        int[] t = new int[6 * n];
        for (int i = 0; i < n; i++) {
            double side = i % 2 == 0 ? 1 : -1;
            for (int k = 0; k < 4; k++) {
                int o = 12 * i + 3 * k;
                p[o] = (float) (2.0 * (i + (k == 1 || k == 2 ? 1 : 0)) / n - 1);
                p[o + 1] = k < 2 ? -1 : 1;
                normals[o] = (float) (side * Math.sin(lean));
                normals[o + 2] = (float) Math.cos(lean);
            }
            int a = 4 * i;
            System.arraycopy(new int[] {a, a + 1, a + 2, a, a + 2, a + 3}, 0, t, 6 * i, 6);
        }
        return Shape.fixed(1, material, new Topology(4 * n, t, new float[8 * n]), p, normals);
    }
}
