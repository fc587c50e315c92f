package dev.beatboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import dev.beatboard.asset.Library;
import dev.beatboard.render.Quality;
import dev.beatboard.render.raster.RasterRenderer;
import dev.beatboard.scene.Scene;
import dev.beatboard.shot.ShotReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The renderer's vectors live in registers: once its kernels are compiled, a frame allocates its planes and little
/// else. A vector that is boxed in an inner loop costs gigabytes a frame.
@Tag("assets")
class AllocationTest {

    private static final int WIDTH = 320;
    private static final int HEIGHT = 180;
    private static final int MOST_FRAMES = 240;
    private static final int IN_A_ROW = 6;
    /// Bytes a frame: twice what was measured.
    private static final long MOST = 75_000_000;

    @ParameterizedTest
    @ValueSource(strings = {"draft", "final"})
    void framesAllocateLittleOnceTheKernelsAreCompiled(String quality) throws IOException {
        Library library = Library.open(Library.defaultRoot());
        if (!library.hasPeople()) {
            String remedy = "the people are not installed: ./beatboard assets install";
            if ("1".equals(System.getenv("CI_REQUIRE_TOOLS"))) {
                fail(remedy);
            }
            assumeTrue(false, remedy);
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Quality wanted = quality.equals("draft") ? Quality.draft(WIDTH, HEIGHT) : Quality.fine(WIDTH, HEIGHT);
        List<Scene> scenes = scenes(library);
        int row = 0;
        long least = Long.MAX_VALUE;
        try (RasterRenderer renderer = new RasterRenderer(2)) {
            for (int i = 0; i < MOST_FRAMES && row < IN_A_ROW; i++) {
                long before = threads.getTotalThreadAllocatedBytes();
                renderer.render(scenes.get(i % scenes.size()), wanted);
                long took = threads.getTotalThreadAllocatedBytes() - before;
                least = Math.min(least, took);
                row = took < MOST ? row + 1 : 0;
            }
        }
        assertThat(row)
                .as("frames in a row that allocate little; the least was %d bytes", least)
                .isEqualTo(IN_A_ROW);
    }

    private static List<Scene> scenes(Library library) throws IOException {
        ShotReader.Result read = ShotReader.read(Path.of("..", "examples", "corridor.yaml"));
        if (!(read instanceof ShotReader.Result.Accepted accepted)) {
            return fail("the example cannot be read");
        }
        List<Scene> scenes = new ArrayList<>();
        try (Director director = new Director(library, 2)) {
            Take take = director.stage(Director.understand(accepted.draft()));
            for (int n = 100; n < 108; n++) {
                scenes.add(take.play().scene(n));
            }
        }
        return scenes;
    }
}
