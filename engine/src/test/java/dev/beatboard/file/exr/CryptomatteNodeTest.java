package dev.beatboard.file.exr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.file.Slate;
import dev.beatboard.file.Tools;
import dev.beatboard.frame.Cryptomatte;
import dev.beatboard.frame.Frame;
import dev.beatboard.frame.Plane;
import dev.beatboard.math.Quat;
import dev.beatboard.math.Vec3;
import dev.beatboard.scene.View;
import dev.beatboard.time.FrameRate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Blender's Cryptomatte node finds everybody by name.
class CryptomatteNodeTest {

    private static final int WIDTH = 64;
    private static final int HEIGHT = 32;

    @TempDir
    Path folder;

    @Test
    void selectsEachActorWithTheShareThatWasWritten() throws IOException, InterruptedException {
        Tools.need("blender");
        Path file = folder.resolve("clip.1001.exr");
        View view = new View(Vec3.ZERO, Quat.IDENTITY, 35, 36, 3, 4);
        List<String> actors = List.of("Ann", "Björn");
        new ExrWriter(new ExrShot(
                        FrameRate.FILM,
                        new Slate("Mattes", "abc", 1, "0.1.0", "final"),
                        List.of("set", "Ann", "Björn"),
                        actors,
                        WIDTH,
                        HEIGHT))
                .write(file, frame(), ExrOptions.PLAIN, new ExrShot.Moment(0, view, 1 / 48.0));

        String said = Tools.output(List.of(
                "blender",
                "-b",
                "-P",
                Path.of("src/test/resources/blender/cryptomatte.py")
                        .toAbsolutePath()
                        .toString(),
                "--",
                file.toString(),
                "CryptoActor",
                "" + WIDTH,
                "" + HEIGHT,
                folder.toString(),
                "Ann",
                "Björn",
                "nobody"));

        assertThat(said)
                .contains("MATTE Ann: 0.375000", "MATTE Björn: 0.125000", "MATTE nobody: 0.000000")
                .doesNotContain("unknown channel");
    }

    /// Ann covers the left fourth wholly and the next fourth by half, Björn that fourth's other half.
    private static Frame frame() {
        List<Plane> planes = new ArrayList<>();
        for (String name : List.of("R", "G", "B", "A", Frame.DEPTH, Frame.OBJECT)) {
            planes.add(new Plane(name, WIDTH, HEIGHT, new float[WIDTH * HEIGHT]));
        }
        List<String> names = Cryptomatte.planes(Cryptomatte.ACTORS);
        float[][] ranks = new float[names.size()][WIDTH * HEIGHT];
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            if (i % WIDTH < WIDTH / 2) {
                ranks[0][i] = Cryptomatte.id("Ann");
                ranks[1][i] = i % WIDTH < WIDTH / 4 ? 1 : 0.5f;
            }
            if (i % WIDTH < WIDTH / 2 && i % WIDTH >= WIDTH / 4) {
                ranks[2][i] = Cryptomatte.id("Björn");
                ranks[3][i] = 0.5f;
            }
        }
        for (int k = 0; k < ranks.length; k++) {
            planes.add(new Plane(names.get(k), WIDTH, HEIGHT, ranks[k]));
        }
        return new Frame(WIDTH, HEIGHT, planes);
    }
}
