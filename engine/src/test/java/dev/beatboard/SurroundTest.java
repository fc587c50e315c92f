package dev.beatboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.beatboard.asset.Library;
import dev.beatboard.frame.Frame;
import dev.beatboard.frame.ToneMap;
import dev.beatboard.render.Layers;
import dev.beatboard.render.Quality;
import dev.beatboard.render.raster.RasterRenderer;
import dev.beatboard.scene.Scene;
import dev.beatboard.shot.ShotReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What lies outside of a frame is shown around the frame itself.
class SurroundTest {

    private static final int WIDTH = 128;
    private static final int HEIGHT = 72;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"128, 228", "170, 72", "128, 128", "192, 108"})
    void theFrameIsInTheMiddleToTheBit(int width, int height) throws IOException {
        Scene scene = scene();
        Quality quality = Quality.draft(WIDTH, HEIGHT);
        try (RasterRenderer renderer = new RasterRenderer(2)) {
            Frame frame = renderer.render(scene, quality);
            Frame whole = new Surround(width, height).draw(scene, quality, Layers.NONE, renderer, frame);
            int left = (width - WIDTH) / 2;
            int top = (height - HEIGHT) / 2;
            for (String name : new String[] {"R", "G", "B", "A", Frame.DEPTH, Frame.OBJECT}) {
                float[] a = frame.plane(name).values();
                float[] b = whole.plane(name).values();
                for (int y = 0; y < HEIGHT; y++) {
                    for (int x = 0; x < WIDTH; x++) {
                        assertThat(b[(top + y) * width + left + x]).isEqualTo(a[y * WIDTH + x]);
                    }
                }
            }
        }
    }

    /// The surroundings go on where the frame ends: the large picture alone shows the same thing at the same place in
    /// the same light.
    @Test
    void theSurroundingsAreSeenThroughTheSameLens() throws IOException {
        Scene scene = scene();
        Quality quality = Quality.draft(WIDTH, HEIGHT);
        int height = 128;
        try (RasterRenderer renderer = new RasterRenderer(2)) {
            Frame frame = renderer.render(scene, quality);
            Frame whole = new Surround(WIDTH, height).around(scene, quality, Layers.NONE, renderer);
            byte[] a = ToneMap.toSrgb(frame);
            byte[] b = ToneMap.toSrgb(whole);
            int skip = (height - HEIGHT) / 2 * WIDTH;
            double difference = 0;
            int moved = 0;
            for (int i = 0; i < WIDTH * HEIGHT; i++) {
                for (int c = 0; c < 3; c++) {
                    difference += Math.abs((a[3 * i + c] & 255) - (b[3 * (skip + i) + c] & 255));
                }
                moved += frame.plane(Frame.OBJECT).values()[i]
                                == whole.plane(Frame.OBJECT).values()[skip + i]
                        ? 0
                        : 1;
            }
            assertThat(difference / (3 * WIDTH * HEIGHT)).as("of 255").isCloseTo(0, within(1.5));
            assertThat(moved).as("pixels that show another object").isLessThan(WIDTH * HEIGHT / 500);
        }
    }

    private Scene scene() throws IOException {
        Path file = Files.writeString(folder.resolve("shot.yaml"), """
                duration: 2f
                keyframes: [{at: 0s, prompt: "medium shot of a red box"}]
                """);
        ShotReader.Result.Accepted read = (ShotReader.Result.Accepted) ShotReader.read(file);
        try (Director director = new Director(Library.open(folder.resolve("nothing-installed")), 1)) {
            return director.stage(Director.understand(read.draft())).play().scene(0);
        }
    }
}
