package dev.beatboard.render.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.beatboard.frame.Cryptomatte;
import dev.beatboard.frame.Frame;
import dev.beatboard.frame.Layer;
import dev.beatboard.frame.Plane;
import dev.beatboard.math.Vec3;
import dev.beatboard.render.Layers;
import dev.beatboard.render.Quality;
import dev.beatboard.scene.LightGroup;
import dev.beatboard.scene.Scene;
import dev.beatboard.scene.Shape;
import dev.beatboard.scene.View;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Layers of a room with a moving ball before a lens that blurs and moves.
class LayersTest {

    private static final int WIDTH = 160;
    private static final int HEIGHT = 90;
    private static final Layers ALL = new Layers(
            EnumSet.allOf(Layer.class),
            Set.of(LightGroup.OVERHEAD, LightGroup.PRACTICAL, LightGroup.SUN, LightGroup.KEY));

    private static RasterRenderer renderer;
    private static Scene scene;
    private static Frame fine;

    @BeforeAll
    static void render() {
        renderer = new RasterRenderer(2);
        Scene room = TestScenes.room(TestScenes.roomWorld(), 1);
        View before = lens(room.view(), 0);
        View now = lens(room.view(), 1);
        View after = lens(room.view(), 2);
        Shape ball = room.shapes().getFirst();
        Shape moving = new Shape(
                ball.object(),
                ball.material(),
                ball.topology(),
                ball.positions(),
                ball.normals(),
                moved(ball.positions(), -0.08f),
                moved(ball.positions(), 0.08f));
        scene = new Scene(room.world(), List.of(moving), room.lights(), room.sky(), before, now, after, 0.5, 0.8, 1);
        fine = renderer.render(scene, Quality.fine(WIDTH, HEIGHT), ALL);
    }

    @AfterAll
    static void close() {
        renderer.close();
    }

    private static View lens(View v, int step) {
        return new View(v.position().plus(v.right(), 0.02 * step), v.orientation(), v.focalLength(), 36, 2.5, 2);
    }

    private static float[] moved(float[] positions, float by) {
        float[] out = positions.clone();
        for (int i = 0; i < out.length; i += 3) {
            out[i] += by;
        }
        return out;
    }

    @Test
    void whatIsAlwaysThereIsTheSameWhateverElseIsWanted() {
        Frame plain = renderer.render(scene, Quality.fine(WIDTH, HEIGHT));

        for (Plane p : plain.planes()) {
            assertThat(fine.plane(p.name()).values()).as(p.name()).containsExactly(p.values());
        }
    }

    @Test
    void diffuseSpecularAndEmissionAddUpToThePicture() {
        assertSum(fine, "diffuse", "specular", "emission");
    }

    @Test
    void lightGroupsAndTheRestOfTheLightAddUpToThePicture() {
        assertSum(fine, "light_key", "light_overhead", "light_practical", "light_sun", "light_bounce", "emission");
    }

    @Test
    void theSameHoldsOfDrafts() {
        Frame draft = renderer.render(scene, Quality.draft(WIDTH, HEIGHT), ALL);

        assertSum(draft, "diffuse", "specular", "emission");
        assertSum(draft, "light_key", "light_overhead", "light_practical", "light_sun", "light_bounce", "emission");
    }

