package dev.beatboard.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.beatboard.frame.Frame;
import dev.beatboard.math.Vec3;
import dev.beatboard.render.raster.RasterRenderer;
import dev.beatboard.render.raster.TestScenes;
import dev.beatboard.render.reference.PathTracer;
import dev.beatboard.scene.Emitter;
import dev.beatboard.scene.LightGroup;
import dev.beatboard.scene.Material;
import dev.beatboard.scene.Rgb;
import dev.beatboard.scene.Scene;
import dev.beatboard.scene.Shape;
import dev.beatboard.scene.Sky;
import dev.beatboard.scene.Topology;
import dev.beatboard.scene.View;
import dev.beatboard.scene.World;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What is odd is drawn, what cannot be is refused where it is made; nothing crashes, and no plane has a number that is
/// none.
class HostileSceneTest {

    private final RasterRenderer raster = new RasterRenderer(2);
    private final PathTracer reference = new PathTracer(2);
    private final World room = TestScenes.roomWorld();

    @AfterEach
    void close() {
        raster.close();
        reference.close();
    }

    private void draws(Scene scene, int width, int height) {
        for (Quality q : List.of(
                Quality.draft(width, height), Quality.fine(width, height), Quality.reference(width, height, 4))) {
            Renderer renderer = q.name().equals("reference") ? reference : raster;
            Frame f = renderer.render(scene, q);
            assertThat(f.width()).isEqualTo(width);
            assertThat(f.height()).isEqualTo(height);
            for (String name : List.of("R", "G", "B", "A")) {
                for (float v : f.plane(name).values()) {
                    assertThat(v).as("%s of %s", name, q).isBetween(0f, 1e9f);
                }
            }
            for (float v : f.plane(Frame.DEPTH).values()) {
                assertThat(v).as("depth of %s", q).isPositive();
            }
        }
    }

    @Test
    void anySizeIsDrawnEvenASinglePixel() {
        Scene scene = TestScenes.room(room, 0);
        int[][] sizes = {{1, 1}, {2, 1}, {1, 2}, {3, 5}, {17, 1}, {1, 67}, {65, 33}, {31, 129}};
        for (int[] s : sizes) {
            draws(scene, s[0], s[1]);
        }
    }

    @Test
    void withoutAnyLightThePictureIsBlack() {
        Scene lit = TestScenes.room(room, 0);
        Scene dark = TestScenes.scene(room, lit.shapes(), List.of(), new Sky.Uniform(Rgb.BLACK), lit.view());
        draws(dark, 40, 24);
        Frame f = raster.render(dark, Quality.fine(40, 24));
        for (float v : f.plane("G").values()) {
            assertThat(v).isZero();
        }
    }

    @Test
    void aLensInsideOfAThingSeesItFromWithin() {
        Scene lit = TestScenes.room(room, 0);
        View inBall = TestScenes.view(new Vec3(0.7, 0.4, -0.3), new Vec3(0.7, 0.4, -3));
        View inWall = TestScenes.view(new Vec3(0, 1, -2), new Vec3(0, 1, -9));
        View onFloor = TestScenes.view(new Vec3(0, 0, 0), new Vec3(0, 0, -1));
        for (View v : List.of(inBall, inWall, onFloor)) {
            draws(TestScenes.scene(room, lit.shapes(), lit.lights(), lit.sky(), v), 40, 24);
        }
    }

    @Test
    void nothingAtAllIsSky() {
        World empty = TestScenes.world(List.of(), new Vec3(0, 0, 0), new Vec3(0, 0, 0));
        Scene scene = TestScenes.scene(
                empty,
                List.of(),
                List.of(),
                new Sky.Uniform(Rgb.WHITE),
                TestScenes.view(Vec3.ZERO, new Vec3(0, 0, -1)));
        draws(scene, 20, 12);
    }

