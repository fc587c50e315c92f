package dev.beatboard.service.work;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A folder that is gone after use.
record Scratch(Path folder) implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Scratch.class);

    static Scratch in(Path parent) throws IOException {
        Files.createDirectories(parent);
        return new Scratch(Files.createTempDirectory(parent, "work-"));
    }

    /// Removes what killed processes left behind.
    static void clear(Path parent) throws IOException {
        if (Files.isDirectory(parent)) {
            try (Stream<Path> all = Files.list(parent)) {
                all.filter(p -> p.getFileName().toString().startsWith("work-"))
                        .map(Scratch::new)
                        .forEach(Scratch::close);
            }
        }
    }

    /// All files in a folder and below by their paths in it, with `/`, sorted.
    static SortedMap<String, Path> files(Path folder) throws IOException {
        SortedMap<String, Path> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(Files::isRegularFile)
                    .forEach(p -> files.put(folder.relativize(p).toString().replace('\\', '/'), p));
        }
        return files;
    }

    @Override
    public void close() {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(p -> p.toFile().delete());
        } catch (IOException e) {
            LOG.warn("{} could not be removed: {}", folder, e.getMessage());
        }
    }
}
