package dev.beatboard.service.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Objects as plain files in a folder: the object `a/b.mp4` is the file `objects/a/b.mp4`.
///
/// A file is written under another name in `incoming`, forced to the disk and renamed, and the
/// folder's entry is forced too. A media type that does not follow from the ending is in a file
/// beside it, whose name holds a `~` and therefore is no key. Several processes may share a folder.
final class FolderStore implements ObjectStore {

    private static final String TYPE = "~type";
    /// Nobody writes a file for so long; what is older was left by a crash.
    private static final Duration LONGEST_WRITE = Duration.ofDays(2);
    /// How often another process may remove a folder just when we put something into it.
    private static final int TRIES = 20;

    private final Path objects;
    private final Path incoming;

    FolderStore(Path folder) throws IOException {
        Path root = folder.toAbsolutePath().normalize();
        this.objects = root.resolve("objects");
        this.incoming = root.resolve("incoming");
        createFolders(objects);
        createFolders(incoming);
        removeLeftovers();
    }

    private interface Content {
        void writeTo(Path file) throws IOException;
    }

    @Override
    public void put(String key, Path file, String mediaType) throws IOException {
        put(key, to -> Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING), mediaType);
    }

    @Override
    public void put(String key, byte[] content, String mediaType) throws IOException {
        put(key, to -> Files.write(to, content), mediaType);
    }

    private void put(String key, Content content, String mediaType) throws IOException {
        Path target = path(key);
        boolean obvious = MediaTypes.checked(mediaType).equals(MediaTypes.ofEnding(key));
        if (!obvious) {
            place(beside(target), to -> Files.writeString(to, mediaType));
        }
        place(target, content);
        if (obvious) {
            Files.deleteIfExists(beside(target));
        }
    }

    private void place(Path target, Content content) throws IOException {
        Path part = Files.createTempFile(incoming, "put", ".part");
        try {
            content.writeTo(part);
            force(part, StandardOpenOption.WRITE);
            Path folder = parent(target);
            for (int tries = 1; ; tries++) {
                try {
                    createFolders(folder);
                    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
                    force(folder, StandardOpenOption.READ);
                    return;
                } catch (NoSuchFileException e) {
                    if (tries == TRIES) {
                        throw e;
                    }
                }
            }
        } finally {
            Files.deleteIfExists(part);
        }
    }

    @Override
    public Optional<StoredObject> head(String key) throws IOException {
        Path path = path(key);
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            return attributes.isRegularFile()
                    ? Optional.of(new StoredObject(key, attributes.size(), mediaType(key, path)))
                    : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (java.nio.file.FileSystemException e) {
            // Part of the way is a file.
            if (Files.notExists(path)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static String mediaType(String key, Path path) throws IOException {
        try {
            return Files.readString(beside(path), StandardCharsets.US_ASCII);
        } catch (NoSuchFileException e) {
            return MediaTypes.ofEnding(key);
        }
    }

    @Override
    public InputStream open(String key, long from, long length) throws IOException {
        Path path = path(key);
        if (!Files.isRegularFile(path)) {
            throw new NoSuchFileException(key);
        }
        InputStream in = Files.newInputStream(path);
        try {
            in.skip(from);
            return new Bounded(in, length);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    @Override
    public void download(String key, Path to) throws IOException {
        Path path = path(key);
        if (!Files.isRegularFile(path)) {
            throw new NoSuchFileException(key);
        }
        Path part = partOf(to);
        try {
            Files.copy(path, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, to, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /// A name beside a file, for what is not yet whole.
    static Path partOf(Path to) throws IOException {
        return Files.createTempFile(parent(to.toAbsolutePath()), ".part", "");
    }

    @Override
    public List<String> list(String folder) throws IOException {
        Path start = objects.resolve(ObjectKey.folder(folder));
        List<String> keys = new ArrayList<>();
        Files.walkFileTree(start, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String key = objects.relativize(file).toString();
                if (attributes.isRegularFile() && !key.endsWith(TYPE)) {
                    keys.add(key);
                }
                return FileVisitResult.CONTINUE;
            }

            /// What is removed meanwhile is not listed.
            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (e instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw e;
            }
        });
        keys.sort(null);
        return keys;
    }

    @Override
    public void delete(String key) throws IOException {
        Path path = path(key);
        if (Files.isDirectory(path)) {
            return;
        }
        Files.deleteIfExists(path);
        Files.deleteIfExists(beside(path));
        removeEmpty(parent(path));
    }

    @Override
    public void deleteAll(String folder) throws IOException {
        if (folder.isEmpty()) {
            throw new IllegalArgumentException("A whole store is not emptied at once; name a folder.");
        }
        for (String key : list(folder)) {
            delete(key);
        }
    }

    @Override
    public void close() {}

    private Path path(String key) {
        return objects.resolve(ObjectKey.checked(key));
    }

    private static Path beside(Path path) {
        return path.resolveSibling(path.getFileName() + TYPE);
    }

    private static Path parent(Path path) {
        Path parent = path.getParent();
        if (parent == null) {
            throw new IllegalArgumentException(path + " is in no folder.");
        }
        return parent;
    }

    /// Folders that hold nothing any more, upwards.
    private void removeEmpty(Path from) throws IOException {
        Path folder = from;
        while (!folder.equals(objects)) {
            try {
                Files.deleteIfExists(folder);
            } catch (DirectoryNotEmptyException e) {
                return;
            }
            folder = parent(folder);
        }
    }

    /// Makes folders whose entries are on the disk, too.
    private static void createFolders(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path above = parent(folder);
        createFolders(above);
        try {
            Files.createDirectory(folder);
            force(above, StandardOpenOption.READ);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder)) {
                throw new IOException(folder + " is an object and cannot be a folder as well.", e);
            }
        }
    }

    private static void force(Path path, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }

    private void removeLeftovers() throws IOException {
        Instant old = Instant.now().minus(LONGEST_WRITE);
        try (Stream<Path> parts = Files.list(incoming)) {
            for (Path part : parts.toList()) {
                if (Files.exists(part)
                        && Files.getLastModifiedTime(part).toInstant().isBefore(old)) {
                    Files.deleteIfExists(part);
                }
            }
        }
    }
}
