package dev.beatboard.file;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// Programs of others that tests check files with.
public final class Tools {

    private Tools() {}

    /// Skips the test where the program is missing; fails it where `CI_REQUIRE_TOOLS` is 1.
    public static void need(String program) {
        boolean there =
                Arrays.stream(System.getenv("PATH").split(":")).anyMatch(p -> Files.isExecutable(Path.of(p, program)));
        if (!there && "1".equals(System.getenv("CI_REQUIRE_TOOLS"))) {
            fail(program + " is not installed, and CI_REQUIRE_TOOLS is 1");
        }
        assumeTrue(there, program + " is not installed");
    }

    /// The folder with the node packages of `src/test/node/package-lock.json`: that which `BEATBOARD_NODE` names, or
    /// `target/node`. Skips or fails the test as [#need] does where one of `packages` is missing.
    public static Path nodePackages(String... packages) {
        need("node");
        String named = System.getenv("BEATBOARD_NODE");
        Path folder = Path.of(named == null ? "target/node" : named).toAbsolutePath();
        boolean there = Arrays.stream(packages)
                .allMatch(p -> Files.isDirectory(folder.resolve("node_modules").resolve(p)));
        String remedy = "the node packages of engine/src/test/node are not installed in " + folder;
        if (!there && "1".equals(System.getenv("CI_REQUIRE_TOOLS"))) {
            fail(remedy);
        }
        assumeTrue(there, remedy);
        return folder;
    }

    /// What the program prints; the test fails with it where the program does.
    public static String output(List<String> command) throws IOException, InterruptedException {
        return output(new ProcessBuilder(command));
    }

    public static String output(ProcessBuilder builder) throws IOException, InterruptedException {
        Process process = builder.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            fail(builder.command() + ": " + said);
        }
        return said;
    }
}
