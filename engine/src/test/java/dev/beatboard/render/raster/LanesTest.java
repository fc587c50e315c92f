package dev.beatboard.render.raster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.render.Quality;
import dev.beatboard.render.work.Lanes;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Vectors of 8 numbers give the same planes as vectors of 16, and kernels do not put vectors on the heap.
class LanesTest {

    /// Prints the digest of a frame; run in a process of its own with another vector width.
    static final class Digest {
        public static void main(String[] args) {
            System.out.println("lanes " + Lanes.COUNT);
            System.out.println("digest " + render());
        }
    }

    private static String render() {
        try (RasterRenderer r = new RasterRenderer(2)) {
            return TestScenes.digest(r.render(TestScenes.room(TestScenes.roomWorld(), 1), Quality.fine(80, 45)));
        }
    }

    @Test
    void narrowVectorsGiveTheSamePlanes() throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process p = new ProcessBuilder(List.of(
                        java,
                        "--add-modules",
                        "jdk.incubator.vector",
                        "-Dbeatboard.lanes=8",
                        "-XX:UseAVX=2",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Digest.class.getName()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String out = new String(p.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(p.waitFor()).isZero();
        assertThat(out).contains("lanes 8").contains("digest " + render());
    }

    @Test
    void warmFramesAllocateLittleMoreThanTheirPlanes() {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        try (RasterRenderer r = new RasterRenderer(1)) {
            var world = TestScenes.roomWorld();
            Quality q = Quality.draft(160, 90);
            long least = Long.MAX_VALUE;
            for (int i = 0; i < 600 && least > 4_000_000; i++) {
                long before = threads.getCurrentThreadAllocatedBytes();
                r.render(TestScenes.room(world, i % 4), q);
                least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
            }
            // Six planes are 0.35 MB; one boxed kernel would be tens of megabytes.
            assertThat(least).isLessThan(4_000_000);
        }
    }
}