    @Test
    void trianglesWithoutAreaAndHugeOnesAreNoTrouble() {
        Material m = TestScenes.matte(0.5);
        float[] up = {0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0};
        float[] p = {0, 1, 0, 0, 1, 0, 0, 1, 0, 1, 1, 0, 2, 1, 0, 3, 1, 0};
        Shape flat =
                Shape.fixed(1, m, new Topology(6, new int[] {0, 0, 0, 0, 1, 2, 3, 4, 5, 3, 3, 4}, new float[0]), p, up);
        Shape huge = TestScenes.quad(2, m, new Vec3(-1e6, -1, 1e6), new Vec3(2e6, 0, 0), new Vec3(0, 0, -2e6));
        Shape speck = TestScenes.quad(3, m, new Vec3(0, 1, -1), new Vec3(1e-7, 0, 0), new Vec3(0, 1e-7, 0));
        Shape empty = Shape.fixed(4, m, new Topology(0, new int[0], new float[0]), new float[0], new float[0]);
        Shape bare = Shape.fixed(
                5,
                m,
                new Topology(3, new int[] {0, 1, 2}, new float[0]),
                new float[] {-1, 0, -2, 1, 0, -2, 0, 2, -2},
                new float[9]);
        List<Shape> shapes = List.of(flat, huge, speck, empty, bare);
        Scene lit = TestScenes.room(room, 0);
        World world = TestScenes.world(shapes, new Vec3(-3, -1, -3), new Vec3(3, 2, 3));
        draws(TestScenes.scene(world, List.of(), lit.lights(), lit.sky(), lit.view()), 40, 24);
        draws(TestScenes.scene(room, shapes, lit.lights(), lit.sky(), lit.view()), 40, 24);
    }

    @Test
    void lensAndShutterAtTheirLimitsDraw() {
        Scene s = TestScenes.room(room, 0);
        View wide = new View(s.view().position(), s.view().orientation(), 4, 36, 0.01, 0.5);
        View narrow = new View(s.view().position(), s.view().orientation(), 2000, 36, 1e6, 0.7);
        for (View v : List.of(wide, narrow)) {
            draws(new Scene(s.world(), s.shapes(), s.lights(), s.sky(), v, v, v, 1, 1, 0), 40, 24);
        }
        View turned = TestScenes.view(new Vec3(0.3, 1.4, 3), new Vec3(0.3, 1.4, 9));
        draws(new Scene(s.world(), s.shapes(), s.lights(), s.sky(), turned, s.view(), turned, 1, 1, 0), 40, 24);
    }

    @Test
    void numbersThatAreNoneAreRefusedWhereTheyAreMade() {
        Material steel = Material.metal("steel", Rgb.WHITE, 0.2);
        assertThatThrownBy(() -> Material.metal("steel", Rgb.WHITE, Double.NaN))
                .hasMessage("Material \"steel\": roughness is NaN; allowed is 0.0 to 1.0");
        assertThatThrownBy(() -> Material.metal("steel", new Rgb(1, Float.NaN, 1), 0.2))
                .hasMessage("Material \"steel\": base color is 1.0, NaN, 1.0; allowed are finite numbers from 0 up");
        assertThatThrownBy(() -> Material.emissive("lamp", new Rgb(1, 1, Float.POSITIVE_INFINITY)))
                .hasMessageContaining("emission is 1.0, 1.0, Infinity");
        assertThatThrownBy(() -> Material.emissive("lamp", new Rgb(-1, 1, 1))).hasMessageContaining("emission is -1.0");
        assertThatThrownBy(() -> new Emitter.Rectangle(
                        LightGroup.KEY, Vec3.ZERO, new Vec3(1, 0, 0), new Vec3(2, 0, 0), Rgb.WHITE))
                .hasMessageContaining("area is 0.0");
        assertThatThrownBy(() -> new Emitter.Bulb(LightGroup.PRACTICAL, Vec3.ZERO, -1, Rgb.WHITE))
                .hasMessageContaining("radius is -1.0");
        assertThatThrownBy(() -> new Emitter.Sun(LightGroup.SUN, new Vec3(0, 2, 0), 0.01, Rgb.WHITE))
                .hasMessageContaining("length of its direction is 2.0");
        assertThatThrownBy(() -> Shape.fixed(
                        1,
                        steel,
                        new Topology(1, new int[] {0, 0, 0}, new float[0]),
                        new float[] {0, Float.NaN, 0},
                        new float[3]))
                .hasMessage("Shape steel: positions[1] is NaN; allowed are finite numbers");
        assertThatThrownBy(() -> new Topology(2, new int[] {0, 1, 2}, new float[0]))
                .hasMessage("Corner 2 of triangle 0 is vertex 2; allowed is 0 to 1");
        View v = TestScenes.view(Vec3.ZERO, Vec3.X);
        assertThatThrownBy(() -> new View(v.position(), v.orientation(), 0, 36, 5, 8))
                .hasMessageContaining("focal length is 0.0");
        Scene s = TestScenes.room(room, 0);
        assertThatThrownBy(
                        () -> new Scene(s.world(), new ArrayList<>(), s.lights(), s.sky(), v, v, v, 0.5, Double.NaN, 0))
                .hasMessageContaining("exposure is NaN");
    }
}
