package dev.beatboard.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpmPackageTest {

    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    Path downloads;

    @Test
    void usesAWholeFileThatIsThereAlready() throws Exception {
        Files.writeString(downloads.resolve("abc.tgz"), "abc");

        Path got = fetch(ABC);

        assertThat(got).hasContent("abc");
    }

    @Test
    void aCutOffFileIsNotTakenForAWholeOne() throws Exception {
        Files.writeString(downloads.resolve("abc.tgz"), "ab");

        // The specification names a folder that is not there, so that npm fails without asking any registry.
        assertThatThrownBy(() -> fetch(ABC)).isInstanceOf(IOException.class).hasMessageContaining("npm");
    }

    private Path fetch(String digest) throws IOException, InterruptedException {
        return NpmPackage.fetch("file:./no-such-folder", "abc.tgz", digest, downloads, PackSource.Progress.NONE);
    }
}
