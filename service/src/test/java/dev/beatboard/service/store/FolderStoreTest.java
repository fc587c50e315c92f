package dev.beatboard.service.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderStoreTest extends ObjectStoreContract {

    @TempDir
    Path folder;

    @Override
    ObjectStore empty() throws IOException {
        return ObjectStore.of(new StoreSettings.Folder(folder.resolve("store")));
    }

    @Test
    void anObjectIsAPlainFile() throws IOException {
        try (ObjectStore store = empty()) {
            store.put("a/clip.mp4", bytes(1, 10), "video/mp4");
            assertThat(folder.resolve("store/objects/a/clip.mp4")).hasBinaryContent(bytes(1, 10));
            try (Stream<Path> files = Files.list(folder.resolve("store/objects/a"))) {
                assertThat(files).hasSize(1);
            }
            assertThatThrownBy(() -> store.put("a/clip.mp4/b", bytes(1, 1), "image/png"))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("is an object");
        }
    }

    @Test
    void readersSeeOneVersionOrTheOtherWhileTwoStoresWriteAndRemove() throws Exception {
        try (ObjectStore one = empty();
                ObjectStore other = empty();
                ExecutorService threads = Executors.newFixedThreadPool(4)) {
            one.put("x/y/k", bytes(0, 200_000), "image/png");
            List<Future<?>> writers = new ArrayList<>();
            for (ObjectStore store : List.of(one, other)) {
                writers.add(threads.submit(() -> {
                    for (int i = 0; i < 60; i++) {
                        store.put("x/y/k", bytes(i % 2, 200_000), "image/png");
                        store.put("z/z/" + i, bytes(i, 10), "image/png");
                        store.deleteAll("z");
                    }
                    return nothing();
                }));
            }
            while (writers.stream().anyMatch(w -> !w.isDone())) {
                assertThat(one.read("x/y/k", 200_000)).isIn(bytes(0, 200_000), bytes(1, 200_000));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
            assertThat(one.list("")).containsExactly("x/y/k");
            assertThat(folder.resolve("store/incoming")).isEmptyDirectory();
            assertThat(folder.resolve("store/objects/z")).doesNotExist();
        }
    }

    private static int nothing() {
        return 0;
    }

    @Test
    void whatACrashLeftIsRemovedLater() throws IOException {
        empty().close();
        Path fresh = Files.createFile(folder.resolve("store/incoming/put1.part"));
        Path old = Files.createFile(folder.resolve("store/incoming/put2.part"));
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(3))));
        empty().close();
        assertThat(fresh).exists();
        assertThat(old).doesNotExist();
    }
}
