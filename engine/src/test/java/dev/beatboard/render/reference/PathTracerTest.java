package dev.beatboard.render.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.beatboard.frame.Frame;
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
import dev.beatboard.scene.View;
import dev.beatboard.scene.World;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathTracerTest {

    private static final Vec3 LOW = new Vec3(-5, -5, -5);
    private static final Vec3 HIGH = new Vec3(5, 5, 5);
    private final PathTracer tracer = new PathTracer(2);

    @AfterEach
    void close() {
        tracer.close();
    }

    private static Material white(Material.Kind kind, double roughness, double metalness, double specular) {
        return new Material(
                "white",
                kind,
                new Pattern.Solid(Rgb.WHITE),
                (float) roughness,
                (float) metalness,
                (float) specular,
                Material.Opacity.OPAQUE,
                Rgb.BLACK,
                true);
    }

    private Frame render(List<Shape> shapes, List<Emitter> lights, Sky sky, View view, int size, int samples) {
        World world = TestScenes.world(shapes, LOW, HIGH);
        return tracer.render(
                TestScenes.scene(world, List.of(), lights, sky, view), Quality.reference(size, size, samples));
    }

    private static double mean(Frame f, String plane, int x0, int y0, int x1, int y1) {
        double sum = 0;
        for (int y = y0; y < y1; y++) {
            for (int x = x0; x < x1; x++) {
                sum += f.plane(plane).at(x, y);
            }
        }
        return sum / ((x1 - x0) * (y1 - y0));
    }

    /// A white ball in an evenly bright sky cannot be seen.
    @ParameterizedTest
    @EnumSource(names = {"PLAIN", "SKIN", "CLOTH", "HAIR", "LASH", "EYE", "FOLIAGE", "WATER"})
    void aWhiteFurnaceStaysWhite(Material.Kind kind) {
        for (double rough : new double[] {0.08, 0.4, 1}) {
            furnace(white(kind, rough, 0, 0.04), 1);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.08, 0.4, 1})
    void aWhiteMetalInAFurnaceStaysWhite(double rough) {
        furnace(white(Material.Kind.PLAIN, rough, 1, 0.04), 1);
    }

    @Test
    void aMirrorsFurnaceLacksWhatMirrorsSwallow() {
        furnace(white(Material.Kind.MIRROR, 0.02, 1, 0.04), 0.9);
        furnace(white(Material.Kind.GLASS, 0.03, 0, 0.04).withOpacity(Material.Opacity.CLEAR), 1);
    }

    private void furnace(Material m, double expected) {
        Shape ball = TestScenes.ball(1, m, Vec3.ZERO, 1, 24);
        View view = TestScenes.view(new Vec3(0, 0, 4), Vec3.ZERO);
        // Where light enters skin is drawn too, which is noise even here.
        int samples = m.kind() == Material.Kind.SKIN ? 2560 : 320;
        Frame f = render(List.of(ball), List.of(), new Sky.Uniform(Rgb.WHITE), view, 16, samples);
        // The ball fills the middle eight pixels.
        assertThat(mean(f, "G", 5, 5, 11, 11))
                .as("%s %s", m.kind(), m.roughness())
                .isCloseTo(expected, within(0.01));
        assertThat(mean(f, "R", 0, 0, 16, 16)).isBetween(expected - 0.02, 1.01);
        assertThat(mean(f, "G", 0, 0, 2, 16)).isCloseTo(1, within(1e-5));
    }

    private Frame floor(List<Emitter> lights, Sky sky, Shape... more) {
        Shape floor =
                TestScenes.quad(1, TestScenes.matte(0.5), new Vec3(-5, 0, 5), new Vec3(10, 0, 0), new Vec3(0, 0, -10));
        List<Shape> shapes = new java.util.ArrayList<>(List.of(floor));
        shapes.addAll(List.of(more));
        // From so near that the picture is 2 cm wide.
        return render(shapes, lights, sky, TestScenes.view(new Vec3(0, 0.02, 1e-6), Vec3.ZERO), 8, 256);
    }

    @Test
    void aFloorUnderARectangleHasItsFormFactor() {
        Frame f = floor(
                List.of(new Emitter.Rectangle(
                        LightGroup.KEY, new Vec3(0, 2, 0), new Vec3(0.5, 0, 0), new Vec3(0, 0, 0.5), Rgb.grey(10))),
                new Sky.Uniform(Rgb.BLACK));
        double a = 0.25;
        double s = Math.sqrt(1 + a * a);
        double exact = 0.5 * 10 * 4 / Math.PI * (a / s) * Math.atan(a / s);
        assertThat(mean(f, "G", 0, 0, 8, 8)).isCloseTo(exact, within(0.003 * exact));
    }

    @Test
    void aBulbTheSunAndTheSkyHaveTheirClosedForms() {
        Sky black = new Sky.Uniform(Rgb.BLACK);
        Frame bulb =
                floor(List.of(new Emitter.Bulb(LightGroup.PRACTICAL, new Vec3(0, 1.5, 0), 0.3, Rgb.grey(4))), black);
        // A ball straight above gives as much as a point: intensity over the squared distance.
        assertThat(mean(bulb, "G", 0, 0, 8, 8)).isCloseTo(0.5 * 4 / (Math.PI * 2.25), within(0.004));
        Vec3 toward = new Vec3(0.6, 0.8, 0);
        Frame sun = floor(List.of(new Emitter.Sun(LightGroup.SUN, toward, 0.02, Rgb.grey(3))), black);
        assertThat(mean(sun, "G", 0, 0, 8, 8)).isCloseTo(0.5 * 3 * 0.8 / Math.PI, within(0.002));
        Frame dome = floor(List.of(), new Sky.Uniform(Rgb.grey(2)));
        assertThat(mean(dome, "G", 0, 0, 8, 8)).isCloseTo(1, within(0.01));
    }

    /// At the edge of a shadow light fades under skin as the integral of its profile, red most softly.
    @Test
    void lightSpreadsUnderSkin() {
        Material skin = white(Material.Kind.SKIN, 1, 0, 0);
        Shape floor = TestScenes.quad(1, skin, new Vec3(-1, 0, 1), new Vec3(2, 0, 0), new Vec3(0, 0, -2));
        Shape lid =
                TestScenes.quad(2, TestScenes.matte(0), new Vec3(-1, 0.05, 1), new Vec3(1, 0, 0), new Vec3(0, 0, -2));
        Emitter sun = new Emitter.Sun(LightGroup.SUN, new Vec3(0, 1, 0), 1e-4, Rgb.grey(Math.PI));
        // The picture is 20 mm wide, seen below the lid.
        Frame f = render(
                List.of(floor, lid),
                List.of(sun),
                new Sky.Uniform(Rgb.BLACK),
                TestScenes.view(new Vec3(0, 0.02, 1e-6), Vec3.ZERO),
                16,
                2048);
        double pixel = 0.02 / 16;
        double[] fall = {0.9, 2.2, 4};
        String[] names = {"R", "G", "B"};
        for (int c = 0; c < 3; c++) {
            for (int x = 0; x < 16; x++) {
                double at = (x - 7.5) * pixel / 3.4e-3 * Math.sqrt(fall[c]);
                assertThat(mean(f, names[c], x, 0, x + 1, 16))
                        .as("%s at column %d", names[c], x)
                        .isCloseTo(lit(at), within(0.03));
            }
        }
    }

    /// The share of exp(-t^2) left of x, by Simpson's rule.
    private static double lit(double x) {
        int n = 200;
        double sum = 0;
        for (int i = 0; i <= n; i++) {
            double t = x * i / n;
            sum += (i == 0 || i == n ? 1 : i % 2 == 0 ? 2 : 4) * Math.exp(-t * t);
        }
        return 0.5 + sum * x / (3 * n) / Math.sqrt(Math.PI);
    }

    @Test
    void aPaneTakesFromTheSunWhatItMirrors() {
        Vec3 toward = new Vec3(0.6, 0.8, 0);
        Material glass = white(Material.Kind.GLASS, 0.03, 0, 0.04).withOpacity(Material.Opacity.CLEAR);
        Shape pane = TestScenes.quad(2, glass, new Vec3(-20, 0.04, 20), new Vec3(40, 0, 0), new Vec3(0, 0, -40));
        Frame f = floor(
                List.of(new Emitter.Sun(LightGroup.SUN, toward, 0.02, Rgb.grey(3))), new Sky.Uniform(Rgb.BLACK), pane);
        double mirrored = 0.04 + 0.96 * Math.pow(0.2, 5);
        double direct = 0.5 * 3 * 0.8 / Math.PI * (1 - mirrored);
        // What the floor sends up comes back in part: by Schlick's mean, 0.04 + 0.96 / 21.
        double again = 0.5 * (0.04 + 0.96 / 21);
        assertThat(mean(f, "G", 0, 0, 8, 8)).isCloseTo(direct / (1 - again), within(0.006));
    }

    @Test
    void mirrorsAndPanesShowWhatTheHandComputes() {
        Material lamp = Material.emissive("lamp", Rgb.grey(5));
        Shape behind = TestScenes.quad(1, lamp, new Vec3(-2, -2, -3), new Vec3(4, 0, 0), new Vec3(0, 4, 0));
        Material glass = white(Material.Kind.GLASS, 0.03, 0, 0.04).withOpacity(Material.Opacity.CLEAR);
        Shape one = TestScenes.quad(2, glass, new Vec3(-2, -2, -2), new Vec3(4, 0, 0), new Vec3(0, 4, 0));
        Shape two = TestScenes.quad(2, glass, new Vec3(-2, -2, -2.01), new Vec3(4, 0, 0), new Vec3(0, 4, 0));
        View narrow = new View(
                Vec3.ZERO, View.looking(Vec3.ZERO, new Vec3(0, 0, -1), 0), 400, 36, 5, Double.POSITIVE_INFINITY);
        Sky dim = new Sky.Uniform(Rgb.grey(1));
        double f = 0.04;
        Frame single = render(List.of(behind, one), List.of(), dim, narrow, 8, 512);
        assertThat(mean(single, "G", 0, 0, 8, 8)).isCloseTo((1 - f) * 5 + f, within(0.02));
        // Both faces, with all that goes to and fro between them.
        double both = (1 - f) / (1 + f);
        Frame pane = render(List.of(behind, one, two), List.of(), dim, narrow, 8, 512);
        assertThat(mean(pane, "G", 0, 0, 8, 8)).isCloseTo(both * 5 + (1 - both), within(0.03));
        Shape mirror = TestScenes.quad(
                3,
                white(Material.Kind.MIRROR, 0.02, 1, 0.04),
                new Vec3(-2, -2, -2),
                new Vec3(4, 0, 0),
                new Vec3(0, 4, 0));
        Shape back = TestScenes.quad(1, lamp, new Vec3(-2, -2, 3), new Vec3(4, 0, 0), new Vec3(0, 4, 0));
        Frame seen = render(List.of(back, mirror), List.of(), dim, narrow, 8, 4);
        assertThat(mean(seen, "G", 0, 0, 8, 8)).isCloseTo(0.9 * 5, within(1e-4));
        assertThat(seen.plane(Frame.DEPTH).at(4, 4)).isCloseTo(2, within(0.01f));
        assertThat(pane.plane(Frame.OBJECT).at(4, 4)).isEqualTo(1);
    }

    /// However emitters are found, the picture is the same; and together they find it with the least noise.
    @Test
    void bothWaysToFindLightAgree() {
        World world = TestScenes.roomWorld();
        List<Emitter> lights = List.of(
                new Emitter.Rectangle(
                        LightGroup.OVERHEAD,
                        new Vec3(0, 2.4, 0),
                        new Vec3(0.8, 0, 0),
                        new Vec3(0, 0, 0.6),
                        Rgb.grey(9)),
                new Emitter.Bulb(LightGroup.PRACTICAL, new Vec3(1.2, 1.2, -1), 0.3, Rgb.grey(0.4)));
        Scene room = TestScenes.room(world, 0);
        Scene scene =
                new Scene(world, room.shapes(), lights, room.sky(), room.view(), room.view(), room.view(), 0, 1, 0);
        double[] means = new double[Path.Strategy.values().length];
        double[] errors = new double[means.length];
        int k = 0;
        for (Path.Strategy s : Path.Strategy.values()) {
            try (PathTracer t = new PathTracer(2, s)) {
                PathTracer.Result r = t.render(
                        scene,
                        Quality.reference(32, 18, 256),
                        new PathTracer.Window(0, 0, 32, 18),
                        new PathTracer.Stop(256, 0, false));
                means[k] = mean(r.frame(), "G", 0, 0, 32, 18);
                errors[k++] = r.error();
            }
        }
        assertThat(means[1]).isCloseTo(means[0], within(0.012 * means[0]));
        assertThat(means[2]).isCloseTo(means[0], within(0.02 * means[0]));
        assertThat(errors[0]).isLessThan(1.1 * errors[1]).isLessThan(errors[2]);
    }

    @Test
    void threadsOrderAndNeighborsChangeNoBit() {
        World world = TestScenes.roomWorld();
        Quality q = Quality.reference(40, 22, 6);
        String alone;
        try (PathTracer one = new PathTracer(1)) {
            alone = TestScenes.digest(one.render(TestScenes.room(world, 2), q));
        }
        try (PathTracer three = new PathTracer(3)) {
            three.render(TestScenes.room(world, 0), q);
            assertThat(TestScenes.digest(three.render(TestScenes.room(world, 2), q)))
                    .isEqualTo(alone);
        }
        assertThat(TestScenes.digest(tracer.render(TestScenes.room(TestScenes.roomWorld(), 2), q)))
                .isEqualTo(alone);
    }

    @Test
    void aWindowOfThePictureIsThatPartOfIt() {
        Scene scene = TestScenes.room(TestScenes.roomWorld(), 1);
        Quality q = Quality.reference(40, 22, 3);
        Frame all = tracer.render(scene, q);
        Frame part = tracer.render(scene, q, new PathTracer.Window(11, 5, 9, 7), new PathTracer.Stop(3, 0, false))
                .frame();
        for (int y = 0; y < 7; y++) {
            for (int x = 0; x < 9; x++) {
                assertThat(part.plane("R").at(x, y)).isEqualTo(all.plane("R").at(11 + x, 5 + y));
                assertThat(part.plane(Frame.OBJECT).at(x, y))
                        .isEqualTo(all.plane(Frame.OBJECT).at(11 + x, 5 + y));
            }
        }
    }

    /// A point far out of focus becomes a disk of the radius of the circle of confusion.
    @Test
    void whatIsOutOfFocusSpreadsOverItsCircle() {
        Shape lamp = TestScenes.quad(
                1,
                Material.emissive("lamp", Rgb.grey(100)),
                new Vec3(-0.04, -0.04, -4),
                new Vec3(0.08, 0, 0),
                new Vec3(0, 0.08, 0));
        // 50 mm at f/0.5 focused at 1 m: at 4 m the circle on the sensor is 100 mm * 0.05 / 0.95 * (1 - 1 / 4).
        View view = new View(Vec3.ZERO, View.looking(Vec3.ZERO, new Vec3(0, 0, -1), 0), 50, 36, 1, 0.5);
        Frame f = render(List.of(lamp), List.of(), new Sky.Uniform(Rgb.BLACK), view, 100, 256);
        double pixels = 0.5 * 100 * 0.05 / 0.95 * 0.75 / 36 * 100;
        double sum = 0;
        double spread = 0;
        for (int y = 0; y < 100; y++) {
            for (int x = 0; x < 100; x++) {
                double v = f.plane("G").at(x, y);
                sum += v;
                spread += v * ((x - 49.5) * (x - 49.5) + (y - 49.5) * (y - 49.5));
            }
        }
        // The mean squared radius of a disk is half its radius squared; the lamp and a pixel's width add to it.
        double lampSize = 0.08 * 50 / 4 / 0.36;
        double exact = pixels * pixels / 2 + (lampSize * lampSize + 1) / 6;
        assertThat(spread / sum).isCloseTo(exact, within(0.06 * exact));
    }

    /// Something that crosses the picture while the shutter is open leaves an even streak of the way it goes.
    @Test
    void theShutterLeavesAStreak() {
        Shape at = TestScenes.quad(
                1,
                Material.emissive("lamp", Rgb.grey(1)),
                new Vec3(-0.1, -1, -4),
                new Vec3(0.2, 0, 0),
                new Vec3(0, 2, 0));
        float[] before = at.positions().clone();
        float[] after = at.positions().clone();
        for (int k = 0; k < before.length; k += 3) {
            before[k] -= 1;
            after[k] += 1;
        }
        Shape moving = new Shape(1, at.material(), at.topology(), at.positions(), at.normals(), before, after);
        View view = TestScenes.view(Vec3.ZERO, new Vec3(0, 0, -1));
        Scene scene = new Scene(
                TestScenes.world(List.of(), LOW, HIGH),
                List.of(moving),
                List.of(),
                new Sky.Uniform(Rgb.BLACK),
                view,
                view,
                view,
                0.5,
                1,
                0);
        Frame f = tracer.render(scene, Quality.reference(64, 36, 64));
        // 4 m wide, so 16 pixels are a meter: 0.2 m that go 0.5 m cover the middle by 0.4 and end at 0.35 m.
        assertThat(f.plane("G").at(32, 18)).isCloseTo(0.4f, within(0.06f));
        assertThat(f.plane("G").at(32 + 4, 18)).isBetween(0.05f, 0.4f);
        assertThat(f.plane("G").at(32 + 6, 18)).isZero();
        assertThat(f.plane("G").at(31 - 6, 18)).isZero();
    }

    @Test
    void anySizeAndNoLightHaveOnlyFiniteColors() {
        Scene scene = TestScenes.room(TestScenes.roomWorld(), 0);
        for (int[] size : new int[][] {{1, 1}, {3, 40}, {41, 2}}) {
            Frame f = tracer.render(scene, Quality.reference(size[0], size[1], 4));
            for (String name : List.of("R", "G", "B", "A")) {
                for (float v : f.plane(name).values()) {
                    assertThat(v).isFinite().isNotNegative();
                }
            }
        }
        World empty = TestScenes.world(List.of(), Vec3.ZERO, new Vec3(1, 1, 1));
        Frame dark = tracer.render(
                TestScenes.scene(
                        empty,
                        List.of(),
                        List.of(),
                        new Sky.Uniform(Rgb.BLACK),
                        TestScenes.view(Vec3.ZERO, new Vec3(0, 0, -1))),
                Quality.reference(8, 8, 2));
        assertThat(dark.plane("R").values()).containsOnly(0f);
    }
}
