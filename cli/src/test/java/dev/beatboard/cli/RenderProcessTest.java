package dev.beatboard.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.beatboard.asset.Library;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `render` as a process of its own: killed in the middle, and on disks that take no more.
class RenderProcessTest {

    @TempDir
    Path folder;

    private @Nullable Process started;
    private @Nullable Path cache;

    @AfterEach
    void stop() {
        if (started != null) {
            started.destroyForcibly();
        }
    }

    @Test
    void leavesOnlyWholeFilesWhenKilledAndStartsAgainOverThem() throws Exception {
        Path out = folder.resolve("out");
        String[] render = {
            "render",
            shot(240).toString(),
            "--size",
            "160x90",
            "--format",
            "mp4,png,exr",
            "--no-cache",
            "-o",
            out.toString()
        };
        Process process = start("unlimited", render);
        await(process, out.resolve("png/clip.1006.png"));
        process.destroyForcibly().waitFor();

        List<Path> left = files(out);
        assertThat(left).noneMatch(f -> f.getFileName().toString().equals("clip.mp4"));
        assertThat(left)
                .filteredOn(f -> f.toString().endsWith(".png"))
                .hasSizeGreaterThan(5)
                .allSatisfy(
                        f -> assertThat(ImageIO.read(f.toFile()).getHeight()).isEqualTo(90));

        // The same folder again: as many frames as had surely been begun, among them the one that was being written.
        List<String> again = new ArrayList<>(List.of(render));
        again.addAll(List.of("--frames", "0-23"));
        Process second = start("unlimited", again.toArray(String[]::new));
        assertThat(second.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(second.exitValue()).as(said()).isZero();
        assertThat(files(out)).filteredOn(f -> f.toString().endsWith(".part")).isEmpty();
        assertThat(out.resolve("clip.mp4")).isNotEmptyFile();
    }

    @Test
    void drawsOnlyWhatAKilledRunDidNotFinish() throws Exception {
        Path out = folder.resolve("out");
        // Of its own, so that no frame is known beforehand; what is installed is shared.
        Path own = Files.createDirectories(folder.resolve("cache"));
        Path packs = Library.defaultRoot().resolve("packs").toAbsolutePath();
        assumeTrue(Files.isDirectory(packs), "nothing is installed");
        Files.createSymbolicLink(own.resolve("packs"), packs);
        cache = own;
        String[] render = {"render", shot(96).toString(), "--size", "320x180", "--format", "png", "-o", out.toString()};
        Process process = start("unlimited", render);
        await(process, out.resolve("png/clip.1010.png"));
        process.destroyForcibly().waitFor();

        Process second = start("unlimited", render);
        assertThat(second.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(second.exitValue()).as(said()).isZero();
        Matcher told = Pattern.compile("kept (\\d+) of 96 frames, drew (\\d+)").matcher(said());
        assertThat(told.find()).as(said()).isTrue();
        assertThat(Integer.parseInt(told.group(1))).isGreaterThanOrEqualTo(9);
        assertThat(Integer.parseInt(told.group(1)) + Integer.parseInt(told.group(2)))
                .isEqualTo(96);
        assertThat(files(own.resolve("frames")))
                .filteredOn(f -> f.toString().endsWith(".part"))
                .isEmpty();
    }

    /// A bound on the size of a file stands for a full disk: the write in the middle of the file fails.
    @ParameterizedTest
    @CsvSource({"exr, exr/clip.1001.exr", "mp4, clip.mp4"})
    void saysThatNoMoreFitsAndLeavesNoHalfFile(String format, String file) throws Exception {
        Path out = folder.resolve("out");
        Process process = start(
                "4",
                "render",
                shot(24).toString(),
                "--size",
                "640x360",
                "--format",
                format,
                "--no-cache",
                "-o",
                out.toString());
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();

        assertThat(process.exitValue()).as(said()).isEqualTo(1);
        assertThat(said())
                .contains("Cannot write " + out.resolve(file)
                        + ": the disk is full. Free some space or name another folder with -o.");
        assertThat(files(out)).isEmpty();
    }

    private Path shot(int frames) throws IOException {
        return Files.writeString(folder.resolve("shot.yaml"), """
                duration: %df
                keyframes: [{at: 0s, prompt: "medium shot of a red box"}]
                """.formatted(frames));
    }

    /// Starts the program under a bound on the size of files, in kilobytes.
    private Process start(String kilobytes, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "bash",
                "-c",
                "ulimit -f " + kilobytes + " && exec \"$0\" \"$@\"",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules",
                "jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.awt.headless=true",
                "-XX:-UsePerfData",
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.beatboard.cli.Main"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile());
        if (cache != null) {
            builder.environment().put("BEATBOARD_CACHE", cache.toString());
        }
        Process process = builder.start();
        started = process;
        return process;
    }

    private void await(Process process, Path file) throws Exception {
        for (int i = 0; i < 1200 && !Files.exists(file); i++) {
            assertThat(process.isAlive()).as(said()).isTrue();
            TimeUnit.MILLISECONDS.sleep(50);
        }
        assertThat(file).exists();
    }

    private String said() throws IOException {
        return Files.readString(folder.resolve("said"), StandardCharsets.UTF_8);
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> inside = Files.walk(folder)) {
            return inside.filter(Files::isRegularFile).toList();
        }
    }
}
