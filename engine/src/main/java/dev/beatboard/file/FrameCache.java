package dev.beatboard.file;

import dev.beatboard.math.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Results of earlier renderings by digest, in a folder that stays under a given size: what was
/// used longest ago goes first. Each entry carries its own digest, so a broken one is as good as
/// none. Several processes may use one folder: an entry appears by renaming, under its writer's
/// process number until then.
///
/// Failing to keep something is no failure: the next rendering then draws it again.
public final class FrameCache {

    private static final int DIGEST = 32;
    private static final String PART = ".part";

    private final Path folder;
    private final long limit;
    private final String mark;
    private final FrameShelf shelf;
    private long unswept;

    /// @param folder made if it is not there
    /// @param limit bytes that all entries together may take
    public FrameCache(Path folder, long limit) {
        this(folder, limit, FrameShelf.NONE);
    }

    /// @param shelf where to look for what is not in the folder, and to leave all that is kept
    public FrameCache(Path folder, long limit, FrameShelf shelf) {
        this.folder = folder;
        this.limit = limit;
        this.shelf = shelf;
        mark = "." + ProcessHandle.current().pid() + PART;
        clear();
        sweep();
    }

    /// What was kept under that name, if it is there and whole.
    public Optional<byte[]> get(String name) {
        Optional<byte[]> own = own(name);
        if (own.isPresent()) {
            return own;
        }
        Optional<byte[]> shared = shelf.get(name).flatMap(FrameCache::whole);
        shared.ifPresent(content -> keep(name, content));
        return shared;
    }

    private Optional<byte[]> own(String name) {
        Path file = file(name);
        try {
            Optional<byte[]> content = whole(Files.readAllBytes(file));
            if (content.isEmpty()) {
                Files.deleteIfExists(file);
            } else {
                Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
            }
            return content;
        } catch (IOException e) {
            // Not there, or not to be read: as good as none.
            return Optional.empty();
        }
    }

    /// What was kept, without its digest; empty if the two do not go together.
    private static Optional<byte[]> whole(byte[] all) {
        int size = all.length - DIGEST;
        return size < 0 || !Arrays.equals(sum(all, size), Arrays.copyOfRange(all, size, all.length))
                ? Optional.empty()
                : Optional.of(Arrays.copyOf(all, size));
    }

    private static byte[] sealed(byte[] content) {
        return ByteBuffer.allocate(content.length + DIGEST)
                .put(content)
                .put(sum(content, content.length))
                .array();
    }

    /// Keeps `content` under that name.
    public void put(String name, byte[] content) {
        keep(name, content);
        shelf.put(name, sealed(content));
    }

    private void keep(String name, byte[] content) {
        Path file = file(name);
        Path part = file.resolveSibling("." + name + mark);
        try {
            Files.createDirectories(file.getParent());
            Files.write(part, sealed(content));
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            OutputFile.discard(part);
            return;
        }
        unswept += content.length + DIGEST;
        if (unswept > limit / 16) {
            sweep();
        }
    }

    /// By the first digits, so that no folder becomes huge.
    private Path file(String name) {
        return folder.resolve(name.substring(0, 2)).resolve(name);
    }

    /// Removes what killed processes left behind.
    private void clear() {
        for (Path p : files()) {
            String name = p.getFileName().toString();
            if (name.endsWith(PART) && !alive(name)) {
                OutputFile.discard(p);
            }
        }
    }

    private static boolean alive(String name) {
        String[] words = name.split("\\.");
        try {
            return ProcessHandle.of(Long.parseLong(words[words.length - 2]))
                    .map(ProcessHandle::isAlive)
                    .orElse(false);
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /// Removes what was used longest ago until the rest is within the limit.
    private void sweep() {
        unswept = 0;
        record Entry(Path file, long bytes, FileTime used) {}
        List<Entry> entries = new ArrayList<>();
        for (Path p : files()) {
            try {
                if (!p.getFileName().toString().endsWith(PART)) {
                    entries.add(new Entry(p, Files.size(p), Files.getLastModifiedTime(p)));
                }
            } catch (IOException e) {
                // Another process removed it first.
            }
        }
        entries.sort(Comparator.comparing(Entry::used).thenComparing(Entry::file));
        long total = entries.stream().mapToLong(Entry::bytes).sum();
        for (Entry e : entries) {
            if (total <= limit) {
                break;
            }
            OutputFile.discard(e.file());
            total -= e.bytes();
        }
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.find(folder, 2, (p, a) -> a.isRegularFile())) {
            return all.toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }

    private static byte[] sum(byte[] of, int length) {
        MessageDigest sha = Sha256.begin();
        sha.update(of, 0, length);
        return sha.digest();
    }
}
