package dev.beatboard.asset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Stands in for the library until it is there.
public final class Library {

    private Library() {}

    public static Path defaultRoot() {
        return Path.of(System.getProperty("user.home", "."), ".cache", "beatboard");
    }

    public static Library open(Path cacheRoot) throws IOException {
        return new Library();
    }

    public static void install(Path cacheRoot, List<PackSource> sources, PackSource.Progress progress)
            throws IOException, InterruptedException {}

    public List<InstalledPack> installed() {
        return List.of();
    }

    public List<String> credits() {
        return List.of();
    }
}
