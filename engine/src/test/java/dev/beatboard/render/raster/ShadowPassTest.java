package dev.beatboard.render.raster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.math.Vec3;
import dev.beatboard.render.Quality;
import dev.beatboard.scene.Emitter;
import dev.beatboard.scene.LightGroup;
import dev.beatboard.scene.Material;
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
            share[y] = row(with, SIZE / 2 + y) / row(bare, SIZE / 2 + y);
        }
        for (int y = 1; y < 3; y++) {
            assertThat(share[y]).as("row %d", y).isLessThan(0.2);
        }
        for (int y = 6; y < share.length; y++) {
            assertThat(share[y]).as("row %d", y).isGreaterThan(0.9);
        }
    }

    /// A lock of hair lies ten pixels over the upper half of a face and draws a shadow as wide: all of it is dark.
    @Test
    void theShadowOfALockOnSkinIsDarkAllOver() {
        // As large as a face in a medium shot: a pixel is 4 mm.
        double scale = 0.2;
        Material skin = TestScenes.of(Material.Kind.SKIN, 0.6);
        Shape face = TestScenes.quad(
                2, skin, new Vec3(-2 * scale, -2 * scale, 0), new Vec3(4 * scale, 0, 0), new Vec3(0, 4 * scale, 0));
        double up = 10 * 2.0 / SIZE * scale;
        Shape lock = TestScenes.quad(
                1,
                TestScenes.matte(0.6),
                new Vec3(-2 * scale, up, up),
                new Vec3(4 * scale, 0, 0),
                new Vec3(0, 2 * scale, 0));
        float[] with = render(face, List.of(lock), 1, scale);
        float[] bare = render(face, List.of(), 1, scale);
        // Seen from two units away it hides what is higher up than this row, and its shadow ends at the middle.
        int hidden = SIZE / 2 - (int) Math.round(10 / (1 - up / (2 * scale)));
        for (int y = hidden + 2; y < SIZE / 2 - 3; y++) {
            assertThat(row(with, y) / row(bare, y)).as("row %d", y).isLessThan(0.06);
        }
        for (int y = SIZE / 2 + 4; y < SIZE; y++) {
            assertThat(row(with, y) / row(bare, y)).as("row %d", y).isGreaterThan(0.9);
        }
    }

    private static double row(float[] plane, int y) {
        double sum = 0;
        for (int x = SIZE / 4; x < 3 * SIZE / 4; x++) {
            sum += plane[y * SIZE + x];
        }
        return sum;
    }

    private static float[] render(List<Shape> moving, double steep) {
        Shape wall =
                TestScenes.quad(2, TestScenes.matte(0.6), new Vec3(-2, -2, 0), new Vec3(4, 0, 0), new Vec3(0, 4, 0));
        return render(wall, moving, steep, 1);
    }

    /// @param scale half of the height that is seen, meters
    private static float[] render(Shape wall, List<Shape> moving, double steep, double scale) {
        World world = TestScenes.world(List.of(wall), new Vec3(-2, -2, -2), new Vec3(2, 2, 2));
        Vec3 lamp = new Vec3(0, 1.5 * steep * scale, 1.5 * scale);
        try (RasterRenderer renderer = new RasterRenderer(2)) {
            return renderer.render(
                            TestScenes.scene(
                                    world,
                                    moving,
                                    List.of(new Emitter.Bulb(LightGroup.KEY, lamp, 0.1 * scale, Rgb.grey(100))),
                                    new Sky.Uniform(Rgb.BLACK),
                                    TestScenes.view(new Vec3(0, 0, 2 * scale), Vec3.ZERO)),
                            Quality.fine(SIZE, SIZE))
                    .plane("G")
                    .values();
        }
    }
}
