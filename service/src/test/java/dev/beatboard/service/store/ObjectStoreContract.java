package dev.beatboard.service.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What every place for objects has to do.
abstract class ObjectStoreContract {

    @TempDir
    Path scratch;

    /// A store with nothing in it, closed by the caller.
    abstract ObjectStore empty() throws Exception;

    private interface Use {
        void of(ObjectStore store) throws Exception;
    }

    private void with(Use use) throws Exception {
        try (ObjectStore store = empty()) {
            use.of(store);
        }
    }

    @Test
    void givesBackWhatWasPut() throws Exception {
        with(store -> {
            byte[] content = bytes(1, 100_000);
            store.put("a/b-c_d/clip.mp4", content, "video/mp4");
            assertThat(store.read("a/b-c_d/clip.mp4", 100_000)).isEqualTo(content);
            assertThat(store.head("a/b-c_d/clip.mp4"))
                    .contains(new StoredObject("a/b-c_d/clip.mp4", 100_000, "video/mp4"));
        });
    }

    @Test
    void keepsAMediaTypeThatDoesNotFollowFromTheName() throws Exception {
        with(store -> {
            store.put("odd.mp4", bytes(1, 10), "text/x-odd");
            assertThat(store.head("odd.mp4").orElseThrow().mediaType()).isEqualTo("text/x-odd");
            store.put("odd.mp4", bytes(1, 10), "video/mp4");
            assertThat(store.head("odd.mp4").orElseThrow().mediaType()).isEqualTo("video/mp4");
            store.put("plain", bytes(1, 10), "application/octet-stream");
            assertThat(store.head("plain").orElseThrow().mediaType()).isEqualTo("application/octet-stream");
            assertThat(store.list("")).containsExactly("odd.mp4", "plain");
        });
    }

    @Test
    void anObjectIsReplacedAsAWhole() throws Exception {
        with(store -> {
            store.put("k", bytes(1, 1000), "image/png");
            store.put("k", bytes(2, 10), "image/png");
            assertThat(store.read("k", 1000)).isEqualTo(bytes(2, 10));
        });
    }

    @Test
    void holdsEmptyObjects() throws Exception {
        with(store -> {
            store.put("nothing", new byte[0], "text/plain");
            assertThat(store.read("nothing", 0)).isEmpty();
            assertThat(store.head("nothing").orElseThrow().bytes()).isZero();
        });
    }

    @Test
    void aLongFileGoesInAndComesOutUnchanged() throws Exception {
        with(store -> {
            Path file = scratch.resolve("long");
            Files.write(file, bytes(3, (32 << 20) + 4_321_000));
            store.put("long.bin", file, "application/octet-stream");
            Path back = scratch.resolve("back");
            store.download("long.bin", back);
            assertThat(Files.mismatch(file, back)).isEqualTo(-1);
            try (InputStream in = store.open("long.bin", (16 << 20) - 5, 10)) {
                assertThat(in.readAllBytes())
                        .isEqualTo(
                                java.util.Arrays.copyOfRange(Files.readAllBytes(file), (16 << 20) - 5, (16 << 20) + 5));
            }
            try (Stream<Path> files = Files.list(scratch)) {
                assertThat(files.filter(p -> p.getFileName().toString().contains("part")))
                        .isEmpty();
            }
        });
    }

    @Test
    void readsAnyPart() throws Exception {
        with(store -> {
            byte[] content = bytes(4, 5000);
            store.put("k", content, "image/png");
            long seed = 20261128;
            Random random = new Random(seed);
            for (int i = 0; i < 40; i++) {
                int from = random.nextInt(5200);
                int length = random.nextInt(5200);
                try (InputStream in = store.open("k", from, length)) {
                    assertThat(in.readAllBytes())
                            .as("seed %d, %d bytes from %d", seed, length, from)
                            .isEqualTo(java.util.Arrays.copyOfRange(
                                    content, Math.min(from, 5000), Math.min(from + length, 5000)));
                }
            }
            try (InputStream in = store.open("k", 4990, Long.MAX_VALUE)) {
                assertThat(in.readAllBytes()).hasSize(10);
            }
        });
    }

    @Test
    void aStreamMayBeLeftUnread() throws Exception {
        with(store -> {
            store.put("k", bytes(5, 8_000_000), "image/png");
            for (int i = 0; i < 20; i++) {
                try (InputStream in = store.open("k", 0, Long.MAX_VALUE)) {
                    assertThat(in.read()).isGreaterThanOrEqualTo(0);
                }
            }
        });
    }

