package dev.beatboard.service.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartShelfTest {

    @TempDir
    private Path folder = Path.of("");

    private static String digest(int i) {
        return "%064x".formatted(i);
    }

    private long onDisk() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(p -> p.toFile().length()).sum();
        }
    }

    @Test
    void whatIsPromisedIsMadeOnceAndOutlivesTheProcess() throws IOException {
        AtomicInteger made = new AtomicInteger();
        try (PartShelf shelf = new PartShelf(folder, 1000, 1000)) {
            for (int i = 0; i < 3; i++) {
                shelf.promise(digest(1), () -> {
                    made.incrementAndGet();
                    return new byte[] {1, 2, 3};
                });
            }
            assertThat(shelf.find(digest(1))).hasValue(new byte[] {1, 2, 3});
            assertThat(shelf.find(digest(2))).isEmpty();
        }
        try (PartShelf again = new PartShelf(folder, 1000, 1000)) {
            assertThat(again.find(digest(1))).hasValue(new byte[] {1, 2, 3});
        }
        assertThat(made).hasValue(1);
    }

    @Test
    void neverTakesMoreThanItMay() throws IOException {
        try (PartShelf shelf = new PartShelf(folder, 1000, 1000)) {
            for (int i = 0; i < 40; i++) {
                shelf.promise(digest(i), () -> new byte[100]);
                assertThat(shelf.find(digest(i))).isPresent();
                assertThat(onDisk()).isLessThanOrEqualTo(1000);
            }
            assertThat(shelf.find(digest(0))).isEmpty();
            assertThat(shelf.find(digest(39))).isPresent();
        }
    }

    @Test
    void whatCannotBeMadeIsAnErrorAndMayBeTriedAgain() throws IOException {
        try (PartShelf shelf = new PartShelf(folder, 1000, 1000)) {
            for (int i = 0; i < 1000; i++) {
                String digest = digest(i);
                shelf.promise(digest, () -> {
                    throw new IOException("no");
                });
                try {
                    assertThat(shelf.find(digest)).isEmpty();
                } catch (IOException e) {
                    assertThat(e).hasMessageContaining("cannot be made");
                }
                shelf.promise(digest, () -> new byte[] {1});
                assertThat(shelf.find(digest)).isPresent();
            }
        }
    }
}
