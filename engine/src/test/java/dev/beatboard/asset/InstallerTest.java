package dev.beatboard.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallerTest {

    @TempDir
    Path root;

    private final AtomicInteger conversions = new AtomicInteger();

    @Test
    void isNamedAfterWhatItWasMadeFrom() throws Exception {
        Library.install(root, List.of(new Tiny(false)), PackSource.Progress.NONE);

        InstalledPack pack = Library.open(root).installed().getFirst();

        // SHA-256 of the three bytes "abc" begins with ba7816bf8f01
        assertThat(pack.name()).isEqualTo("tiny");
        assertThat(pack.digest()).isEqualTo("ba7816bf8f01");
        assertThat(pack.bytes()).isEqualTo(9);
        assertThat(pack.folder().getFileName()).hasToString("tiny-f3-ba7816bf8f01");
    }

    @Test
    void convertsOnlyOnce() throws Exception {
        Library.install(root, List.of(new Tiny(false)), PackSource.Progress.NONE);
        Library.install(root, List.of(new Tiny(false)), PackSource.Progress.NONE);

        assertThat(conversions).hasValue(1);
    }

    @Test
    void leavesNothingOfAFailedConversionAndSucceedsAfterIt() throws Exception {
        assertThatThrownBy(() -> Library.install(root, List.of(new Tiny(true)), PackSource.Progress.NONE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("tiny things")
                .hasMessageContaining("no space left");
        assertThat(Library.open(root).installed()).isEmpty();
        assertThat(parts()).isEmpty();

        Library.install(root, List.of(new Tiny(false)), PackSource.Progress.NONE);

        assertThat(Library.open(root).installed()).hasSize(1);
    }

    @Test
    void startsCleanAfterBeingKilledHalfWay() throws Exception {
        Path half = root.resolve("packs/tiny-f3-ba7816bf8f01.part");
        Files.createDirectories(half);
        Files.writeString(half.resolve("left-over"), "half a file");
        assertThat(Library.open(root).installed()).isEmpty();

        Library.install(root, List.of(new Tiny(false)), PackSource.Progress.NONE);

        Path done = Library.open(root).installed().getFirst().folder();
        assertThat(done.resolve("left-over")).doesNotExist();
        assertThat(done.resolve("data")).hasContent("converted");
    }

    @Test
    void twoAtOnceInstallOneWholePack() throws Exception {
        Callable<Boolean> install = () -> {
            Library.install(root, List.of(new Tiny(false)), PackSource.Progress.NONE);
            return true;
        };
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            for (var done : two.invokeAll(List.of(install, install))) {
                assertThat(done.get()).isTrue();
            }
        }

        assertThat(conversions).hasValue(1);
        assertThat(Library.open(root).installed()).hasSize(1);
    }

    @Test
    void aMissingPackIsNamedWithItsRemedy() throws Exception {
        Library library = Library.open(root);

        assertThat(library.hasPeople()).isFalse();
        assertThatThrownBy(library::people)
                .isInstanceOf(MissingPackException.class)
                .hasMessageContaining("people")
                .hasMessageContaining("assets install");
    }

    private List<Path> parts() throws IOException {
        try (Stream<Path> list = Files.list(root.resolve("packs"))) {
            return list.filter(p -> p.toString().endsWith(".part")).toList();
        }
    }

    private final class Tiny implements PackSource {

        private final boolean full;

        Tiny(boolean full) {
            this.full = full;
        }

        @Override
        public String name() {
            return "tiny";
        }

        @Override
        public String label() {
            return "tiny things";
        }

        @Override
        public int format() {
            return 3;
        }

        @Override
        public Path fetch(Path downloads, Progress progress) throws IOException {
            Files.createDirectories(downloads);
            return Files.writeString(downloads.resolve("tiny.txt"), "abc");
        }

        @Override
        public void convert(Path fetched, Path into, Progress progress) throws IOException {
            conversions.incrementAndGet();
            Files.writeString(into.resolve("data"), "converted");
            if (full) {
                throw new IOException("no space left on device");
            }
        }
    }
}
