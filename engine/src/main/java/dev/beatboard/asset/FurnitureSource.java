package dev.beatboard.asset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Furniture, plants and vehicles out of the Debian package `sweethome3d-furniture`, of which a chosen list is
/// converted.
public final class FurnitureSource implements PackSource {

    private static final String PACKAGE = "sweethome3d-furniture";
    private static final String VERSION = "1.8-1";
    private static final String FILE = PACKAGE + "_" + VERSION + "_all.deb";
    private static final String SHA256 = "3ccb90c63f9525e887a767b9cd5c8b6933b8b6b2973a615a5359ee68a2118668";

    @Override
    public String name() {
        return "furniture";
    }

    @Override
    public String label() {
        return "Furniture, plants and vehicles (114 MB)";
    }

    @Override
    public int format() {
        return 1;
    }

    @Override
    public Path fetch(Path downloads, Progress progress) throws IOException, InterruptedException {
        Files.createDirectories(downloads);
        Path file = downloads.resolve(FILE);
        if (!Files.exists(file)) {
            progress.at(0, "downloading " + PACKAGE);
            Command.run(
                    downloads,
                    "Install apt, or put " + FILE + " of Debian into " + downloads,
                    "apt-get",
                    "download",
                    PACKAGE + "=" + VERSION);
        }
        if (!Files.exists(file)) {
            throw new IOException("apt-get download left no " + FILE + " in " + downloads);
        }
        String digest = Digests.sha256(file);
        if (!digest.equals(SHA256)) {
            throw new IOException(
                    file + " has the SHA-256 " + digest + " instead of " + SHA256 + ": delete it and install again");
        }
        progress.at(1, "downloaded " + PACKAGE);
        return file;
    }

    @Override
    public void convert(Path fetched, Path into, Progress progress) throws IOException {
        Path unpacked = Files.createDirectory(into.resolve("unpacked"));
        try {
            Command.run(
                    into,
                    "Install dpkg",
                    "dpkg-deb",
                    "-x",
                    fetched.toAbsolutePath().toString(),
                    unpacked.toAbsolutePath().toString());
            new FurnitureConverter(unpacked.resolve("usr/share/sweethome3d/furniture"), into).convert(progress);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Converting " + PACKAGE + " was interrupted", e);
        } finally {
            deleteTree(unpacked);
        }
    }

    private static void deleteTree(Path folder) throws IOException {
        List<Path> all;
        try (var walk = Files.walk(folder)) {
            all = walk.sorted(java.util.Comparator.reverseOrder()).toList();
        }
        for (Path p : all) {
            Files.delete(p);
        }
    }
}
