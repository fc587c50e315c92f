package dev.beatboard.render.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.beatboard.frame.Frame;
import dev.beatboard.math.Vec3;
import dev.beatboard.render.Quality;
import dev.beatboard.scene.Emitter;
import dev.beatboard.scene.LightGroup;
import dev.beatboard.scene.Rgb;
import dev.beatboard.scene.Shape;
import dev.beatboard.scene.Sky;
import dev.beatboard.scene.World;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResolvePassTest {

    private static final int SIZE = 40;
    private static final double WALL = 0.8;
    /// The byte of the lash's color, and what that is.
    private static final int BYTE = 120;

    private static final double LASH = Math.pow((BYTE / 255.0 + 0.055) / 1.055, 2.4);

    /// However thin, a lash covers what its alpha says, in final frames and in drafts, and keeps half as much again of
    /// the light from what is under it.
    @ParameterizedTest
    @CsvSource({"13, true", "51, true", "128, true", "204, true", "128, false", "13, false"})
    void aLashCoversAsMuchAsItsTextureSays(int alpha, boolean fine) {
        Quality quality = fine ? Quality.fine(SIZE, SIZE) : Quality.draft(SIZE, SIZE);
        try (RasterRenderer renderer = new RasterRenderer(1)) {
            double bare = middle(renderer, quality, List.of());
            double covered = middle(renderer, quality, List.of(lash(alpha)));
            double a = alpha / 255.0;
            assertThat(covered / bare).isCloseTo(Math.pow(1 - a, 1.5) + a * LASH / WALL, within(0.01));
        }
    }

    /// Between two dark plates, half a pixel apart, white lies deep: no more light gets down there than through the
    /// gap, unless it is another thing's.
    @Test
    void whatIsSeenThroughAFineGapIsDarkIfItBelongsToWhatIsBeforeIt() {
        try (RasterRenderer renderer = new RasterRenderer(1)) {
            double closed = brightest(renderer, 1, 0);
            assertThat(brightest(renderer, 1, 0.024)).isLessThan(1.25 * closed);
            assertThat(brightest(renderer, 2, 0.024)).isGreaterThan(1.5 * closed);
        }
    }

    private static double brightest(RasterRenderer renderer, int behind, double gap) {
        Vec3 across = new Vec3(3, 0, 0);
        Vec3 up = new Vec3(0, 4, 0);
        World world = TestScenes.world(List.of(), new Vec3(-3, -3, -3), new Vec3(3, 3, 3));
        Frame frame = renderer.render(
                TestScenes.scene(
                        world,
                        List.of(
                                TestScenes.quad(1, TestScenes.matte(0.1), new Vec3(-3 + 0.02, -2, 0), across, up),
                                TestScenes.quad(1, TestScenes.matte(0.1), new Vec3(0.02 + gap, -2, 0), across, up),
                                TestScenes.quad(
                                        behind,
                                        TestScenes.matte(0.9),
                                        new Vec3(-3, -2, -1),
                                        new Vec3(6, 0, 0),
                                        new Vec3(0, 4, 0))),
                        List.of(new Emitter.Sun(LightGroup.SUN, Vec3.Z, 0.01, Rgb.grey(1))),
                        new Sky.Uniform(Rgb.BLACK),
                        TestScenes.view(new Vec3(0, 0, 2), Vec3.ZERO)),
                Quality.fine(SIZE, SIZE));
        double most = 0;
        for (int y = SIZE / 4; y < 3 * SIZE / 4; y++) {
            for (int x = SIZE / 4; x < 3 * SIZE / 4; x++) {
                most = Math.max(most, frame.plane("G").values()[y * SIZE + x]);
            }
        }
        return most;
    }

    private static double middle(RasterRenderer renderer, Quality quality, List<Shape> lashes) {
        Shape wall =
                TestScenes.quad(1, TestScenes.matte(WALL), new Vec3(-2, -2, 0), new Vec3(4, 0, 0), new Vec3(0, 4, 0));
        World world = TestScenes.world(List.of(), new Vec3(-2, -2, -2), new Vec3(2, 2, 2));
        List<Shape> all = new ArrayList<>(List.of(wall));
        all.addAll(lashes);
        Frame frame = renderer.render(
                TestScenes.scene(
                        world,
                        all,
                        List.of(new Emitter.Bulb(LightGroup.KEY, new Vec3(0.5, 0.5, 2), 0.1, Rgb.grey(100))),
                        new Sky.Uniform(Rgb.BLACK),
                        TestScenes.view(new Vec3(0, 0, 2), Vec3.ZERO)),
                quality);
        return frame.plane("G").values()[(SIZE / 2 + 3) * SIZE + SIZE / 2 - 5];
    }

    private static Shape lash(int alpha) {
        return TestScenes.quad(
                2, TestScenes.lash(BYTE, alpha), new Vec3(-1, -1, 0.002), new Vec3(2, 0, 0), new Vec3(0, 2, 0));
    }
}
