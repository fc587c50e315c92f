package dev.beatboard.render.probe;

import static dev.beatboard.render.raster.TestScenes.matte;
import static dev.beatboard.render.raster.TestScenes.quad;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.beatboard.math.Vec3;
import dev.beatboard.render.emitter.Lights;
import dev.beatboard.render.mesh.Finish;
import dev.beatboard.render.mesh.Mesh;
import dev.beatboard.render.raster.TestScenes;
import dev.beatboard.render.ray.SurfaceAreaBuilder;
import dev.beatboard.render.ray.WideBvh;
import dev.beatboard.render.sky.SkyLight;
import dev.beatboard.render.work.Crew;
import dev.beatboard.scene.Emitter;
import dev.beatboard.scene.LightGroup;
import dev.beatboard.scene.Material;
import dev.beatboard.scene.Pattern;
import dev.beatboard.scene.Rgb;
import dev.beatboard.scene.Shape;
import dev.beatboard.scene.Sky;
import dev.beatboard.scene.World;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PatchBakerTest {

    private static final Sky BRIGHT = new Sky.Uniform(Rgb.WHITE);

    private final float[] thrown = new float[3];

    private static PatchLight bake(List<Shape> shapes, Vec3 low, Vec3 high, List<Emitter> lamps, Sky sky, int threads) {
        World world = TestScenes.world(shapes, low, high);
        Crew crew = new Crew(threads);
        try {
            Mesh mesh = new Mesh();
            Finish finish = new Finish(mesh);
            finish.update(mesh.take(world, List.of()));
            WideBvh tree = new WideBvh();
            tree.take(
                    SurfaceAreaBuilder.build(mesh.positions, mesh.corners, mesh.fixedTriangles),
                    mesh.positions,
                    mesh.corners,
                    crew);
            Lights lights = new Lights(lamps);
            SkyLight light = new SkyLight(sky);
            ProbeBaker.Baked probes = new ProbeBaker(world, finish, tree, crew).bake(lights, light);
            return new PatchBaker(world, finish, tree, crew).bake(lights, light, probes);
        } finally {
            crew.close();
        }
    }

    /// Under a lamp at night.
    private static PatchLight bake(List<Shape> shapes) {
        List<Emitter> lamp = List.of(new Emitter.Rectangle(
                LightGroup.OVERHEAD, new Vec3(0, 2.5, 0), new Vec3(0.25, 0, 0), new Vec3(0, 0, 0.25), Rgb.grey(10)));
        return bake(shapes, new Vec3(-3, 0, -3), new Vec3(3, 3, 3), lamp, new Sky.Uniform(Rgb.BLACK), 2);
    }

    private static Shape ground(double grey) {
        return quad(1, matte(grey), new Vec3(-3, 0, 3), new Vec3(6, 0, 0), new Vec3(0, 0, -6));
    }

    @Test
    void openGroundHasTheLightOfTheSkyOverIt() {
        PatchLight light = bake(List.of(ground(0.5)), new Vec3(-3, 0, -3), new Vec3(3, 3, 3), List.of(), BRIGHT, 2);
        float[] out = new float[3];
        float[] straight = {7, 7, 7};
        for (float x = -2.9f; x < 3; x += 0.37f) {
            assertThat(light.draw(x, 0, 0.3f, 0, 1, 0, out, straight, thrown)).isTrue();
            assertThat(out[1]).isCloseTo(1, within(1e-4f));
            assertThat(straight).containsOnly(0);
            assertThat(light.read(x, 0, 0.3f, 0, 1, 0, out)).isZero();
            assertThat(out[1]).isCloseTo(1, within(1e-4f));
        }
    }

    @Test
    void aGapIsDark() {
        Shape lid = quad(2, matte(0.5), new Vec3(-1, 0.06, -1), new Vec3(2, 0, 0), new Vec3(0, 0, 2));
        PatchLight light =
                bake(List.of(ground(0.5), lid), new Vec3(-3, 0, -3), new Vec3(3, 3, 3), List.of(), BRIGHT, 2);
        float[] out = new float[3];
        float[] straight = new float[3];
        assertThat(light.draw(0, 0, 0, 0, 1, 0, out, straight, thrown)).isTrue();
        assertThat(out[1] + straight[1]).isLessThan(0.02f);
    }

    /// The wall behind a board lies in the dark, and says nothing of the board's front.
    @Test
    void whatIsSeenOfABoardIsNotDarkenedByTheWallBehind() {
        Shape board = quad(2, matte(0.5), new Vec3(-1, 0.1, 1), new Vec3(2, 0, 0), new Vec3(0, 0, -2));
        PatchLight light = bake(List.of(ground(0.5), board));
        float[] out = new float[3];
        for (float x = -0.7f; x < 0.7f; x += 0.13f) {
            assertThat(light.read(x, 0.1f, 0.1f, 0, 1, 0, out))
                    .as("what arrives on the board at %s", x)
                    .isGreaterThan(0.97f);
        }
    }

    /// Of the ground under a book nothing is seen, and it says nothing of the ground beside that.
    @Test
    void whatIsSeenOfTheGroundIsNotDarkenedByWhatABookCovers() {
        Shape book = quad(2, matte(0.5), new Vec3(-0.35, 0.01, 0.35), new Vec3(0.7, 0, 0), new Vec3(0, 0, -0.7));
        PatchLight light = bake(List.of(ground(0.5), book));
        float[] out = new float[3];
        for (float z = -0.3f; z < 0.3f; z += 0.07f) {
            assertThat(light.read(0.42f, 0, z, 0, 1, 0, out))
                    .as("what arrives beside the book at %s", z)
                    .isGreaterThan(0.9f);
        }
    }

    /// Patches are known by points that are drawn by area, not by pieces: a hundred small ones under a board are in the
    /// dark, and the board is not.
    @Test
    void finePiecesUnderABoardDoNotDarkenIt() {
        List<Shape> shapes = new ArrayList<>(List.of(
                ground(0.5),
                quad(2, matte(0.5), new Vec3(-0.3, 0.18, 0.3), new Vec3(0.6, 0, 0), new Vec3(0, 0, -0.6))));
        for (int i = 0; i < 100; i++) {
            Vec3 corner = new Vec3(-0.25 + 0.05 * (i % 10), 0.13, 0.25 - 0.05 * (i / 10));
            shapes.add(quad(3, matte(0.5), corner, new Vec3(0.01, 0, 0), new Vec3(0, 0, -0.01)));
        }
        PatchLight light = bake(shapes);
        float[] out = new float[3];
        for (float x = -0.2f; x < 0.2f; x += 0.07f) {
            assertThat(light.read(x, 0.18f, 0, 0, 1, 0, out))
                    .as("what arrives on the board at %s", x)
                    .isGreaterThan(0.9f);
        }
    }

    /// What a lamp gives, the walls take.
    @Test
    void aClosedBoxAbsorbsAllThatItsLampEmits() {
        double grey = 0.5;
        List<Shape> box = List.of(
                quad(1, matte(grey), new Vec3(-1, 0, 1), new Vec3(2, 0, 0), new Vec3(0, 0, -2)),
                quad(2, matte(grey), new Vec3(-1, 2, -1), new Vec3(2, 0, 0), new Vec3(0, 0, 2)),
                quad(3, matte(grey), new Vec3(-1, 0, -1), new Vec3(2, 0, 0), new Vec3(0, 2, 0)),
                quad(4, matte(grey), new Vec3(1, 0, 1), new Vec3(-2, 0, 0), new Vec3(0, 2, 0)),
                quad(5, matte(grey), new Vec3(-1, 0, 1), new Vec3(0, 0, -2), new Vec3(0, 2, 0)),
                quad(6, matte(grey), new Vec3(1, 0, -1), new Vec3(0, 0, 2), new Vec3(0, 2, 0)));
        List<Emitter> lamp = List.of(new Emitter.Rectangle(
                LightGroup.OVERHEAD, new Vec3(0, 1.5, 0), new Vec3(0.25, 0, 0), new Vec3(0, 0, 0.25), Rgb.grey(10)));
        Sky night = new Sky.Uniform(Rgb.BLACK);
        PatchLight light = bake(box, new Vec3(-1, 0, -1), new Vec3(1, 2, 1), lamp, night, 2);
        float[] out = new float[3];
        float[] straight = new float[3];
        double sum = 0;
        double once = 0;
        int n = 0;
        for (int side = 0; side < 6; side++) {
            float s = (side & 1) == 0 ? 1 : -1;
            for (float a = -0.95f; a < 1; a += 0.1f) {
                for (float b = -0.95f; b < 1; b += 0.1f) {
                    boolean found = switch (side / 2) {
                        case 0 -> light.draw(-s, 1 + a, b, s, 0, 0, out, straight, thrown);
                        case 1 -> light.draw(a, 1 - s, b, 0, s, 0, out, straight, thrown);
                        default -> light.draw(a, 1 + b, -s, 0, 0, s, out, straight, thrown);
                    };
                    assertThat(found).isTrue();
                    sum += out[1] + straight[1];
                    once += straight[1];
                    n++;
                }
            }
        }
        // Irradiance over pi, times what is not thrown back, over 24 square meters; a quarter of one emits.
        double exact = 10 * 0.25 / ((1 - grey) * 24);
        assertThat(sum / n).isCloseTo(exact, within(0.03 * exact));
        // Each time the walls throw back half: what has not bounced is half of all.
        assertThat(once / sum).isCloseTo(1 - grey, within(0.03));
        PatchLight alone = bake(box, new Vec3(-1, 0, -1), new Vec3(1, 2, 1), lamp, night, 1);
        float[] same = new float[3];
        float[] sameStraight = new float[3];
        light.draw(0.3f, 0, 0.2f, 0, 1, 0, out, straight, thrown);
        alone.draw(0.3f, 0, 0.2f, 0, 1, 0, same, sameStraight, thrown);
        assertThat(same).containsExactly(out);
        assertThat(sameStraight).containsExactly(straight);
    }

    /// A polished black floor shows a wall its lamp's image: the reflectance times what that would give.
    @Test
    void aWallHasTheGlareOfAPolishedFloor() {
        Material polish = Material.plain("polish", new Pattern.Solid(Rgb.BLACK), 0.15);
        Shape floor = quad(1, polish, new Vec3(-3, 0, 3), new Vec3(6, 0, 0), new Vec3(0, 0, -6));
        Shape wall = quad(2, matte(0), new Vec3(-3, 0, -3), new Vec3(6, 0, 0), new Vec3(0, 3, 0));
        // It shines down and away from the wall's foot, so that no light comes straight to the wall.
        Emitter lamp = new Emitter.Rectangle(
                LightGroup.KEY, new Vec3(0, 2, 0), new Vec3(0.5, 0, 0), new Vec3(0, 0, 0.5), Rgb.grey(10));
        PatchLight light = bake(
                List.of(floor, wall),
                new Vec3(-3, 0, -3),
                new Vec3(3, 3, 3),
                List.of(lamp),
                new Sky.Uniform(Rgb.BLACK),
                2);
        float[] out = new float[3];
        float[] straight = new float[3];
        double got = 0;
        double exact = 0;
        for (double x = -0.45; x < 0.5; x += 0.1) {
            for (double y = 0.55; y < 1.5; y += 0.1) {
                assertThat(light.draw((float) x, (float) y, -3, 0, 0, 1, out, straight, thrown))
                        .isTrue();
                got += out[1] / 100;
                exact += image(x, y) / 100;
            }
        }
        assertThat(got).isCloseTo(exact, within(0.25 * exact));
    }

    /// Irradiance over pi on the wall at (x, y, -3) from the lamp's image in the floor, by quadrature.
    private static double image(double x, double y) {
        int n = 20;
        double sum = 0;
        for (int i = 0; i < n * n; i++) {
            double dx = (i % n + 0.5) / n - 0.5 - x;
            double dy = -2 - y;
            double dz = (i / n + 0.5) / n - 0.5 + 3;
            double d2 = dx * dx + dy * dy + dz * dz;
            double d = Math.sqrt(d2);
            double cos = -dy / d;
            double reflectance = 0.04 + 0.96 * Math.pow(1 - cos, 5);
            sum += 10 * reflectance * (dz / d) * cos / (Math.PI * d2) / (n * n);
        }
        return sum;
    }

    @Test
    void whereNothingIsThereIsNoPatch() {
        PatchLight light = bake(List.of(ground(0.5)), new Vec3(-3, 0, -3), new Vec3(3, 3, 3), List.of(), BRIGHT, 2);
        float[] out = {7, 7, 7};
        assertThat(light.draw(0, 1.5f, 0, 0, 1, 0, out, out, out)).isFalse();
        assertThat(light.read(100, 0, 0, 0, 1, 0, out)).isNegative();
        assertThat(light.draw(0, 0, 0, 0, -1, 0, out, out, out)).isFalse();
        assertThat(out).containsExactly(7, 7, 7);
    }
}
