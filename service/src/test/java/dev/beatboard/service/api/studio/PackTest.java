package dev.beatboard.service.api.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void hasTheFilesOfAFolderAndBelow() throws IOException {
        Files.writeString(folder.resolve("a.txt"), "a");
        Files.createDirectories(folder.resolve("b/c"));
        Files.writeString(folder.resolve("b/c/d.txt"), "d");
        assertThat(Pack.of(folder).files()).containsOnlyKeys("a.txt", "b/c/d.txt");
    }

    @Test
    void hasTheFilesOfAFolderInAnArchive() throws IOException {
        // A folder that some library brings along in its JAR file.
        Pack pack = Pack.ofResources("org/assertj/core/api", "Assertions.class");
        assertThat(pack.files()).containsKeys("Assertions.class", "filter/Filters.class");
        assertThat(pack.files().keySet()).noneMatch(n -> n.contains("assertj"));
    }

    @Test
    void isEmptyIfThereIsNoSuchFolder() throws IOException {
        assertThat(Pack.ofResources("no-such-folder", "index.html").files()).isEmpty();
    }

    @Test
    void hasABound() throws IOException {
        for (int i = 0; i < 3; i++) {
            Files.write(folder.resolve(i + ".bin"), new byte[25 << 20]);
        }
        assertThatThrownBy(() -> Pack.of(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("64 MB");
    }
}
