package dev.beatboard.render.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.beatboard.math.Vec3;
import dev.beatboard.render.Quality;
import dev.beatboard.scene.Material;
import dev.beatboard.scene.Rgb;
import dev.beatboard.scene.Scene;
import dev.beatboard.scene.Shape;
import dev.beatboard.scene.Sky;
import dev.beatboard.scene.World;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AmbientPassTest {

    private static final int SIZE = 160;
    private static final double GREY = 0.5;

    /// A strip eight pixels wide beside a high black wall sees half of an even sky all along. What single rays say of
    /// how open its places are must not keep the rounds from averaging them, or it has spots.
    @Test
    void theLightOnANarrowStripHasNoSpots() {
        Shape strip = TestScenes.quad(
                1, TestScenes.matte(GREY), new Vec3(-0.05, -3, 0), new Vec3(0.1, 0, 0), new Vec3(0, 6, 0));
        Shape wall = TestScenes.quad(
                2, TestScenes.matte(0), new Vec3(-0.051, -30, -0.1), new Vec3(0, 60, 0), new Vec3(0, 0, 60));
        World world = TestScenes.world(List.of(strip, wall), new Vec3(-2, -2, -2), new Vec3(2, 2, 2));
        Scene scene = TestScenes.scene(
                world,
                List.of(),
                List.of(),
                new Sky.Uniform(Rgb.grey(1)),
                TestScenes.view(new Vec3(0.1, 0, 2), new Vec3(0.1, 0, 0)));
        try (RasterRenderer renderer = new RasterRenderer(1)) {
            float[] g =
                    renderer.render(scene, Quality.fine(SIZE, SIZE)).plane("G").values();
            int x = SIZE / 2 - 8;
            double sum = 0;
            double squares = 0;
            int n = 0;
            for (int y = SIZE / 4; y < 3 * SIZE / 4; y++) {
                double v = g[y * SIZE + x];
                sum += v;
                squares += v * v;
                n++;
            }
            double mean = sum / n;
            assertThat(mean).isCloseTo(GREY / 2, within(0.02));
            double spread = Math.sqrt(squares / n - mean * mean) / mean;
            assertThat(spread).isLessThan(0.06);
        }
    }

    /// All white under an even sky is as bright in a corner as anywhere. Of what lies in a corner rays say that it
    /// keeps away light; an eye keeps none from its lids.
    @Test
    void anEyeIsLitByItsLids() {
        try (RasterRenderer renderer = new RasterRenderer(1)) {
            double open = eye(renderer, List.of());
            Shape lid = TestScenes.quad(
                    2, TestScenes.matte(1), new Vec3(0, -0.1, 0), new Vec3(0, 0, 0.04), new Vec3(0, 0.2, 0));
            assertThat(eye(renderer, List.of(lid)) / open).isCloseTo(1, within(0.04));
        }
    }

    /// The middle of the picture, two millimeters from the lid.
    private static double eye(RasterRenderer renderer, List<Shape> lids) {
        Shape white = TestScenes.quad(
                1,
                TestScenes.of(Material.Kind.EYE, 0.5),
                new Vec3(-0.1, -0.1, 0),
                new Vec3(0.1, 0, 0),
                new Vec3(0, 0.2, 0));
        List<Shape> moving = new ArrayList<>(lids);
        moving.add(white);
        Scene scene = TestScenes.scene(
                TestScenes.world(List.of(), new Vec3(-2, -2, -2), new Vec3(2, 2, 2)),
                moving,
                List.of(),
                new Sky.Uniform(Rgb.grey(1)),
                TestScenes.view(new Vec3(-0.002, 0, 0.05), new Vec3(-0.002, 0, 0)));
        int n = 64;
        return renderer.render(scene, Quality.fine(n, n)).plane("G").values()[n / 2 * n + n / 2];
    }
}
