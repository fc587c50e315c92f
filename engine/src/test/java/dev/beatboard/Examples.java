package dev.beatboard;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.beatboard.asset.Library;
import dev.beatboard.shot.ShotReader;
import java.io.IOException;
import java.nio.file.Path;

/// The examples as tests stage them.
final class Examples {

    private Examples() {}

    /// Skips the test where the people are not installed; fails it where `CI_REQUIRE_TOOLS` is 1.
    static void needPeople() throws IOException {
        if (!Library.open(Library.defaultRoot()).hasPeople()) {
            String remedy = "the people are not installed: ./beatboard assets install";
            if ("1".equals(System.getenv("CI_REQUIRE_TOOLS"))) {
                fail(remedy);
            }
            assumeTrue(false, remedy);
        }
    }

    static Director director(int threads) throws IOException {
        return new Director(Library.open(Library.defaultRoot()), threads);
    }

    static Take stage(Director director, String example) throws IOException {
        return switch (ShotReader.read(Path.of("..", "examples", example + ".yaml"))) {
            case ShotReader.Result.Accepted a -> director.stage(Director.understand(a.draft()));
            case ShotReader.Result.Refused r -> throw new AssertionError(r.problems());
        };
    }
}