    @Test
    void smallMeansSmall() throws Exception {
        with(store -> {
            store.put("k", bytes(6, 11), "image/png");
            assertThatThrownBy(() -> store.read("k", 10))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("10");
        });
    }

    @Test
    void whatIsNotThereIsSaidToBeMissing() throws Exception {
        with(store -> {
            store.put("there/is", bytes(1, 1), "image/png");
            for (String key : List.of("no", "no/such", "there", "there/is/not")) {
                assertThat(store.head(key)).as(key).isEmpty();
                assertThatThrownBy(() -> store.read(key, 10)).as(key).isInstanceOf(NoSuchFileException.class);
                assertThatThrownBy(() -> store.download(key, scratch.resolve("x")))
                        .as(key)
                        .isInstanceOf(NoSuchFileException.class);
            }
            store.delete("no/such");
            store.delete("there");
            store.deleteAll("nothing/here");
            assertThat(store.list("nothing/here")).isEmpty();
            assertThat(store.list("")).containsExactly("there/is");
        });
    }

    @Test
    void listsAndRemovesByFolder() throws Exception {
        with(store -> {
            List<String> keys = List.of("a/1", "a/10/x", "a/2", "ab/3", "b");
            for (String key : keys) {
                store.put(key, bytes(1, 3), "image/x-odd");
            }
            assertThat(store.list("")).isEqualTo(keys);
            assertThat(store.list("a")).containsExactly("a/1", "a/10/x", "a/2");
            assertThat(store.list("a/")).isEqualTo(store.list("a"));
            store.delete("a/2");
            store.deleteAll("a/10");
            assertThat(store.list("")).containsExactly("a/1", "ab/3", "b");
            store.deleteAll("a");
            assertThat(store.list("")).containsExactly("ab/3", "b");
            assertThatThrownBy(() -> store.deleteAll("")).isInstanceOf(IllegalArgumentException.class);
        });
    }

    @Test
    void manyKeysAreListedAndRemoved() throws Exception {
        with(store -> {
            List<Callable<String>> puts = IntStream.range(0, 1100)
                    .mapToObj(i -> (Callable<String>) () -> {
                        String key = "many/%04d".formatted(i);
                        store.put(key, new byte[] {1}, "application/octet-stream");
                        return key;
                    })
                    .toList();
            try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
                for (Future<String> put : threads.invokeAll(puts)) {
                    put.get();
                }
            }
            assertThat(store.list("many")).hasSize(1100).isSorted();
            store.deleteAll("many");
            assertThat(store.list("")).isEmpty();
        });
    }

    @Test
    void noKeyLeadsOut() throws Exception {
        with(store -> {
            for (String key : List.of(
                    "",
                    "/",
                    "/etc/passwd",
                    "..",
                    "../x",
                    "a/../b",
                    "a/..",
                    "a//b",
                    "a/",
                    ".hidden",
                    "a/.b",
                    "a\\b",
                    "a b",
                    "a\u0000",
                    "a\n",
                    "%2e%2e/x",
                    "é",
                    "a?b",
                    "~x",
                    "x".repeat(201),
                    "a/".repeat(300) + "a")) {
                assertThatThrownBy(() -> store.put(key, new byte[1], "image/png"))
                        .as(key)
                        .isInstanceOf(IllegalArgumentException.class);
                assertThatThrownBy(() -> store.head(key)).as(key).isInstanceOf(IllegalArgumentException.class);
                assertThatThrownBy(() -> store.open(key, 0, 1)).as(key).isInstanceOf(IllegalArgumentException.class);
                assertThatThrownBy(() -> store.delete(key)).as(key).isInstanceOf(IllegalArgumentException.class);
            }
            for (String folder : List.of("/", "..", "../", "a/../..", "a//")) {
                assertThatThrownBy(() -> store.deleteAll(folder)).isInstanceOf(IllegalArgumentException.class);
            }
            assertThatThrownBy(() -> store.put("k", new byte[1], "image/png\r\nX: y"))
                    .isInstanceOf(IllegalArgumentException.class);
        });
    }

    static byte[] bytes(long seed, int count) {
        byte[] bytes = new byte[count];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }
}
