package dev.beatboard.asset;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Puts packs into a cache folder: `packs/<name>-f<format>-<digest12>`, written aside and renamed when whole, under a
/// lock on a file, so that neither a killed install nor two at once leave half a pack behind.
final class Installer {

    private static final Pattern FOLDER = Pattern.compile("(.+)-f(\\d+)-([0-9a-f]{1,12})");

    private final Path root;

    Installer(Path root) {
        this.root = root;
    }

    void install(PackSource source, PackSource.Progress progress) throws IOException, InterruptedException {
        Path packs = root.resolve("packs");
        Files.createDirectories(packs);
        Path lockFile = packs.resolve(source.name() + ".lock");
        synchronized (Installer.class) { // a file lock only holds between processes
            try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (lock.isValid()) {
                    locked(source, packs, progress);
                }
            }
        }
    }

    private void locked(PackSource source, Path packs, PackSource.Progress progress)
            throws IOException, InterruptedException {
        Optional<String> known = source.digest();
        if (known.isPresent() && Files.isDirectory(packs.resolve(folderName(source, known.get())))) {
            progress.at(1, source.label());
            return;
        }
        Path archive = source.fetch(root.resolve("downloads"), part(progress, 0, 0.6));
        Path done = packs.resolve(folderName(source, Digests.sha256(archive)));
        if (Files.isDirectory(done)) {
            progress.at(1, source.label());
            return;
        }
        Path aside = packs.resolve(done.getFileName() + ".part");
        Folders.delete(aside);
        Files.createDirectories(aside);
        try {
            source.convert(archive, aside, part(progress, 0.6, 1));
            Files.move(aside, done, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Folders.delete(aside);
            throw new IOException(
                    "Installing " + source.label() + " into " + packs + " failed: " + e.getMessage()
                            + ". Nothing was left behind; check the free space there and try again.",
                    e);
        }
        progress.at(1, source.label());
    }

    private static String folderName(PackSource source, String digest) {
        return source.name() + "-f" + source.format() + "-" + digest.substring(0, Math.min(12, digest.length()));
    }

    private static PackSource.Progress part(PackSource.Progress whole, double from, double to) {
        return (share, what) -> whole.at(from + (to - from) * share, what);
    }

    /// All whole packs, in the order of their names.
    List<InstalledPack> installed() throws IOException {
        Path packs = root.resolve("packs");
        if (!Files.isDirectory(packs)) {
            return List.of();
        }
        List<Path> folders;
        try (Stream<Path> list = Files.list(packs)) {
            folders = list.filter(Files::isDirectory).sorted().toList();
        }
        List<InstalledPack> out = new ArrayList<>();
        for (Path folder : folders) {
            Matcher m = FOLDER.matcher(String.valueOf(folder.getFileName()));
            if (m.matches()) {
                out.add(new InstalledPack(
                        m.group(1), Integer.parseInt(m.group(2)), m.group(3), Folders.size(folder), folder));
            }
        }
        return out;
    }
}