    private static void assertSum(Frame frame, String... layers) {
        for (String color : List.of("R", "G", "B")) {
            float[] beauty = frame.plane(color).values();
            for (int i = 0; i < beauty.length; i++) {
                float sum = 0;
                for (String l : layers) {
                    sum += frame.plane(l + "." + color).values()[i];
                }
                assertThat(sum)
                        .as(color + " at " + i % WIDTH + ", " + i / WIDTH)
                        .isCloseTo(beauty[i], within(2e-5f + 2e-5f * beauty[i]));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"overhead", "practical", "sun"})
    void aGroupsLightIsItsOwn(String group) {
        float[] its = fine.plane("light_" + group + ".G").values();
        float most = 0;
        for (float v : its) {
            assertThat(v).isGreaterThan(-1e-5f);
            most = Math.max(most, v);
        }
        assertThat(most).isGreaterThan(0.02f);
    }

    /// Nothing else lights it, so hardly anything bounces.
    @Test
    void whatALampGivesToHairIsOfItsGroup() {
        for (Quality q : List.of(Quality.draft(64, 36), Quality.fine(64, 36))) {
            Frame f = renderer.render(RasterRendererTest.hair(new Vec3(1.5, 0.3, -1.5)), q, ALL);
            float beauty = f.plane("G").at(32, 18);
            assertThat(beauty).isGreaterThan(0.01f);
            assertThat(f.plane("light_key.G").at(32, 18)).isCloseTo(beauty, within(0.01f * beauty));
        }
    }

    @Test
    void aGroupWithoutLampsIsBlack() {
        assertThat(Part.all(fine.plane("light_key.G").values(), 0)).isTrue();
    }

    @Test
    void sharesAreShares() {
        for (String name : List.of("shadow.R", "shadow.B", "ambient.G", "albedo.R")) {
            for (float v : fine.plane(name).values()) {
                assertThat(v).as(name).isBetween(-1e-5f, 1.0001f);
            }
        }
    }

    @Test
    void depthIsThatOfThePosition() {
        View v = scene.view();
        float[] depth = fine.plane(Frame.DEPTH).values();
        for (int i = 0; i < depth.length; i++) {
            Vec3 p = at(i);
            double z = p.minus(v.position()).dot(v.forward());
            if (Float.isFinite(depth[i])) {
                assertThat(depth[i]).isCloseTo((float) z, within(1e-3f * depth[i]));
            } else {
                assertThat(p).isEqualTo(Vec3.ZERO);
            }
        }
    }

    private static Vec3 at(int i) {
        return new Vec3(
                fine.plane("P.X").values()[i],
                fine.plane("P.Y").values()[i],
                fine.plane("P.Z").values()[i]);
    }

    @Test
    void positionsAreInTheMiddleOfTheirPixels() {
        int off = 0;
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            if (Float.isFinite(fine.plane(Frame.DEPTH).values()[i])) {
                Vec3 seen = scene.view().project(at(i), (double) WIDTH / HEIGHT);
                double x = seen.x() * WIDTH - i % WIDTH - 0.5;
                double y = seen.y() * HEIGHT - i / WIDTH - 0.5;
                // The triangle that stands for a pixel may not reach its middle: at outlines, and where triangles are
                // smaller than pixels, as those of the balls are here.
                boolean large = fine.plane(Frame.OBJECT).values()[i] < 3;
                off += large && Math.hypot(x, y) > 0.01 ? 1 : 0;
                assertThat(Math.hypot(x, y)).isLessThan(0.55);
            }
        }
        assertThat(off).isLessThan(WIDTH * HEIGHT / 100);
    }

    @Test
    void motionIsThatOfThePositionsBetweenTheFrames() {
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            if (!Float.isFinite(fine.plane(Frame.DEPTH).values()[i])) {
                continue;
            }
            boolean ball = fine.plane(Frame.OBJECT).values()[i] == 4;
            Vec3 now = at(i);
            check(i, "forward", scene.after(), now, now.plus(Vec3.X, ball ? 0.08f : 0));
            check(i, "backward", scene.before(), now, now.plus(Vec3.X, ball ? -0.08f : 0));
        }
    }

    private static void check(int i, String layer, View then, Vec3 now, Vec3 later) {
        double aspect = (double) WIDTH / HEIGHT;
        Vec3 from = scene.view().project(now, aspect);
        Vec3 to = then.project(later, aspect);
        assertThat(fine.plane(layer + ".u").values()[i])
                .isCloseTo((float) ((to.x() - from.x()) * WIDTH), within(0.01f));
        assertThat(fine.plane(layer + ".v").values()[i])
                .isCloseTo((float) ((from.y() - to.y()) * HEIGHT), within(0.01f));
    }

    @Test
    void mattesCoverWhatIsThere() {
        float[] alpha = fine.plane("A").values();
        List<String> names = Cryptomatte.planes(Cryptomatte.OBJECTS);
        boolean soft = false;
        for (int i = 0; i < alpha.length; i++) {
            float sum = 0;
            float last = 1;
            for (int k = 0; k < Cryptomatte.RANKS; k++) {
                float cover = fine.plane(names.get(2 * k + 1)).values()[i];
                assertThat(cover).isBetween(0f, last);
                last = cover;
                sum += cover;
                soft |= cover > 0.3 && cover < 0.7;
            }
            assertThat(sum).isCloseTo(alpha[i], within(2e-3f));
        }
        assertThat(soft).isTrue();
    }

    @Test
    void aMatteIsFoundByItsName() {
        float id = Cryptomatte.id("thing 4");
        float[] found = fine.plane("CryptoObject00.R").values();
        float[] object = fine.plane(Frame.OBJECT).values();
        int both = 0;
        int either = 0;
        for (int i = 0; i < found.length; i++) {
            both += found[i] == id && object[i] == 4 ? 1 : 0;
            either += found[i] == id || object[i] == 4 ? 1 : 0;
        }
        // The lens blurs one and not the other.
        assertThat(both).isGreaterThan(either * 6 / 10);
    }
}
