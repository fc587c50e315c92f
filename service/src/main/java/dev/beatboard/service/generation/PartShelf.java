package dev.beatboard.service.generation;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.beatboard.PreviewParts;
import dev.beatboard.file.OutputFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Parts of previews by their digests: those used last in memory, more in a folder, neither more than it may hold.
/// A part that is promised is made in the background, and whoever asks for it meanwhile waits.
public final class PartShelf implements AutoCloseable {

    /// Bytes in memory.
    private static final long MEMORY = 96L << 20;
    /// Bytes in the folder.
    private static final long DISK = 512L << 20;

    /// Who waits longer than this for a part will not get it.
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(PartShelf.class);

    private final Path folder;
    private final long disk;
    private final ExecutorService makers;
    private final AsyncCache<String, byte[]> kept;
    private long used;

    public PartShelf(Path folder) throws IOException {
        this(folder, MEMORY, DISK);
    }

    PartShelf(Path folder, long memory, long disk) throws IOException {
        this.folder = folder;
        this.disk = disk;
        Files.createDirectories(folder);
        used = files().stream().mapToLong(Kept::size).sum();
        makers = Executors.newFixedThreadPool(
                2, Thread.ofPlatform().daemon().name("preview-part-", 0).factory());
        kept = Caffeine.newBuilder()
                .maximumWeight(memory)
                .<String, byte[]>weigher((_, bytes) -> bytes.length)
                .executor(makers)
                .buildAsync();
    }

    /// Keeps a part that is there already, in memory only.
    public void put(String digest, byte[] bytes) {
        kept.put(digest, CompletableFuture.completedFuture(bytes));
    }

    /// Sees to it that a part is there when it is asked for.
    public void promise(String digest, PreviewParts.Maker maker) {
        CompletableFuture<byte[]> before = kept.getIfPresent(digest);
        if (before != null && before.isCompletedExceptionally()) {
            // The cache drops what failed only after those who wait were told.
            kept.asMap().remove(digest, before);
        }
        var unused =
                kept.get(digest, (d, executor) -> CompletableFuture.supplyAsync(() -> readOrMade(d, maker), executor));
    }

    /// A part, once it is made; empty if it is not kept.
    public Optional<byte[]> find(String digest) throws IOException {
        CompletableFuture<byte[]> found = kept.getIfPresent(digest);
        if (found == null) {
            Optional<byte[]> read = read(digest);
            read.ifPresent(bytes -> put(digest, bytes));
            return read;
        }
        try {
            return Optional.of(found.get(LONGEST.toSeconds(), TimeUnit.SECONDS));
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("The preview part " + digest + " cannot be made", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while the preview part " + digest + " was made", e);
        }
    }

    private byte[] readOrMade(String digest, PreviewParts.Maker maker) {
        Optional<byte[]> read = read(digest);
        if (read.isPresent()) {
            return read.get();
        }
        try {
            byte[] bytes = maker.make();
            write(digest, bytes);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<byte[]> read(String digest) {
        Path file = folder.resolve(digest);
        try {
            byte[] bytes = Files.readAllBytes(file);
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
            return Optional.of(bytes);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            LOG.warn("Cannot read the preview part {}: {}", file, e.getMessage());
            return Optional.empty();
        }
    }

    /// A part that cannot be written is kept in memory all the same.
    private synchronized void write(String digest, byte[] bytes) {
        try {
            OutputFile.write(folder.resolve(digest), bytes);
            used += bytes.length;
            if (used > disk) {
                makeRoom();
            }
        } catch (IOException e) {
            LOG.warn("Cannot keep a preview part: {}", e.getMessage());
        }
    }

    /// Deletes those that were not used for longest, down to nine tenths of what there may be.
    private void makeRoom() throws IOException {
        List<Kept> all = files();
        used = all.stream().mapToLong(Kept::size).sum();
        for (Kept k : all) {
            if (used <= disk - disk / 10) {
                return;
            }
            Files.deleteIfExists(k.file());
            used -= k.size();
        }
    }

    private record Kept(Path file, long size, FileTime time) {}

    private List<Kept> files() throws IOException {
        List<Kept> all = new ArrayList<>();
        try (Stream<Path> list = Files.list(folder)) {
            for (Path p : list.toList()) {
                all.add(new Kept(p, Files.size(p), Files.getLastModifiedTime(p)));
            }
        }
        all.sort(Comparator.comparing(Kept::time).thenComparing(Kept::file));
        return all;
    }

    @Override
    public void close() {
        makers.shutdownNow();
    }
}
