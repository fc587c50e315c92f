package dev.beatboard.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrameCacheTest {

    @TempDir
    Path folder;

    @Test
    void givesBackWhatWasPut() {
        FrameCache cache = new FrameCache(folder, 1 << 20);
        cache.put("aa01", new byte[] {1, 2, 3});
        assertThat(cache.get("aa01")).hasValueSatisfying(v -> assertThat(v).containsExactly(1, 2, 3));
        assertThat(cache.get("aa02")).isEmpty();
    }

    @Test
    void aBrokenEntryIsNone() throws IOException {
        FrameCache cache = new FrameCache(folder, 1 << 20);
        for (int broken = 0; broken < 3; broken++) {
            cache.put("aa01", new byte[100]);
            Path file = folder.resolve("aa/aa01");
            byte[] all = Files.readAllBytes(file);
            switch (broken) {
                case 0 -> all[50] ^= 1;
                case 1 -> all = Arrays.copyOf(all, 90);
                default -> all = new byte[0];
            }
            Files.write(file, all);
            assertThat(cache.get("aa01")).isEmpty();
            assertThat(file).doesNotExist();
        }
    }

    @Test
    void dropsWhatWasUsedLongestAgo() throws IOException {
        FrameCache cache = new FrameCache(folder, 100_000);
        for (int i = 0; i < 10; i++) {
            cache.put("aa0" + i, new byte[968]);
            Files.setLastModifiedTime(folder.resolve("aa/aa0" + i), FileTime.fromMillis(1_000_000 + i));
        }
        assertThat(cache.get("aa00")).isPresent();
        // Ten entries of 1000 bytes; three may stay: the one just used and the two put last.
        new FrameCache(folder, 3000);
        assertThat(names()).containsExactlyInAnyOrder("aa00", "aa08", "aa09");
    }

    @Test
    void staysUnderItsLimitWhileItIsFilled() throws IOException {
        FrameCache cache = new FrameCache(folder, 16_000);
        for (int i = 10; i < 60; i++) {
            cache.put("b" + i, new byte[968]);
            assertThat(names()).hasSizeLessThanOrEqualTo(18);
        }
        assertThat(names()).hasSizeGreaterThan(12);
    }

    @Test
    void clearsAwayWhatKilledProcessesLeftAndNothingElse() throws Exception {
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        Files.createDirectories(folder.resolve("aa"));
        Path stray = Files.write(folder.resolve("aa/.aa01." + gone.pid() + ".part"), new byte[10]);
        Path mine =
                Files.write(folder.resolve("aa/.aa02." + ProcessHandle.current().pid() + ".part"), new byte[10]);
        new FrameCache(folder, 1000);
        assertThat(stray).doesNotExist();
        assertThat(mine).exists();
    }

    @Test
    void twoWritersAndTheirReadersSeeWholeEntriesOnly() {
        FrameCache a = new FrameCache(folder, 200_000);
        FrameCache b = new FrameCache(folder, 200_000);
        IntStream.range(0, 400).parallel().forEach(i -> {
            FrameCache cache = i % 2 == 0 ? a : b;
            String name = "c" + i % 7 + "x";
            byte[] content = new byte[5000];
            Arrays.fill(content, (byte) (i % 7));
            synchronized (cache) {
                cache.put(name, content);
                cache.get(name).ifPresent(v -> assertThat(v).isEqualTo(content));
            }
        });
    }

    private List<String> names() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(p -> p.getFileName().toString())
                    .toList();
        }
    }
}
