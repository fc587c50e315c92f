package dev.beatboard.render.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.beatboard.frame.Frame;
import dev.beatboard.math.Vec3;
import dev.beatboard.render.Quality;
import dev.beatboard.render.reference.PathTracer;
import dev.beatboard.scene.Emitter;
import dev.beatboard.scene.LightGroup;
import dev.beatboard.scene.Material;
import dev.beatboard.scene.Pattern;
import dev.beatboard.scene.Rgb;
import dev.beatboard.scene.Scene;
import dev.beatboard.scene.Shape;
import dev.beatboard.scene.Sky;
import dev.beatboard.scene.Topology;
import dev.beatboard.scene.World;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RasterRendererTest {

    private static final Quality SMALL = Quality.draft(128, 72);
    private final RasterRenderer renderer = new RasterRenderer(2);

    @AfterEach
    void close() {
        renderer.close();
    }

    @Test
    void aQuadCoversExactlyItsPixels() {
        // 36 mm on 36 mm: the picture is as wide as it is far. At 4 m it is 4 m wide, so a pixel of 64 is 1/16 m.
        Shape quad = TestScenes.quad(
                3, TestScenes.matte(0.5), new Vec3(-0.5, -0.25, -4), new Vec3(1, 0, 0), new Vec3(0, 0.5, 0));
        Scene scene = TestScenes.scene(
                TestScenes.world(List.of(quad), new Vec3(-2, -2, -4), new Vec3(2, 2, 0)),
                List.of(),
                List.of(),
                new Sky.Uniform(Rgb.WHITE),
                TestScenes.view(Vec3.ZERO, new Vec3(0, 0, -1)));
        Frame frame = renderer.render(scene, Quality.draft(64, 36));
        for (int y = 0; y < 36; y++) {
            for (int x = 0; x < 64; x++) {
                boolean inside = x >= 24 && x < 40 && y >= 14 && y < 22;
                assertThat(frame.plane(Frame.OBJECT).at(x, y))
                        .as("(%d, %d)", x, y)
                        .isEqualTo(inside ? 3 : 0);
                assertThat(frame.plane("A").at(x, y)).isEqualTo(inside ? 1 : 0);
                if (inside) {
                    assertThat(frame.plane(Frame.DEPTH).at(x, y)).isCloseTo(4, within(1e-4f));
                } else {
                    assertThat(frame.plane(Frame.DEPTH).at(x, y)).isInfinite();
                    assertThat(frame.plane("R").at(x, y)).isCloseTo(1, within(1e-5f));
                }
            }
        }
    }

    @Test
    void aTriangleThatReachesBehindTheLensIsCutNotLost() {
        float[] p = {-500, 0, 500, 500, 0, 500, 0, 0, -900};
        float[] n = {0, 1, 0, 0, 1, 0, 0, 1, 0};
        Shape floor = Shape.fixed(1, TestScenes.matte(0.5), new Topology(3, new int[] {0, 1, 2}, new float[0]), p, n);
        Scene scene = TestScenes.scene(
                TestScenes.world(List.of(floor), new Vec3(-2, 0, -2), new Vec3(2, 2, 2)),
                List.of(),
                List.of(),
                new Sky.Uniform(Rgb.WHITE),
                TestScenes.view(new Vec3(0, 1, 0), new Vec3(0, 1, -1)));
        Frame frame = renderer.render(scene, Quality.draft(64, 36));
        for (int y = 0; y < 36; y++) {
            for (int x = 0; x < 64; x++) {
                if (y >= 20) {
                    assertThat(frame.plane(Frame.OBJECT).at(x, y))
                            .as("(%d, %d)", x, y)
                            .isEqualTo(1);
                } else if (y < 17) {
                    assertThat(frame.plane(Frame.OBJECT).at(x, y)).isZero();
                }
            }
        }
        // The bottom row's middle is seen at a slope of 17.5/64: depth 64/17.5 m at a height of 1 m.
        assertThat(frame.plane(Frame.DEPTH).at(32, 35)).isCloseTo(64 / 17.5f, within(0.1f));
    }

    @Test
    void aMatteBallInAnEvenlyBrightSkyHasItsOwnColor() {
        Shape ball = TestScenes.ball(1, TestScenes.matte(0.6), Vec3.ZERO, 1, 32);
        Scene scene = TestScenes.scene(
                TestScenes.world(List.of(ball), new Vec3(-2, -2, -2), new Vec3(2, 2, 2)),
                List.of(),
                List.of(),
                new Sky.Uniform(Rgb.WHITE),
                TestScenes.view(new Vec3(0, 0, 4), Vec3.ZERO));
        for (Quality q : List.of(SMALL, Quality.fine(128, 72))) {
            Frame frame = renderer.render(scene, q);
            assertThat(frame.plane("G").at(64, 36)).isCloseTo(0.6f, within(0.03f));
            assertThat(frame.plane("G").at(72, 30)).isCloseTo(0.6f, within(0.03f));
        }
    }

    @Test
    void lightThatNothingShadowsHasNoNoiseAndItsClosedForm() {
        Shape floor =
                TestScenes.quad(1, TestScenes.matte(0.5), new Vec3(-5, 0, 5), new Vec3(10, 0, 0), new Vec3(0, 0, -10));
        Emitter lamp = new Emitter.Rectangle(
                LightGroup.KEY, new Vec3(0, 2, 0), new Vec3(0.5, 0, 0), new Vec3(0, 0, 0.5), Rgb.grey(10));
        Scene scene = TestScenes.scene(
                TestScenes.world(List.of(floor), new Vec3(-5, 0, -5), new Vec3(5, 3, 5)),
                List.of(),
                List.of(lamp),
                new Sky.Uniform(Rgb.BLACK),
                TestScenes.view(new Vec3(0, 3, 0.001), Vec3.ZERO));
        Frame frame = renderer.render(scene, SMALL);
        // Twice the corner formula of parallel rectangles, four quarters: a = b = 0.5 / 2.
        double a = 0.25;
        double s = Math.sqrt(1 + a * a);
        double factor = 4 * (1 / (2 * Math.PI)) * 2 * (a / s) * Math.atan(a / s);
        assertThat(frame.plane("G").at(64, 36)).isCloseTo((float) (0.5 * 10 * factor), within(0.02f));
        assertThat(frame.plane("G").at(64, 36)).isCloseTo(frame.plane("G").at(63, 36), within(0.003f));
    }

    /// Half of an even sky, and nothing else, lights the top of a black skirting board before a black wall.
    /// It is one to two pixels high.
    @Test
    void aLedgeSeenEdgeOnIsAnEvenLine() {
        Material black = TestScenes.matte(0);
        Shape wall = TestScenes.quad(1, black, new Vec3(-30, -20, 0), new Vec3(60, 0, 0), new Vec3(0, 60, 0));
        Shape board = TestScenes.quad(2, black, new Vec3(-30, -20, 0.1), new Vec3(60, 0, 0), new Vec3(0, 20, 0));
        Material grey = TestScenes.matte(0.5);
        Shape ledge = TestScenes.quad(3, grey, new Vec3(-30, 0, 0.1), new Vec3(60, 0, 0), new Vec3(0, 0, -0.1));
        Vec3 eye = new Vec3(-2.5, 0.4, 3);
        Scene scene = TestScenes.scene(
                TestScenes.world(List.of(wall, board, ledge), new Vec3(-30, -20, 0), new Vec3(30, 40, 5)),
                List.of(),
                List.of(),
                new Sky.Uniform(Rgb.WHITE),
                TestScenes.view(eye, Vec3.ZERO));
        Frame frame = renderer.render(scene, Quality.fine(512, 288));
        for (int from = 64; from < 448; from += 16) {
            float light = 0;
            double high = 0;
            for (int x = from; x < from + 16; x++) {
                for (int y = 0; y < 288; y++) {
                    light += frame.plane("G").at(x, y);
                }
                double slope = (x + 0.5) / 512 - 0.5;
                high += 512 * (slopeOfLine(eye, slope, 0) - slopeOfLine(eye, slope, 0.1));
            }
            assertThat(light).isCloseTo((float) (0.25 * high), withinPercentage(20));
        }
    }

    /// The sun straight above a board five meters over the floor: across the shadow's edge it is a disk cut by a line.
    @ParameterizedTest
    @CsvSource({"draft, 0.08, 0.4", "final, 0.05, 0.23"})
    void anEdgeOfTheSunsShadowIsEvenAndAsWideAsTheSun(String quality, double rootMeanSquare, double most) {
        double radius = 0.01;
        double high = 5;
        Shape floor =
                TestScenes.quad(1, TestScenes.matte(0.5), new Vec3(-5, 0, 5), new Vec3(10, 0, 0), new Vec3(0, 0, -10));
        Shape board = TestScenes.quad(
                2, TestScenes.matte(0), new Vec3(-20, high, -4), new Vec3(40, 0, 8), new Vec3(0, 0, -40));
        Scene scene = TestScenes.scene(
                TestScenes.world(List.of(floor, board), new Vec3(-20, 0, -40), new Vec3(20, 6, 5)),
                List.of(),
                List.of(new Emitter.Sun(LightGroup.SUN, new Vec3(0, 1, 0), radius, Rgb.WHITE)),
                new Sky.Uniform(Rgb.BLACK),
                TestScenes.view(new Vec3(0, 3, 0.001), Vec3.ZERO));
        Frame frame =
                renderer.render(scene, quality.equals("draft") ? Quality.draft(512, 288) : Quality.fine(512, 288));
        float lit = frame.plane("G").at(256, 280);
        double squares = 0;
        int n = 0;
        for (int y = 40; y < 248; y++) {
            for (int x = 40; x < 472; x++) {
                double meters = 3.0 / 512;
                double off = ((y + 0.5 - 144) * meters - 0.2 * (x + 0.5 - 256) * meters) / Math.hypot(1, 0.2);
                double d = Math.clamp(off / (radius * high), -1, 1);
                double open = 0.5 + (d * Math.sqrt(1 - d * d) + Math.asin(d)) / Math.PI;
                double error = frame.plane("G").at(x, y) / lit - open;
                assertThat(error).as("(%d, %d)", x, y).isCloseTo(0, within(most));
                if (Math.abs(d) < 1) {
                    squares += error * error;
                    n++;
                }
            }
        }
        assertThat(Math.sqrt(squares / n)).isLessThan(rootMeanSquare);
    }

    /// A long lamp over a slanted rod of polished metal, some eight pixels thick, makes one bright line along it, a
    /// small part of a pixel wide. No column of it holds much less or more light than those around it.
    @Test
    void aLampsLineOnAThinRodIsNotDashed() {
        Material metal = new Material(
                "metal",
                Material.Kind.PLAIN,
                new Pattern.Solid(Rgb.grey(0.8)),
                0.12f,
                1,
                0,
                Material.Opacity.OPAQUE,
                Rgb.BLACK,
                false);
        Shape rod = rod(1, metal, new Vec3(-4, -0.5, 0), new Vec3(4, 0.5, 0), 0.025);
        Scene scene = TestScenes.scene(
                TestScenes.world(List.of(rod), new Vec3(-5, -2, -1), new Vec3(5, 4, 3)),
                List.of(),
                List.of(new Emitter.Rectangle(
                        LightGroup.OVERHEAD,
                        new Vec3(0, 3, 1),
                        new Vec3(0, 0, -0.15),
                        new Vec3(20, 0, 0),
                        Rgb.grey(5))),
                new Sky.Uniform(Rgb.BLACK),
                TestScenes.view(new Vec3(0, 0, 3), Vec3.ZERO));
        Frame frame = renderer.render(scene, Quality.fine(512, 288));
        float[] light = new float[512];
        for (int x = 0; x < 512; x++) {
            for (int y = 0; y < 288; y++) {
                light[x] += frame.plane("G").at(x, y);
            }
        }
        for (int x = 128; x < 384; x++) {
            float around = 0;
            for (int i = -8; i < 8; i++) {
                around += light[x + i] / 16;
            }
            assertThat(around).isGreaterThan(0.05f);
            assertThat(light[x]).as("column %d", x).isBetween(0.5f * around, 1.7f * around);
        }
    }

    /// The half of a round rod that faces along z.
    private static Shape rod(int object, Material m, Vec3 from, Vec3 to, double radius) {
        int steps = 16;
        Vec3 side = new Vec3(0, 0, 1);
        Vec3 up = side.cross(to.plus(from, -1).normalized()).normalized();
        float[] p = new float[6 * (steps + 1)];
        float[] normals = new float[6 * (steps + 1)];
        int[] t = new int[6 * steps];
        for (int i = 0; i <= steps; i++) {
            double angle = Math.PI * (i / (double) steps - 0.5);
            Vec3 n = side.times(Math.cos(angle)).plus(up, Math.sin(angle));
            for (int end = 0; end < 2; end++) {
                Vec3 q = (end == 0 ? from : to).plus(n, radius);
                int o = 3 * (2 * i + end);
                p[o] = (float) q.x();
                p[o + 1] = (float) q.y();
                p[o + 2] = (float) q.z();
                normals[o] = (float) n.x();
                normals[o + 1] = (float) n.y();
                normals[o + 2] = (float) n.z();
            }
            if (i < steps) {
                int a = 2 * i;
                System.arraycopy(new int[] {a, a + 1, a + 3, a, a + 3, a + 2}, 0, t, 6 * i, 6);
            }
        }
        return Shape.fixed(object, m, new Topology(2 * steps + 2, t, new float[4 * steps + 4]), p, normals);
    }

    /// How far up the line y = 0 at a depth z is seen, as a slope, by a look from `eye` toward the origin so far to the
    /// right.
    private static double slopeOfLine(Vec3 eye, double right, double z) {
        Vec3 f = eye.times(-1).normalized();
        Vec3 r = f.cross(new Vec3(0, 1, 0)).normalized();
        Vec3 u = r.cross(f);
        return (eye.y() * (f.z() + right * r.z()) - (eye.z() - z) * f.y()) / ((eye.z() - z) * u.y() - eye.y() * u.z());
    }

    @Test
    void aBallDarkensTheFloorUnderIt() {
        Shape floor =
                TestScenes.quad(1, TestScenes.matte(0.5), new Vec3(-5, 0, 5), new Vec3(10, 0, 0), new Vec3(0, 0, -10));
        Shape ball = TestScenes.ball(2, TestScenes.matte(0.5), new Vec3(0, 1, 0), 0.5, 16);
        Emitter sun = new Emitter.Sun(LightGroup.SUN, new Vec3(1, 1, 0).normalized(), 0.005, Rgb.grey(3));
        World world = TestScenes.world(List.of(floor), new Vec3(-5, 0, -5), new Vec3(5, 3, 5));
        Scene scene = TestScenes.scene(
                world,
                List.of(ball),
                List.of(sun),
                new Sky.Uniform(Rgb.grey(0.05)),
                TestScenes.view(new Vec3(-1, 5, 0.001), new Vec3(-1, 0, 0)));
        Frame frame = renderer.render(scene, SMALL);
        // The ball's shadow falls around x = -1, which is the picture's middle.
        assertThat(frame.plane(Frame.OBJECT).at(64, 36)).isEqualTo(1);
        assertThat(frame.plane("G").at(64, 36))
                .isLessThan(0.25f * frame.plane("G").at(20, 36));
    }

    @Test
    void aDraftsShadowLiesWhereThatOfAFinalFrameLies() {
        Shape floor =
                TestScenes.quad(1, TestScenes.matte(0.5), new Vec3(-5, 0, 5), new Vec3(10, 0, 0), new Vec3(0, 0, -10));
        Shape ball = TestScenes.ball(2, TestScenes.matte(0.5), new Vec3(0, 1, 0), 0.5, 16);
        Emitter sun = new Emitter.Sun(LightGroup.SUN, new Vec3(1, 1, 0).normalized(), 0.005, Rgb.grey(3));
        Scene scene = TestScenes.scene(
                TestScenes.world(List.of(floor), new Vec3(-5, 0, -5), new Vec3(5, 3, 5)),
                List.of(ball),
                List.of(sun),
                new Sky.Uniform(Rgb.grey(0.05)),
                TestScenes.view(new Vec3(-1, 5, 0.001), new Vec3(-1, 0, 0)));
        Frame draft = renderer.render(scene, SMALL);
        Frame fine = renderer.render(scene, Quality.fine(128, 72));
        // Lit floor sends out 0.5 * 3 / pi * cos 45 degrees = 0.34; half of that divides light from shadow.
        int dark = 0;
        int differ = 0;
        for (int p = 0; p < 128 * 72; p++) {
            if (fine.plane(Frame.OBJECT).values()[p] == 1) {
                boolean shade = fine.plane("G").values()[p] < 0.17f;
                dark += shade ? 1 : 0;
                differ += shade != draft.plane("G").values()[p] < 0.17f ? 1 : 0;
            }
        }
        // An ellipse of 0.5 by 0.7 m at 128 pixels for 5 m: some 720 pixels, in part behind the ball.
        assertThat(dark).isBetween(300, 800);
        assertThat(differ).isLessThan(dark / 20);
    }

    /// Both faces of a closed pane mirror 0.04 of what falls straight on them.
    @Test
    void theSunBehindAPaneLosesWhatThePaneMirrors() {
        // So dark that what it throws at the pane does not count.
        Shape floor =
                TestScenes.quad(1, TestScenes.matte(0.05), new Vec3(-2, 0, 2), new Vec3(4, 0, 0), new Vec3(0, 0, -4));
        Material glass = Material.plain("glass", new Pattern.Solid(Rgb.WHITE), 0.03)
                .withKind(Material.Kind.GLASS)
                .withOpacity(Material.Opacity.CLEAR);
        Shape lower = TestScenes.quad(2, glass, new Vec3(-2, 1, -2), new Vec3(4, 0, 0), new Vec3(0, 0, 4));
        Shape upper = TestScenes.quad(2, glass, new Vec3(-2, 1.01, 2), new Vec3(4, 0, 0), new Vec3(0, 0, -4));
        for (Quality q : List.of(SMALL, Quality.fine(128, 72))) {
            float open = sunny(List.of(floor), q);
            assertThat(open).isCloseTo(0.05f * 30 / 3.1416f, within(0.01f));
            assertThat(sunny(List.of(floor, lower, upper), q) / open).isCloseTo(0.96f * 0.96f, within(0.008f));
        }
    }

    private float sunny(List<Shape> shapes, Quality quality) {
        Scene scene = TestScenes.scene(
                TestScenes.world(shapes, new Vec3(-2, 0, -2), new Vec3(2, 1.1, 2)),
                List.of(),
                List.of(new Emitter.Sun(LightGroup.SUN, new Vec3(0, 1, 0), 0.005, Rgb.grey(30))),
                new Sky.Uniform(Rgb.BLACK),
                TestScenes.view(new Vec3(0, 0.7, 0.7), Vec3.ZERO));
        return renderer.render(scene, quality).plane("G").at(64, 36);
    }

    /// Straight from behind, opposite to the lens around the strands, nothing would.
    @Test
    void aLampBehindHairShinesThrough() {
        for (Quality q : List.of(SMALL, Quality.fine(128, 72))) {
            assertThat(renderer.render(hair(new Vec3(1.5, 0.3, -1.5)), q)
                            .plane("R")
                            .at(64, 36))
                    .isGreaterThan(0.002f);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0.5, 2", "1.5, 0.2, 1.5", "-1, -1, 1.5", "1.5, 0.3, -1.5", "-1, 1, -1.5"})
    void hairLooksAsTheReferenceHasIt(double x, double y, double z) {
        Scene scene = hair(new Vec3(x, y, z));
        Frame fine = renderer.render(scene, Quality.fine(64, 36));
        try (PathTracer tracer = new PathTracer(2)) {
            Frame exact = tracer.render(scene, Quality.reference(64, 36, 64));
            for (String plane : List.of("R", "B")) {
                float expected = middle(exact, plane);
                assertThat(expected).isGreaterThan(0.001f);
                assertThat(middle(fine, plane)).as(plane).isCloseTo(expected, within(0.1f * expected));
            }
        }
    }

    /// Surfaces that stay are not looked at again, but their strands are needed again.
    @Test
    void stillHairInTheLightOfAnotherLampIsAsInAFrameOfItsOwn() {
        World world = TestScenes.world(hair(Vec3.ZERO).shapes(), new Vec3(-2, -2, -2), new Vec3(2, 2, 2));
        Quality fine = Quality.fine(64, 36);
        renderer.render(lit(world, new Vec3(1.5, 0.2, 1.5)), fine);
        Frame second = renderer.render(lit(world, new Vec3(-1, 1, -1.5)), fine);
        try (RasterRenderer one = new RasterRenderer(1)) {
            assertThat(TestScenes.digest(second))
                    .isEqualTo(TestScenes.digest(one.render(lit(world, new Vec3(-1, 1, -1.5)), fine)));
        }
    }

    private static float middle(Frame frame, String plane) {
        float sum = 0;
        for (int y = 14; y < 22; y++) {
            for (int x = 28; x < 36; x++) {
                sum += frame.plane(plane).at(x, y) / 64;
            }
        }
        return sum;
    }

    /// A card of hair with upright strands in front of the lens, and a small lamp.
    static Scene hair(Vec3 lamp) {
        Material hair = Material.plain("hair", new Pattern.Solid(new Rgb(0.5f, 0.3f, 0.1f)), 0.5)
                .withKind(Material.Kind.HAIR)
                .withTwoSided(true);
        Shape card = TestScenes.quad(1, hair, new Vec3(-0.5, -0.5, 0), new Vec3(1, 0, 0), new Vec3(0, 1, 0));
        World world = TestScenes.world(List.of(), new Vec3(-2, -2, -2), new Vec3(2, 2, 2));
        return lit(world, lamp, card);
    }

    private static Scene lit(World world, Vec3 lamp, Shape... moving) {
        return TestScenes.scene(
                world,
                List.of(moving),
                List.of(new Emitter.Bulb(LightGroup.KEY, lamp, 0.1, Rgb.grey(100))),
                new Sky.Uniform(Rgb.BLACK),
                TestScenes.view(new Vec3(0, 0, 2), Vec3.ZERO));
    }

    @Test
    void threadsOrderAndNeighborsChangeNoBit() {
        World world = TestScenes.roomWorld();
        String alone;
        try (RasterRenderer one = new RasterRenderer(1)) {
            alone = TestScenes.digest(one.render(TestScenes.room(world, 2), SMALL));
        }
        renderer.render(TestScenes.room(world, 0), SMALL);
        renderer.render(TestScenes.room(world, 1), Quality.fine(64, 40));
        assertThat(TestScenes.digest(renderer.render(TestScenes.room(world, 2), SMALL)))
                .isEqualTo(alone);
        assertThat(TestScenes.digest(renderer.render(TestScenes.room(TestScenes.roomWorld(), 2), SMALL)))
                .isEqualTo(alone);
    }

    @Test
    void finalFramesAreAsRepeatable() {
        World world = TestScenes.roomWorld();
        Quality fine = Quality.fine(97, 55);
        String two = TestScenes.digest(renderer.render(TestScenes.room(world, 1), fine));
        try (RasterRenderer three = new RasterRenderer(3)) {
            three.render(TestScenes.room(world, 0), fine);
            assertThat(TestScenes.digest(three.render(TestScenes.room(world, 1), fine)))
                    .isEqualTo(two);
        }
    }

    @Test
    void anySizeHasOnlyFiniteColors() {
        World world = TestScenes.roomWorld();
        for (int[] size : new int[][] {{1, 1}, {3, 200}, {201, 7}}) {
            Frame f = renderer.render(TestScenes.room(world, 0), Quality.draft(size[0], size[1]));
            for (String name : List.of("R", "G", "B", "A")) {
                for (float v : f.plane(name).values()) {
                    assertThat(v).isFinite().isNotNegative();
                }
            }
        }
    }

    @Test
    void darknessAndEmptinessAreNoErrors() {
        World world = TestScenes.world(List.of(), Vec3.ZERO, new Vec3(1, 1, 1));
        Frame f = renderer.render(
                TestScenes.scene(
                        world,
                        List.of(),
                        List.of(),
                        new Sky.Uniform(Rgb.BLACK),
                        TestScenes.view(Vec3.ZERO, new Vec3(0, 0, -1))),
                SMALL);
        assertThat(f.plane("R").values()).containsOnly(0f);
        assertThat(f.plane("A").values()).containsOnly(0f);
    }
}
