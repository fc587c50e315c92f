package dev.beatboard.render.raster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.math.Vec3;
import dev.beatboard.render.Quality;
import dev.beatboard.scene.Emitter;
import dev.beatboard.scene.LightGroup;
import dev.beatboard.scene.Rgb;
import dev.beatboard.scene.Shape;
import dev.beatboard.scene.Sky;
import dev.beatboard.scene.World;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShadowPassTest {

    private static final int SIZE = 96;

    /// A flap lies over the upper half of a wall, and a lamp high above draws a shadow of four pixels under its edge:
    /// these are dark, and the wall is as bright as elsewhere from two pixels further down.
    @Test
    void theShadowOfAFlapIsDarkAndNoWiderThanItIs() {
        // A pixel.
        double off = 2.0 / SIZE;
        Shape flap =
                TestScenes.quad(1, TestScenes.matte(0.6), new Vec3(-2, 0, off), new Vec3(4, 0, 0), new Vec3(0, 2, 0));
        // The lamp's height per distance to the wall.
        double steep = 4;
        float[] with = render(List.of(flap), steep);
        float[] bare = render(List.of(), steep);
        double[] share = new double[SIZE / 2];
        for (int y = 0; y < share.length; y++) {
            double a = 0;
            double b = 0;
            for (int x = SIZE / 4; x < 3 * SIZE / 4; x++) {
                a += with[(SIZE / 2 + y) * SIZE + x];
                b += bare[(SIZE / 2 + y) * SIZE + x];
            }
            share[y] = a / b;
        }
        for (int y = 1; y < 3; y++) {
            assertThat(share[y]).as("row %d", y).isLessThan(0.2);
        }
        for (int y = 6; y < share.length; y++) {
            assertThat(share[y]).as("row %d", y).isGreaterThan(0.9);
        }
    }

    private static float[] render(List<Shape> moving, double steep) {
        Shape wall =
                TestScenes.quad(2, TestScenes.matte(0.6), new Vec3(-2, -2, 0), new Vec3(4, 0, 0), new Vec3(0, 4, 0));
        World world = TestScenes.world(List.of(wall), new Vec3(-2, -2, -2), new Vec3(2, 2, 2));
        Vec3 lamp = new Vec3(0, 1.5 * steep, 1.5);
        try (RasterRenderer renderer = new RasterRenderer(2)) {
            return renderer.render(
                            TestScenes.scene(
                                    world,
                                    moving,
                                    List.of(new Emitter.Bulb(LightGroup.KEY, lamp, 0.1, Rgb.grey(100))),
                                    new Sky.Uniform(Rgb.BLACK),
                                    TestScenes.view(new Vec3(0, 0, 2), Vec3.ZERO)),
                            Quality.fine(SIZE, SIZE))
                    .plane("G")
                    .values();
        }
    }
}
