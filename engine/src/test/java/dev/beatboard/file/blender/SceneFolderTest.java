package dev.beatboard.file.blender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.beatboard.math.Vec3;
import dev.beatboard.render.raster.TestScenes;
import dev.beatboard.scene.Emitter;
import dev.beatboard.scene.LightGroup;
import dev.beatboard.scene.Material;
import dev.beatboard.scene.Rgb;
import dev.beatboard.scene.Scene;
import dev.beatboard.scene.Shape;
import dev.beatboard.scene.Sky;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SceneFolderTest {

    @TempDir
    Path folder;

    private static Scene scene(Material m, boolean twice) {
        Shape floor = TestScenes.quad(1, m, new Vec3(-9, 0, 9), new Vec3(18, 0, 0), new Vec3(0, 0, -18));
        // Half a square meter of radiance 2, two meters over the floor.
        Emitter lamp = new Emitter.Rectangle(
                LightGroup.KEY, new Vec3(0, 2, 0), new Vec3(0.25, 0, 0), new Vec3(0, 0, 0.5), new Rgb(2, 1, 0.5f));
        return TestScenes.scene(
                TestScenes.world(List.of(floor), new Vec3(-9, 0, -9), new Vec3(9, 3, 9)),
                twice ? List.of(floor) : List.of(),
                List.of(lamp),
                new Sky.Uniform(Rgb.BLACK),
                TestScenes.view(new Vec3(0, 1, 0.01), new Vec3(0, 0, 0)));
    }

    private ByteBuffer read(String name) throws IOException {
        return ByteBuffer.wrap(Files.readAllBytes(folder.resolve(name))).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Test
    void buffersAndCameraComeBackAsTheyWere() throws IOException {
        Scene scene = scene(TestScenes.matte(0.5), true);
        SceneFolder.write(folder, scene, 64, 64);
        FloatBuffer points = read("positions.f32").asFloatBuffer();
        assertThat(points.remaining()).isEqualTo(24);
        for (int i = 0; i < 24; i++) {
            assertThat(points.get(i))
                    .isEqualTo(scene.world().shapes().getFirst().positions()[i % 12]);
        }
        int[] corners = new int[12];
        read("corners.i32").asIntBuffer().get(corners);
        assertThat(corners).containsExactly(0, 1, 2, 0, 2, 3, 4, 5, 6, 4, 6, 7);
        JsonNode camera = JsonMapper.builder()
                .build()
                .readTree(Files.readString(folder.resolve("scene.json")))
                .get("camera");
        Vec3 world = new Vec3(0.2, 0.1, -0.1);
        Vec3 p = world.minus(vector(camera, "position"));
        double depth = -p.dot(vector(camera, "back"));
        double k =
                camera.get("focalLength").asDouble() / camera.get("sensorWidth").asDouble() / depth;
        Vec3 known = scene.view().project(world, 1);
        assertThat(0.5 + k * p.dot(vector(camera, "right"))).isCloseTo(known.x(), within(1e-9));
        assertThat(0.5 - k * p.dot(vector(camera, "up"))).isCloseTo(known.y(), within(1e-9));
    }

    private static Vec3 vector(JsonNode o, String name) {
        JsonNode v = o.get(name);
        return new Vec3(v.get(0).asDouble(), v.get(1).asDouble(), v.get(2).asDouble());
    }

    @Test
    void refusesWhatIsNotPlainlyDiffuse() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SceneFolder.write(folder, scene(Material.emissive("lamp", Rgb.WHITE), false), 8, 8))
                .withMessageContaining("\"lamp\" is not plainly diffuse");
    }

    @Test
    void cyclesLightsAFloorAsTheBookSays() throws IOException, InterruptedException {
        assumeTrue(Cycles.installed(), "Blender is not installed (apt-get install blender python3-numpy)");
        Cycles.Picture picture = Cycles.render(
                        folder, scene(TestScenes.matte(0.5), false), 16, 16, 1, List.of(new Cycles.Job("floor", 64, 1)))
                .getFirst();
        // The middle of the picture is under the lamp. The integral of its radiance over the rectangle, cos^2 / d^2.
        double sum = 0;
        for (int i = 0; i < 100; i++) {
            for (int j = 0; j < 100; j++) {
                double x = -0.25 + 0.5 * (i + 0.5) / 100;
                double z = -0.5 + (j + 0.5) / 100;
                double d2 = x * x + 4 + z * z;
                sum += 0.5 / 1e4 * 4 / (d2 * d2);
            }
        }
        double radiance = 0.5 / Math.PI * 2 * sum;
        assertThat((double) picture.frame().plane("R").at(8, 8)).isCloseTo(radiance, within(0.04 * radiance));
        assertThat((double) picture.frame().plane("B").at(8, 8)).isCloseTo(radiance / 4, within(0.01 * radiance));
    }
}
