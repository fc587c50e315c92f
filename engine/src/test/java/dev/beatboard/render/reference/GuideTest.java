package dev.beatboard.render.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.beatboard.math.Vec3;
import dev.beatboard.render.Quality;
import dev.beatboard.render.raster.TestScenes;
import dev.beatboard.scene.Emitter;
import dev.beatboard.scene.LightGroup;
import dev.beatboard.scene.Material;
import dev.beatboard.scene.Pattern;
import dev.beatboard.scene.Rgb;
import dev.beatboard.scene.Scene;
import dev.beatboard.scene.Shape;
import dev.beatboard.scene.Sky;
import dev.beatboard.scene.World;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A floor beside a wall that mirrors: what light it throws on to the floor, and how surely that is found.
class GuideTest {

    private static final double ALBEDO = 0.5;
    private static final int SIZE = 8;

    private static Material smooth(Material.Kind kind, double roughness) {
        return new Material(
                "smooth",
                kind,
                new Pattern.Solid(Rgb.WHITE),
                (float) roughness,
                0,
                0.04f,
                Material.Opacity.OPAQUE,
                Rgb.BLACK,
                true);
    }

    /// Stands at x = 1 and looks to -x.
    private static Shape wall(Material m) {
        return TestScenes.quad(2, m, new Vec3(1, -1, -5), new Vec3(0, 0, 10), new Vec3(0, 6, 0));
    }

    private static PathTracer.Result floor(Path.Strategy strategy, int samples, Emitter light, Shape... more) {
        List<Shape> shapes = new ArrayList<>(List.of(more));
        shapes.add(TestScenes.quad(
                1, TestScenes.matte(ALBEDO), new Vec3(-5, 0, 5), new Vec3(10, 0, 0), new Vec3(0, 0, -10)));
        World world = TestScenes.world(shapes, new Vec3(-5, -5, -5), new Vec3(5, 5, 5));
        // From so near that the picture is 2 cm wide.
        Scene scene = TestScenes.scene(
                world,
                List.of(),
                List.of(light),
                new Sky.Uniform(Rgb.BLACK),
                TestScenes.view(new Vec3(0, 0.02, 1e-6), Vec3.ZERO));
        try (PathTracer tracer = new PathTracer(2, strategy)) {
            return tracer.render(
                    scene,
                    Quality.reference(SIZE, SIZE, samples),
                    new PathTracer.Window(0, 0, SIZE, SIZE),
                    new PathTracer.Stop(samples, 0, false));
        }
    }

    private static double mean(PathTracer.Result r) {
        double sum = 0;
        for (int p = 0; p < SIZE * SIZE; p++) {
            sum += r.frame().plane("G").at(p % SIZE, p / SIZE);
        }
        return sum / (SIZE * SIZE);
    }

    /// A small bulb at (-1, 2, 0) shines again from its image at (3, 2, 0).
    @Test
    void aMirrorThrowsTheLightOfABulb() {
        Emitter bulb = new Emitter.Bulb(LightGroup.PRACTICAL, new Vec3(-1, 2, 0), 0.03, Rgb.grey(4));
        PathTracer.Result r = floor(Path.Strategy.BOTH, 256, bulb, wall(smooth(Material.Kind.MIRROR, 0.02)));
        double direct = ALBEDO / Math.PI * 4 * 2 / Math.pow(5, 1.5);
        double image = 0.9 * ALBEDO / Math.PI * 4 * 2 / Math.pow(13, 1.5);
        assertThat(mean(r)).isCloseTo(direct + image, within(0.01 * image));
    }

    @Test
    void aPaneThrowsTheLightOfTheSun() {
        Emitter sun = new Emitter.Sun(LightGroup.SUN, new Vec3(-0.6, 0.8, 0), 0.005, Rgb.grey(3));
        Shape pane = wall(smooth(Material.Kind.GLASS, 0.03).withOpacity(Material.Opacity.CLEAR));
        PathTracer.Result r = floor(Path.Strategy.BOTH, 256, sun, pane);
        double direct = ALBEDO / Math.PI * 3 * 0.8;
        double mirrored = direct * (0.04 + 0.96 * Math.pow(0.4, 5));
        assertThat(mean(r)).isCloseTo(direct + mirrored, within(0.02 * mirrored));
    }

    /// Polished, not mirroring: what is found by aims is what chance finds, which needs forty times the paths to be
    /// as sure.
    @Test
    void aimsChangeNoMean() {
        Emitter sun = new Emitter.Sun(LightGroup.SUN, new Vec3(-0.6, 0.8, 0), 0.005, Rgb.grey(3));
        Shape polished = wall(smooth(Material.Kind.PLAIN, 0.12));
        Shape shade = TestScenes.quad(
                3, TestScenes.matte(0.8), new Vec3(-1.5, 0.6, -0.5), new Vec3(1, 0, 0), new Vec3(0, 0, 1));
        PathTracer.Result aimed = floor(Path.Strategy.BOTH, 1024, sun, polished, shade);
        PathTracer.Result chance = floor(Path.Strategy.UNAIMED, 8192, sun, polished, shade);
        assertThat(mean(aimed)).isCloseTo(mean(chance), within(0.02 * mean(chance)));
        assertThat(aimed.error()).isLessThan(chance.error());
    }

    /// Where a bulb lights the inside of its shade, that lights the floor.
    @Test
    void theLightOfAShadeIsFound() {
        Emitter bulb = new Emitter.Bulb(LightGroup.PRACTICAL, new Vec3(-1, 2, 0), 0.03, Rgb.grey(1));
        Shape cap = TestScenes.quad(
                3, TestScenes.matte(0.8), new Vec3(-1.1, 2.1, -0.1), new Vec3(0.2, 0, 0), new Vec3(0, 0, 0.2));
        PathTracer.Result aimed = floor(Path.Strategy.BOTH, 1024, bulb, cap);
        PathTracer.Result chance = floor(Path.Strategy.UNAIMED, 8192, bulb, cap);
        assertThat(mean(aimed)).isCloseTo(mean(chance), within(0.01 * mean(chance)));
        assertThat(aimed.error()).isLessThan(2 * chance.error());
    }
}
